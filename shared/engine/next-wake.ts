import { nextGuideMs } from './guide-timing.ts'
import { nextLinkTestMs } from './link-test.ts'
import { nextAgeMs } from './phones.ts'
import { nextTripMs } from './phone-trip.ts'
import type { State } from './state.ts'

/** When the engine wants to be woken next, on the monotonic clock; null while only an event can change anything. */
export function nextWakeMs(state: State): number | null {
  const moments = [
    state.guide && nextGuideMs(state.guide),
    nextAgeMs(state.phones, state.guide?.phoneId ?? null),
    nextLinkTestMs(state),
    nextTripMs(state),
  ]
  const due = moments.filter((moment) => moment !== null)
  return due.length > 0 ? Math.min(...due) : null
}
