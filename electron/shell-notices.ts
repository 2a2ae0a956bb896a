import type { Phone } from '../shared/engine/phone.ts'
import type { State } from '../shared/engine/state.ts'
import { guidesIdle } from './shell-wishes.ts'

/** Something worth telling a person who looks elsewhere. */
export type Notice = {
  /** `back-running`, `back-waiting`: during a restore the phone came back as running, or in recovery or DFU. */
  readonly kind: 'arrived' | 'back-running' | 'back-waiting'
  readonly phone: Phone
}

/** When the restore that the person told us of began; null: none is under way. */
const restoringSince = ({ case: open }: State): number | null =>
  open?.handOver?.stage === 'restoring' ? open.handOver.sinceWallMs : null

/**
 * What a phone's way through the modes says about a restore. On USB the restore system looks like a running phone, so the first time as
 * running is the restore itself; from then on, coming back as running is how a restore ends well, and coming back in recovery or
 * DFU how it ends badly. Inferred: USB shows the modes and nothing else.
 */
function endOfRestore(phone: Phone, sinceWallMs: number): Notice['kind'] | null {
  const modes = phone.changes.filter(({ wallMs }) => wallMs >= sinceWallMs).flatMap(({ mode }) => mode ?? [])
  const firstRunning = modes.indexOf('normal')
  if (firstRunning === -1 || firstRunning === modes.length - 1) return null
  return phone.mode === 'normal' ? 'back-running' : 'back-waiting'
}

/**
 * What happened from one State to the next that a notification may tell: a phone that came, or came back during a restore. Nothing while a
 * guide runs: its own cues speak then.
 */
export function noticesBetween(before: State | null, after: State): Notice[] {
  if (before === null || !guidesIdle(after)) return []
  const sinceWallMs = restoringSince(after)
  return after.phones.flatMap((phone): Notice[] => {
    const was = before.phones.find(({ id }) => id === phone.id)
    if (phone.presence !== 'attached' || was?.presence === 'attached') return []
    const ended = sinceWallMs === null ? null : endOfRestore(phone, sinceWallMs)
    if (ended !== null) return [{ kind: ended, phone }]
    // a phone that is only on its way between two modes has not arrived
    return was === undefined || was.presence === 'gone' ? [{ kind: 'arrived', phone }] : []
  })
}
