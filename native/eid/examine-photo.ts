import { createHash } from 'node:crypto';
import { bad, good, type Outcome } from '../outcome.ts';
import type { Channel } from './channel.ts';
import { readPhoto } from './contents.ts';
import { isPhotoHash, isPhotoOf, photoSize } from './photo.ts';
import type { ReadMishap } from './read-file.ts';
import type { Verdicts } from './verify.ts';

/** What is told of a photo. */
export interface Photo {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Pixels, from the JPEG itself; null when it is none. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** The picture itself: null unless a warrant asked to keep it. */
  readonly picture: Uint8Array | null;
}

export interface PhotoExamined {
  readonly verdict: Verdicts['photo'];
  /** Present only when it is the one the identity names. */
  readonly photo: Photo | null;
}

/**
 * Reads the photo and compares it with the hash in the signed identity (null, or of no known length: there is none to compare with). Like the identity,
 * it is called bad only when two readings agree to the byte.
 */
export async function examinePhoto(
  channel: Channel,
  hash: Uint8Array | null,
  keep = false,
): Promise<Outcome<PhotoExamined, ReadMishap | 'unsteady'>> {
  if (!isPhotoHash(hash ?? undefined) || !hash) return good({ verdict: 'unknown', photo: null });
  let before = '';
  for (const manner of ['quick', 'sure', 'sure'] as const) {
    const read = await readPhoto(channel, manner);
    if (!read.ok) return read;
    const bytes = read.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const isOf = isPhotoOf(bytes, hash);
    const picture = keep && isOf ? Uint8Array.from(bytes) : null;
    const photo = { bytes: bytes.length, sha256, size: photoSize(bytes), picture };
    bytes.fill(0);
    if (isOf) return good({ verdict: 'good', photo });
    if (photo.bytes === 0) return good({ verdict: 'absent', photo: null });
    if (sha256 === before) return good({ verdict: 'bad', photo: null });
    before = sha256;
  }
  return bad('unsteady');
}
