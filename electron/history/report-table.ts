import type { CaseRow } from '../../shared/contract/history.ts'
import type { Translate } from '../../shared/texts/translate.ts'

/** A program that opens the table must not take a text for a formula. Source: OWASP, "CSV Injection"; the wide signs are those of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/
/** Also what parts cells in other places than ours: half of a text must not become a cell of its own. */
const PARTED = /[",;\t\r\n]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && FORMULA.test(value) && !/^-?\d+$/.test(value) ? `'${value}` : String(value)
  return PARTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const iso = (wallMs: number | null) => (wallMs === null ? null : new Date(wallMs).toISOString())

const COLUMNS = {
  opened: (row: CaseRow) => iso(row.openedWallMs),
  closed: (row: CaseRow) => iso(row.closedWallMs),
  minutes: (row: CaseRow) =>
    row.closedWallMs === null ? null : Math.round((row.closedWallMs - row.openedWallMs) / 60_000),
  complaint: (row: CaseRow) => row.complaint,
  phone: (row: CaseRow) => row.phoneName,
  model: (row: CaseRow) => row.productType,
  ecid: (row: CaseRow) => row.ecid,
  outcome: (row: CaseRow, t: Translate) => t(`outcome.${row.outcome ?? 'open'}`),
  'fixed-by': ({ fixedBy }: CaseRow, t: Translate) =>
    fixedBy !== null && t.has(`step.${fixedBy}.title`) ? t(`step.${fixedBy}.title`) : fixedBy,
  attempts: (row: CaseRow) => row.attempts,
  operator: (row: CaseRow) => row.operator,
  ticket: (row: CaseRow) => row.ticket,
  cable: (row: CaseRow) => row.cableLabel,
  port: (row: CaseRow) => row.usbPort,
  hubs: (row: CaseRow) => row.hubs,
} as const

/** Cases as a table for a spreadsheet, in words of one language: RFC 4180, UTF-8 with a mark at the front, moments in ISO form (UTC). */
export function caseTable(rows: Iterable<CaseRow>, t: Translate): string {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
  const lines = [names.map((name) => cell(t(`table.${name}`))).join(',')]
  for (const row of rows) lines.push(names.map((name) => cell(COLUMNS[name](row, t))).join(','))
  return `\u{FEFF}${lines.join('\r\n')}\r\n`
}
