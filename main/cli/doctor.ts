import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Check, Health } from '../core/health.ts';
import { Settings } from '../core/settings.ts';
import { openCard } from '../services/card/index.ts';
import { openCatalogue } from '../services/catalogue/index.ts';
import { health } from '../services/health/index.ts';
import { readSettings } from '../services/settings/index.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

/** Milliseconds that the reader process gets to look at the readers. */
const FIRST_LOOK = 3_000;
const SIGN: Record<Check['status'], string> = { good: '✓', warning: '!', bad: '✗', unknown: '?' };

/**
 * `comptoir doctor [--json] [--data FOLDER]`: looks at everything a visit needs, changes nothing. Exit code 0, or 1 when something
 * is bad. The JSON is one object, `{ version, runtime, checks: [{ id, status, detail }] }`, with stable keys.
 */
export async function doctor(args: string[], ports: Ports, say: Say, version: string): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, data: { type: 'string' } } });
  const folder = values.data ?? ports.dataFolder;
  const read = readSettings(folder);
  const settings = read.ok ? read.value : Settings.parse({});
  const card = openCard({ launch: ports.launch, now: ports.now });
  try {
    const result = await health({
      folder,
      settings,
      problems: read.ok ? [] : read.problems,
      runtime: ports.runtime,
      // A process that does not answer says nothing about readers: unknown, never good.
      card: (await inTime(card.known())) ? card : null,
      catalogue: openCatalogue({ folder: join(ports.localesFolder, 'procedures'), region: settings.place.region }),
      now: ports.now,
    });
    if (values.json) ports.stdout(`${JSON.stringify({ version, runtime: ports.runtime, ...result }, null, 2)}\n`);
    else ports.stdout(asText(result, say));
    return result.checks.some((check) => check.status === 'bad') ? 1 : 0;
  } finally {
    await card.close();
  }
}

async function inTime(news: Promise<void>): Promise<boolean> {
  const late = new AbortController();
  const limit = sleep(FIRST_LOOK, false, { signal: late.signal }).catch(() => false);
  const came = await Promise.race([news.then(() => true), limit]);
  late.abort();
  return came;
}

/** The console sends a facilitator to the IT person, who stands here: what to do, where the command line has words for it. */
function textOf(id: Check['id'], status: Check['status'], say: Say): string {
  const own = `cli.doctor.${id}.${status}`;
  const said = say(own);
  return said === own ? say(`console.health.${id}.${status}`) : said;
}

function asText({ checks }: Health, say: Say): string {
  return checks
    .map(({ id, status, detail }) => {
      const line = say('cli.check', { name: say(`console.health.${id}.name`), text: textOf(id, status, say) });
      return `${SIGN[status]} ${line}${detail ? `\n    ${detail}` : ''}\n`;
    })
    .join('');
}
