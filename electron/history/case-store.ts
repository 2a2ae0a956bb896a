import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type CallInput, type CallOutput, CaseRow } from '../../shared/contract/contract.ts'
import { Case } from '../../shared/engine/case.ts'
import { readJson, whole } from './rows.ts'

/** Raised when the shape of a stored case changes. */
const CASE_SCHEMA = 1

/** Open cases are loaded at the start and live in the State, which stays small. */
const OPEN_CASES = 20

const SAVE = `
INSERT INTO cases (id, practice, opened_wall_ms, closed_wall_ms, saved_wall_ms, complaint_kind, complaint_code, complaint_text,
  phone_name, product_type, ecid, udid, serial_number, button_family, outcome, schema, body)
VALUES (@id, @practice, @opened, @closed, @saved, @complaintKind, @complaintCode, @complaintText,
  @phoneName, @productType, @ecid, @udid, @serialNumber, @buttonFamily, @outcome, @schema, @body)
ON CONFLICT (id) DO UPDATE SET closed_wall_ms = excluded.closed_wall_ms, saved_wall_ms = excluded.saved_wall_ms,
  complaint_kind = excluded.complaint_kind, complaint_code = excluded.complaint_code, complaint_text = excluded.complaint_text,
  phone_name = excluded.phone_name, product_type = excluded.product_type, ecid = excluded.ecid, udid = excluded.udid,
  serial_number = excluded.serial_number, button_family = excluded.button_family, outcome = excluded.outcome,
  schema = excluded.schema, body = excluded.body`

const SEARCHED = `(phone_name LIKE @like ESCAPE '!' OR product_type LIKE @like ESCAPE '!' OR ecid LIKE @like ESCAPE '!'
  OR udid LIKE @like ESCAPE '!' OR serial_number LIKE @like ESCAPE '!' OR complaint_code LIKE @like ESCAPE '!'
  OR complaint_text LIKE @like ESCAPE '!' OR outcome LIKE @like ESCAPE '!')`

/** The statement behind the list; `searched` adds the search over the columns that a person would type from. */
export function listSql(searched: boolean): string {
  return `
SELECT id, practice, opened_wall_ms AS openedWallMs, closed_wall_ms AS closedWallMs, phone_name AS phoneName, ecid,
  complaint_kind AS complaintKind, complaint_code AS complaintCode, complaint_text AS complaintText, outcome,
  (SELECT count(*) FROM attempts WHERE case_id = cases.id) AS attempts,
  (SELECT verdict FROM attempts WHERE case_id = cases.id AND verdict IS NOT NULL
    ORDER BY started_wall_ms DESC LIMIT 1) AS lastVerdict
FROM cases WHERE practice = @practice ${searched ? `AND ${SEARCHED}` : ''}
ORDER BY opened_wall_ms DESC, number DESC LIMIT @limit OFFSET @offset`
}

/** The statement behind the cases that are put back after a start. */
export const OPEN_SQL = `SELECT id, body FROM cases WHERE practice = 0 AND closed_wall_ms IS NULL
  ORDER BY saved_wall_ms DESC LIMIT ${OPEN_CASES}`

const countSql = (searched: boolean) =>
  `SELECT count(*) FROM cases WHERE practice = @practice ${searched ? `AND ${SEARCHED}` : ''}`

const ListRow = CaseRow.omit({ practice: true, complaint: true }).extend({
  practice: z.literal([0, 1]).transform((value) => value === 1),
  complaintKind: z.string(),
  complaintCode: z.string().nullable(),
  complaintText: z.string(),
})

/** One row as the contract wants it. The complaint is the code, else the text; for the others `no-code` or the guide's id. */
function toCaseRow(row: unknown): CaseRow | null {
  const read = ListRow.safeParse(row)
  if (!read.success) return null
  const { complaintKind, complaintCode, complaintText, ...rest } = read.data
  return { ...rest, complaint: complaintCode ?? (complaintText || complaintKind) }
}

const toColumns = (value: Case, savedWallMs: number) => ({
  id: value.id,
  practice: value.practice ? 1 : 0,
  opened: whole(value.openedWallMs),
  closed: value.closedWallMs === null ? null : whole(value.closedWallMs),
  saved: whole(savedWallMs),
  complaintKind: value.complaint.kind,
  complaintCode: value.complaint.kind === 'code' ? value.complaint.code : null,
  complaintText:
    value.complaint.kind === 'code'
      ? value.complaint.text
      : value.complaint.kind === 'guide-only'
        ? value.complaint.guide
        : '',
  phoneName: value.phone?.name ?? null,
  productType: value.phone?.productType ?? null,
  ecid: value.phone?.ecid ?? null,
  udid: value.phone?.udid ?? null,
  serialNumber: value.phone?.serialNumber ?? null,
  buttonFamily: value.phone?.buttonFamily ?? null,
  outcome: value.outcome,
  schema: CASE_SCHEMA,
  body: JSON.stringify(value),
})

export type CaseStore = {
  /** Writes the whole case, new or known. */
  save(value: Case, savedWallMs: number): void
  byId(caseId: string): Case | null
  /** Not practice, not closed, the one saved last first, bounded. `unreadable` ones are left as they are. */
  openCases(): { cases: Case[]; unreadable: number }
  list(input: CallInput<'historyList'>): CallOutput<'historyList'>
}

/** Reads and writes of cases on one open database. All throw what SQLite throws. */
export function caseStore(db: Database): CaseStore {
  const save = db.prepare(SAVE)
  const byId = db.prepare<[string], string>('SELECT body FROM cases WHERE id = ?').pluck()
  const open = db.prepare<[], { id: string; body: string }>(OPEN_SQL)
  return {
    save: (value, savedWallMs) => void save.run(toColumns(value, savedWallMs)),
    byId: (caseId) => readJson(Case, byId.get(caseId) ?? null),
    openCases() {
      const read = open.all().map((row) => readJson(Case, row.body))
      const cases = read.filter((value) => value !== null)
      return { cases, unreadable: read.length - cases.length }
    },
    list(input) {
      const search = input.search.trim()
      const where = { practice: input.practice ? 1 : 0, like: `%${search.replace(/[!%_]/g, '!$&')}%` }
      const rows = db.prepare(listSql(search !== '')).all({ ...where, limit: input.limit, offset: input.offset })
      const total = Number(
        db
          .prepare(countSql(search !== ''))
          .pluck()
          .get(where),
      )
      return { rows: rows.map(toCaseRow).filter((row) => row !== null), total }
    },
  }
}
