import { DIMENSIONS } from '../../../core/journal/dimensions.ts';
import type { Migration } from './migration.ts';

/**
 * Beside the chain: how each help reads now, for lists, search and reports (`helps`, `help_tags`, `notes`, `day_sums`: made from the chain and made
 * anew when they are behind it), drafts, and small marks of our own (`state`). In the chain: a payload may also go when the sums of its
 * day say so; `covered` is written by the database itself from what those sums hold.
 */
export const helps: Migration = {
  name: '0002-helps',
  sql: `
CREATE TABLE helps (
  position INTEGER PRIMARY KEY,                -- of the first entry
  id TEXT NOT NULL UNIQUE,
  private INTEGER NOT NULL,                    -- 1: theme and day, on no list
  day TEXT NOT NULL,
  hour INTEGER NOT NULL,                       -- -1: not known
  people INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  helper TEXT,
  note TEXT,                                   -- as it was given to \`notes\`: FTS5 takes out only what it is told
  ${DIMENSIONS.map((name) => `${name} TEXT`).join(',\n  ')}
) STRICT;
CREATE INDEX helps_order ON helps (day, hour, position);
CREATE INDEX helps_helper ON helps (helper, position) WHERE helper IS NOT NULL;

CREATE TABLE help_tags (
  tag TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES helps (position) ON DELETE CASCADE,
  PRIMARY KEY (tag, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX help_tags_position ON help_tags (position);

CREATE VIRTUAL TABLE notes USING fts5 (note, content='', tokenize='unicode61 remove_diacritics 2');
INSERT INTO notes (notes, rank) VALUES ('secure-delete', 1);

CREATE TABLE day_sums (
  day TEXT NOT NULL,
  dimension TEXT NOT NULL,                     -- 'all': every help of the day
  value TEXT NOT NULL,                         -- '': nothing was said
  helps INTEGER NOT NULL,
  people INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (day, dimension, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX entries_interrupted ON entries (position) WHERE kind = 'interrupted';
CREATE INDEX entries_sums ON entries (position) WHERE kind = 'sums';

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  helper TEXT,
  day TEXT NOT NULL,                           -- of the last change
  draft TEXT NOT NULL
) STRICT;

CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES ('told', 0), ('sweep', 0);

CREATE TABLE covered (
  device TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  entry TEXT NOT NULL REFERENCES entries (id),
  PRIMARY KEY (device, first)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER covered_no_update BEFORE UPDATE ON covered BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER covered_no_delete BEFORE DELETE ON covered BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER covered_once BEFORE INSERT ON covered
  WHEN EXISTS (SELECT 1 FROM covered WHERE device = NEW.device AND first <= NEW.last AND last >= NEW.first)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER payloads_cover AFTER INSERT ON payloads
  WHEN (SELECT kind FROM entries WHERE id = NEW.entry) = 'sums'
  BEGIN
    INSERT INTO covered SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), NEW.entry
    FROM json_each(NEW.payload, '$.covers');
  END;

DROP TRIGGER payloads_no_delete;
CREATE TRIGGER payloads_no_delete BEFORE DELETE ON payloads
  WHEN NOT EXISTS (SELECT 1 FROM entries WHERE kind = 'erased' AND about = OLD.entry)
    AND NOT EXISTS (
      SELECT 1 FROM entries e WHERE e.id = OLD.entry AND e.sequence <=
        (SELECT last FROM covered WHERE device = e.device AND first <= e.sequence ORDER BY first DESC LIMIT 1))
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
DROP TRIGGER payloads_no_replace;
CREATE TRIGGER payloads_no_replace BEFORE INSERT ON payloads
  WHEN EXISTS (SELECT 1 FROM payloads WHERE entry = NEW.entry)
    OR EXISTS (SELECT 1 FROM entries WHERE kind = 'erased' AND about = NEW.entry)
    OR EXISTS (
      SELECT 1 FROM entries e WHERE e.id = NEW.entry AND e.sequence <=
        (SELECT last FROM covered WHERE device = e.device AND first <= e.sequence ORDER BY first DESC LIMIT 1))
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`,
};
