import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'
import { CaseLabels, type CaseQuery, type Choice, CaseRow, NO_LABELS, PhoneRow } from '../../shared/contract/history.ts'
import { Case, type CaseStep } from '../../shared/engine/case.ts'
import type { StepState } from '../../shared/knowledge/vocabulary.ts'
import { CHOICES_SQL, countSql, pageSql, phonesSql } from './case-query.ts'
import { readJson, whole } from './rows.ts'
import { withSearchIndex } from './search-index.ts'

/** Raised when the shape of a stored case changes. */
const CASE_SCHEMA = 1

/** Open cases are loaded at the start and live in the State, which stays small. */
const OPEN_CASES = 20

/** A new case begins with the operator and the cable that the settings name; later saves leave what is written on it alone. */
const usual = (setting: string) =>
  `(SELECT nullif(CASE WHEN json_valid(value) THEN value ->> '${setting}' END, '') FROM settings WHERE key = 'settings')`

const SAVE = `
INSERT INTO cases (id, practice, opened_wall_ms, closed_wall_ms, saved_wall_ms, complaint_kind, complaint_code, complaint_text,
  phone_name, product_type, ecid, udid, serial_number, button_family, outcome, fixed_by, phone_key, schema, body,
  operator, cable_label)
VALUES (@id, @practice, @opened, @closed, @saved, @complaintKind, @complaintCode, @complaintText,
  @phoneName, @productType, @ecid, @udid, @serialNumber, @buttonFamily, @outcome, @fixedBy,
  coalesce(@ecid, @udid, @serialNumber), @schema, @body,
  ${usual('operator')}, ${usual('cableLabel')})
ON CONFLICT (id) DO UPDATE SET closed_wall_ms = excluded.closed_wall_ms, saved_wall_ms = excluded.saved_wall_ms,
  complaint_kind = excluded.complaint_kind, complaint_code = excluded.complaint_code, complaint_text = excluded.complaint_text,
  phone_name = excluded.phone_name, product_type = excluded.product_type, ecid = excluded.ecid, udid = excluded.udid,
  serial_number = excluded.serial_number, button_family = excluded.button_family, outcome = excluded.outcome,
  fixed_by = excluded.fixed_by, phone_key = excluded.phone_key,
  schema = excluded.schema, body = excluded.body`

/** The statement behind the cases that are put back after a start. */
export const OPEN_SQL = `SELECT id, body FROM cases WHERE practice = 0 AND closed_wall_ms IS NULL
  ORDER BY saved_wall_ms DESC LIMIT ${OPEN_CASES}`

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

const WORKED: readonly StepState[] = ['proved', 'likely', 'said-by-you']
const TRIED: readonly StepState[] = [...WORKED, 'failed']

/** Tried in this case, or before it as the person said. What a look found to be so already was never tried. */
const wasTried = ({ state, atWallMs }: CaseStep) =>
  TRIED.includes(state) && (atWallMs !== null || state === 'said-by-you')

/** The step that worked last: in a case that ended with "fixed", the one that is counted as the repair. */
function fixedBy(steps: readonly CaseStep[]): string | null {
  const worked = steps.filter(({ state, atWallMs }) => WORKED.includes(state) && atWallMs !== null)
  return worked.toSorted((a, b) => (a.atWallMs ?? 0) - (b.atWallMs ?? 0)).at(-1)?.id ?? null
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
  fixedBy: value.outcome === 'fixed' ? fixedBy(value.steps) : null,
  schema: CASE_SCHEMA,
  body: JSON.stringify(value),
})

