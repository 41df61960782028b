import type { Authority } from './authority.ts';
import type { CardKeys } from './keys.ts';
import type { Persona } from './people.ts';
import type { KeyEntry } from './pkcs15.ts';

/** Document types of citizens; all others are certified by the Foreigner CA. */
const CITIZENS = new Set(['1', '6', '7', '8']);

/** What the authorities say of the keys in a card: certificates in DER (null: none), and the list of keys for other programs. */
export interface Certified {
  readonly issuer: Buffer | null;
  readonly authentication: Buffer | null;
  readonly signature: Buffer | null;
  readonly listed: readonly KeyEntry[];
}

/** Certifies the keys of a card, with a subject as on real cards: national number, given names, name, "Name First (Authentication)". */
export function certify(person: Persona, authority: Authority, keys: CardKeys): Certified {
  const { 3: from = '', 4: until = '', 6: number = '', 7: name = '', 8: given = '', 15: type = '' } = person.identity;
  const issuer = CITIZENS.has(type.replace(/^0/, '')) ? authority.citizens : authority.foreigners;
  const first = given.split(' ')[0] ?? '';
  // X.520 allows 64 characters, a card's name more bytes.
  const short = (text: string, room = 64) => text.slice(0, room);
  const issue = (label: string, usage: 'login' | 'signature', publicKey: CardKeys['signature']['publicKey']) =>
    issuer.issue({
      subject: `serialNumber=${number}, GN=${short(given)}, SN=${short(name)}, CN=${short(`${first} ${name}`.trim(), 46)} (${label}), C=BE`,
      publicKey,
      usage,
      from: day(from, '00:00:00'),
      until: day(until, '23:59:59'),
    });
  const { authentication, signature } = keys;
  const login = person.certified !== 'none';
  const sign = person.certified === undefined;
  const bits = authentication.publicKey.asymmetricKeyDetails?.modulusLength ?? null;
  return {
    issuer: login ? issuer.der : null,
    authentication: login ? issue('Authentication', 'login', authentication.publicKey) : null,
    signature: sign ? issue('Signature', 'signature', signature.publicKey) : null,
    listed: [
      ...(login ? [{ label: 'Authentication', id: 2, reference: 0x82, usage: 'login', bits } as const] : []),
      ...(sign ? [{ label: 'Signature', id: 3, reference: 0x83, usage: 'signature', bits } as const] : []),
    ],
  };
}

/** `DD.MM.YYYY`. */
function day(text: string, time: string): Date {
  return new Date(`${text.split('.').reverse().join('-')}T${time}Z`);
}
