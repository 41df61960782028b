import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryId } from './chain.ts';
import { connect, JOURNAL_FILE } from './database.ts';
import { openJournal } from './index.ts';
import { inspect } from './inspect.ts';
import { MIGRATIONS, migrate, NewerSchema, schemaVersion } from './migrations/index.ts';
import { appendErasure, sampleAssistance, sampleCompletion, sampleJournal } from './samples.ts';
import { openStore } from './store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  file = join(folder, JOURNAL_FILE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A closed journal with three entries: two assistances, the first one completed. Gives the ids of the two. */
function filled(): string[] {
  const store = openStore(folder, () => 'never');
  const ids = [9, 10].map((hour) => {
    const id = entryId(randomBytes(16));
    const payload = JSON.stringify(sampleAssistance({ hour }));
    store.append({ id, kind: 'assistance', about: null, salt: randomBytes(16), payload, receipt: 'ABCD-1234' });
    return id;
  });
  store.append({
    id: entryId(randomBytes(16)),
    kind: 'completion',
    about: ids[0] ?? null,
    salt: randomBytes(16),
    payload: JSON.stringify(sampleCompletion()),
    receipt: null,
  });
  store.close();
  return ids;
}
/** Works on the file as somebody would who has SQLite and no respect. */
function raw<T>(work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

describe('a connection', () => {
  it('keeps every acknowledged entry through a power cut and overwrites what is erased', () => {
    const db = connect(file);
    const settings = ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map((name) =>
      db.pragma(name, { simple: true }),
    );
    db.close();
    expect(settings).toEqual(['wal', 2, 1, 1]);
  });
});

describe('migrations', () => {
  it('lead from an empty file to the newest schema, each step counted, and again to nothing', () => {
    const db = connect(file);
    migrate(db);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    migrate(db);
    const tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'notes_%' ORDER BY name";
    expect(db.prepare(tables).pluck().all()).toEqual([
      'covered',
      'day_sums',
      'drafts',
      'entries',
      'help_tags',
      'helps',
      'meta',
      'notes',
      'payloads',
      'state',
    ]);
    db.close();
  });

  it('are numbered as their files are', () => {
    const files = readdirSync(join(import.meta.dirname, 'migrations')).filter((name) => /^\d{4}-/.test(name));
    expect(MIGRATIONS.map((migration) => `${migration.name}.ts`)).toEqual(files.sort());
  });

  it('undo a step that fails, and the count with it', () => {
    const db = connect(file);
    const broken = { name: '9999-broken', sql: 'CREATE TABLE half (a); SELECT no_such_function();' };
    expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow('no_such_function');
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    db.close();
  });

  it.each(readdirSync(join(import.meta.dirname, 'fixtures')).filter((name) => name.endsWith('.sql')))(
    'bring the old file %s to the newest schema with everything in it',
    async (name) => {
      raw((db) => {
        db.exec(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));
      });
      const journal = await sampleJournal(folder);
      expect(await journal.check()).toMatchObject({ intact: true, entries: 4, mishap: null });
      expect(await journal.day('2026-11-20')).toMatchObject({
        ok: true,
        value: {
          assistances: [{ record: { hour: 9 }, completion: { outcome: 'done' } }, { record: { hour: 14 } }],
          interrupted: 1,
        },
      });
      await journal.close();
    },
  );

  it('refuse a file from a newer Comptoir and leave it as it is', async () => {
    filled();
    raw((db) => db.pragma('user_version = 99'));
    const before = readFileSync(file);
    const options = {
      folder,
      worker: new URL('./worker.ts', import.meta.url),
      now: () => new Date(),
      random: () => new Uint8Array(16),
    };
    expect(await openJournal(options)).toEqual({ ok: false, code: 'journal-newer' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(inspect(folder)).toMatchObject({ intact: false, mishap: 'journal-newer', detail: 'user_version=99' });
    const db = connect(file);
    expect(() => migrate(db)).toThrow(NewerSchema);
    db.close();
  });
});

describe('append-only', () => {
  it.each([
    "UPDATE entries SET kind = 'other'",
    'DELETE FROM entries',
    "UPDATE payloads SET payload = '{}'",
    'DELETE FROM payloads',
    "UPDATE meta SET value = 'x'",
    'DELETE FROM meta',
    "INSERT OR REPLACE INTO meta VALUES ('device', 'x')",
    "INSERT OR REPLACE INTO payloads (entry, salt, payload) SELECT entry, salt, '{}' FROM payloads",
    'INSERT OR REPLACE INTO entries SELECT * FROM entries',
    "INSERT INTO entries SELECT NULL, device, sequence + 9, 'abcdefghijklmnopqrstuv0123', kind, about, payload_hash, hash, hash, NULL FROM entries",
  ])('holds against %s', async (sql) => {
    filled();
    raw((db) => {
      expect(() => db.exec(sql)).toThrow(/append-only|out of chain/);
      expect(db.prepare('SELECT count(*) FROM payloads').pluck().get()).toBe(3);
    });
    expect(inspect(folder)).toMatchObject({ intact: true, entries: 3 });
  });

  it('lets a payload go only when an entry says that it was erased; then the chain still verifies and its words are gone', async () => {
    const [id = ''] = filled();
    raw((db) => {
      db.pragma('secure_delete = ON');
      const erase = db.prepare('DELETE FROM payloads WHERE entry = ?');
      expect(() => erase.run(id)).toThrow('append-only');
    });
    raw((db) => {
      appendErasure(db, id);
      db.pragma('secure_delete = ON');
      expect(db.prepare('DELETE FROM payloads WHERE entry = ?').run(id).changes).toBe(1);
      expect(() => db.prepare("INSERT INTO payloads VALUES (?, zeroblob(16), '{}')").run(id)).toThrow('append-only');
    });
    expect(inspect(folder)).toMatchObject({ intact: true, entries: 4 });
    const journal = await sampleJournal(folder);
    expect(await journal.day('2026-11-21')).toMatchObject({ ok: true, value: { assistances: [{ record: { hour: 10 } }] } });
    expect(await journal.complete(id, sampleCompletion())).toEqual({ ok: false, code: 'no-such-assistance' });
    await journal.close();
  });
});

describe('the chain', () => {
  const TRIGGERS = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
  it.each([
    ["UPDATE payloads SET payload = replace(payload, 'to-finish', 'done')", 'payload-hash', 1],
    ['UPDATE payloads SET salt = zeroblob(16) WHERE rowid = 2', 'payload-hash', 2],
    ['DELETE FROM payloads WHERE rowid = 3', 'payload-missing', 3],
    ["UPDATE entries SET kind = 'completion' WHERE sequence = 2", 'hash', 2],
    ['UPDATE entries SET receipt_hash = NULL WHERE sequence = 1', 'hash', 1],
    ['UPDATE entries SET about = NULL WHERE sequence = 3', 'hash', 3],
    ['DELETE FROM payloads WHERE rowid = 2; DELETE FROM entries WHERE sequence = 2', 'sequence', 3],
    ["UPDATE entries SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE sequence = 1", 'hash', 1],
  ])('says where somebody without respect did %s', async (sql, fault, sequence) => {
    filled();
    raw((db) => {
      db.pragma('foreign_keys = OFF');
      db.exec(String(db.prepare(TRIGGERS).pluck().get()));
      db.exec(sql);
    });
    const found = inspect(folder);
    expect(found).toMatchObject({ intact: false, mishap: 'journal-damaged' });
    expect(found.detail).toMatch(new RegExp(`^broken=${fault} device=[0-9a-v]{26} sequence=${sequence}$`));
  });

  it('sees one byte changed in the file itself', async () => {
    filled();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"hour":9');
    expect(at).toBeGreaterThan(0);
    bytes.write('"hour":8', at);
    writeFileSync(file, bytes);
    expect(inspect(folder)).toMatchObject({ intact: false, detail: expect.stringContaining('broken=payload-hash') });
  });
});

describe('a damaged file', () => {
  /** Overwrites the file from `from` to its end: pages become noise. */
  const spoil = (from: number) => {
    const bytes = readFileSync(file);
    bytes.fill(0xa5, from);
    writeFileSync(file, bytes);
  };

  it('is set aside with its date, an empty one takes its place, and both are said', async () => {
    filled();
    spoil(0);
    const journal = await sampleJournal(folder);
    expect(await journal.check()).toMatchObject({
      intact: true,
      entries: 0,
      mishap: 'journal-damaged',
      aside: ['journal-damaged-20261121T103000.db'],
    });
    expect(await journal.add(sampleAssistance(), null)).toMatchObject({ ok: true });
    await journal.close();
    expect(readFileSync(join(folder, 'journal-damaged-20261121T103000.db'))[0]).toBe(0xa5);
  });

  it('gives back what still verifies, under its old device; the new entries start a chain of their own', async () => {
    const [id = ''] = filled();
    raw((db) => {
      const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'payloads_day'").pluck().get());
      const size = Number(db.pragma('page_size', { simple: true }));
      db.close();
      const bytes = readFileSync(file);
      bytes.fill(0xa5, (root - 1) * size, root * size); // an index is gone: rows are not
      writeFileSync(file, bytes);
    });
    const journal = await sampleJournal(folder);
    expect(await journal.check()).toMatchObject({ intact: true, entries: 3, mishap: 'journal-damaged' });
    expect(await journal.complete(id, sampleCompletion({ outcome: 'redirected' }))).toMatchObject({ ok: true });
    expect(await journal.day('2026-11-21')).toMatchObject({
      ok: true,
      value: { assistances: [{ id, completion: { outcome: 'redirected' } }, { record: { hour: 10 } }] },
    });
    await journal.close();
    raw((db) => expect(db.prepare('SELECT count(DISTINCT device) FROM entries').pluck().get()).toBe(2));
  });

  it('opens whichever page is noise, and what it then shows verifies', () => {
    const whole = 40;
    const store = openStore(folder, () => 'never');
    for (let i = 0; i < whole; i++) {
      const payload = JSON.stringify(sampleAssistance({ hour: i % 24 }));
      store.append({
        id: entryId(randomBytes(16)),
        kind: 'assistance',
        about: null,
        salt: randomBytes(16),
        payload,
        receipt: null,
      });
    }
    store.close();
    const bytes = readFileSync(file);
    const size = bytes.readUInt16BE(16);
    const pages = bytes.length / size;
    expect(pages).toBeGreaterThan(8);
    for (let page = 0; page < pages; page++) {
      const spoilt = Buffer.from(bytes);
      spoilt.fill(0xa5, page * size, (page + 1) * size);
      writeFileSync(file, spoilt);
      const again = openStore(folder, () => `page${page}`);
      const { intact, entries, aside } = again.check();
      expect({ page, intact, kept: entries === whole || aside.includes(`journal-damaged-page${page}.db`) }).toEqual({
        page,
        intact: true,
        kept: true,
      });
      again.close();
    }
  });

  it('does not overwrite one that was set aside in the same second', async () => {
    filled();
    spoil(0);
    cpSync(file, join(folder, 'journal-damaged-20261121T103000.db'));
    const journal = await sampleJournal(folder);
    expect((await journal.check()).aside).toHaveLength(2);
    await journal.close();
  });
});
