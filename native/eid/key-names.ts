/** Keys of the card (card content specification v5.4, section 4.2): log-in, and signature with legal value. */
export const KEY_NAMES = ['authentication', 'signature'] as const;
export type KeyName = (typeof KEY_NAMES)[number];
