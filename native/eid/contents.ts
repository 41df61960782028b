import { bad, good, type Outcome } from '../outcome.ts';
import type { Channel } from './channel.ts';
import { FILES, type FileName } from './files.ts';
import { type ReadMishap, readFile } from './read-file.ts';

/** What may be read beyond the identity. */
export type Part = 'address' | 'photo';

/** The raw files, exactly as on the card (certificates without most of their padding). */
export interface Contents {
  readonly identity: Buffer;
  readonly identitySignature: Buffer;
  /** The register's certificate. */
  readonly register: Buffer;
  readonly address?: Buffer;
  readonly addressSignature?: Buffer;
  readonly photo?: Buffer;
}

/** Reads what is needed to know and to verify, person first, photo last. `onFile` hears of each file when it is there. */
export async function readContents(
  channel: Channel,
  parts: readonly Part[],
  chunk: number,
  onFile: (name: FileName) => void = () => undefined,
): Promise<Outcome<Contents, ReadMishap>> {
  const files: Partial<Record<FileName, Buffer>> = {};
  const names: FileName[] = ['identity', 'identitySignature', 'register'];
  if (parts.includes('address')) names.splice(1, 0, 'address', 'addressSignature');
  if (parts.includes('photo')) names.push('photo');
  for (const name of names) {
    const read = await readFile(channel, FILES[name], chunk);
    // A missing signature or certificate is a matter for the verdicts; a missing identity is no card to speak of.
    if (!read.ok && (read.code !== 'absent' || name === 'identity')) {
      wipe(files);
      return read;
    }
    files[name] = read.ok ? read.value : Buffer.alloc(0);
    onFile(name);
  }
  const { identity, identitySignature, register, ...more } = files;
  if (!identity || !identitySignature || !register) return bad('absent');
  return good({ identity, identitySignature, register, ...more });
}

/** Overwrites the bytes. Strings made of them are out of reach: whoever holds them must let go. */
export function wipe(files: Partial<Record<FileName, Buffer>>): void {
  for (const bytes of Object.values(files)) bytes.fill(0);
}

export function isSame(one: Contents, other: Contents): boolean {
  const names: FileName[] = ['identity', 'identitySignature', 'register', 'address', 'addressSignature', 'photo'];
  return names.every((name) => (one[name] ?? Buffer.alloc(0)).equals(other[name] ?? Buffer.alloc(0)));
}
