import type { Case } from './case.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import { transfersFor } from './link-transfers.ts'
import type { PhoneFact } from './phones.ts'
import type { Phone } from './phone.ts'
import type { State } from './state.ts'
import type { LinkTest } from './verification-facts.ts'

/** How long the connection is watched after the phone returned. */
export const LINK_TEST_MS = 60_000
/** Full speed and less: a phone that is made for 480 Mbit/s lacks a contact. */
const SLOW_MBPS = 12

type Ended = Pick<LinkTest, 'grade' | 'why'>

const end = (test: LinkTest, { grade, why }: Ended): LinkTest => ({
  ...test,
  status: 'ended',
  endsAtMs: null,
  grade,
  why,
})

const begin = (test: LinkTest, phone: Phone, state: State): LinkTest => ({
  ...test,
  status: 'running',
  endsAtMs: state.atMs + LINK_TEST_MS,
  startedWallMs: state.wallMs,
  mode: phone.mode,
  speedMbps: phone.usb?.speedMbps ?? null,
  ...(phone.usb ? { transfers: transfersFor(state, phone, phone.usb) } : {}),
})

/** Starts a link test after a step that changed something about the link; it waits while the phone is not on USB. */
export function startLinkTest(stepId: LinkTest['stepId'], phone: Phone | null, state: State): LinkTest {
  const waiting: LinkTest = {
    ...{ stepId, status: 'waiting', endsAtMs: null, startedWallMs: null, mode: null },
    ...{ drops: 0, returns: 0, speedMbps: null, grade: null, why: null },
  }
  // drops shorter than the pause between two lists would be missed
  if (state.host.usb.status !== 'watching') return end(waiting, { grade: 'cannot-test', why: 'no-events' })
  return phone?.usb ? begin(waiting, phone, state) : waiting
}

/** The grade that the facts allow: never better than "clean at idle". */
function graded(test: LinkTest): Ended {
  if (test.drops > 0) return { grade: 'drops', why: null }
  if ((test.transfers?.errors ?? 0) > 0) return { grade: 'transfer-errors', why: null }
  if (test.speedMbps !== null && test.speedMbps <= SLOW_MBPS) return { grade: 'slow', why: null }
  return { grade: 'clean-at-idle', why: null }
}

/** What happened to the case's phone while its link is watched. `phone` is how it stands after the fact. */
export function linkTestSaw(test: LinkTest, fact: PhoneFact, phone: Phone, state: State): LinkTest {
  if (test.status === 'ended') return test
  if (test.status === 'waiting') return fact.kind === 'arrived' && phone.usb ? begin(test, phone, state) : test
  if (fact.kind === 'left') return { ...test, drops: test.drops + 1 }
  if (fact.kind !== 'arrived') return test
  // a restore that began, or a restart: leaving USB belongs to it and says nothing about the link
  if (fact.mode !== test.mode) return end(test, { grade: 'cannot-test', why: 'mode-changed' })
  const speeds = [test.speedMbps, phone.usb?.speedMbps ?? null].filter((speed) => speed !== null)
  return { ...test, returns: test.returns + 1, speedMbps: speeds.length > 0 ? Math.min(...speeds) : null }
}

/** Ends a test whose minute is over. */
export function linkTestDue(open: Case, atMs: number): Case {
  const test = open.linkTest
  if (!test || test.endsAtMs === null || atMs < test.endsAtMs) return open
  return { ...open, linkTest: end(test, graded(test)) }
}

/** A test that the app's end or the computer's sleep cut off says nothing. */
export function linkTestCutOff(open: Case): Case {
  const test = open.linkTest
  if (!test || test.status === 'ended') return open
  return { ...open, linkTest: end(test, { grade: 'cannot-test', why: 'app-restarted' }) }
}

/** When the running test ends; null without one. */
export const nextLinkTestMs = ({ case: open }: State): number | null =>
  open === null || open.outcome !== null ? null : (open.linkTest?.endsAtMs ?? null)

/** A test that has just begun asks for its transfers, once. */
export function transferEffects(before: State, after: State): Effect[] {
  const test = after.case?.linkTest
  const transfers = test?.transfers
  // a test that the app's end cut off may wait for its answer for ever
  if (test?.status !== 'running' || !transfers || transfers.outcome !== null) return []
  if (transfers === before.case?.linkTest?.transfers) return []
  const phone = after.phones.find(({ usb }) => usb?.deviceId === transfers.deviceId)
  if (!phone) return []
  return [
    { kind: 'link.try', deviceId: transfers.deviceId, udid: phone.mode === 'normal' ? phone.identity.udid : null },
  ]
}

/** What became of the transfers; those of another enumeration, or of a test that is over, say nothing any more. */
export function transfersTold(state: State, event: Extract<Event, { kind: 'link.tried' }>): State {
  const open = state.case
  const test = open?.linkTest
  if (!open || test?.status !== 'running' || test.transfers?.deviceId !== event.deviceId) return state
  const { deviceId, outcome, done, errors } = event
  return { ...state, case: { ...open, linkTest: { ...test, transfers: { deviceId, outcome, done, errors } } } }
}
