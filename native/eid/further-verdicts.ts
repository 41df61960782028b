/**
 * Is this the chip that the register made, or a copy of its files? `not-supported`: a card from before applet 1.8 has no such key.
 * `not-checked`: nothing could be learnt (the identity itself is not believed, the card or the reader would not).
 */
export const CHIP_VERDICTS = ['good', 'bad', 'not-supported', 'not-checked'] as const;
export type ChipVerdict = (typeof CHIP_VERDICTS)[number];

/** `unknown`: the authority does not know the certificate. Everything short of a signed, fresh answer is `not-checked`. */
export const REVOCATION_STATES = ['good', 'revoked', 'unknown', 'not-checked'] as const;
export type RevocationState = (typeof REVOCATION_STATES)[number];
