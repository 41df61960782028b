import { type KeyObject, X509Certificate } from 'node:crypto';
import { bad, good, type Outcome } from '../outcome.ts';
import type { Channel } from './channel.ts';
import { derTrimmed } from './der.ts';
import { FILES } from './files.ts';
import { OTHER_CHUNK, type ReadMishap, readFile } from './read-file.ts';
import type { Anchor } from './trust.ts';

/** `no-key`: no such certificate (children, some foreigners). `not-genuine`: no believed root behind it. `not-valid`: not on that day. */
export type KeyMishap = ReadMishap | 'no-key' | 'not-genuine' | 'not-valid';

/** What one garbled byte can bring about too. */
const DOUBTFUL: readonly KeyMishap[] = ['not-genuine', 'no-key'];

/**
 * The public half of a key, believed: its certificate hangs under the card's authority, that under a pinned root, by key. The
 * certificate names the person (its subject holds the national number), so only the key is given, and the bytes are overwritten; what
 * Node's certificate object keeps of them goes when it is collected. `today`: ISO date, or null when dates do not matter. A chain that
 * does not hold, or no certificate at all, is read a second time, in other chunks: a reader that garbles shall accuse nobody.
 */
export async function readKey(
  channel: Channel,
  name: 'authentication' | 'signature',
  roots: readonly Anchor[],
  today: string | null,
): Promise<Outcome<KeyObject, KeyMishap>> {
  const first = await readAndJudge(channel, name, roots, today, 256);
  return first.ok || !DOUBTFUL.includes(first.code) ? first : await readAndJudge(channel, name, roots, today, OTHER_CHUNK);
}

async function readAndJudge(
  channel: Channel,
  name: 'authentication' | 'signature',
  roots: readonly Anchor[],
  today: string | null,
  chunk: number,
): Promise<Outcome<KeyObject, KeyMishap>> {
  const own = await readFile(channel, FILES[name], { chunk });
  if (!own.ok) return own.code === 'absent' ? bad('no-key') : own;
  try {
    if (own.value.every((byte) => byte === 0)) return bad('no-key');
    const authority = await readFile(channel, FILES.authority, { chunk });
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
