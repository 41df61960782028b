import { bad, good, type Outcome } from '../outcome.ts';
import { isEllipticAtr } from './atr.ts';
import type { Channel } from './channel.ts';
import { FILES, type FileName, USUAL } from './files.ts';
import { type HowToRead, OTHER_CHUNK, type ReadMishap, readFile } from './read-file.ts';
import { withoutTrail } from './signature.ts';

/** What may be read beyond the identity. */
export type Part = 'address' | 'photo';

/** The raw files that say who and prove it, as on the card (certificate without padding). A file the card lacks is empty. */
export interface Contents {
  readonly identity: Buffer;
  readonly identitySignature: Buffer;
  /** The register's certificate. */
  readonly register: Buffer;
  readonly address?: Buffer;
  readonly addressSignature?: Buffer;
}

/** `quick` guesses lengths, so that no command is wasted on finding an end; `sure` guesses nothing, in other chunks than the first. */
export type Manner = 'quick' | 'sure';
const CHUNK: Record<Manner, number> = { quick: 256, sure: OTHER_CHUNK };

/**
 * Reads all but the photo in the order that serves the citizen: who, where, the two signatures, the register's certificate. `onFile`
 * hears of each file when it is there. A missing signature or certificate is a matter for the verdicts; no identity is no card to speak of.
 */
export async function readContents(
  channel: Channel,
  withAddress: boolean,
  manner: Manner,
  onFile: (name: FileName) => void = () => undefined,
): Promise<Outcome<Contents, ReadMishap>> {
  const files: Partial<Record<FileName, Buffer>> = {};
  const names: readonly FileName[] = withAddress
    ? ['identity', 'address', 'identitySignature', 'addressSignature', 'register']
    : ['identity', 'identitySignature', 'register'];
  for (const name of names) {
    const guess = manner === 'quick' ? usualLength(name, files, channel) : undefined;
    const read = await readOne(channel, name, { chunk: CHUNK[manner], guess });
    if (!read.ok || (name === 'identity' && read.value.length === 0)) {
      wipe(files);
      return read.ok ? bad('absent') : read;
    }
    files[name] = read.value;
    if (read.value.length > 0) onFile(name);
  }
  const { identity, identitySignature, register, ...more } = files;
  if (!identity || !identitySignature || !register) return bad('absent');
  return good({ identity, identitySignature, register, ...more });
}

/** The photo as it is on the card, or empty. */
export function readPhoto(channel: Channel, manner: Manner): Promise<Outcome<Buffer, ReadMishap>> {
  return readOne(channel, 'photo', { chunk: CHUNK[manner] });
}

async function readOne(channel: Channel, name: FileName, how: HowToRead): Promise<Outcome<Buffer, ReadMishap>> {
  const read = await readFile(channel, FILES[name], how);
  if (!read.ok && read.code === 'absent') return good(Buffer.alloc(0));
  return read;
}

/** The two signatures are made with one key: the second is as long as the first. For the first, the kind of card is a hint. */
function usualLength(name: FileName, files: Partial<Record<FileName, Buffer>>, { atr }: Channel): number | undefined {
  if (name === 'address') return USUAL.address;
  if (name === 'identitySignature') return isEllipticAtr(atr) ? USUAL.elliptic : USUAL.rsa;
  if (name !== 'addressSignature') return undefined;
  const first = files.identitySignature?.length ?? 0;
  return first === 128 || first === 256 ? first : USUAL.elliptic;
}

/** Overwrites the bytes. Strings made of them are out of reach: whoever holds them must let go. */
export function wipe(files: Partial<Record<string, Buffer>>): void {
  for (const bytes of Object.values(files)) bytes?.fill(0);
}

/** Whether two readings say the same; a quick one may lack padding. */
export function isSame(one: Contents, other: Contents): boolean {
  const names = ['identity', 'identitySignature', 'register', 'address', 'addressSignature'] as const;
  const trimmed = (bytes: Buffer = Buffer.alloc(0)) => withoutTrail(bytes);
  return names.every((name) => Buffer.compare(trimmed(one[name]), trimmed(other[name])) === 0);
}
