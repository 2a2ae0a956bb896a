import type { CaseFilter, CaseQuery, CaseSort } from '../../shared/contract/history.ts'

/** In each order the newest comes first among equals; every one goes by an index, cases that have nothing there last. */
const ORDERS: Readonly<Record<CaseSort, string>> = {
  newest: 'opened_wall_ms DESC, number DESC',
  oldest: 'opened_wall_ms, number',
  longest: '(closed_wall_ms - opened_wall_ms) DESC, number DESC',
  phone: 'product_type NULLS LAST, opened_wall_ms DESC, number DESC',
  code: 'complaint_code NULLS LAST, opened_wall_ms DESC, number DESC',
  'fixed-by': 'fixed_by NULLS LAST, opened_wall_ms DESC, number DESC',
  outcome: 'outcome NULLS LAST, opened_wall_ms DESC, number DESC',
  operator: 'operator NULLS LAST, opened_wall_ms DESC, number DESC',
  ticket: 'ticket NULLS LAST, opened_wall_ms DESC, number DESC',
  cable: 'cable_label NULLS LAST, opened_wall_ms DESC, number DESC',
  port: 'usb_port NULLS LAST, opened_wall_ms DESC, number DESC',
  hubs: 'hubs NULLS LAST, opened_wall_ms DESC, number DESC',
}

/** The index of the search knows pieces of three letters; shorter words go another way. */
const PIECE = 3

/**
 * What a person typed, taken apart: words for the search index (found anywhere, whatever the case of the letters), and words too
 * short for it, which must begin the code, the port, the operator or the cable, or stand in the phone's name.
 */
export function searchTerms(search: string): { match: string | null; short: string[] } {
  const words = search.replaceAll('\0', ' ').trim().split(/\s+/).filter(Boolean)
  const long = words.filter((word) => Array.from(word).length >= PIECE).map((word) => `"${word.replaceAll('"', '""')}"`)
  return {
    match: long.length > 0 ? long.join(' AND ') : null,
    short: words.filter((word) => Array.from(word).length < PIECE),
  }
}

type Values = Record<string, string | number>
type Bound = { readonly where: string; readonly values: Values }

/** A column whose value must be one of those that begin with (or hold) a short word; there are few, and they are counted in a table. */
const oneOf = (column: string, field: string, pattern: string) =>
  `${column} IN (SELECT value FROM case_values WHERE practice = @practice AND field = '${field}'
    AND value LIKE ${pattern} ESCAPE '!')`

const EQUAL = {
  code: 'complaint_code',
  productType: 'product_type',
  phoneName: 'phone_name',
  fixedBy: 'fixed_by',
  operator: 'operator',
  cableLabel: 'cable_label',
  usbPort: 'usb_port',
  hubs: 'hubs',
} as const

/** Without any filter. */
const EVERY = 'practice = @practice'
const ALL_SQL = `SELECT coalesce(max(cases), 0) FROM case_values WHERE practice = @practice AND field = 'all'`

/** The conditions of a filter with their values. */
export function conditions(filter: CaseFilter): Bound {
  const values: Values = { practice: filter.practice ? 1 : 0 }
  const parts = [EVERY]
  const add = (sql: string, name: string, value: string | number | undefined) => {
    if (value === undefined) return
    values[name] = value
    parts.push(sql)
  }
  const { match, short } = searchTerms(filter.search)
  add('number IN (SELECT rowid FROM case_search WHERE case_search MATCH @match)', 'match', match ?? undefined)
  for (const [index, word] of short.entries()) {
    const pattern = word.replace(/[!%_]/g, '!$&')
    const begins = `@begins${index}`
    parts.push(
      `(${[
        oneOf('complaint_code', 'code', begins),
        oneOf('phone_name', 'phone', `@holds${index}`),
        oneOf('usb_port', 'port', begins),
        oneOf('operator', 'operator', begins),
        oneOf('cable_label', 'cable', begins),
      ].join(' OR ')})`,
    )
    values[`begins${index}`] = `${pattern}%`
    values[`holds${index}`] = `%${pattern}%`
  }
  for (const [name, column] of Object.entries(EQUAL))
    add(`${column} = @${name}`, name, filter[name as keyof typeof EQUAL])
  if (filter.phoneKey === null) parts.push('phone_key IS NULL')
  else add('phone_key = @phoneKey', 'phoneKey', filter.phoneKey)
  if (filter.outcome === 'open') parts.push('outcome IS NULL')
  else add('outcome = @outcome', 'outcome', filter.outcome)
  add('opened_wall_ms >= @fromWallMs', 'fromWallMs', filter.fromWallMs)
  add('opened_wall_ms < @untilWallMs', 'untilWallMs', filter.untilWallMs)
  return { where: parts.join(' AND '), values }
}

const COLUMNS = `id, practice, opened_wall_ms AS openedWallMs, closed_wall_ms AS closedWallMs, phone_name AS phoneName,
  product_type AS productType, ecid, phone_key AS phoneKey, complaint_kind AS complaintKind,
  complaint_code AS complaintCode, complaint_text AS complaintText, outcome, fixed_by AS fixedBy, operator, ticket,
  cable_label AS cableLabel, usb_port AS usbPort, hubs,
  (SELECT count(*) FROM attempts WHERE case_id = cases.id) AS attempts,
  (SELECT verdict FROM attempts WHERE case_id = cases.id AND verdict IS NOT NULL
    ORDER BY started_wall_ms DESC LIMIT 1) AS lastVerdict`

type Statement = { readonly sql: string; readonly values: Values }

/** One page of cases: the statement and its values. */
export function pageSql(query: CaseQuery): Statement {
  const { where, values } = conditions(query)
  const order = ORDERS[query.sort ?? 'newest']
  return {
    sql: `SELECT ${COLUMNS} FROM cases WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    values: { ...values, limit: query.limit, offset: query.offset },
  }
}

/** How many cases a filter finds in all: the statement and its values. How many there are at all is counted with the writes. */
export function countSql(filter: CaseFilter): Statement {
  const { where, values } = conditions(filter)
  if (where === EVERY) return { sql: ALL_SQL, values: { ...values } }
  return { sql: `SELECT count(*) FROM cases WHERE ${where}`, values: { ...values } }
}

/** The phones of the cases that a filter finds, the one seen last first, with how many there are in all. */
export function phonesSql(filter: CaseFilter, { limit, offset }: { limit: number; offset: number }): Statement {
  const { where, values } = conditions(filter)
  return {
    sql: `SELECT phone_key AS phoneKey, CASE WHEN phone_key IS NOT NULL THEN max(phone_name) END AS phoneName,
      count(*) AS cases, sum(outcome IS 'fixed') AS fixed, sum(outcome IS NULL) AS open,
      max(opened_wall_ms) AS lastWallMs, count(*) OVER () AS total
      FROM cases WHERE ${where} GROUP BY phone_key ORDER BY lastWallMs DESC LIMIT @limit OFFSET @offset`,
    values: { ...values, limit, offset },
  }
}

/** What cases can be filtered by, of each kind the most frequent ones; counted with the writes. */
export const CHOICES_SQL = `SELECT field, value, cases FROM (
    SELECT field, value, cases, row_number() OVER (PARTITION BY field ORDER BY cases DESC, value) AS place
    FROM case_values WHERE practice = @practice AND field <> 'all')
  WHERE place <= 300 ORDER BY field, place`
