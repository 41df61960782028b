import { type Authority, makeAuthority } from './authority.ts';
import { makeCard, makeOtherCard, type SimCard, word } from './card.ts';
import { makeFiles, PATHS, type SimFiles } from './files.ts';
import { PEOPLE, type Persona, type PersonaName } from './people.ts';

/** What may be wrong with a card. */
export type Flaw =
  | 'not-eid'
  | 'unknown-root'
  | 'tampered-identity'
  | 'tampered-address'
  | 'tampered-signature'
  | 'wrong-photo'
  | 'no-certificate'
  | 'blank'
  /** Does not answer to power: a card the wrong way round. */
  | 'upside-down'
  /** Answers SELECT, then is silent for ever. */
  | 'mute'
  /** Answers reads with noise. */
  | 'garbage'
  /** Every third read ends early, answers nothing, or has lost its file: what some readers do at random. Readable all the same. */
  | 'clumsy';

/** Makes simulated cards and knows the roots that make them genuine. */
export interface Mint {
  card(name: PersonaName, flaw?: Flaw): SimCard;
  /** PEM certificates for COMPTOIR_TRUST_ROOTS. */
  readonly roots: string;
}

/** Opens a mint with fresh keys: RSA for cards of applet 1.7, P-384 for 1.8. About 0.2 s. */
export function openMint(): Mint {
  const rsa = makeAuthority({ signature: 'rsa-sha256' });
  const ec = makeAuthority({ signature: 'ecdsa-sha384' });
  return {
    roots: rsa.rootPem + ec.rootPem,
    card(name, flaw) {
      if (flaw === 'not-eid') return makeOtherCard();
      const person: Persona = PEOPLE[name];
      const authority: Authority = person.applet === '1.8' ? ec : rsa;
      const files = makeFiles(person, flaw === 'unknown-root' ? makeAuthority(authority) : authority);
      spoil(files, flaw);
      const card = makeCard({ applet: person.applet, files, ...behaviour(flaw) });
      return flaw === 'upside-down' ? { ...card, atr: Buffer.of(0) } : card;
    },
  };
}

function spoil(files: SimFiles, flaw: Flaw | undefined): void {
  const flip = (path: string, at: number) => {
    const bytes = files.get(path);
    if (bytes) bytes[at] = (bytes[at] ?? 0) ^ 1;
  };
  if (flaw === 'tampered-identity') flip(PATHS.identity, 60);
  if (flaw === 'tampered-address') flip(PATHS.address, 8);
  if (flaw === 'tampered-signature') flip(PATHS.identitySignature, 40);
  if (flaw === 'wrong-photo') flip(PATHS.photo, 700);
  if (flaw === 'no-certificate') files.set(PATHS.register, Buffer.alloc(1300));
  if (flaw === 'blank') for (const bytes of files.values()) bytes.fill(0);
}

function behaviour(flaw: Flaw | undefined): { instead?: (command: Buffer, count: number) => Buffer | null | undefined } {
  const isRead = (command: Buffer) => command[1] === 0xb0;
  if (flaw === 'mute') return { instead: (command) => (isRead(command) ? null : undefined) };
  if (flaw === 'garbage')
    return { instead: (command, count) => (isRead(command) ? Buffer.of(count & 0xff, 0x5a, 0x12, 0x34) : undefined) };
  if (flaw !== 'clumsy') return {};
  let reads = 0;
  const oddities = [word('6b00'), word('9000'), word('6986')];
  return {
    instead: (command) => (isRead(command) && ++reads % 5 === 3 ? oddities[Math.floor(reads / 5) % oddities.length] : undefined),
  };
}
