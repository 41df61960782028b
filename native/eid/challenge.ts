import { createHash, createPublicKey, type KeyObject, randomBytes, verify } from 'node:crypto';
import { bad, good, type Outcome } from '../outcome.ts';
import type { Channel } from './channel.ts';
import { derTrimmed } from './der.ts';
import { type ExamineMishap, examine } from './examine.ts';
import type { EidFile } from './files.ts';
import type { ChipVerdict } from './further-verdicts.ts';
import { OTHER_CHUNK, readFile } from './read-file.ts';
import { withoutTrail } from './signature.ts';
import type { Anchor } from './trust.ts';

/** EF with the chip's own public key (reference manual of applet 1.8; card content v5.4, section 4.3). */
const BASIC_KEY: EidFile = { path: '3f00df014040', end: 'short' };
/** SHA-384 (tag 1A); empty on cards without such a key. */
const HASH_BYTES = 48;
/** Uncompressed point of P-384, and the SubjectPublicKeyInfo it stands at the end of (RFC 5480). */
const POINT_BYTES = 97;
const SPKI_HEAD = Buffer.from('3076301006072a8648ce3d020106052b81040022036200', 'hex');

/**
 * The challenge of applet 1.8: the signed identity names the hash of the chip's key (tag 1A), the key is in a file, and the chip signs
 * 48 random bytes with the other half, which never leaves it. `onSent` is called just before: a card allows 5000 of these in its
 * life between two codes, so nobody asks twice for one insertion. Errors as `examine`'s; none once the question was sent.
 */
export async function challenge(
  channel: Channel,
  options: { roots: readonly Anchor[]; today: string; onSent: () => void },
): Promise<Outcome<ChipVerdict, ExamineMishap>> {
  const examined = await examine(channel, { parts: [], roots: options.roots, today: options.today, inspect: true });
  if (!examined.ok) return examined;
  const identity = examined.value.believed?.identity;
  if (!identity) return good('not-checked');
  if (identity.cardKeyHash?.length !== HASH_BYTES) return good('not-supported');
  const key = await readBasicKey(channel, identity.cardKeyHash);
  if (!key.ok) return key.code === 'bad' ? good('bad') : bad(key.code);
  options.onSent();
  return good(await ask(channel, key.value));
}

/** `bad`: the file is not the one the register signed for, in two readings that agree, or is not there. */
async function readBasicKey(channel: Channel, hash: Uint8Array): Promise<Outcome<KeyObject, ExamineMishap | 'bad'>> {
  let before: Buffer | null = null;
  for (const chunk of [256, OTHER_CHUNK, OTHER_CHUNK]) {
    const read = await readFile(channel, BASIC_KEY, { chunk });
    if (!read.ok) return read.code === 'absent' ? bad('bad') : read;
    const key = keyOf(read.value, hash);
    if (key) return good(key);
    if (before?.equals(read.value)) return bad('bad');
    before = read.value;
  }
  return bad('unsteady');
}

/**
 * Whether padding and structure count in the hash is not in the public manual, so the file is tried as it is, without what stands
 * behind its DER, and without trailing zeros. The key is its last 97 bytes, a bare point or one inside a SubjectPublicKeyInfo.
 */
function keyOf(file: Uint8Array, hash: Uint8Array): KeyObject | null {
  const exact = [file, derTrimmed(file) ?? file, withoutTrail(file)].find((bytes) => {
    return createHash('sha384').update(bytes).digest().equals(hash);
  });
  const point = exact?.subarray(-POINT_BYTES);
  if (point?.length !== POINT_BYTES) return null;
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_HEAD, point]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/**
 * INTERNAL AUTHENTICATE (manual 1.8, chapter 6): tag 94 with 48 bytes; r and s come back one behind the other. The bytes are the
 * SHA-384 of a random number, because the chip signs them as a digest and Node verifies no bare digest. Should a chip hash them once
 * more, that is as good a proof: they could not be foreseen.
 */
async function ask(channel: Channel, key: KeyObject): Promise<ChipVerdict> {
  const nonce = randomBytes(48);
  const sent = createHash('sha384').update(nonce).digest();
  const command = Buffer.concat([Buffer.of(0x00, 0x88, 0x02, 0x81, 0x32, 0x94, 0x30), sent]);
  const done = await channel.transaction(() => channel.send(command));
  const reply = done.ok ? done.value : done;
  // A card that has answered too often, or will not: no proof against it, and none for it.
  if (!reply.ok || reply.value.word !== 0x9000) return 'not-checked';
  const signature = reply.value.data;
  // Torn on the way, or no signature at all: no proof against it either.
  if (signature.length !== 96) return 'not-checked';
  const isOwn = [nonce, sent].some((data) => verify('sha384', data, { key, dsaEncoding: 'ieee-p1363' }, signature));
  return isOwn ? 'good' : 'bad';
}
