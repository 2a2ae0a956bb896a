/** Which cases, in which order. A filter that is left out lets everything through. */
export type CaseQuery = {
  readonly practice: boolean
  /** Words that must all occur; see `searchTerms`. */
  readonly search: string
  readonly code?: string
  readonly productType?: string
  /** `open`: without an outcome. */
  readonly outcome?: string
  /** Opened at or after, and before; wall time. */
  readonly fromWallMs?: number
  readonly untilWallMs?: number
  readonly sort?: CaseSort
  readonly limit: number
  readonly offset: number
}

export const CASE_SORTS = ['newest', 'oldest', 'phone', 'code'] as const
export type CaseSort = (typeof CASE_SORTS)[number]

const ORDERS: Readonly<Record<CaseSort, string>> = {
  newest: 'opened_wall_ms DESC, number DESC',
  oldest: 'opened_wall_ms, number',
  phone: 'product_type, opened_wall_ms DESC, number DESC',
  code: 'complaint_code, opened_wall_ms DESC, number DESC',
}

/** The index of the search knows pieces of three letters; shorter words go another way. */
const PIECE = 3

/**
 * What a person typed, taken apart: words for the search index (found anywhere, whatever the case of the letters), and words too
 * short for it, which must begin the code or stand in the phone's name.
 */
export function searchTerms(search: string): { match: string | null; short: string[] } {
  const words = search.replaceAll('\0', ' ').trim().split(/\s+/).filter(Boolean)
  const long = words.filter((word) => Array.from(word).length >= PIECE).map((word) => `"${word.replaceAll('"', '""')}"`)
  return {
    match: long.length > 0 ? long.join(' AND ') : null,
    short: words.filter((word) => Array.from(word).length < PIECE),
  }
}

type Bound = { readonly where: string; readonly values: Readonly<Record<string, string | number>> }

/** The conditions of a query with their values. */
function conditions(query: CaseQuery): Bound {
  const values: Record<string, string | number> = { practice: query.practice ? 1 : 0 }
  const parts = ['practice = @practice']
  const add = (sql: string, name: string, value: string | number | undefined) => {
    if (value === undefined) return
    values[name] = value
    parts.push(sql)
  }
  const { match, short } = searchTerms(query.search)
  add('number IN (SELECT rowid FROM case_search WHERE case_search MATCH @match)', 'match', match ?? undefined)
  for (const [index, word] of short.entries()) {
    const pattern = word.replace(/[!%_]/g, '!$&')
    add(
      `(complaint_code LIKE @begins${index} ESCAPE '!' OR phone_name LIKE @holds${index} ESCAPE '!')`,
      `begins${index}`,
      `${pattern}%`,
    )
    values[`holds${index}`] = `%${pattern}%`
  }
  add('complaint_code = @code', 'code', query.code)
  add('product_type = @productType', 'productType', query.productType)
  if (query.outcome === 'open') parts.push('outcome IS NULL')
  else add('outcome = @outcome', 'outcome', query.outcome)
  add('opened_wall_ms >= @fromWallMs', 'fromWallMs', query.fromWallMs)
  add('opened_wall_ms < @untilWallMs', 'untilWallMs', query.untilWallMs)
  return { where: parts.join(' AND '), values }
}

const COLUMNS = `id, practice, opened_wall_ms AS openedWallMs, closed_wall_ms AS closedWallMs, phone_name AS phoneName, ecid,
  complaint_kind AS complaintKind, complaint_code AS complaintCode, complaint_text AS complaintText, outcome,
  (SELECT count(*) FROM attempts WHERE case_id = cases.id) AS attempts,
  (SELECT verdict FROM attempts WHERE case_id = cases.id AND verdict IS NOT NULL
    ORDER BY started_wall_ms DESC LIMIT 1) AS lastVerdict`

/** One page of cases: the statement and its values. */
export function pageSql(query: CaseQuery): { sql: string; values: Record<string, string | number> } {
  const { where, values } = conditions(query)
  return {
    sql: `SELECT ${COLUMNS} FROM cases WHERE ${where} ORDER BY ${ORDERS[query.sort ?? 'newest']} LIMIT @limit OFFSET @offset`,
    values: { ...values, limit: query.limit, offset: query.offset },
  }
}

/** How many cases a query finds in all: the statement and its values. */
export function countSql(query: CaseQuery): { sql: string; values: Record<string, string | number> } {
  const { where, values } = conditions(query)
  return { sql: `SELECT count(*) FROM cases WHERE ${where}`, values: { ...values } }
}
