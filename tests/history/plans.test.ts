import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ATTEMPTS_OF_CASE_SQL, INTERRUPTED_SQL } from '../../electron/history/attempt-store.ts'
import { CASE_SORTS, type CaseQuery, countSql, pageSql } from '../../electron/history/case-query.ts'
import { OPEN_SQL } from '../../electron/history/case-store.ts'
import { INSIGHT_SQL } from '../../electron/history/insights.ts'
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

const query: CaseQuery = { practice: false, search: '', limit: 50, offset: 0 }
const page = (more: Partial<CaseQuery> = {}) => pageSql({ ...query, ...more })

describe.each([
  ['the list', page().sql, page().values, ['cases_by_opening', 'attempts_by_case']],
  ['the list of one code', page({ code: '9' }).sql, page({ code: '9' }).values, ['cases_by_code']],
  ['the list of one model', page({ productType: 'x' }).sql, page({ productType: 'x' }).values, ['cases_by_model']],
  ['the list of one outcome', page({ outcome: 'fixed' }).sql, page({ outcome: 'fixed' }).values, ['cases_by_outcome']],
  [
    'the list of unfinished ones',
    page({ outcome: 'open' }).sql,
    page({ outcome: 'open' }).values,
    ['cases_by_outcome'],
  ],
  ['the open cases', OPEN_SQL, [], ['cases_open']],
  ['the attempts of a case', ATTEMPTS_OF_CASE_SQL, ['x'], ['attempts_by_case']],
  ['the attempts cut off', INTERRUPTED_SQL, ['x'], ['attempts_open', 'journal_by_attempt']],
  ['the journal of a case', JOURNAL_OF_CASE_SQL, ['x'], ['journal_by_case']],
  ['the journal of an attempt', JOURNAL_OF_ATTEMPT_SQL, ['x'], ['journal_by_attempt']],
  ['misses by port', INSIGHT_SQL.missesByPort, { practice: 0 }, ['COVERING INDEX attempts_by_port']],
  ['misses by hour', INSIGHT_SQL.missesByHour, { practice: 0, offsetMs: 0 }, ['COVERING INDEX attempts_by_start']],
  ['repairs by code', INSIGHT_SQL.repairsByCode, { practice: 0 }, ['cases_by_repair']],
])('%s', (_, sql, values, indices) => {
  it('goes by its indices and never through a whole table', () => {
    const plan = planOf(sql, values)
    for (const index of indices) expect(plan).toContain(index)
    expect(plan).not.toMatch(/^SCAN /m)
  })
})

describe('a page of the list', () => {
  it.each(CASE_SORTS)('sorted by %s is never sorted after the fact', (sort) => {
    const { sql, values } = page({ sort })
    expect(planOf(sql, values)).not.toContain('TEMP B-TREE')
  })
})

describe('misses by model', () => {
  it('are counted per case by an index alone, before any case is looked at', () => {
    expect(planOf(INSIGHT_SQL.missesByModel, { practice: 0 })).toContain('COVERING INDEX attempts_by_verdict')
  })
})

describe('a search', () => {
  it.each([
    ['page', pageSql],
    ['number of all', countSql],
  ])('finds its %s through the search index', (_, build) => {
    const { sql, values } = build({ ...query, search: 'iphone 4013' })
    const plan = planOf(sql, values)
    expect(plan).toContain('case_search VIRTUAL TABLE INDEX')
    expect(plan).not.toContain('SCAN cases')
  })
})
