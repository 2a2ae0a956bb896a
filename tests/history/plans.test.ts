import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ATTEMPTS_OF_CASE_SQL, INTERRUPTED_SQL } from '../../electron/history/attempt-store.ts'
import { listSql, OPEN_SQL } from '../../electron/history/case-store.ts'
import { JOURNAL_OF_ATTEMPT_SQL, JOURNAL_OF_CASE_SQL } from '../../electron/history/journal.ts'
import { migrate } from '../../electron/history/migrations.ts'

/** SQLite's own plan of a statement, one line per step. */
function planOf(sql: string, values: unknown): string {
  const db = new Database(':memory:')
  migrate(db)
  const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values)
  db.close()
  return steps.map((step) => step.detail).join('\n')
}

const page = { practice: 0, like: '%', limit: 50, offset: 0 }

describe.each([
  ['the list', listSql(false), page, ['cases_by_opening', 'attempts_by_case']],
  ['the searched list', listSql(true), page, ['cases_by_opening', 'attempts_by_case']],
  ['the open cases', OPEN_SQL, [], ['cases_open']],
  ['the attempts of a case', ATTEMPTS_OF_CASE_SQL, ['x'], ['attempts_by_case']],
  ['the attempts cut off', INTERRUPTED_SQL, ['x'], ['attempts_open', 'journal_by_attempt']],
  ['the journal of a case', JOURNAL_OF_CASE_SQL, ['x'], ['journal_by_case']],
  ['the journal of an attempt', JOURNAL_OF_ATTEMPT_SQL, ['x'], ['journal_by_attempt']],
])('%s', (_, sql, values, indices) => {
  it('goes by its indices and never through a whole table', () => {
    const plan = planOf(sql, values)
    for (const index of indices) expect(plan).toContain(index)
    expect(plan).not.toMatch(/^SCAN /m)
  })
})

describe('a page of the list', () => {
  it('is never sorted after the fact', () => {
    expect(planOf(listSql(false), page)).not.toContain('TEMP B-TREE')
  })
})
