import type { Database } from 'better-sqlite3'
import { AttemptRecord } from '../../shared/contract/history.ts'
import type { AttemptSummary, Case } from '../../shared/engine/case.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import { EVENT_SCHEMA } from '../../shared/engine/events.ts'
import { Verdict } from '../../shared/engine/guide-run.ts'
import { State } from '../../shared/engine/state.ts'
import type { CaseStore } from './case-store.ts'
import { readJson, whole } from './rows.ts'

export type AttemptOpen = Extract<Effect, { kind: 'attempt.open' }>
export type AttemptClose = Extract<Effect, { kind: 'attempt.close' }>

// an attempt whose case was lost with a damaged file is still kept, without a case
const OPEN = `
INSERT INTO attempts (id, case_id, kind, guide, way, practice, boot_id, started_wall_ms, ended_wall_ms, verdict, code,
  usb_port, hubs, result, cable_label, product_type)
VALUES (@id, (SELECT id FROM cases WHERE id = @caseId), @kind, @guide, @way, @practice, @bootId, @started, @ended, @verdict, @code,
  @usbPort, @hubs, @result, coalesce(@cableLabel, (SELECT cable_label FROM cases WHERE id = @caseId)),
  (SELECT product_type FROM cases WHERE id = @caseId))
ON CONFLICT (id) DO NOTHING`

const CLOSE = `UPDATE attempts SET ended_wall_ms = @ended, verdict = @verdict, code = @code, facts = @facts,
  result = coalesce(@result, result) WHERE id = @id`

const COLUMNS = `id AS attemptId, case_id AS caseId, kind, guide, way, started_wall_ms AS startedWallMs,
  ended_wall_ms AS endedWallMs, verdict, code, facts, result, usb_port AS usbPort, hubs, cable_label AS cableLabel`

/** The attempts of one case, oldest first. */
export const ATTEMPTS_OF_CASE_SQL = `SELECT ${COLUMNS} FROM attempts WHERE case_id = ? ORDER BY started_wall_ms, number`

/** Guide attempts that no boot but this one can still be running, with the wall time of their last event. */
export const INTERRUPTED_SQL = `
SELECT ${COLUMNS}, practice,
  (SELECT wall_ms FROM journal WHERE attempt_id = attempts.id ORDER BY seq DESC LIMIT 1) AS lastWallMs
FROM attempts WHERE ended_wall_ms IS NULL AND kind = 'guide' AND boot_id <> ? ORDER BY started_wall_ms`

type AttemptRow = { attemptId: string; caseId: string | null; startedWallMs: number; facts: string | null }
type InterruptedRow = AttemptRow & { practice: number; lastWallMs: number | null }

/** A row as the contract wants it; facts of an unknown shape are left out, a row of an unknown shape gives `null`. */
function toRecord(row: AttemptRow): AttemptRecord | null {
  const read = AttemptRecord.safeParse({ ...row, facts: readJson(Verdict, row.facts) })
  return read.success ? read.data : null
}

/** The verdict of an attempt that the end of the program cut off. */
function interruptedFacts(startedWallMs: number, endedWallMs: number): Verdict {
  return {
    id: 'interrupted',
    atMs: Math.max(0, endedWallMs - startedWallMs),
    text: { key: 'verdict.interrupted' },
    reasons: [],
    change: null,
    shiftMs: 0,
  }
}

/** The case's own list of attempts, with this one ended as interrupted; it is added when the case did not know it yet. */
function withInterrupted(value: Case, attempt: AttemptSummary): Case {
  const known = value.attempts.some((one) => one.attemptId === attempt.attemptId)
  const attempts = value.attempts.map((one) => (one.attemptId === attempt.attemptId ? attempt : one))
  return { ...value, attempts: known ? attempts : [...attempts, attempt] }
}

export type AttemptStore = {
  open(effect: AttemptOpen): void
  close(effect: AttemptClose): void
  /** Puts other reasons beside a verdict that stands. */
  answered(attemptId: string, facts: Verdict): void
  /** What was believed when it began, so that it can be played again. */
  begin(attemptId: string, state: State): void
  has(attemptId: string): boolean
  setCable(attemptId: string, cableLabel: string | null): void
  /** Oldest first; rows that cannot be read are counted and left as they are. */
  ofCase(caseId: string): { attempts: AttemptRecord[]; unreadable: number }
  /** Ends every guide attempt of an earlier boot as interrupted, in the attempt and in its case. Gives the cases' ids. */
  markInterrupted(): string[]
}

