import { parseArgs } from 'node:util';
import type { Keep } from '../core/journal/retention.ts';
import { localDay } from '../core/local-day.ts';
import { Settings } from '../core/settings.ts';
import { inspectJournal, journalAtRest, seedJournal } from '../services/journal/index.ts';
import { readSettings } from '../services/settings/index.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

const WRONG = 1;
const USAGE = 64;
/** Something this installation does not do (as sysexits(3), EX_UNAVAILABLE). */
const UNAVAILABLE = 69;

interface Asked {
  folder: string;
  keep: Keep;
  receipt: string | undefined;
  dryRun: boolean;
  count: number;
  days: number;
}
type Verb = (asked: Asked, ports: Ports, say: Say) => Promise<number>;

/** Says why the journal cannot be worked on. */
export function refused(code: string, ports: Ports, say: Say): number {
  ports.stderr(`${say(`mishaps.${code}.title`)}\n`);
  return WRONG;
}

/** Follows the chain to its end; names the first entry that is not as it was written. */
const verify: Verb = async ({ folder }, ports, say) => {
  const { exists, intact, entries, detail, aside } = await inspectJournal(folder);
  ports.stdout(`${JSON.stringify({ exists, intact, entries, detail, aside })}\n`);
  ports.stderr(
    `${say(`cli.journal.${!exists ? 'none' : intact ? 'intact' : 'broken'}`, { detail, entries: String(entries) })}\n`,
  );
  return intact ? 0 : WRONG;
};

const erase: Verb = async ({ folder, keep, receipt }, ports, say) => {
  if (receipt === undefined) return usage(ports, say);
  const journal = await journalAtRest({ folder, now: ports.now, keep });
  if (journal === null) return refused('no-such-receipt', ports, say);
  if (!journal.ok) return refused(journal.code, ports, say);
  try {
    const erased = await journal.value.eraseByReceipt(receipt);
    if (!erased.ok) return refused(erased.code, ports, say);
    ports.stdout(`${say('cli.journal.erased')}\n`);
    return 0;
  } finally {
    journal.value.close();
  }
};

const retention: Verb = async ({ folder, keep, dryRun }, ports, say) => {
  const journal = await journalAtRest({ folder, now: ports.now, keep, readonly: dryRun });
  if (journal === null) {
    ports.stderr(`${say('cli.journal.none')}\n`);
    return 0;
  }
  if (!journal.ok) return refused(journal.code, ports, say);
  try {
    const result = await (dryRun ? journal.value.ahead() : journal.value.retain());
    if (!result.ok) return refused(result.code, ports, say);
    ports.stdout(`${JSON.stringify({ dryRun, ...result.value })}\n`);
    return 0;
  } finally {
    journal.value.close();
  }
};

const seed: Verb = async ({ folder, count, days }, ports, say) => {
  if (!__TEST_BUILD__) {
    ports.stderr(`${say('cli.journal.seed')}\n`);
    return UNAVAILABLE;
  }
  if (!(Number.isInteger(count) && count > 0 && Number.isInteger(days) && days > 0)) return usage(ports, say);
  const seeded = await seedJournal(folder, count, localDay(ports.now()), days);
  if (!seeded.ok) return refused(seeded.code, ports, say);
  ports.stdout(`${JSON.stringify({ helps: seeded.value })}\n`);
  return 0;
};

const VERBS: Record<string, Verb> = { verify, erase, retention, seed };

function usage(ports: Ports, say: Say): number {
  ports.stderr(`${say('cli.journal.usage')}\n`);
  return USAGE;
}

/**
 * `comptoir journal verify | erase --receipt CODE | retention [--dry-run] | seed --count N [--days N]`, each with `[--data FOLDER]`.
 * Exit codes: 0 done (verify: whole), 1 not (verify: broken), 64 wrongly asked. `seed` is for development builds only.
 */
export async function journal(args: string[], ports: Ports, say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      receipt: { type: 'string' },
      'dry-run': { type: 'boolean' },
      count: { type: 'string' },
      days: { type: 'string' },
    },
  });
  const [name = '', ...rest] = positionals;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb || rest.length > 0) return usage(ports, say);
  const folder = values.data ?? ports.dataFolder;
  const settings = readSettings(folder);
  // Settings that are wrong must not shorten what the right ones keep: nothing is taken out by guess.
  if (!settings.ok && name !== 'verify') {
    ports.stderr(`${say('cli.journal.settings')}\n`);
    return WRONG;
  }
  const { journal: keep } = settings.ok ? settings.value : Settings.parse({});
  const asked = { folder, keep, receipt: values.receipt, dryRun: values['dry-run'] === true };
  return verb({ ...asked, count: Number(values.count), days: Number(values.days ?? 365) }, ports, say);
}
