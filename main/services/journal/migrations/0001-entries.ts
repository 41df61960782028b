import type { Migration } from './migration.ts';

/**
 * Entries and their payloads are kept apart: a payload may one day be erased (a citizen's receipt, the retention time)
 * while the chain of entries still verifies. The rules live in the database itself, not in the code that happens to use it.
 */
export const entries: Migration = {
  name: '0001-entries',
  sql: `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  position INTEGER PRIMARY KEY,                -- order of arrival in this file; not part of the chain
  device TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
  kind TEXT NOT NULL,
  about TEXT REFERENCES entries (id),
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  receipt_hash TEXT CHECK (length(receipt_hash) = 64),
  UNIQUE (device, sequence)
) STRICT;
CREATE INDEX entries_about ON entries (about) WHERE about IS NOT NULL;

CREATE TABLE payloads (
  entry TEXT PRIMARY KEY REFERENCES entries (id),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  payload TEXT NOT NULL,
  day TEXT GENERATED ALWAYS AS (json_extract(payload, '$.day')) VIRTUAL
) STRICT;
CREATE INDEX payloads_day ON payloads (day) WHERE day IS NOT NULL;

CREATE TRIGGER meta_no_update BEFORE UPDATE ON meta BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER meta_no_delete BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER meta_no_replace BEFORE INSERT ON meta
  WHEN EXISTS (SELECT 1 FROM meta WHERE key = NEW.key)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'append-only'); END;
-- INSERT OR REPLACE deletes without the delete trigger: refused before it starts.
CREATE TRIGGER entries_no_replace BEFORE INSERT ON entries
  WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id OR position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entries_in_chain BEFORE INSERT ON entries
  WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM entries WHERE device = NEW.device), 0)
    OR NEW.previous_hash <> coalesce(
      (SELECT hash FROM entries WHERE device = NEW.device ORDER BY sequence DESC LIMIT 1),
      '0000000000000000000000000000000000000000000000000000000000000000')
  BEGIN SELECT RAISE(ABORT, 'out of chain'); END;

CREATE TRIGGER payloads_no_update BEFORE UPDATE ON payloads BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER payloads_no_delete BEFORE DELETE ON payloads
  WHEN NOT EXISTS (SELECT 1 FROM entries WHERE kind = 'erased' AND about = OLD.entry)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER payloads_no_replace BEFORE INSERT ON payloads
  WHEN EXISTS (SELECT 1 FROM payloads WHERE entry = NEW.entry)
    OR EXISTS (SELECT 1 FROM entries WHERE kind = 'erased' AND about = NEW.entry)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`,
};
