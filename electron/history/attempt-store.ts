import type { Database } from 'better-sqlite3'
import { AttemptRecord } from '../../shared/contract/contract.ts'
import type { AttemptSummary, Case } from '../../shared/engine/case.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import { Verdict } from '../../shared/engine/guide-run.ts'
import type { CaseStore } from './case-store.ts'
import { readJson, whole } from './rows.ts'

export type AttemptOpen = Extract<Effect, { kind: 'attempt.open' }>
export type AttemptClose = Extract<Effect, { kind: 'attempt.close' }>

// an attempt whose case was lost with a damaged file is still kept, without a case
const OPEN = `
INSERT INTO attempts (id, case_id, kind, guide, way, practice, boot_id, started_wall_ms, ended_wall_ms, verdict, code,
  usb_port, hubs)
VALUES (@id, (SELECT id FROM cases WHERE id = @caseId), @kind, @guide, @way, @practice, @bootId, @started, @ended, @verdict, @code,
  @usbPort, @hubs)
ON CONFLICT (id) DO NOTHING`

const CLOSE = `UPDATE attempts SET ended_wall_ms = @ended, verdict = @verdict, code = @code, facts = @facts WHERE id = @id`

const COLUMNS = `id AS attemptId, case_id AS caseId, kind, guide, way, started_wall_ms AS startedWallMs,
  ended_wall_ms AS endedWallMs, verdict, code, facts`

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
  /** Oldest first; rows that cannot be read are counted and left as they are. */
  ofCase(caseId: string): { attempts: AttemptRecord[]; unreadable: number }
  /** Ends every guide attempt of an earlier boot as interrupted, in the attempt and in its case. Gives the cases' ids. */
  markInterrupted(): string[]
}

/** Reads and writes of attempts on one open database. `bootId` is this run of the program. All throw what SQLite throws. */
export function attemptStore(db: Database, cases: CaseStore, bootId: string): AttemptStore {
  const open = db.prepare(OPEN)
  const close = db.prepare(CLOSE)
  const ofCase = db.prepare<[string], AttemptRow>(ATTEMPTS_OF_CASE_SQL)
  const interrupted = db.prepare<[string], InterruptedRow>(INTERRUPTED_SQL)
  const savedAt = db.prepare<[string], number>('SELECT saved_wall_ms FROM cases WHERE id = ?').pluck()

  const interrupt = (row: InterruptedRow): string | null => {
    const endedWallMs = Math.max(row.lastWallMs ?? row.startedWallMs, row.startedWallMs)
    const facts = interruptedFacts(row.startedWallMs, endedWallMs)
    const { attemptId } = row
    close.run({ id: attemptId, ended: endedWallMs, verdict: facts.id, code: null, facts: JSON.stringify(facts) })
    const record = toRecord({ ...row, ...{ endedWallMs, verdict: facts.id } })
    const value = row.caseId === null ? null : cases.byId(row.caseId)
    if (value === null || record === null) return row.caseId
    const { caseId: _, facts: __, ...summary } = record
    // tidying up is no activity: the case keeps its place in the order
    cases.save(withInterrupted(value, summary), savedAt.get(value.id) ?? endedWallMs)
    return value.id
  }

  return {
    open: ({ caseId, attempt, practice, usbPort, hubs }) =>
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
      }),
    close: ({ attemptId, endedWallMs, verdict, facts, code }) =>
      void close.run({
        id: attemptId,
        ended: whole(endedWallMs),
        verdict,
        code,
        facts: facts === null ? null : JSON.stringify(facts),
      }),
    ofCase(caseId) {
      const read = ofCase.all(caseId).map(toRecord)
      const attempts = read.filter((record) => record !== null)
      return { attempts, unreadable: read.length - attempts.length }
    },
    markInterrupted: db.transaction(() => {
      const caseIds = interrupted.all(bootId).map(interrupt)
      return [...new Set(caseIds.filter((caseId) => caseId !== null))]
    }),
  }
}
