import { APPLET_FACTS, type Applet } from './applets.ts';
import { type Authority, makeAuthority } from './authority.ts';
import { makeBankCard } from './bank.ts';
import { makeCard, makeOtherCard, type OpenCard } from './card.ts';
import type { SignatureName } from './certificate.ts';
import { withFaults } from './faults.ts';
import { makeFiles, PATHS, type SimFiles } from './files.ts';
import { type CardKeys, makeKeys } from './keys.ts';
import { PEOPLE, type Persona, type PersonaName } from './people.ts';

/** What may be wrong with a card. */
export const FLAWS = [
  'not-eid',
  'unknown-root',
  'tampered-identity',
  'tampered-address',
  'tampered-signature',
  'wrong-photo',
  'no-certificate',
  'blank',
  /** Does not answer to power: a card the wrong way round. */
  'upside-down',
  /** Answers SELECT, then is silent for ever. */
  'mute',
  /** Answers reads with noise. */
  'garbage',
  /** Every fifth read ends early, answers nothing, or has lost its file: what some readers do at random. Readable all the same. */
  'clumsy',
  /** Photo file, or the address and its signature, not there, though the register named them. */
  'no-photo',
  'no-address',
  /** Not an eID: pays. */
  'bank',
] as const;
export type Flaw = (typeof FLAWS)[number];

/** How a card differs from the one its person has. */
export interface CardOptions {
  /** Another generation than the person's own. */
  applet?: Applet;
  /** 4 to 12 digits; `1234` when not said. */
  pin?: string;
  /** Tries left of its code, 0 (blocked) to 3. */
  tries?: number;
  /** Never handed over: the word with which it refuses to be read. */
  inactive?: '6985' | '6d00';
}

/** Makes simulated cards and knows the roots that make them genuine. */
export interface Mint {
  card(name: PersonaName, flaw?: Flaw, options?: CardOptions): OpenCard;
  /** PEM certificates for COMPTOIR_TRUST_ROOTS. */
  readonly roots: string;
  /** The authorities above a card of that generation, to sign what they would sign. */
  authority(applet: Applet): Authority;
}

/** Opens a mint with fresh keys. About 0.4 s; a person's first RSA card takes 0.2 s more, and has the same keys each time. */
export function openMint(): Mint {
  const made: Record<SignatureName, Authority> = {
    'rsa-sha1': makeAuthority({ signature: 'rsa-sha1' }),
    'rsa-sha256': makeAuthority({ signature: 'rsa-sha256' }),
    'ecdsa-sha384': makeAuthority({ signature: 'ecdsa-sha384' }),
  };
  const authority = (applet: Applet) => made[APPLET_FACTS[applet].signature];
  const written = new Map<string, { keys: CardKeys; files: SimFiles }>();
  const personalise = (name: PersonaName, applet: Applet) => {
    const known = written.get(name + applet);
    if (known) return known;
    const keys = makeKeys(applet);
    const fresh = { keys, files: makeFiles({ ...PEOPLE[name], applet }, authority(applet), keys) };
    written.set(name + applet, fresh);
    return fresh;
  };
  return {
    roots: Object.values(made)
      .map(({ rootPem }) => rootPem)
      .join(''),
    authority,
    card(name, flaw, { applet = PEOPLE[name].applet, ...options } = {}) {
      if (flaw === 'not-eid') return makeOtherCard();
      if (flaw === 'bank') return makeBankCard();
      const person: Persona = PEOPLE[name];
      const { keys, files } = personalise(name, applet);
      const own =
        flaw === 'unknown-root'
          ? makeFiles({ ...person, applet }, makeAuthority(authority(applet)), keys)
          : new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)] as const));
      spoil(own, flaw);
      const certified = {
        authentication: person.certified === 'none' ? null : keys.authentication,
        signature: person.certified ? null : keys.signature,
        basic: keys.basic,
      };
      const card = makeCard({ applet, files: own, keys: certified, ...options, ...behaviour(flaw) });
      if (flaw === 'clumsy') return { ...card, ...withFaults(card, { earlyEnd: 5 }, () => undefined) };
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
  if (flaw === 'no-photo') files.delete(PATHS.photo);
  if (flaw === 'no-address') for (const path of [PATHS.address, PATHS.addressSignature]) files.get(path)?.fill(0);
  if (flaw === 'no-certificate') files.set(PATHS.register, Buffer.alloc(1300));
  if (flaw === 'blank') for (const bytes of files.values()) bytes.fill(0);
}

function behaviour(flaw: Flaw | undefined): { instead?: (command: Buffer, count: number) => Buffer | null | undefined } {
  const isRead = (command: Buffer) => command[1] === 0xb0;
  if (flaw === 'mute') return { instead: (command) => (isRead(command) ? null : undefined) };
  if (flaw === 'garbage')
    return { instead: (command, count) => (isRead(command) ? Buffer.of(count & 0xff, 0x5a, 0x12, 0x34) : undefined) };
  return {};
}
