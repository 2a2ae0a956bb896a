import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ImportResult, Retention } from '../../shared/contract/history.ts'
import { importFile } from './exchange.ts'
import { readJson } from './rows.ts'
import type { Tables } from './tables.ts'

/** Work on the history that may take long: it is done beside the run, on a connection of its own. */
export type Job =
  | { readonly kind: 'import'; readonly text: string; readonly wallMs: number }
  | { readonly kind: 'erase'; readonly caseIds: readonly string[] }
  | { readonly kind: 'erase-all' }
  /** Erases what a rule lets go: the stored one, or the one given here, which is stored first. */
  | { readonly kind: 'retain'; readonly nowMs: number; readonly rule?: Retention }
  /** Removes what was erased from the file itself. */
  | { readonly kind: 'clean' }
  | { readonly kind: 'copy'; readonly file: string }

export type JobResult = {
  readonly results?: ImportResult[]
  /** How many cases were erased. */
  readonly cases?: number
  /** False: another program reads the file just now, so its old pages are still there. */
  readonly cleaned?: boolean
}

/** Set together with the first erased row, taken away when the file holds nothing of it any more. */
const OWED_KEY = 'erasure-owed'
const RETENTION_KEY = 'retention'
const KEEP_ALL: Retention = { closedDays: null, practiceDays: null }
const DAY_MS = 86_400_000
/** So many cases leave in one transaction. */
const BATCH = 100

const put = (db: Database, key: string, value: unknown) =>
  void db
    .prepare('INSERT OR REPLACE INTO settings (key, value, saved_wall_ms) VALUES (?, ?, 0)')
    .run(key, JSON.stringify(value))
const text = (db: Database, key: string) =>
  db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(key) ?? null

/** How long cases are kept. Throws what SQLite throws. */
export const retentionOf = (db: Database): Retention => readJson(Retention, text(db, RETENTION_KEY)) ?? KEEP_ALL

/** Whether something was erased whose bytes may still stand in the file's free space. */
export const owesCleaning = (db: Database): boolean => readJson(z.boolean(), text(db, OWED_KEY)) === true

/** Cases that the rule lets go; an open case of a real phone never is. */
export const DUE_SQL = `SELECT id FROM cases INDEXED BY cases_by_closing
  WHERE practice = 0 AND closed_wall_ms IS NOT NULL AND closed_wall_ms < @closedBefore
  UNION ALL SELECT id FROM cases WHERE practice = 1 AND opened_wall_ms < @practiceBefore`

const dueValues = ({ closedDays, practiceDays }: Retention, nowMs: number) => ({
  closedBefore: closedDays === null ? -1 : nowMs - closedDays * DAY_MS,
  practiceBefore: practiceDays === null ? -1 : nowMs - practiceDays * DAY_MS,
})

/** How many cases the stored rule lets go at this moment of wall time. */
export const dueCount = (db: Database, nowMs: number): number =>
  Number(
    db
      .prepare(`SELECT count(*) FROM (${DUE_SQL})`)
      .pluck()
      .get(dueValues(retentionOf(db), nowMs)),
  )

/**
 * Erases cases with attempts, journal, steps, search and what remembers their import, each batch all or nothing. What is left of
 * them in the file's free pages goes with `clean`. Gives how many there were. Throws what SQLite throws.
 */
function erase(db: Database, caseIds: readonly string[]): number {
  const ofCase = [
    `DELETE FROM journal WHERE attempt_id IN (SELECT id FROM attempts WHERE case_id = ?)`,
    'DELETE FROM journal WHERE case_id = ?',
    `DELETE FROM settings WHERE key LIKE 'imported.%' AND value = ?`,
    `DELETE FROM settings WHERE key = 'table' AND value = json_quote(?)`,
  ].map((sql) => db.prepare(sql))
  const ofRest = db.prepare('DELETE FROM cases WHERE id = ?')
  let erased = 0
  const some = db.transaction((ids: readonly string[]) => {
    put(db, OWED_KEY, true)
    for (const id of ids) {
      for (const statement of ofCase) statement.run(id)
      erased += ofRest.run(id).changes
    }
  })
  for (let from = 0; from < caseIds.length; from += BATCH) some.immediate(caseIds.slice(from, from + BATCH))
  return erased
}

/** Everything but the settings; the outbox keeps the bare ids of what is gone, so that a copy elsewhere can follow. */
const eraseAll = (db: Database): number =>
  db
    .transaction(() => {
      put(db, OWED_KEY, true)
      const cases = Number(db.prepare('SELECT count(*) FROM cases').pluck().get())
      for (const table of ['journal', 'cases', 'attempts', 'case_values', 'attempt_counts', 'repair_counts'])
        db.prepare(`DELETE FROM ${table}`).run()
      db.prepare(`DELETE FROM settings WHERE key LIKE 'imported.%' OR key = 'table'`).run()
      return cases
    })
    .immediate()

/**
 * Writes the file anew without its free pages, the search index from what is there, and empties the log. False while another
 * program reads: then it stays owed. Throws what SQLite throws.
 */
function clean(db: Database): boolean {
  if (!owesCleaning(db)) return true
  db.exec(`INSERT INTO case_search (case_search) VALUES ('rebuild')`)
  db.exec('VACUUM')
  // a reader may stay for long; then it is tried again at the next start
  db.pragma('busy_timeout = 500')
  const [log] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (log === undefined || log.busy !== 0) return false
  db.prepare('DELETE FROM settings WHERE key = ?').run(OWED_KEY)
  return true
}

/** Does one job on a connection that may write. Throws what SQLite throws. */
export function performJob(db: Database, tables: Tables, job: Job): JobResult {
  db.pragma('secure_delete = ON')
  switch (job.kind) {
    case 'import':
      return { results: importFile(db, tables, job.text, { newId: randomUUID, wallMs: job.wallMs }) }
    case 'erase':
      return { cases: erase(db, job.caseIds) }
    case 'erase-all':
      return { cases: eraseAll(db) }
    case 'retain': {
      if (job.rule) put(db, RETENTION_KEY, job.rule)
      const due = db
        .prepare<unknown[], string>(DUE_SQL)
        .pluck()
        .all(dueValues(retentionOf(db), job.nowMs))
      return { cases: erase(db, due) }
    }
    case 'clean':
      return { cleaned: clean(db) }
    case 'copy':
      db.prepare('VACUUM INTO ?').run(job.file)
      return {}
  }
}