export type CaseStore = {
  /** Writes the whole case, new or known. */
  save(value: Case, savedWallMs: number): void
  byId(caseId: string): Case | null
  /** Not practice, not closed, the one saved last first, bounded. `unreadable` ones are left as they are. */
  openCases(): { cases: Case[]; unreadable: number }
  list(query: CaseQuery): CallOutput<'historyList'>
  phones(query: CallInput<'historyPhones'>): CallOutput<'historyPhones'>
  choices(practice: boolean): CallOutput<'historyChoices'>
  labels(caseId: string): CaseLabels
  has(caseId: string): boolean
  /** Changes the named ones; a case that is not there stays so. */
  setLabels(caseId: string, labels: Partial<CaseLabels>): void
}

/** Reads and writes of cases on one open database. All throw what SQLite throws. */
export function caseStore(db: Database): CaseStore {
  const save = db.prepare<unknown[], number>(`${SAVE} RETURNING number`).pluck()
  const readLabels = db.prepare<[string], CaseLabels>(
    'SELECT operator, ticket, cable_label AS cableLabel, note FROM cases WHERE id = ?',
  )
  const writeLabels = db.prepare(`UPDATE cases SET operator = @operator, ticket = @ticket, cable_label = @cableLabel,
    note = @note WHERE id = @caseId`)
  const forgetSteps = db.prepare('DELETE FROM case_steps WHERE case_number = ?')
  const addStep = db.prepare(`INSERT OR IGNORE INTO case_steps (case_number, step_id, state, practice, code, fixed)
    VALUES (@number, @id, @state, @practice, @code, @fixed)`)
  const byId = db.prepare<[string], string>('SELECT body FROM cases WHERE id = ?').pluck()
  const open = db.prepare<[], { id: string; body: string }>(OPEN_SQL)
  return {
    save(value, savedWallMs) {
      const columns = toColumns(value, savedWallMs)
      const { practice, fixedBy } = columns
      const code = columns.closed === null ? null : columns.complaintCode
      const number = save.get(columns)
      forgetSteps.run(number)
      for (const step of value.steps.filter(wasTried)) {
        const { id, state } = step
        addStep.run({ number, id, state, practice, code, fixed: id === fixedBy ? 1 : 0 })
      }
    },
    byId: (caseId) => readJson(Case, byId.get(caseId) ?? null),
    has: (caseId) => readLabels.get(caseId) !== undefined,
    openCases() {
      const read = open.all().map((row) => readJson(Case, row.body))
      const cases = read.filter((value) => value !== null)
      return { cases, unreadable: read.length - cases.length }
    },
    list: (query) =>
      withSearchIndex(db, () => {
        const page = pageSql(query)
        const count = countSql(query)
        const rows = db.prepare(page.sql).all(page.values)
        const total = Number(db.prepare(count.sql).pluck().get(count.values))
        return { rows: rows.map(toCaseRow).filter((row) => row !== null), total }
      }),
    phones: ({ limit, offset, ...filter }) =>
      withSearchIndex(db, () => {
        const { sql, values } = phonesSql(filter, { limit, offset })
        const rows = db.prepare<unknown[], { total: number }>(sql).all(values)
        return { rows: rows.map((row) => PhoneRow.parse(row)), total: rows[0]?.total ?? 0 }
      }),
    choices(practice) {
      const rows = db.prepare<unknown[], { field: string } & Choice>(CHOICES_SQL).all({ practice: practice ? 1 : 0 })
      const of = (wanted: string) =>
        rows.filter(({ field }) => field === wanted).map(({ value, cases }) => ({ value, cases }))
      return {
        code: of('code'),
        phone: of('phone'),
        model: of('model'),
        operator: of('operator'),
        cable: of('cable'),
        port: of('port'),
        'fixed-by': of('fixed-by'),
      }
    },
    labels: (caseId) => CaseLabels.catch(NO_LABELS).parse(readLabels.get(caseId) ?? NO_LABELS),
    setLabels(caseId, labels) {
      const before = readLabels.get(caseId)
      if (!before) return
      const clean = Object.entries(labels).map(([name, text]) => [name, text?.trim() || null])
      writeLabels.run({ caseId, ...before, ...Object.fromEntries(clean) })
    },
  }
}
