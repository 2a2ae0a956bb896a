import type { Answer, CallHandlers, CallOutput, World } from '../shared/contract/contract.ts'
import type { Complaint } from '../shared/engine/case.ts'
import type { UserEvent } from '../shared/engine/events.ts'
import type { Loop } from '../shared/engine/loop.ts'
import { readErrorCode } from '../shared/protocol/dialog-text.ts'
import type { Archive } from './history/archive.ts'
import type { History } from './history/open.ts'
import { firmwareCallHandlers, type FirmwarePorts } from './firmware-calls.ts'
import { historyCallHandlers } from './history-calls.ts'
import type { Practice } from './practice.ts'
import { refusal } from './refusals.ts'

export type CallPorts = {
  readonly hello: CallOutput<'hello'>
  readonly real: Loop
  readonly practice: Practice
  readonly history: History
  readonly archive: Archive
  readonly firmware: FirmwarePorts
}

/** Everything that a screen can ask, answered. Throws only for bugs. */
export function callHandlers({ hello, real, practice, history, archive, firmware }: CallPorts): CallHandlers {
  const loopOf = (world: World): Loop | null => (world === 'real' ? real : (practice.current()?.loop ?? null))

  /** What ended earlier cases with this code; the engine reads the code in the same way. */
  const ownHistoryOf = (complaint: Complaint) => {
    const code = complaint.kind === 'code' ? (complaint.code ?? readErrorCode(complaint.text).code) : null
    return code === null ? [] : archive.curedBefore(code)
  }

  const act = (world: World, event: UserEvent): Answer => {
    const loop = loopOf(world)
    if (loop === null) return { ok: false, problem: { code: 'not-now' } }
    const problem = refusal(loop.current(), event)
    if (problem) return { ok: false, problem }
    loop.state(event.kind === 'case.open' ? { ...event, ownHistory: ownHistoryOf(event.complaint) } : event)
    // settings are the person's, not a world's
    if (event.kind === 'settings.change') loopOf(world === 'real' ? 'practice' : 'real')?.state(event)
    return { ok: true }
  }

  return {
    hello: () => hello,
    act: ({ world, event }) => act(world, event),
    practiceStart: (setup) => practice.start(setup),
    practiceAct: (action) => practice.act(action),
    practiceStop: () => practice.stop(),
    ...firmwareCallHandlers(firmware),
    ...historyCallHandlers({ history, archive, loopOf }),
  }
}