/** Reads and writes of attempts on one open database. `bootId` is this run of the program. All throw what SQLite throws. */
export function attemptStore(db: Database, cases: CaseStore, bootId: string): AttemptStore {
  const open = db.prepare(OPEN)
  const close = db.prepare(CLOSE)
  const begin = db.prepare(`INSERT OR IGNORE INTO attempt_beginnings (attempt_id, schema, body)
    SELECT id, ?, ? FROM attempts WHERE id = ?`)
  const beginning = db.prepare<[string], string>('SELECT body FROM attempt_beginnings WHERE attempt_id = ?').pluck()
  const answered = db.prepare('UPDATE attempts SET facts = ? WHERE id = ?')
  const setCable = db.prepare('UPDATE attempts SET cable_label = ? WHERE id = ?')
  const known = db.prepare<[string], number>('SELECT 1 FROM attempts WHERE id = ?').pluck()
  const ofCase = db.prepare<[string], AttemptRow>(ATTEMPTS_OF_CASE_SQL)
  const interrupted = db.prepare<[string], InterruptedRow>(INTERRUPTED_SQL)
  const savedAt = db.prepare<[string], number>('SELECT saved_wall_ms FROM cases WHERE id = ?').pluck()

  const interrupt = (row: InterruptedRow): string | null => {
    const endedWallMs = Math.max(row.lastWallMs ?? row.startedWallMs, row.startedWallMs)
    const facts = interruptedFacts(row.startedWallMs, endedWallMs)
    const { attemptId } = row
    close.run({
      id: attemptId,
      ended: endedWallMs,
      verdict: facts.id,
      code: null,
      facts: JSON.stringify(facts),
      result: null,
    })
    const record = toRecord({ ...row, ...{ endedWallMs, verdict: facts.id } })
    const value = row.caseId === null ? null : cases.byId(row.caseId)
    if (value === null || record === null) return row.caseId
    const { caseId: _, facts: __, usbPort: ___, hubs: ____, cableLabel: _____, result: ______, ...summary } = record
    // tidying up is no activity: the case keeps its place in the order
    cases.save(withInterrupted(value, summary), savedAt.get(value.id) ?? endedWallMs)
    return value.id
  }

  return {
    open: ({ caseId, attempt, practice, usbPort, hubs, cableLabel }) =>
      void open.run({
        id: attempt.attemptId,
        caseId,
        kind: attempt.kind,
        guide: attempt.guide,
        way: attempt.way,
        practice: practice ? 1 : 0,
        bootId,
        started: whole(attempt.startedWallMs),
        ended: attempt.endedWallMs === null ? null : whole(attempt.endedWallMs),
        verdict: attempt.verdict,
        code: attempt.code,
        usbPort: usbPort ?? null,
        hubs: hubs ?? null,
        cableLabel: cableLabel?.trim() || null,
        result: attempt.result ?? null,
      }),
    close: ({ attemptId, endedWallMs, verdict, facts, code, result }) =>
      void close.run({
        id: attemptId,
        ended: whole(endedWallMs),
        verdict,
        code,
        facts: facts === null ? null : JSON.stringify(facts),
        result: result ?? null,
      }),
    answered: (attemptId, facts) => void answered.run(JSON.stringify(facts), attemptId),
    begin: (attemptId, state) => void begin.run(EVENT_SCHEMA, JSON.stringify(state), attemptId),
    has: (attemptId) => known.get(attemptId) !== undefined,
    setCable: (attemptId, cableLabel) => void setCable.run(cableLabel?.trim() || null, attemptId),
    ofCase(caseId) {
      const read = ofCase.all(caseId).map(toRecord)
      const attempts = read
        .filter((record) => record !== null)
        .map((record) => {
          const state = readJson(State, beginning.get(record.attemptId) ?? null)
          return state === null ? record : { ...record, beginning: state }
        })
      return { attempts, unreadable: read.length - attempts.length }
    },
    markInterrupted: db.transaction(() => {
      const caseIds = interrupted.all(bootId).map(interrupt)
      return [...new Set(caseIds.filter((caseId) => caseId !== null))]
    }),
  }
}
