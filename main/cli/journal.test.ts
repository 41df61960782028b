import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleHelp, sampleJournal } from '../services/journal/samples.ts';
import { type Ports, run } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function comptoir(...argv: string[]) {
  let out = '';
  let err = '';
  const ports: Ports = {
    launch: () => {
      throw new Error('no card is needed');
    },
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    dataFolder: folder,
    localesFolder: join(import.meta.dirname, '../../locales'),
    runtime: { kind: 'node', electron: null, node: '20.18.1' },
    now: () => new Date(2026, 10, 21, 10, 30),
    env: { LANG: 'en' },
  };
  return { code: await run(argv, ports), out, err };
}
/** What a plain count of the payloads themselves says; corrections and erasures are none in a seeded journal. */
function plainCount(groups: string, where: string) {
  const db = new DatabaseFile(join(folder, 'journal.db'), { readonly: true });
  const text = `SELECT ${groups}, count(*), sum(coalesce(json_extract(payload, '$.workshop.participants'), 1)), sum(coalesce(json_extract(payload, '$.minutes'), 0))
    FROM payloads WHERE ${where} GROUP BY ${groups}`;
  const rows = db.prepare(text).raw().all() as (string | number | null)[][];
  db.close();
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join(';')).toSorted();
}
const linesOf = (csv: string) => csv.slice(1).split('\r\n').slice(1, -2).toSorted();

describe('comptoir report', () => {
  it('equals a plain count of what was written, by one thing or by three', async () => {
    await comptoir('journal', 'seed', '--count', '3000', '--days', '400');
    const period = ['--from', '2026-01-01', '--to', '2026-06-30'];
    const inside = "json_extract(payload, '$.day') BETWEEN '2026-01-01' AND '2026-06-30'";
    const field = (name: string) => `json_extract(payload, '$.${name}')`;
    for (const names of [['theme'], ['procedure'], ['blockReason', 'language'], ['channel', 'outcome', 'ageBand']]) {
      const { out, code } = await comptoir('report', ...period, '--by', names.join(','));
      expect(code).toBe(0);
      expect(out.startsWith(`\uFEFF${names.join(';')};helps;people;minutes\r\n`)).toBe(true);
      expect(linesOf(out)).toEqual(plainCount(names.map(field).join(', '), inside));
    }
    const months = await comptoir('report', ...period, '--by', 'month');
    expect(linesOf(months.out)).toEqual(plainCount(`substr(${field('day')}, 1, 7)`, inside));
    const whole = await comptoir('report', ...period, '--format', 'json');
    const [total] = plainCount("'all'", inside);
    const { helps, people, minutes } = JSON.parse(whole.out).total;
    expect(`all;${helps};${people};${minutes}`).toBe(total);
  });

  it('hides small numbers from others', async () => {
    const journal = await sampleJournal(folder);
    for (let i = 0; i < 12; i++) await journal.addHelp(sampleHelp({ channel: i < 2 ? 'phone' : 'desk' }));
    await journal.close();
    const { out } = await comptoir('report', '--from', '2026-11-01', '--to', '2026-11-30', '--by', 'channel', '--for-others');
    expect(out).toBe('\uFEFFchannel;helps;people;minutes\r\ndesk;…;…;…\r\nphone;<5;<5;<5\r\ntotal;12;12;180\r\n');
  });

  it('says how it is asked, and that there is no journal', async () => {
    expect(await comptoir('report', '--from', '2026-02-01', '--to', '2026-01-01')).toMatchObject({ code: 64, out: '' });
    expect((await comptoir('report', '--from', '2026-01-01', '--to', '2026-01-31', '--by', 'name')).err).toContain('place,theme');
    expect(await comptoir('report', '--from', '2026-01-01', '--to', '2026-01-31')).toMatchObject({ code: 0, out: '' });
  });
});

describe('comptoir journal', () => {
  it('verify names the first entry that somebody changed', async () => {
    expect(JSON.parse((await comptoir('journal', 'verify')).out)).toMatchObject({ exists: false, intact: true });
    await comptoir('journal', 'seed', '--count', '20');
    expect(await comptoir('journal', 'verify')).toMatchObject({ code: 0, err: 'The journal is whole: 20 lines.\n' });
    const db = new DatabaseFile(join(folder, 'journal.db'));
    db.exec('DROP TRIGGER payloads_no_update');
    db.prepare('UPDATE payloads SET payload = replace(payload, \'"minutes":\', \'"minutes":1\') WHERE rowid IN (7, 12)').run();
    db.close();
    const { code, out } = await comptoir('journal', 'verify');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      intact: false,
      detail: expect.stringMatching(/^broken=payload-hash .* sequence=7$/),
    });
  });

  it('erase takes a help out by its receipt, while Comptoir has the journal open', async () => {
    const journal = await sampleJournal(folder);
    await journal.addHelp(sampleHelp({ note: 'narvalmark' }), { receipt: 'ABCD-1234' });
    expect(await comptoir('journal', 'erase', '--receipt', 'ZZZZ-0000')).toMatchObject({
      code: 1,
      err: 'No help has this code.\n',
    });
    expect(await comptoir('journal', 'erase', '--receipt', 'abcd-1234')).toMatchObject({ code: 0 });
    expect(await journal.check()).toMatchObject({ intact: true, entries: 2 });
    await journal.addHelp(sampleHelp());
    expect(await journal.check()).toMatchObject({ intact: true, entries: 3 });
    await journal.close();
    expect(readFileSync(join(folder, 'journal.db')).includes('narval')).toBe(false);
  });

  it('retention says what it would do, does it, and then has nothing to do', async () => {
    await comptoir('journal', 'seed', '--count', '800', '--days', '800');
    const dry = await comptoir('journal', 'retention', '--dry-run');
    expect(JSON.parse(dry.out)).toEqual({ dryRun: true, days: 434, helps: 434 });
    expect(JSON.parse((await comptoir('journal', 'retention')).out)).toEqual({ dryRun: false, days: 434, helps: 434, drafts: 0 });
    expect(JSON.parse((await comptoir('journal', 'retention')).out)).toMatchObject({ days: 0, helps: 0 });
    expect((await comptoir('journal', 'verify')).code).toBe(0);
  });

  it('takes nothing out when the settings are wrong', async () => {
    await comptoir('journal', 'seed', '--count', '3', '--days', '800');
    writeFileSync(join(folder, 'settings.json'), '{"journal": {"keepMonths": "many"}}');
    expect(await comptoir('journal', 'retention')).toMatchObject({ code: 1, out: '' });
  });

  it('says how it is asked', async () => {
    for (const words of [[], ['burn'], ['erase'], ['seed', '--count', 'many']])
      expect((await comptoir('journal', ...words)).code).toBe(64);
  });
});
