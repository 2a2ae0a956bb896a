import type { Effect } from './effects.ts'
import type { Event, EventBody } from './events.ts'
import type { State } from './state.ts'

/** Monotonic and wall time, and one alarm. A practice clock may run faster than life. */
export type Clock = {
  nowMs(): number
  wallMs(): number
  /** Calls back at or after `atMs` (monotonic); setting it again replaces the alarm, `null` clears it. */
  setAlarm(atMs: number | null, ring: () => void): void
}

/** Where events are kept. Never throws; trouble comes back as an event (`trouble.began`). */
export type Journal = {
  append(event: Event, place: { readonly caseId: string | null; readonly attemptId: string | null }): void
  flush(): void
}

/** Everything the loop needs played. `perform` must not throw and must not answer synchronously by a return value. */
export type Ports = {
  readonly clock: Clock
  readonly journal: Journal
  perform(effect: Effect): void
  publish(state: State): void
}

export type Inbox = (event: EventBody) => void
