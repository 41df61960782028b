import { parseArgs } from 'node:util';
import { type Inspection, inspectCard } from '../services/card/index.ts';
import type { Ports } from './ports.ts';

/** Exit codes: 0 genuine (expired or not), 3 no service, reader or card, 4 not an eID or unreadable, 5 not genuine. */
const EXIT: Record<Inspection['card'], number> = {
  genuine: 0,
  'no-service': 3,
  'no-reader': 3,
  'no-card': 3,
  'not-eid': 4,
  'bank-card': 4,
  busy: 4,
  'not-active': 4,
  unreadable: 4,
  'not-genuine': 5,
};
const MOST_SECONDS = 3600;

/**
 * `comptoir card [--json] [--wait S]`: reads the card in the reader, or the first put in within S seconds, and prints what it found:
 * `{ card, expired, identity, photo, verdicts, figures }`, as JSON or as one line a value. No national number; of the photo its size.
 */
export async function card(args: string[], ports: Pick<Ports, 'launch' | 'stdout' | 'now'>): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, wait: { type: 'string' } } });
  const seconds = Number(values.wait ?? 0);
  if (!(seconds >= 0 && seconds <= MOST_SECONDS)) throw notSeconds();
  const found = await inspectCard({ launch: ports.launch, now: ports.now, waitMs: seconds * 1000 });
  ports.stdout(values.json ? `${JSON.stringify(found, null, 2)}\n` : lines(found));
  return EXIT[found.card];
}

/** `identity.name  Exemple`: keys as in the JSON, one value a line. */
function lines(value: object, path = ''): string {
  return Object.entries(value)
    .map(([key, inner]) => {
      const name = path ? `${path}.${key}` : key;
      return inner !== null && typeof inner === 'object' ? lines(inner, name) : `${name.padEnd(24)} ${inner ?? '-'}\n`;
    })
    .join('');
}

/** The same kind of mistake as an option that misses its value, and told like it. */
function notSeconds(): Error {
  return Object.assign(new Error('--wait takes seconds'), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
}
