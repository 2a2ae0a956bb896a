import type { CaseRow } from '../../shared/contract/history.ts'
import { translator } from '../../shared/texts/translate.ts'

/** A program that opens the table must not take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && FORMULA.test(value) && !/^-?\d+$/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
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
  outcome: (row: CaseRow) => row.outcome ?? 'open',
  'fixed-by': (row: CaseRow) => row.fixedBy,
  attempts: (row: CaseRow) => row.attempts,
  operator: (row: CaseRow) => row.operator,
  ticket: (row: CaseRow) => row.ticket,
  cable: (row: CaseRow) => row.cableLabel,
  port: (row: CaseRow) => row.usbPort,
  hubs: (row: CaseRow) => row.hubs,
} as const

/** Cases as a table for a spreadsheet: RFC 4180, UTF-8 with a mark at the front, moments in ISO form (UTC). */
export function caseTable(rows: Iterable<CaseRow>): string {
  const t = translator('en')
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
  const lines = [names.map((name) => cell(t(`table.${name}`))).join(',')]
  for (const row of rows) lines.push(names.map((name) => cell(COLUMNS[name](row))).join(','))
  return `\u{FEFF}${lines.join('\r\n')}\r\n`
}
