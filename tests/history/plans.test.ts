import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ATTEMPTS_OF_CASE_SQL, INTERRUPTED_SQL } from '../../electron/history/attempt-store.ts'
import { CHOICES_SQL, countSql, pageSql, phonesSql } from '../../electron/history/case-query.ts'
import { OPEN_SQL } from '../../electron/history/case-store.ts'
import { INSIGHT_SQL } from '../../electron/history/insights.ts'
import { JOURNAL_OF_ATTEMPT_SQL, JOURNAL_OF_CASE_SQL } from '../../electron/history/journal.ts'
import { migrate } from '../../electron/history/migrations.ts'
import { DUE_SQL } from '../../electron/history/upkeep.ts'
import { CASE_SORTS, type CaseQuery } from '../../shared/contract/history.ts'

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

describe.each<[string, string, unknown, readonly string[]]>([
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
  ...(
    [
      [{ operator: 'x' }, 'cases_by_operator'],
      [{ phoneName: 'x' }, 'cases_by_name'],
      [{ cableLabel: 'x' }, 'cases_by_cable'],
      [{ usbPort: 'x' }, 'cases_by_port'],
      [{ hubs: 1 }, 'cases_by_hubs'],
      [{ fixedBy: 'x' }, 'cases_by_fix'],
      [{ phoneKey: 'x' }, 'cases_by_phone'],
      [{ phoneKey: null }, 'cases_by_phone'],
    ] as const
  ).map(([filter, index]): [string, string, unknown, string[]] => [
    `the list by ${Object.keys(filter).join()}`,
    page(filter).sql,
    page(filter).values,
    [index],
  ]),
  ['the phones', phonesSql(query, query).sql, phonesSql(query, query).values, ['COVERING INDEX cases_by_phone']],
  ['how many there are', countSql(query).sql, countSql(query).values, ['SEARCH case_values USING PRIMARY KEY']],
  ['the choices', CHOICES_SQL, { practice: 0 }, ['case_values USING PRIMARY KEY']],
  ['what is due', DUE_SQL, { closedBefore: 1, practiceBefore: 1 }, ['cases_by_closing', 'cases_by_opening']],
  ['the misses', INSIGHT_SQL.misses, { practice: 0, dimension: 'port', subject: 'dfu' }, ['USING PRIMARY KEY']],
  ['the repairs', INSIGHT_SQL.repairs, { practice: 0 }, ['USING PRIMARY KEY']],
  ['the repairs of one code', INSIGHT_SQL.repairsOfCode, { code: '9' }, ['USING PRIMARY KEY']],
])('%s', (_, sql, values, indices) => {
  it('goes by its indices and never through a whole table', () => {
    const plan = planOf(sql, values)
    for (const index of indices) expect(plan).toContain(index)
    expect(plan).not.toMatch(/^SCAN (?!\(subquery)/m)
  })
})

describe('a page of the list', () => {
  it.each(CASE_SORTS)('sorted by %s is never sorted after the fact', (sort) => {
    const { sql, values } = page({ sort })
    expect(planOf(sql, values)).not.toContain('TEMP B-TREE')
  })
})

describe('a filtered page', () => {
  it.each([{ code: '9' }, { productType: 'x' }, { outcome: 'fixed' }, { operator: 'x' }, { usbPort: 'x' }])(
    '(%o) of the newest is never sorted after the fact',
    (filter) => {
      expect(planOf(page(filter).sql, page(filter).values)).not.toContain('TEMP B-TREE')
    },
  )
})

describe('an insight', () => {
  it.each(Object.values(INSIGHT_SQL).filter((sql) => sql.includes('_counts')))(
    'never looks at a case or an attempt: %s',
    (sql) => {
      const values = { practice: 0, dimension: 'port', subject: 'dfu', code: '9' }
      const asked = Object.entries(values).filter(([name]) => sql.includes(`@${name}`))
      expect(planOf(sql, Object.fromEntries(asked))).not.toMatch(/ (cases|attempts|case_steps)\b/)
    },
  )
})

describe('a search for one or two letters', () => {
  it('is counted by an index alone', () => {
    const { sql, values } = countSql({ ...query, search: '40' })
    expect(planOf(sql, values)).toContain('SEARCH cases USING COVERING INDEX cases_by_words')
  })

  it('walks in the order of the list and asks the few values that there are', () => {
    const { sql, values } = page({ search: '40' })
    const plan = planOf(sql, values)
    expect(plan).toContain('SEARCH cases USING INDEX cases_by_opening')
    expect(plan).toContain('case_values USING PRIMARY KEY')
    expect(plan).not.toContain('TEMP B-TREE')
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
