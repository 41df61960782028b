import { bad, good, type Outcome } from '../outcome.ts';
import { type Address, parseAddress } from './address.ts';
import type { Channel } from './channel.ts';
import { type Contents, isSame, type Manner, type Part, readContents, wipe } from './contents.ts';
import { examinePhoto, type Photo } from './examine-photo.ts';
import type { FileName } from './files.ts';
import { type Identity, parseIdentity } from './identity.ts';
import type { ReadMishap } from './read-file.ts';
import { withoutTrail } from './signature.ts';
import { type Anchor, followChain } from './trust.ts';
import { identityVerdict, isChained, isGenuine, type Verdicts, verdictsOf } from './verify.ts';

/** What the card says, present only when all of it is genuine. */
export interface Person {
  /** Without the binary fields: their bytes are wiped with the file. */
  readonly identity: Omit<Identity, 'structureVersion' | 'chipNumber' | 'photoHash' | 'cardKeyHash'>;
  readonly address: Address | null;
  readonly photo: { readonly width: number; readonly height: number; readonly bytes: number } | null;
  /** The photo itself, where `keepPhoto` was said. */
  readonly picture: Uint8Array | null;
}

/** What the card says as far as each part is believed: of a forged address nothing is here, of the identity before it all. */
export interface Believed {
  readonly identity: Identity;
  readonly address: Address | null;
  readonly photo: Photo | null;
}

export interface Examined {
  readonly verdicts: Verdicts;
  readonly person: Person | null;
  /** Null unless asked for, and unless identity and chain hold. */
  readonly believed: Believed | null;
}

export interface ExamineOptions {
  readonly parts: readonly Part[];
  readonly roots: readonly Anchor[];
  /** ISO date. */
  readonly today: string;
  /** Give what is believed part by part too: for the inspection of a card, never for a visit. */
  readonly inspect?: boolean;
  /** Keep the photo's bytes too: a warrant opens them. */
  readonly keepPhoto?: boolean;
  readonly onFile?: (name: FileName) => void;
  /** All but the photo is judged. */
  readonly onVerified?: () => void;
}

/** `malformed`: signed, or empty, but not readable as an identity. `unsteady`: no two readings agree. */
export type ExamineMishap = ReadMishap | 'malformed' | 'unsteady';

/** A reading that is not believed is taken again, at most so often, until two in a row agree. */
const READINGS: readonly Manner[] = ['quick', 'sure', 'sure'];

/**
 * Reads a card and verifies it before anything is believed, then the photo. A card is called not genuine only when two readings
 * agree to the byte: a reader that garbles would otherwise accuse an honest person (`unsteady`).
 */
export async function examine(channel: Channel, options: ExamineOptions): Promise<Outcome<Examined, ExamineMishap>> {
  const judged = await readSteadily(channel, options);
  if (!judged.ok) return judged;
  options.onVerified?.();
  const { identity, address } = judged.value;
  const seen = options.parts.includes('photo')
    ? await examinePhoto(channel, identity?.photoHash ?? null, options.keepPhoto)
    : null;
  if (seen && !seen.ok) return seen;
  const verdicts: Verdicts = { ...judged.value.verdicts, photo: seen?.value.verdict ?? 'not-read' };
  const photo = seen?.value.photo ?? null;
  const known =
    identity && isChained(verdicts) ? { identity, address: verdicts.address === 'good' ? address : null, photo } : null;
  const person = known && isGenuine(verdicts) ? asPerson(known) : null;
  // A warrant opens what a genuine card says, nothing else.
  if (!person) photo?.picture?.fill(0);
  return good({
    verdicts,
    person,
    believed: options.inspect ? known : null,
  });
}

interface Judged {
  readonly verdicts: Verdicts;
  /** Only from signed bytes. */
  readonly identity: Identity | null;
  readonly address: Address | null;
}

async function readSteadily(channel: Channel, options: ExamineOptions): Promise<Outcome<Judged, ExamineMishap>> {
  let before: Contents | null = null;
  try {
    for (const manner of READINGS) {
      const read = await readContents(channel, options.parts.includes('address'), manner, options.onFile);
      if (!read.ok) return read;
      const judged = judge(read.value, options);
      const agreed = before !== null && isSame(before, read.value);
      if (before) wipe({ ...before });
      before = read.value;
      if (agreed || (judged.ok && isGenuine(judged.value.verdicts))) return judged;
    }
    return bad('unsteady');
  } finally {
    if (before) wipe({ ...before });
  }
}

/** Signature first, parsing after: unsigned bytes are never interpreted. */
function judge(contents: Contents, { roots, today }: ExamineOptions): Outcome<Judged, 'malformed'> {
  if (withoutTrail(contents.identity).length === 0) return bad('malformed');
  const chain = followChain(contents.register, roots);
  const signed = identityVerdict(contents, chain);
  if (signed !== 'good')
    return good({ verdicts: verdictsOf(contents, signed, null, chain, today), identity: null, address: null });
  const parsed = parseIdentity(contents.identity);
  if (!parsed.ok) return parsed;
  const identity = { ...parsed.value, ...ownBytes(parsed.value) };
  const verdicts = verdictsOf(contents, signed, identity, chain, today);
  // Signed, but no address one could read: as good as none.
  const address = verdicts.address === 'good' && contents.address ? parseAddress(contents.address) : null;
  return good({ verdicts, identity, address: address?.ok ? address.value : null });
}

/** The binary fields lie in the file, which is wiped: copies of them. */
function ownBytes(identity: Identity): Partial<Identity> {
  const { structureVersion, chipNumber, photoHash, cardKeyHash } = identity;
  return Object.fromEntries(
    Object.entries({ structureVersion, chipNumber, photoHash, cardKeyHash })
      .filter(([, bytes]) => bytes !== undefined)
      .map(([name, bytes]) => [name, Uint8Array.from(bytes ?? [])]),
  );
}

function asPerson({ identity, address, photo }: Believed): Person {
  const { structureVersion, chipNumber, photoHash, cardKeyHash, ...known } = identity;
  const picture = photo?.picture ?? null;
  return { identity: known, address, photo: photo?.size ? { ...photo.size, bytes: photo.bytes } : null, picture };
}
