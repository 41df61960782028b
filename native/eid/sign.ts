import type { KeyObject } from 'node:crypto';
import { bad, good, type Outcome } from '../outcome.ts';
import { selectPath } from './apdu.ts';
import type { Channel, ChannelMishap } from './channel.ts';
import { DIGEST_INFO, isSignature, type SignJob } from './is-signature.ts';

/** How the card is told: the algorithm byte of MSE SET, and what goes into PSO. */
export interface SignPlan {
  readonly algorithm: number;
  readonly data: Uint8Array;
}

/** MSE SET, PERFORM SECURITY OPERATION (reference manuals of applets 1.7 and 1.8, chapter 6). */
const SET = [0x00, 0x22, 0x41, 0xb6, 5, 4, 0x80];
const COMPUTE = [0x00, 0x2a, 0x9e, 0x9a];
const KEY_NUMBER = { authentication: 0x82, signature: 0x83 } as const;

const DIGEST_LENGTH = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
/** PKCS#1 v1.5 where the card is given the whole DigestInfo: every applet with RSA keys. */
const RAW_PKCS1 = 0x01;

/**
 * How this card can sign that, or null if it cannot, or if the digest is not one. By the kind of key: RSA with PKCS#1 v1.5 on every
 * applet (`sha1` 02; the card adds SHA-256's DigestInfo itself on 1.7, 08; otherwise we do, 01), PSS on 1.7 only (10, 20, salt as long as
 * the digest), ECDSA with SHA-2 (01, 02, 04).
 */
export function planOf({ hash, scheme, digest }: SignJob, key: KeyObject, applet: string): SignPlan | null {
  if (digest.length !== DIGEST_LENGTH[hash]) return null;
  const algorithm = algorithmOf(hash, scheme, key.asymmetricKeyType, applet === '1.7');
  if (algorithm === null) return null;
  const whole = algorithm === RAW_PKCS1 && scheme === 'pkcs1';
  return { algorithm, data: whole ? Buffer.concat([Buffer.from(DIGEST_INFO[hash], 'hex'), digest]) : digest };
}

function algorithmOf(hash: SignJob['hash'], scheme: SignJob['scheme'], kind: string | undefined, is17: boolean): number | null {
  if (kind === 'ec' && scheme === 'ecdsa') return { sha1: null, sha256: 0x01, sha384: 0x02, sha512: 0x04 }[hash];
  if (kind !== 'rsa') return null;
  if (scheme === 'pss' && is17) return { sha1: 0x10, sha256: 0x20, sha384: null, sha512: null }[hash];
  if (scheme !== 'pkcs1') return null;
  return { sha1: 0x02, sha256: is17 ? 0x08 : RAW_PKCS1, sha384: RAW_PKCS1, sha512: RAW_PKCS1 }[hash];
}

/** Chooses key and algorithm. From applet 1.7 on the card wants its key folder to be the current one. `refused`: the card knows no such key. */
export async function chooseKey(
  channel: Channel,
  key: SignJob['key'],
  algorithm: number,
): Promise<Outcome<null, ChannelMishap | 'refused'>> {
  const folder = await channel.send(selectPath('3f00df00'));
  if (!folder.ok) return folder;
  const set = await channel.send(Buffer.of(...SET, algorithm, 0x84, KEY_NUMBER[key]));
  if (!set.ok) return set;
  return set.value.word === 0x9000 ? good(null) : bad('refused');
}

/**
 * Has the chosen key sign, right after the code. ECDSA: r and s one behind the other. `refused`: the card would not, or gave something
 * that is no signature of that key.
 */
export async function computeSignature(
  channel: Channel,
  job: SignJob,
  plan: SignPlan,
  key: KeyObject,
): Promise<Outcome<Uint8Array, ChannelMishap | 'refused'>> {
  const reply = await channel.send(Buffer.concat([Buffer.of(...COMPUTE, plan.data.length), plan.data]));
  if (!reply.ok) return reply;
  const { data, word } = reply.value;
  return word === 0x9000 && isSignature(job, key, data) ? good(new Uint8Array(data)) : bad('refused');
}
