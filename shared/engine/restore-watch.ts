import { RESTORE_WAITS, type RestorePlace } from '../knowledge/restore-waits.ts'
import type { Case } from './case.ts'
import { logOfTry } from './case-logs.ts'
import type { PhoneFact } from './phones.ts'
import type { State } from './state.ts'
import { phoneOfCase } from './verification.ts'

/** Of more than these the oldest are forgotten; a good restore has five. */
const MOST_DROPS = 20

/** Whether a restore runs in another program for this case: by the person's word, or by its log. */
export function restoreRuns(open: Case): boolean {
  const log = logOfTry(open)
  return open.handOver?.stage === 'restoring' || (log !== null && !log.over && log.success === null)
}

/** A phone that leaves USB during a restore mostly restarts as it should: it is noted with its moment and the per cent, and is no alarm. */
export function noteDrop(state: State, fact: PhoneFact): State {
  const open = state.case
  const handOver = open?.handOver
  if (!open || !handOver || fact.kind !== 'left' || !restoreRuns(open)) return state
  if (phoneOfCase(state)?.id !== fact.phoneId) return state
  const log = logOfTry(open)
  const drop = { wallMs: state.wallMs, mode: fact.mode, percent: log?.percent ?? null, phase: log?.lastPhase ?? null }
  const drops = [...(handOver.drops ?? []), drop].slice(-MOST_DROPS)
  return { ...state, case: { ...open, handOver: { ...handOver, drops } } }
}

/** Where the phone stands in the restore and for how long; `over`: longer than the restore waits for it there. */
export type RestoreWait = { readonly place: RestorePlace; readonly forMs: number; readonly over: boolean }

/** Takes the time on the State's own scale; gives null while no restore runs, or no phone of it was seen. */
export function restoreWait(state: State, nowMs: number): RestoreWait | null {
  const phone = state.case && restoreRuns(state.case) ? phoneOfCase(state) : null
  if (phone === null) return null
  const place = phone.usb === null ? 'away' : phone.mode
  const row = RESTORE_WAITS.find((each) => each.place === place)
  if (row === undefined) return null
  const forMs = Math.max(0, nowMs - (phone.usb === null ? (phone.leftAtMs ?? phone.sinceMs) : phone.sinceMs))
  return { place: row.place, forMs, over: row.limitMs !== null && forMs > row.limitMs }
}
