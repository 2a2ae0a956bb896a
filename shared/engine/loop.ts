import type { HostSystem } from '../knowledge/vocabulary.ts'
import type { Event, EventBody } from './events.ts'
import { initialState } from './initial-state.ts'
import { nextWakeMs } from './next-wake.ts'
import type { Inbox, Ports } from './ports.ts'
import type { State } from './state.ts'
import { step } from './step.ts'

/** The one place that holds changing state. */
export type Loop = {
  /** Puts an event into the inbox; it is taken before this returns, unless another one is being taken just now. */
  readonly state: Inbox
  readonly current: () => State
  /** No more events are taken and no alarm rings. */
  readonly stop: () => void
}

/** Where an event belongs: to the attempt that runs (or that it ended, or that it says more about) and to the case on the table. */
const placeOf = ({ kind }: Event, before: State, after: State) => ({
  caseId: after.case?.id ?? before.case?.id ?? null,
  attemptId:
    runningAttempt(after) ?? runningAttempt(before) ?? (kind === 'guide.answer' ? answeredAttempt(after) : null),
})

const runningAttempt = ({ guide }: State) => (guide && guide.stage !== 'ended' ? guide.attemptId : null)

/** What is said after the end changes the verdict: played again, the attempt must come to the same one. */
const answeredAttempt = ({ guide }: State) => guide?.attemptId ?? null

/**
 * Takes events one at a time: step, publish, perform, and only then append to the journal, so that a slow disk never delays a
 * cue. Ports answer by stating events. Throws what `step` throws: that is a bug and stops loudly.
 */
export function createLoop(ports: Ports, world: { readonly practice: boolean; readonly system: HostSystem }): Loop {
  const { clock, journal } = ports
  let current = initialState(world.practice, world.system)
  let stopped = false
  let taking = false
  const waiting: EventBody[] = []

  const take = (body: EventBody) => {
    const event: Event = { ...body, atMs: clock.nowMs(), wallMs: clock.wallMs() }
    const before = current
    const { state, effects } = step(before, event)
    current = state
    ports.publish(state)
    for (const effect of effects) if (effect.kind !== 'journal.flush') ports.perform(effect)
    const place = placeOf(event, before, state)
    if (place.caseId !== null || place.attemptId !== null) journal.append(event, place)
    if (effects.some((effect) => effect.kind === 'journal.flush')) journal.flush()
    clock.setAlarm(stopped ? null : nextWakeMs(state), () => put({ kind: 'clock.woke' }))
  }

  const put: Inbox = (body) => {
    if (stopped) return
    waiting.push(body)
    if (taking) return
    taking = true
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) take(next)
    } finally {
      taking = false
    }
  }

  return {
    state: put,
    current: () => current,
    stop() {
      stopped = true
      clock.setAlarm(null, () => undefined)
      journal.flush()
    },
  }
}
