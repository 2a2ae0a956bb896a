import Database from 'better-sqlite3'
import { MIGRATIONS, migrate } from '../../electron/history/migrations.ts'

export const CASES = 100_000
export const ATTEMPTS_PER_CASE = 10

const NOON = Date.UTC(2026, 10, 21, 12)
const CODES = ['9', '14', '21', '40', '1110', '4005', '4013', '4014', '-1', '3194']
const MODELS = [
  ['iPhone 11', 'iPhone12,1'],
  ['iPhone 13', 'iPhone14,5'],
  ['iPhone SE (2nd generation)', 'iPhone12,8'],
  ['iPhone 8', 'iPhone10,1'],
  ['iPad (9th generation)', 'iPad12,1'],
  ['iPhone 15 Pro', 'iPhone16,1'],
] as const
const VERDICTS = ['entered', 'entered', 'entered', 'never-left', 'came-back-in-recovery', 'came-back-in-system']
const STEPS = ['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'D1']
const OPERATORS = ['Anna', 'Berta', 'Carla', 'Doris', 'Emil']

/** A row of numbers that looks like chance and is the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * sides)
  }
}

/** Operator, ticket and cable on every case, with what the triggers would have made of it, at once. */
function writeLabels(db: Database.Database): void {
  const triggers = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
  )
  const all = triggers.all()
  for (const { name } of all) db.exec(`DROP TRIGGER ${name}`)
  db.exec(`
    UPDATE cases SET ticket = 'T-' || number, cable_label = 'cable ' || (number * 7919 % 12),
      operator = CASE number * 104729 % 5 ${OPERATORS.map((name, index) => `WHEN ${index} THEN '${name}'`).join(' ')} END;
    UPDATE attempts SET cable_label = (SELECT cable_label FROM cases WHERE id = case_id);
    INSERT INTO case_values SELECT 0, 'operator', operator, count(*) FROM cases GROUP BY operator;
    INSERT INTO case_values SELECT 0, 'cable', cable_label, count(*) FROM cases GROUP BY cable_label;
    INSERT INTO attempt_counts SELECT 0, guide, 'cable', cable_label, sum(verdict <> 'entered'), count(*)
      FROM attempts GROUP BY guide, cable_label;
    INSERT INTO case_search (case_search) VALUES ('rebuild')`)
  for (const { sql } of all) db.exec(sql)
}

/**
 * A history of a busy workshop over years: 100,000 cases and 1,000,000 attempts' summaries. Written as version 2 and migrated, so
 * that the counts are filled at once and not attempt by attempt.
 */
export function fillHistory(file: string): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  migrate(db, MIGRATIONS.slice(0, 2))
  const addCase =
    db.prepare(`INSERT INTO cases (id, practice, opened_wall_ms, closed_wall_ms, saved_wall_ms, complaint_kind,
    complaint_code, complaint_text, phone_name, product_type, ecid, outcome, fixed_by, schema, body)
    VALUES (?, 0, ?, ?, ?, 'code', ?, ?, ?, ?, ?, ?, ?, 1, '{}')`)
  const addStep = db.prepare('INSERT INTO case_steps (case_number, step_id, state) VALUES (?, ?, ?)')
  const addAttempt =
    db.prepare(`INSERT INTO attempts (id, case_id, kind, guide, way, practice, boot_id, started_wall_ms,
    ended_wall_ms, verdict, usb_port, hubs) VALUES (?, ?, 'guide', ?, 'manual', 0, 'bench', ?, ?, ?, ?, ?)`)
  const roll = dice(7)
  const pick = <T>(list: readonly T[]): T | undefined => list[roll(list.length)]
  const some = db.transaction((from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const id = `${number.toString(16).padStart(8, '0')}-aaaa-4aaa-8aaa-000000000001`
      const opened = NOON - number * 600_000
      const code = pick(CODES) ?? '9'
      const [name, product] = pick(MODELS) ?? MODELS[0]
      const outcome = number < 40 ? null : (pick(['fixed', 'fixed', 'fixed', 'professional', 'given-up']) ?? 'fixed')
      const first = roll(STEPS.length)
      const fixedBy = outcome === 'fixed' ? STEPS[first] : null
      const ecid = `001${roll(40_000).toString(16).toUpperCase().padStart(13, '0')}`
      const text = `The ${name} could not be restored. An unknown error occurred (${code}).`
      const closed = outcome === null ? null : opened + roll(7_200_000)
      const row = addCase.run(id, opened, closed, opened, code, text, name, product, ecid, outcome, fixedBy)
      for (const offset of [0, 2, 4])
        addStep.run(row.lastInsertRowid, STEPS[(first + offset) % STEPS.length], offset === 0 ? 'proved' : 'failed')
      for (let attempt = 0; attempt < ATTEMPTS_PER_CASE; attempt += 1) {
        const started = opened + attempt * 60_000
        const guide = roll(4) === 0 ? 'recovery' : 'dfu'
        addAttempt.run(
          ...[`${id}/${attempt}`, id, guide, started, started + 30_000],
          ...[pick(VERDICTS), `1-${1 + roll(6)}`, roll(3)],
        )
      }
    }
  })
  for (let from = 0; from < CASES; from += 5000) some(from, Math.min(CASES, from + 5000))
  migrate(db)
  writeLabels(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
