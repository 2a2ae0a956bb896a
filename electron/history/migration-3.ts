/** One row for each thing that a case can be filtered by; `row` is `new` or `old`. */
const caseValues = (row: 'new' | 'old') => `SELECT 'code' AS field, ${row}.complaint_code AS value
    UNION ALL SELECT 'phone', ${row}.phone_name UNION ALL SELECT 'model', ${row}.product_type
    UNION ALL SELECT 'operator', ${row}.operator UNION ALL SELECT 'cable', ${row}.cable_label
    UNION ALL SELECT 'port', ${row}.usb_port UNION ALL SELECT 'fixed-by', ${row}.fixed_by`

const addCase = `INSERT INTO case_values (practice, field, value, cases)
    SELECT new.practice, field, value, 1 FROM (${caseValues('new')}) WHERE value IS NOT NULL
    ON CONFLICT (practice, field, value) DO UPDATE SET cases = cases + 1;`

const takeCase = `UPDATE case_values SET cases = cases - 1 WHERE practice = old.practice
    AND (field, value) IN (SELECT field, value FROM (${caseValues('old')}));
  DELETE FROM case_values WHERE cases < 1;`

/** Attempts that say something about hands, cable and port: ended, and not by the person or by the program. */
const judged = (row: string) => `(${row}.kind = 'guide' AND ${row}.verdict IS NOT NULL
    AND ${row}.verdict NOT IN ('cancelled', 'interrupted', 'unasked')
    OR ${row}.kind = 'restore' AND (${row}.result IS NOT NULL OR ${row}.code IS NOT NULL))`

const missed = (row: string) =>
  `(CASE ${row}.kind WHEN 'guide' THEN ${row}.verdict <> 'entered' ELSE ${row}.result IS NOT 'worked' END)`

const whatOf = (row: string) =>
  `(CASE ${row}.kind WHEN 'restore' THEN 'restore' ELSE coalesce(${row}.guide, 'guide') END)`

/** By what attempts are counted. The quarter of the day is UTC; it is moved to the place's own hours when it is read. */
const dimensions = (row: string) => `SELECT 'port' AS dimension, ${row}.usb_port AS value
    UNION ALL SELECT 'hubs', CAST(${row}.hubs AS TEXT) UNION ALL SELECT 'cable', ${row}.cable_label
    UNION ALL SELECT 'model', coalesce(${row}.product_type, '')
    UNION ALL SELECT 'quarter', CAST((${row}.started_wall_ms / 900000) % 96 AS TEXT)`

const addAttempt = `INSERT INTO attempt_counts (practice, what, dimension, value, missed, judged)
    SELECT new.practice, ${whatOf('new')}, dimension, value, ${missed('new')}, 1
    FROM (${dimensions('new')}) WHERE value IS NOT NULL
    ON CONFLICT (practice, what, dimension, value) DO UPDATE
    SET missed = missed + excluded.missed, judged = judged + 1;`

const takeAttempt = `UPDATE attempt_counts SET missed = missed - ${missed('old')}, judged = judged - 1
    WHERE practice = old.practice AND what = ${whatOf('old')}
    AND (dimension, value) IN (SELECT dimension, value FROM (${dimensions('old')}));`

const noted = (name: string, table: string, entity: string) => `
CREATE TRIGGER outbox_${name}_added AFTER INSERT ON ${table} WHEN new.practice = 0 BEGIN
  INSERT INTO outbox (entity, entity_id, change) VALUES ('${entity}', new.id, 'saved');
END;
CREATE TRIGGER outbox_${name}_changed AFTER UPDATE ON ${table} WHEN new.practice = 0 BEGIN
  INSERT INTO outbox (entity, entity_id, change) VALUES ('${entity}', new.id, 'saved');
END;
CREATE TRIGGER outbox_${name}_erased AFTER DELETE ON ${table} WHEN old.practice = 0 BEGIN
  INSERT INTO outbox (entity, entity_id, change) VALUES ('${entity}', old.id, 'erased');
END;`

/**
 * What a workshop writes on a case, where it was plugged in, and counts that are kept with the writes, so that no question has
 * to go through all attempts. The outbox only grows: it names what changed, in order, for a copy elsewhere that does not exist
 * yet. A journal line of a start kept every open case; only its own stays, so that a case that leaves or is erased takes
 * everything with it.
 */
