import { parseArgs } from 'node:util';
import { csvOf, reportRows, shownAs } from '../core/journal/csv.ts';
import { forOthers } from '../core/journal/for-others.ts';
import { type Report, ReportBy, ReportQuery } from '../core/journal/report.ts';
import { Settings } from '../core/settings.ts';
import { journalAtRest } from '../services/journal/index.ts';
import { refused } from './journal.ts';
import type { Ports } from './ports.ts';
import type { Say } from './words.ts';

const USAGE = 64;
const FORMATS = ['csv', 'json'] as const;

/**
 * `comptoir report --from D --to D [--by theme,month,…] [--format csv|json] [--for-others] [--data FOLDER]`: counts of helps, people and
 * minutes, as the journal reads now. `--for-others` hides small numbers (core/journal/suppress.ts). Exit codes: 0, 1 when the journal
 * cannot be read, 64 wrongly asked.
 */
export async function report(args: string[], ports: Ports, say: Say): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      by: { type: 'string' },
      format: { type: 'string' },
      'for-others': { type: 'boolean' },
      data: { type: 'string' },
    },
  });
  const by = (values.by ?? '').split(',').filter((name) => name !== '');
  const query = ReportQuery.safeParse({ from: values.from, to: values.to, by });
  const format = FORMATS.find((one) => one === (values.format ?? 'csv'));
  if (!query.success || !format) {
    ports.stderr(`${say('cli.report.usage', { by: ReportBy.options.join(',') })}\n`);
    return USAGE;
  }
  const { journal: keep } = Settings.parse({});
  const journal = await journalAtRest({ folder: values.data ?? ports.dataFolder, now: ports.now, keep, readonly: true });
  if (journal === null) {
    ports.stderr(`${say('cli.journal.none')}\n`);
    return 0;
  }
  if (!journal.ok) return refused(journal.code, ports, say);
  try {
    const read = await journal.value.report(query.data);
    if (!read.ok) return refused(read.code, ports, say);
    print(read.value, format, values['for-others'] === true, ports);
    if (read.value.unsplit.helps > 0) ports.stderr(`${say('cli.report.unsplit')}\n`);
    return 0;
  } finally {
    journal.value.close();
  }
}

function print(whole: Report, format: (typeof FORMATS)[number], safe: boolean, ports: Ports): void {
  const shown = safe ? forOthers(whole) : whole;
  if (format === 'csv') ports.stdout(csvOf(reportRows(shown)));
  else
    ports.stdout(`${JSON.stringify(shown, (_, value) => (value === 'few' || value === 'hidden' ? shownAs(value) : value), 2)}\n`);
}
