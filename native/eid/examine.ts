import { bad, good, type Outcome } from '../outcome.ts';
import { type Address, parseAddress } from './address.ts';
import type { Channel } from './channel.ts';
import { type Contents, isSame, type Part, readContents, wipe } from './contents.ts';
import type { FileName } from './files.ts';
import { type Identity, parseIdentity } from './identity.ts';
import { photoSize } from './photo.ts';
import type { ReadMishap } from './read-file.ts';
import { withoutTrail } from './signature.ts';
import { type Anchor, followChain } from './trust.ts';
import { isGenuine, isIdentitySigned, unsignedVerdicts, type Verdicts, verdictsOf } from './verify.ts';

/** What the card says, present only when it is genuine. */
export interface Person {
  /** Without the binary fields: their bytes are wiped with the file. */
  readonly identity: Omit<Identity, 'chipNumber' | 'photoHash' | 'cardKeyHash'>;
  readonly address: Address | null;
  readonly photo: { readonly width: number; readonly height: number; readonly bytes: number } | null;
}

export interface Examined {
  readonly verdicts: Verdicts;
  readonly person: Person | null;
}

export interface ExamineOptions {
  readonly parts: readonly Part[];
  readonly roots: readonly Anchor[];
  /** ISO date. */
  readonly today: string;
  readonly onFile?: (name: FileName) => void;
}

/** `malformed`: signed, or empty, but not readable as an identity. */
export type ExamineMishap = ReadMishap | 'malformed' | 'unsteady';

/** Unlike the first reading's 256, and a divisor of no file's length. */
const SECOND_CHUNK = 199;

/**
 * Reads a card and verifies it before anything is believed. A card is called not genuine only when two readings, with chunks of
 * different size, agree to the byte: a reader that garbles would otherwise accuse an honest person (`unsteady`).
 */
export async function examine(channel: Channel, options: ExamineOptions): Promise<Outcome<Examined, ExamineMishap>> {
  const first = await readContents(channel, options.parts, 256, options.onFile);
  if (!first.ok) return first;
  try {
    const judged = judge(first.value, options);
    if (judged.ok && judged.value.person) return judged;
    const second = await readContents(channel, options.parts, SECOND_CHUNK);
    if (!second.ok) return second;
    try {
      const again = judge(second.value, options);
      if (again.ok && again.value.person) return again;
      return isSame(first.value, second.value) ? again : bad('unsteady');
    } finally {
      wipe({ ...second.value });
    }
  } finally {
    wipe({ ...first.value });
  }
}

/** Signature first, parsing after: unsigned bytes are never interpreted. */
function judge(contents: Contents, { roots, today }: ExamineOptions): Outcome<Examined, 'malformed'> {
  if (withoutTrail(contents.identity).length === 0) return bad('malformed');
  const chain = followChain(contents.register, roots);
  if (!isIdentitySigned(contents, chain)) return good({ verdicts: unsignedVerdicts(contents, chain), person: null });
  const identity = parseIdentity(contents.identity);
  if (!identity.ok) return identity;
  const verdicts = verdictsOf(contents, identity.value, chain, today);
  if (!isGenuine(verdicts)) return good({ verdicts, person: null });
  const address = contents.address ? parseAddress(contents.address) : good(null);
  if (!address.ok) return address;
  const size = contents.photo && photoSize(contents.photo);
  const photo = size && contents.photo ? { ...size, bytes: contents.photo.length } : null;
  const { chipNumber, photoHash, cardKeyHash, ...known } = identity.value;
  return good({ verdicts, person: { identity: known, address: address.value, photo } });
}
