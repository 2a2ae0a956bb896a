import type { Phone } from './phone.ts'
import type { State } from './state.ts'

/** A restore in Finder goes from DFU to recovery by itself (iBEC); within this time nothing may be sent to the phone. */
const RESTORE_SUSPECTED_MS = 600_000

/** Whether somebody's restore may be running: the phone went from DFU to recovery a short while ago. Source: idevicerestore's flow. */
export function restoreSuspected(phone: Phone, atMs: number): boolean {
  const recent = phone.changes.filter((change) => change.mode !== null && atMs - change.atMs < RESTORE_SUSPECTED_MS)
  return recent.some((change, index) => change.mode === 'dfu' && recent[index + 1]?.mode === 'recovery')
}

/** Whether somebody's restore seems to run on this phone: by USB, by what the person said, or by the log of the other program. */
export function restoreSeems(state: State, phone: Phone): boolean {
  const open = state.case
  const log = open?.logs?.at(-1)
  const writing = log?.source === 'followed' && !log.over && log.success === null
  return (
    phone.mode === 'restore' || restoreSuspected(phone, state.atMs) || open?.handOver?.stage === 'restoring' || writing
  )
}
