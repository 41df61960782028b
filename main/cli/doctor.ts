import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CardView } from '../core/card/view.ts';
import type { Check, Health } from '../core/health.ts';
import { Settings } from '../core/settings.ts';
import { type CardService, openCard } from '../services/card/index.ts';
import { openCatalogue } from '../services/catalogue/index.ts';
import { health } from '../services/health/index.ts';
import { readSettings } from '../services/settings/index.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

/** Milliseconds that readers get to announce themselves. */
const FIRST_NEWS = 1_500;
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
      card: { view: await firstNews(card) },
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

/** The card's view once the readers are known, or after a while: a reader with nothing in it announces nothing new. */
async function firstNews(card: CardService): Promise<() => CardView> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FIRST_NEWS);
    const stop = card.onChange(() => {
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
  return () => card.view();
}

function asText({ checks }: Health, say: Say): string {
  return checks
    .map(({ id, status, detail }) => {
      const line = say('cli.check', { name: say(`console.health.${id}.name`), text: say(`console.health.${id}.${status}`) });
      return `${SIGN[status]} ${line}${detail ? `\n    ${detail}` : ''}\n`;
    })
    .join('');
}
