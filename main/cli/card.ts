import { parseArgs } from 'node:util';
import { DOCUMENT_TYPES, SPECIAL_ORGANISATIONS, SPECIAL_STATUSES, termOf } from '../core/card/terms.ts';
import { type CardMishap, type CardReport, inspectCard } from '../services/card/index.ts';
import { canLogIn, findModule } from '../services/login/index.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

/** Exit codes: 0 genuine (expired or not), 3 no service, reader or card, 5 not genuine, 4 all else. */
const EXIT: Partial<Record<CardMishap, number>> = {
  'no-service': 3,
  'no-reader': 3,
  'no-card': 3,
  'card-removed': 3,
  'not-genuine': 5,
};
const MOST_SECONDS = 3600;
/** Something this installation does not do (as sysexits(3), EX_UNAVAILABLE). */
const UNAVAILABLE = 69;

/**
 * `comptoir card [--json] [--wait S]`: reads the card in the reader, or the first put in within S seconds, and prints what it found
 * (docs/card.md), as JSON or as one line a value. Of the photo a hash. `--national-number` is for development builds only.
 * `--challenge` adds the chip's own proof, `--online` what authorities say of its certificates: neither changes the exit code.
 */
export async function card(
  args: string[],
  ports: Pick<Ports, 'launch' | 'stdout' | 'stderr' | 'now'>,
  say: Say,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      wait: { type: 'string' },
      challenge: { type: 'boolean' },
      online: { type: 'boolean' },
      'national-number': { type: 'boolean' },
    },
  });
  const nationalNumber = values['national-number'] === true;
  if (nationalNumber && !__TEST_BUILD__) {
    ports.stderr(`${say('cli.nationalNumber')}\n`);
    return UNAVAILABLE;
  }
  const seconds = Number(values.wait ?? 0);
  if (!(seconds >= 0 && seconds <= MOST_SECONDS)) throw notSeconds();
  const further = { challenge: values.challenge === true, online: values.online === true };
  const found = await inspectCard({ launch: ports.launch, now: ports.now, waitMs: seconds * 1000, nationalNumber, further });
  ports.stdout(values.json ? `${JSON.stringify(found, null, 2)}\n` : lines({ ...found, ...{ meaning: meaningOf(found) } }));
  return found.mishap === null ? 0 : (EXIT[found.mishap] ?? 4);
}

/** `identity.surname  Exemple`: keys as in the JSON, one value a line. */
function lines(value: object, path = ''): string {
  return Object.entries(value)
    .map(([key, inner]) => {
      const name = path ? `${path}.${key}` : key;
      return inner !== null && typeof inner === 'object' ? lines(inner, name) : `${name.padEnd(31)} ${inner ?? '-'}\n`;
    })
    .join('');
}

/** For people who do not know the card's numbers by heart. */
function meaningOf({ identity, applet }: CardReport): object {
  const login = applet === null ? {} : { login: canLogIn(applet, findModule()) };
  if (!identity) return login;
  const organisation = identity.extra.specialOrganisation;
  return {
    ...login,
    documentType: termOf(DOCUMENT_TYPES, identity.documentType),
    specialStatus: termOf(SPECIAL_STATUSES, identity.specialStatus)?.join(', ') || null,
    ...(typeof organisation === 'string' && { specialOrganisation: termOf(SPECIAL_ORGANISATIONS, organisation) }),
  };
}

/** The same kind of mistake as an option that misses its value, and told like it. */
function notSeconds(): Error {
  return Object.assign(new Error('--wait takes seconds'), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
}
