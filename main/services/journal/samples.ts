import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { HelpRecord } from '../../core/journal/help.ts';
import type { Assistance, Completion } from '../../core/journal/record.ts';
import { type Link, saltedHash } from './chain.ts';
import { type JournalOptions, openJournal } from './index.ts';
import { insertEntry } from './write.ts';

// For tests only: invented records, and a journal opened on the worker's own source.

export function sampleAssistance(changes: Partial<Assistance> = {}): Assistance {
  return {
    kind: 'assistance',
    channel: 'kiosk',
    day: '2026-11-21',
    hour: 10,
    duration: '5-15',
    language: 'fr',
    theme: 'famille',
    procedure: 'composition-menage',
    catalogue: '0123456789ab',
    stepsReached: 3,
    steps: 7,
    otherWay: null,
    outcome: 'to-finish',
    ...changes,
  };
}

export function sampleHelp(changes: Partial<HelpRecord> = {}): HelpRecord {
  return {
    kind: 'help',
    channel: 'desk',
    day: '2026-11-21',
    hour: 10,
    minutes: 15,
    place: null,
    language: 'fr',
    theme: 'famille',
    procedure: 'composition-menage',
    catalogue: '0123456789ab',
    stepsReached: null,
    steps: null,
    login: null,
    autonomy: 'guided',
    helpLevel: 'pointed',
    outcome: 'done',
    blockReason: null,
    otherWay: null,
    redirect: null,
    equipment: [],
    ageBand: null,
    gender: null,
    status: null,
    postcode: null,
    tags: [],
    note: '',
    helper: null,
    workshop: null,
    ...changes,
  };
}

export function sampleCompletion(changes: Partial<Completion> = {}): Completion {
  return { kind: 'completion', outcome: 'done', autonomy: 'guided', help: 'pointed', blockReason: null, ...changes };
}

/** A real journal in `folder`: worker thread, SQLite, random. Throws the mishap when it does not open. */
export async function sampleJournal(folder: string, changes: Partial<JournalOptions> = {}) {
  const opened = await openJournal({
    folder,
    worker: new URL('./worker.ts', import.meta.url),
    now: () => new Date(2026, 10, 21, 10, 30),
    random: (bytes) => randomBytes(bytes),
    ...changes,
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** Writes the entry that says a payload was erased, as a later Comptoir will. */
export function appendErasure(db: Database, about: string): void {
  const last = db.prepare('SELECT device, sequence, hash FROM entries ORDER BY position DESC LIMIT 1').get() as {
    device: string;
    sequence: number;
    hash: string;
  }; // the columns named in the statement, typed by STRICT
  const link: Link = {
    device: last.device,
    sequence: last.sequence + 1,
    id: 'erased'.padEnd(26, '0'),
    kind: 'erased',
    about,
    payloadHash: saltedHash(new Uint8Array(16), '{"kind":"erased"}'),
    receiptHash: null,
  };
  insertEntry(db, link, last.hash);
  db.prepare('INSERT INTO payloads (entry, salt, payload) VALUES (?, zeroblob(16), \'{"kind":"erased"}\')').run(link.id);
}
