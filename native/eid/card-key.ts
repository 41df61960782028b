import { type KeyObject, X509Certificate } from 'node:crypto';
import { bad, good, type Outcome } from '../outcome.ts';
import type { Channel } from './channel.ts';
import { derTrimmed } from './der.ts';
import type { EidFile } from './files.ts';
import { type ReadMishap, readFile } from './read-file.ts';
import type { Anchor } from './trust.ts';

/** Certificates of the card's own keys, and of the Citizen CA or Foreigner CA above them (card content specification v5.4, section 4.3). */
const PATHS = {
  authentication: { path: '3f00df005038', end: 'der' },
  signature: { path: '3f00df005039', end: 'der' },
  authority: { path: '3f00df00503a', end: 'der' },
} as const satisfies Record<string, EidFile>;

/** `no-key`: no such certificate (children, some foreigners). `not-genuine`: no believed root behind it. `not-valid`: not on that day. */
export type KeyMishap = ReadMishap | 'no-key' | 'not-genuine' | 'not-valid';

/** Unlike the first reading's 256, so that no piece of a file is asked for twice in the same way. */
const SECOND_CHUNK = 199;

/**
 * The public half of a key, believed: its certificate hangs under the card's authority, that under a pinned root, by key. The
 * certificate names the person (its subject holds the national number), so only the key is given, and the bytes are overwritten; what
 * Node's certificate object keeps of them goes when it is collected. `today`: ISO date, or null when dates do not matter. A chain that
 * does not hold is read a second time, in other chunks: a reader that garbles shall accuse nobody.
 */
export async function readKey(
  channel: Channel,
  name: 'authentication' | 'signature',
  roots: readonly Anchor[],
  today: string | null,
): Promise<Outcome<KeyObject, KeyMishap>> {
  const first = await readAndJudge(channel, name, roots, today, 256);
  return first.ok || first.code !== 'not-genuine' ? first : await readAndJudge(channel, name, roots, today, SECOND_CHUNK);
}

async function readAndJudge(
  channel: Channel,
  name: 'authentication' | 'signature',
  roots: readonly Anchor[],
  today: string | null,
  chunk: number,
): Promise<Outcome<KeyObject, KeyMishap>> {
  const own = await readFile(channel, PATHS[name], { chunk });
  if (!own.ok) return own.code === 'absent' ? bad('no-key') : own;
  try {
    if (own.value.every((byte) => byte === 0)) return bad('no-key');
    const authority = await readFile(channel, PATHS.authority, { chunk });
    if (!authority.ok) return authority.code === 'absent' ? bad('not-genuine') : authority;
    return judge(own.value, authority.value, roots, today);
  } finally {
    own.value.fill(0);
  }
}

function judge(
  own: Uint8Array,
  above: Uint8Array,
  roots: readonly Anchor[],
  today: string | null,
): Outcome<KeyObject, 'not-genuine' | 'not-valid'> {
  try {
    const [certificate, authority] = [
      new X509Certificate(derTrimmed(own) ?? own),
      new X509Certificate(derTrimmed(above) ?? above),
    ];
    const key = certificate.publicKey;
    const root = roots.find((anchor) => authority.verify(anchor.key));
    if (!root || !authority.ca || certificate.ca || !certificate.verify(authority.publicKey)) return bad('not-genuine');
    return today === null || isValidOn(today, [certificate, authority]) ? good(key) : bad('not-valid');
  } catch {
    // Not a certificate, or one with a key or a signature of an unknown kind.
    return bad('not-genuine');
  }
}

/** Valid at some time of that day: expiry is a matter of days to people. */
function isValidOn(today: string, certificates: readonly X509Certificate[]): boolean {
  const [from, until] = [Date.parse(`${today}T00:00:00Z`), Date.parse(`${today}T23:59:59Z`)];
  return certificates.every(({ validFrom, validTo }) => Date.parse(validFrom) <= until && from <= Date.parse(validTo));
}