export const VERSION_3 = `
UPDATE journal SET body = json_set(body, '$.openCases', json((SELECT json_group_array(json(one.value))
    FROM json_each(journal.body, '$.openCases') AS one WHERE one.value ->> 'id' IS journal.case_id)))
  WHERE instr(body, '"app.started"') > 0 AND (CASE WHEN json_valid(body) THEN body ->> 'kind' END) = 'app.started';

DROP TRIGGER case_search_added;
DROP TRIGGER case_search_removed;
DROP TRIGGER case_search_changed;
DROP TABLE case_search;
ALTER TABLE cases DROP COLUMN search_text;
ALTER TABLE cases ADD COLUMN operator TEXT;
ALTER TABLE cases ADD COLUMN ticket TEXT;
ALTER TABLE cases ADD COLUMN cable_label TEXT;
ALTER TABLE cases ADD COLUMN note TEXT;
ALTER TABLE cases ADD COLUMN usb_port TEXT;
ALTER TABLE cases ADD COLUMN hubs INTEGER;
ALTER TABLE cases ADD COLUMN phone_key TEXT;
UPDATE cases SET phone_key = coalesce(ecid, udid, serial_number);
ALTER TABLE cases ADD COLUMN search_text TEXT GENERATED ALWAYS AS (
  coalesce(complaint_code, '') || char(10) || complaint_text || char(10) || coalesce(phone_name, '') || char(10)
  || coalesce(product_type, '') || char(10) || coalesce(ecid, '') || char(10) || coalesce(udid, '') || char(10)
  || coalesce(serial_number, '') || char(10) || coalesce(outcome, '') || char(10) || coalesce(operator, '') || char(10)
  || coalesce(ticket, '') || char(10) || coalesce(cable_label, '') || char(10) || coalesce(usb_port, '') || char(10)
  || coalesce(note, '')) VIRTUAL;
UPDATE cases SET (usb_port, hubs) = (SELECT usb_port, hubs FROM attempts
    WHERE case_id = cases.id AND usb_port IS NOT NULL ORDER BY started_wall_ms DESC LIMIT 1)
  WHERE EXISTS (SELECT 1 FROM attempts WHERE case_id = cases.id AND usb_port IS NOT NULL);
CREATE INDEX cases_by_operator ON cases (practice, operator, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_ticket ON cases (practice, ticket, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_cable ON cases (practice, cable_label, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_port ON cases (practice, usb_port, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_hubs ON cases (practice, hubs, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_fix ON cases (practice, fixed_by, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_length ON cases (practice, (closed_wall_ms - opened_wall_ms) DESC, number DESC);
CREATE INDEX cases_by_phone ON cases (practice, phone_key, opened_wall_ms DESC, number DESC, phone_name, outcome);
CREATE INDEX cases_by_name ON cases (practice, phone_name, opened_wall_ms DESC, number DESC);
CREATE INDEX cases_by_words ON cases (practice, complaint_code, phone_name, usb_port, operator, cable_label);
CREATE INDEX cases_by_closing ON cases (practice, closed_wall_ms) WHERE closed_wall_ms IS NOT NULL;
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

CREATE TABLE case_values (
  practice INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  cases INTEGER NOT NULL,
  PRIMARY KEY (practice, field, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_values_unused ON case_values (cases) WHERE cases < 1;
INSERT INTO case_values (practice, field, value, cases)
  SELECT practice, field, value, count(*) FROM (
    SELECT practice, 'code' AS field, complaint_code AS value FROM cases
    UNION ALL SELECT practice, 'phone', phone_name FROM cases UNION ALL SELECT practice, 'model', product_type FROM cases
    UNION ALL SELECT practice, 'port', usb_port FROM cases UNION ALL SELECT practice, 'fixed-by', fixed_by FROM cases)
  WHERE value IS NOT NULL GROUP BY practice, field, value;
CREATE TRIGGER case_values_added AFTER INSERT ON cases BEGIN
  ${addCase}
END;
CREATE TRIGGER case_values_removed AFTER DELETE ON cases BEGIN
  ${takeCase}
END;
CREATE TRIGGER case_values_changed AFTER UPDATE ON cases
WHEN old.complaint_code IS NOT new.complaint_code OR old.phone_name IS NOT new.phone_name
  OR old.product_type IS NOT new.product_type OR old.operator IS NOT new.operator
  OR old.cable_label IS NOT new.cable_label OR old.usb_port IS NOT new.usb_port OR old.fixed_by IS NOT new.fixed_by
BEGIN
  ${addCase}
  ${takeCase}
END;

ALTER TABLE attempts ADD COLUMN cable_label TEXT;
ALTER TABLE attempts ADD COLUMN product_type TEXT;
ALTER TABLE attempts ADD COLUMN result TEXT;
UPDATE attempts SET product_type = (SELECT product_type FROM cases WHERE id = case_id) WHERE case_id IS NOT NULL;
UPDATE attempts SET result = (SELECT one.value ->> 'result' FROM cases, json_each(cases.body, '$.attempts') AS one
    WHERE cases.id = attempts.case_id AND one.value ->> 'attemptId' = attempts.id)
  WHERE kind = 'restore' AND (SELECT json_valid(body) FROM cases WHERE id = case_id) = 1;
DROP INDEX attempts_by_port;
DROP INDEX attempts_by_start;
DROP INDEX attempts_by_verdict;
CREATE TABLE attempt_beginnings (
  attempt_id TEXT NOT NULL PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
  schema INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt_counts (
  practice INTEGER NOT NULL,
  what TEXT NOT NULL,
  dimension TEXT NOT NULL,
  value TEXT NOT NULL,
  missed INTEGER NOT NULL,
  judged INTEGER NOT NULL,
  PRIMARY KEY (practice, what, dimension, value)
) STRICT, WITHOUT ROWID;
INSERT INTO attempt_counts (practice, what, dimension, value, missed, judged)
  SELECT practice, ${whatOf('attempts')} AS what, dimension, CAST(CASE dimension WHEN 'port' THEN usb_port
      WHEN 'hubs' THEN hubs WHEN 'cable' THEN cable_label WHEN 'model' THEN coalesce(product_type, '')
      ELSE (started_wall_ms / 900000) % 96 END AS TEXT) AS value,
    sum(${missed('attempts')}), count(*)
  FROM attempts, (SELECT 'port' AS dimension UNION ALL SELECT 'hubs' UNION ALL SELECT 'cable'
    UNION ALL SELECT 'model' UNION ALL SELECT 'quarter')
  WHERE ${judged('attempts')} GROUP BY practice, what, dimension, value HAVING value IS NOT NULL;
CREATE TRIGGER attempt_counted AFTER INSERT ON attempts WHEN ${judged('new')} BEGIN
  ${addAttempt}
END;
CREATE TRIGGER attempt_uncounted AFTER DELETE ON attempts WHEN ${judged('old')} BEGIN
  ${takeAttempt}
END;
CREATE TRIGGER attempt_uncounted_before_change AFTER UPDATE ON attempts WHEN ${judged('old')} BEGIN
  ${takeAttempt}
END;
CREATE TRIGGER attempt_counted_after_change AFTER UPDATE ON attempts WHEN ${judged('new')} BEGIN
  ${addAttempt}
END;
CREATE TRIGGER case_plugged_in AFTER INSERT ON attempts WHEN new.usb_port IS NOT NULL AND new.case_id IS NOT NULL BEGIN
  UPDATE cases SET usb_port = new.usb_port, hubs = new.hubs WHERE id = new.case_id;
END;
CREATE TRIGGER attempts_know_model AFTER UPDATE OF product_type ON cases
WHEN old.product_type IS NOT new.product_type BEGIN
  UPDATE attempts SET product_type = new.product_type WHERE case_id = new.id;
END;
CREATE TRIGGER attempts_know_cable AFTER UPDATE OF cable_label ON cases
WHEN new.cable_label IS NOT NULL AND old.cable_label IS NULL BEGIN
  UPDATE attempts SET cable_label = new.cable_label WHERE case_id = new.id AND cable_label IS NULL;
END;

ALTER TABLE case_steps ADD COLUMN practice INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_steps ADD COLUMN code TEXT;
ALTER TABLE case_steps ADD COLUMN fixed INTEGER NOT NULL DEFAULT 0;
UPDATE case_steps SET (practice, code, fixed) = (SELECT practice,
    CASE WHEN closed_wall_ms IS NOT NULL THEN complaint_code END, fixed_by IS step_id
    FROM cases WHERE number = case_number);
CREATE TABLE repair_counts (
  practice INTEGER NOT NULL,
  code TEXT NOT NULL,
  step_id TEXT NOT NULL,
  fixed INTEGER NOT NULL,
  tried INTEGER NOT NULL,
  PRIMARY KEY (practice, code, step_id)
) STRICT, WITHOUT ROWID;
INSERT INTO repair_counts (practice, code, step_id, fixed, tried)
  SELECT practice, code, step_id, sum(fixed), count(*) FROM case_steps WHERE code IS NOT NULL
  GROUP BY practice, code, step_id;
CREATE TRIGGER repair_counted AFTER INSERT ON case_steps WHEN new.code IS NOT NULL BEGIN
  INSERT INTO repair_counts (practice, code, step_id, fixed, tried)
    VALUES (new.practice, new.code, new.step_id, new.fixed, 1)
    ON CONFLICT (practice, code, step_id) DO UPDATE SET fixed = fixed + excluded.fixed, tried = tried + 1;
END;
CREATE TRIGGER repair_uncounted AFTER DELETE ON case_steps WHEN old.code IS NOT NULL BEGIN
  UPDATE repair_counts SET fixed = fixed - old.fixed, tried = tried - 1
    WHERE practice = old.practice AND code = old.code AND step_id = old.step_id;
END;
DROP INDEX cases_by_repair;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL CHECK (entity IN ('case', 'attempt')),
  entity_id TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('saved', 'erased'))
) STRICT;
CREATE TRIGGER outbox_never_changes BEFORE UPDATE ON outbox BEGIN
  SELECT raise(ABORT, 'the outbox only grows');
END;
CREATE TRIGGER outbox_never_shrinks BEFORE DELETE ON outbox BEGIN
  SELECT raise(ABORT, 'the outbox only grows');
END;
${noted('case', 'cases', 'case')}
${noted('attempt', 'attempts', 'attempt')}
`
