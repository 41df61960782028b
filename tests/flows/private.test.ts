import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Theme } from '../../main/core/procedure/schema.ts';
import { DIGEST_FILE, digestOf } from '../../main/services/catalogue/digest.ts';
import { openCatalogue } from '../../main/services/catalogue/index.ts';
import { standingClock } from '../../main/services/visit/clock.ts';
import { openKiosk } from './kiosk.ts';

const REAL = join(import.meta.dirname, '../../locales/procedures');
const DAY = '2026-11-21';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The packaged catalogue with one procedure more, of this theme: none of health or justice is packaged yet. */
function catalogueWith(id: string, theme: Theme) {
  const own = join(folder, 'catalogue');
  cpSync(REAL, own, { recursive: true });
  cpSync(join(REAL, 'pension-estimation'), join(own, id), { recursive: true });
  const file = join(own, id, 'procedure.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), id, theme }));
  writeFileSync(join(own, DIGEST_FILE), JSON.stringify(digestOf(own)));
  return openCatalogue({ folder: own, region: 'bruxelles' });
}

/** Everything that a row of the journal says in words, as it lies on the disk. */
function payloads(): unknown[] {
  const db = new DatabaseFile(join(folder, 'journal.db'), { readonly: true });
  const rows = db.prepare('SELECT payload FROM payloads').pluck().all();
  db.close();
  return rows.map((row) => JSON.parse(String(row)));
}

describe('a visit about health or justice', () => {
  it.each([
    ['sante-handicap', 'done', 'blocked'],
    ['sante-handicap', 'idle', null],
    ['droits-activites', 'staff', 'redirected'],
  ] as const)('(%s, ended by %s) leaves its theme and its day, and nothing else', async (theme, cause, said) => {
    const id = 'secret-matter';
    const clock = standingClock();
    const kiosk = await openKiosk(folder, { catalogue: catalogueWith(id, theme), timers: clock.timers });
    await kiosk.visit.begin('de');
    kiosk.visit.opened(id);
    kiosk.visit.step(id, 3);
    kiosk.visit.otherWay('phone');
    expect(kiosk.visit.kiosk()).toMatchObject({ state: 'in-use', theme: null });
    await kiosk.visit.end(cause, said);
    expect(await kiosk.journal.day(DAY)).toEqual({
      ok: true,
      value: { day: DAY, assistances: [], interrupted: 0, private: [{ theme, count: 1 }] },
    });
    await kiosk.close();
    expect(payloads()).toEqual([{ kind: 'private', day: DAY, theme }]);
    const bytes = readFileSync(join(folder, 'journal.db')).toString('latin1');
    for (const word of [id, '"de"', 'phone', 'blocked', 'redirected', 'abandoned', '"hour"', '"duration"', '"steps'])
      expect(bytes).not.toContain(word);
  });

  it('leaves nothing at all after "do not count me", and a count after a crash', async () => {
    const kiosk = await openKiosk(folder, { catalogue: catalogueWith('secret-matter', 'sante-handicap') });
    await kiosk.visit.begin('fr');
    kiosk.visit.opened('secret-matter');
    kiosk.visit.count(false);
    await kiosk.visit.end('done', null);
    await kiosk.visit.begin('fr');
    kiosk.visit.opened('secret-matter');
    await kiosk.visit.end('crash', null);
    await kiosk.close();
    expect(payloads()).toEqual([{ kind: 'interrupted', day: DAY, count: 1 }]);
  });

  it('is not hidden by another sheet that was only looked at, nor does it hide one', async () => {
    const id = 'secret-matter';
    const kiosk = await openKiosk(folder, { catalogue: catalogueWith(id, 'sante-handicap') });
    await kiosk.visit.begin('fr');
    kiosk.visit.opened(id);
    kiosk.visit.step(id, 1);
    kiosk.visit.opened('pension-estimation');
    await kiosk.visit.end('done', null);
    await kiosk.visit.begin('fr');
    kiosk.visit.opened(id);
    kiosk.visit.opened('pension-estimation');
    await kiosk.visit.end('done', null);
    await kiosk.close();
    expect(payloads()).toMatchObject([{ kind: 'private' }, { kind: 'assistance', procedure: 'pension-estimation' }]);
  });
});
