import type { Case } from './case.ts'
import { learnCode } from './cases.ts'
import { codeOfLog, isOtherPhones, isSameRun, type LogSummary } from './log-summary.ts'
import type { Effect } from './effects.ts'
import type { State } from './state.ts'

/** Logs kept with a case; older ones go first. */
const MOST_LOGS = 5
/** A failure this short before the case was opened is what the person came for. */
const BEFORE_OPENING_MS = 30 * 60_000

/** Whether this log can be about the failure of this case. A file that a person picked is, where it is not another phone's. */
function belongs(open: Case, log: LogSummary): boolean {
  if (isOtherPhones(log, open.phone)) return false
  return log.source === 'picked' || log.writtenWallMs >= open.openedWallMs - BEFORE_OPENING_MS
}

/**
 * A log was read: it is kept with the open case on the table, and names the code where the person did not. Without such a case
 * nothing changes; the same run replaces what was known of it.
 */
export function logRead(state: State, log: LogSummary): State {
  const open = state.case
  if (!open || open.outcome !== null || open.complaint.kind === 'guide-only') return state
  // what the restore program wrote about other phones or long ago is not this case's business
  if (log.source === 'followed' && !belongs(open, log)) return state
  const logs = [...(open.logs ?? []).filter((known) => !isSameRun(known, log)), log].slice(-MOST_LOGS)
  const kept = { ...state, case: { ...open, logs } }
  const code = codeOfLog(log)
  const unknown = open.complaint.kind === 'no-code' || open.complaint.code === null
  return code !== null && unknown && belongs(open, log) ? { ...kept, case: learnCode(kept, kept.case, code) } : kept
}

/** The newest log that speaks of a failure of this case; null where none does. */
export const failureLog = (open: Case): LogSummary | null =>
  (open.logs ?? []).findLast((log) => log.success === false && belongs(open, log)) ?? null

const followedCase = ({ case: open }: State): Case | null =>
  open && open.outcome === null && open.complaint.kind !== 'guide-only' ? open : null

/** Logs are followed for the open case on the table, and for no other. */
export function followEffects(before: State, after: State): Effect[] {
  const [was, is] = [followedCase(before), followedCase(after)]
  if (was?.id === is?.id) return []
  return [{ kind: 'logs.follow', sinceWallMs: is && is.openedWallMs - BEFORE_OPENING_MS }]
}

/** What a log that was found by itself says since the present try began, in the other program or after a step; null where none does. */
export function logOfTry({ logs, handOver, retry }: Case): LogSummary | null {
  const since = retry?.sinceWallMs ?? handOver?.sinceWallMs
  if (since === undefined) return null
  return logs?.findLast((log) => log.source === 'followed' && log.writtenWallMs >= since) ?? null
}

/** The code that such a log names, and the file it stands in. */
export function codeOfTry(open: Case): { readonly code: string; readonly file: string } | null {
  const log = logOfTry(open)
  const code = log && codeOfLog(log)
  return log && code !== null ? { code, file: log.fileName } : null
}
