import type { Database } from 'better-sqlite3'
import { VERSION_3 } from './migration-3.ts'
import { VERSION_4 } from './migration-4.ts'

/** Written into the file's header, so that another program's database is never taken for a history. ("HHLD") */
export const APPLICATION_ID = 0x48484c44

/**
 * The journal has no foreign keys: an event is kept even when its case or attempt could not be stored.
 * Integer primary keys are named, because VACUUM renumbers unnamed ones and a search index refers to them.
 */
const VERSION_1 = `
PRAGMA application_id = ${APPLICATION_ID};

CREATE TABLE cases (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  opened_wall_ms INTEGER NOT NULL,
  closed_wall_ms INTEGER,
  saved_wall_ms INTEGER NOT NULL,
  complaint_kind TEXT NOT NULL,
  complaint_code TEXT,
  complaint_text TEXT NOT NULL,
  phone_name TEXT,
  product_type TEXT,
  ecid TEXT,
  udid TEXT,
  serial_number TEXT,
  button_family TEXT,
  outcome TEXT,
  schema INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_opening ON cases (practice, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_open ON cases (practice, saved_wall_ms DESC) WHERE closed_wall_ms IS NULL;

CREATE TABLE attempts (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT REFERENCES cases (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  guide TEXT,
  way TEXT,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  boot_id TEXT NOT NULL,
  started_wall_ms INTEGER NOT NULL,
  ended_wall_ms INTEGER,
  verdict TEXT,
  code TEXT,
  facts TEXT
) STRICT;
CREATE INDEX attempts_by_case ON attempts (case_id, started_wall_ms);
CREATE INDEX attempts_open ON attempts (kind, boot_id) WHERE ended_wall_ms IS NULL;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT,
  attempt_id TEXT,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  boot_id TEXT NOT NULL,
  app_version TEXT NOT NULL,
  schema INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  wall_ms INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_case ON journal (case_id, seq) WHERE case_id IS NOT NULL;
CREATE INDEX journal_by_attempt ON journal (attempt_id, seq) WHERE attempt_id IS NOT NULL;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  saved_wall_ms INTEGER NOT NULL
) STRICT;
`

/**
 * Search and insight. The text to search is a computed column, so that the index can be rebuilt from it; three-letter pieces
 * find the middle of an ECID as well. Which steps were tried, and which one came last before "fixed", stand in columns,
 * because reading them out of every case's JSON would take seconds.
 */
const VERSION_2 = `
ALTER TABLE attempts ADD COLUMN usb_port TEXT;
ALTER TABLE attempts ADD COLUMN hubs INTEGER;
CREATE INDEX attempts_by_port ON attempts (practice, kind, usb_port, verdict);
CREATE INDEX attempts_by_start ON attempts (practice, kind, started_wall_ms, verdict);
CREATE INDEX attempts_by_verdict ON attempts (practice, kind, case_id, verdict);

ALTER TABLE cases ADD COLUMN fixed_by TEXT;
CREATE INDEX cases_by_code ON cases (practice, complaint_code, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_model ON cases (practice, product_type, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_outcome ON cases (practice, outcome, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_repair ON cases (practice, complaint_code, fixed_by) WHERE closed_wall_ms IS NOT NULL;

CREATE TABLE case_steps (
  case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
  step_id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (case_number, step_id)
) STRICT, WITHOUT ROWID;
INSERT INTO case_steps (case_number, step_id, state)
  SELECT cases.number, step.value ->> 'id', step.value ->> 'state'
  FROM cases, json_each(cases.body, '$.steps') AS step
  WHERE json_valid(cases.body) AND step.value ->> 'state' IN ('proved', 'likely', 'said-by-you', 'failed')
  ON CONFLICT DO NOTHING;
UPDATE cases SET fixed_by = (
  SELECT step.value ->> 'id' FROM json_each(cases.body, '$.steps') AS step
  WHERE step.value ->> 'state' IN ('proved', 'likely', 'said-by-you') AND step.value ->> 'atWallMs' IS NOT NULL
  ORDER BY step.value ->> 'atWallMs' DESC, step.key DESC LIMIT 1)
WHERE outcome = 'fixed' AND json_valid(body);

ALTER TABLE cases ADD COLUMN search_text TEXT GENERATED ALWAYS AS (
  coalesce(complaint_code, '') || char(10) || complaint_text || char(10) || coalesce(phone_name, '') || char(10)
  || coalesce(product_type, '') || char(10) || coalesce(ecid, '') || char(10) || coalesce(udid, '') || char(10)
  || coalesce(serial_number, '') || char(10) || coalesce(outcome, '')) VIRTUAL;
CREATE VIRTUAL TABLE case_search USING fts5 (search_text, content = 'cases', content_rowid = 'number', tokenize = 'trigram');
INSERT INTO case_search (case_search) VALUES ('rebuild');
CREATE TRIGGER case_search_added AFTER INSERT ON cases BEGIN
  INSERT INTO case_search (rowid, search_text) VALUES (new.number, new.search_text);
END;
CREATE TRIGGER case_search_removed AFTER DELETE ON cases BEGIN
  INSERT INTO case_search (case_search, rowid, search_text) VALUES ('delete', old.number, old.search_text);
END;
CREATE TRIGGER case_search_changed AFTER UPDATE ON cases WHEN old.search_text IS NOT new.search_text BEGIN
  INSERT INTO case_search (case_search, rowid, search_text) VALUES ('delete', old.number, old.search_text);
  INSERT INTO case_search (rowid, search_text) VALUES (new.number, new.search_text);
END;
`

/** Migration `n` (counted from 1) takes a database from version `n - 1` to `n`. A released one is never changed. */
export const MIGRATIONS: readonly string[] = [VERSION_1, VERSION_2, VERSION_3, VERSION_4]

/** The version that a database has after `migrate`. */
export const LATEST_VERSION = MIGRATIONS.length

/** The version of an open database; 0 for an empty one. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Brings an open database from its version to the end of `migrations`, each in one transaction. Gives the versions passed
 * through. Throws what SQLite throws; the database then stands at the last version that was finished.
 */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): number[] {
  const passed: number[] = []
  for (const [index, sql] of migrations.entries()) {
    const version = index + 1
    const step = db.transaction(() => {
      // asked again under the lock: another program may have migrated meanwhile
      if (versionOf(db) >= version) return
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
      passed.push(version)
    })
    step.immediate()
  }
  return passed
}
