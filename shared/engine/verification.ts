import type { HostSystem, StepId, StepState } from '../knowledge/vocabulary.ts'
import type { Case, CaseStep } from './case.ts'
import { setStep } from './cases.ts'
import { strainOf } from './host-facts.ts'
import { identify } from './identify.ts'
import { linkTestSaw, startLinkTest } from './link-test.ts'
import type { Message } from './message.ts'
import type { Phone, UsbDevice } from './phone.ts'
import type { PhoneFact } from './phones.ts'
import type { State } from './state.ts'
import type { PhonePlace, Restarts, StepCheck } from './verification-facts.ts'

/**
 * What USB can show of a step, and no more. A port is proved by its path, with the same phone known by its own ids; a cable never;
 * a restart of the phone is likely where it left and returned, and proved where a boot mode was seen in between and its system answered
 * afterwards. Sources: the USB topology rules of the three systems (domain facts on ports and hubs);
 * the limits are inferred from what a replug can look like.
 */
type Shown = { readonly state: Extract<StepState, 'proved' | 'likely'>; readonly earnedBy: Message }

/** A phone that starts its system anew is off USB longer than a hand that replugs needs to be. Inferred, not measured. */
const RESTART_AWAY_MS = 10_000
/** SuperSpeed and USB 2 have buses of their own behind one and the same socket. */
const SUPER_SPEED_MBPS = 5000

/** Steps that change something about the link: it is watched for a minute afterwards. */
const LINK_STEPS: readonly StepId[] = ['A2', 'A3', 'A4', 'A6']

const usbFamily = (speedMbps: number | null) => (speedMbps === null ? null : speedMbps >= SUPER_SPEED_MBPS)
const rootOf = (usbPort: string) => usbPort.split('.')[0] ?? usbPort
const tailOf = (usbPort: string) => usbPort.slice(usbPort.indexOf('-') + 1)

/**
 * What a change of the USB path shows about "another port"; null where it shows none. Likely only: behind the same hub, between
 * the two buses of one socket, and where only the bus has another number (Linux numbers a dock's bus anew when it returns).
 */
export function portMoved(from: PhonePlace, to: UsbDevice, system: HostSystem): Shown | null {
  if (from.usbPort === '' || to.usbPort === '' || from.usbPort === to.usbPort) return null
  const params = { from: from.usbPort, to: to.usbPort }
  const say = (state: Shown['state'], key: string): Shown => ({ state, earnedBy: { key: `earned.${key}`, params } })
  const before = usbFamily(from.speedMbps)
  const after = usbFamily(to.speedMbps)
  if (before !== null && after !== null && before !== after) return say('likely', 'port-other-speed')
  if (from.hubs !== null && from.hubs > 0 && to.hubs === 0) return say('proved', 'hub-gone')
  if (rootOf(from.usbPort) === rootOf(to.usbPort)) return say('likely', 'port-same-hub')
  if (system === 'linux' && tailOf(from.usbPort) === tailOf(to.usbPort)) return say('likely', 'port-other-bus')
  return say('proved', 'port-moved')
}

/** Whether this enumeration itself says that it is the phone: by an id of its own, not by what we carried over. */
function saysWhoItIs(known: { ecid: string | null; udid: string | null }, device: UsbDevice): boolean {
  const { ecid, udid } = identify(device).identity
  return (ecid !== null && ecid === known.ecid) || (udid !== null && udid === known.udid)
}

/** The case's phone among those that were seen: by ECID, by UDID, and never by being the only one. */
export function phoneOfCase(state: State): Phone | null {
  const known = state.case?.phone
  if (!known) return null
  const is = ({ identity }: Phone) =>
    (known.ecid !== null && identity.ecid === known.ecid) || (known.udid !== null && identity.udid === known.udid)
  return state.phones.find(is) ?? null
}

const placeOf = ({ usbPort, hubs, speedMbps }: UsbDevice, atWallMs: number): PhonePlace => ({
  ...{ usbPort, hubs, speedMbps, atWallMs },
})

const isOpen = ({ state }: CaseStep) => state === 'not-yet' || state === 'checking'

/**
 * Sets a step and stays where the person is, also where it is the step that they read now: it goes on when they do. `wallMs` null: it
 * was so, nothing was done.
 */
export function earn(
  open: Case,
  stepId: StepId,
  shown: { state: StepState; earnedBy: Message },
  wallMs: number | null,
): Case {
  return { ...setStep(open, stepId, { ...shown, note: null }, wallMs), currentStepId: open.currentStepId }
}

/** The work goes on elsewhere: leaving USB belongs to it. */
const isBusy = (state: State) =>
  state.guide !== null || state.case?.handOver?.stage === 'ready' || state.case?.handOver?.stage === 'restoring'

/** A step was done just now: the restore is tried again, with the link watched where the step changed it. */
export function startRetry(state: State, stepId: StepId): State {
  const open = state.case
  if (!open || open.outcome !== null || isBusy(state)) return state
  const linkTest = LINK_STEPS.includes(stepId) ? startLinkTest(stepId, phoneOfCase(state), state) : open.linkTest
  return { ...state, case: { ...open, linkTest, retry: { stepId, sinceWallMs: state.wallMs } } }
}

/** Ticks an open step by what was shown; where it is the step that is being done, the next try begins. */
function tick(state: State, stepId: StepId, shown: Shown): State {
  const open = state.case
  const step = open?.steps.find(({ id }) => id === stepId)
  if (!open || !step || !isOpen(step)) return state
  const isCurrent = open.currentStepId === stepId && !open.retry
  const earned = { ...state, case: earn(open, stepId, shown, state.wallMs) }
  return isCurrent ? startRetry(earned, stepId) : earned
}

/** Restarts that were likely may turn out proved, once the phone's system has answered. */
function tickAgain(state: State, shown: Shown): State {
  const step = state.case?.steps.find(({ id }) => id === 'A5')
  const better = shown.state === 'proved' && step?.state === 'likely' && step.earnedBy?.key === 'earned.both-restarted'
  if (!state.case || !step || !better) return tick(state, 'A5', shown)
  return { ...state, case: earn(state.case, 'A5', shown, step.atWallMs) }
}

/** What the phone's place says, once it says itself who it is. */
function judgePlace(state: State, phone: Phone): State {
  const open = state.case
  const device = phone.usb
  if (!open?.phone || !device || phone.reading) return state
  if (!saysWhoItIs(open.phone, device)) return state
  if (!open.failedAt) {
    const came = open.attempts.length === 0 ? { cameOnPort: device.usbPort } : {}
    const failedAt = placeOf(device, state.wallMs)
    return judgeHubs({ ...state, case: { ...came, ...open, failedAt } }, device)
  }
  const moved = portMoved(open.failedAt, device, state.host.system)
  return judgeHubs(moved ? tick(state, 'A3', moved) : state, device)
}

function judgeHubs(state: State, device: UsbDevice): State {
  if (device.hubs !== 0) return state
  const step = state.case?.steps.find(({ id }) => id === 'A4')
  const wasSo = (state.case?.failedAt?.hubs ?? 0) === 0
  if (state.case && wasSo && step && isOpen(step)) {
    const earnedBy: Message = { key: 'earned.no-hub', params: { port: device.usbPort } }
    return { ...state, case: earn(state.case, 'A4', { state: 'proved', earnedBy }, null) }
  }
  return tick(state, 'A4', { state: 'proved', earnedBy: { key: 'earned.no-hub', params: { port: device.usbPort } } })
}

const isBootMode = (mode: PhoneFact['mode']) => mode !== 'normal' && mode !== 'restore'

/**
 * Notes leaving and returning for the step that is being done. A long absence between two running systems is likely a restart, and so is a
 * system after a boot mode: a restore's own system looks the same on USB.
 */
function noteAbsence(state: State, fact: PhoneFact): State {
  const open = state.case
  const check = open?.check
  if (!open || !check || isBusy(state)) return state
  if (fact.kind === 'left') {
    const left: StepCheck = { ...check, leftAtMs: state.atMs, leftMode: fact.mode }
    return { ...state, case: { ...open, check: left } }
  }
  if (fact.kind !== 'arrived' || check.leftAtMs === null) return state
  const awayMs = state.atMs - check.leftAtMs
  const sawBootMode = check.sawBootMode === true || isBootMode(fact.mode)
  const noted = { ...open, check: { ...check, leftAtMs: null, awayMs, sawBootMode } }
  const started = sawBootMode || (awayMs >= RESTART_AWAY_MS && check.leftMode === 'normal')
  const restarted = started && fact.mode === 'normal'
  if (!restarted || check.stepId !== 'A5') return { ...state, case: noted }
  const restarts = { boot: null, computer: null, ...open.restarts, phoneAwayMs: awayMs }
  return judgeRestarts({ ...state, case: { ...noted, restarts } })
}

/** The system of the case's phone says that it runs: after a boot mode was seen, that proves that it was started anew. */
export function systemAnswered(state: State, { deviceId, system }: { deviceId: string; system: string | null }): State {
  const open = state.case
  const isOurs = phoneOfCase(state)?.usb?.deviceId === deviceId
  if (!open?.restarts || open.restarts.phoneAwayMs === null || system !== 'normal' || !isOurs) return state
  if (open.check?.stepId !== 'A5' || open.check.sawBootMode !== true) return state
  return judgeRestarts({ ...state, case: { ...open, restarts: { ...open.restarts, phoneProved: true } } })
}

/** What is said of both restarts; proved only where each of them is. */
function bothRestarted({ phoneAwayMs, computer, phoneProved }: Restarts): Shown {
  if (phoneProved === true && computer === 'proved')
    return { state: 'proved', earnedBy: { key: 'earned.both-restarted.proved' } }
  const seconds = Math.round((phoneAwayMs ?? 0) / 1000)
  return { state: 'likely', earnedBy: { key: 'earned.both-restarted', params: { seconds } } }
}

/** Both restarts seen: the step is ticked. One of them: it goes on being checked. */
export function judgeRestarts(state: State): State {
  const seen = state.case?.restarts
  if (!state.case || !seen) return state
  if (seen.computer !== null && seen.phoneAwayMs !== null) return tickAgain(state, bothRestarted(seen))
  const seconds = Math.round((seen.phoneAwayMs ?? 0) / 1000)
  const step = state.case.steps.find(({ id }) => id === 'A5')
  if (!step || !isOpen(step) || (seen.computer === null && seen.phoneAwayMs === null)) return state
  const earnedBy: Message =
    seen.computer === null
      ? seen.phoneProved === true
        ? { key: 'earned.phone-restarted.proved' }
        : { key: 'earned.phone-restarted', params: { seconds } }
      : { key: `earned.computer-restarted.${seen.computer}` }
  const steps = state.case.steps.map((each) =>
    each.id === 'A5' ? { ...each, state: 'checking' as const, earnedBy } : each,
  )
  return { ...state, case: { ...state.case, steps } }
}

/** Takes what happened on the bus into the case: places, absences, and the running link test. Other phones never count. */
export function verifyUsb(state: State, facts: readonly PhoneFact[]): State {
  if (!state.case || state.case.outcome !== null || state.case.steps.length === 0) return state
  let now = beginCheck(state)
  const phone = phoneOfCase(now)
  if (!phone) return now
  for (const fact of facts.filter(({ phoneId }) => phoneId === phone.id)) {
    const open = now.case
    if (open?.linkTest) now = { ...now, case: { ...open, linkTest: linkTestSaw(open.linkTest, fact, phone, now) } }
    now = noteAbsence(now, fact)
  }
  return judgePlace(now, phone)
}

/** Another failure was told: from now on "another port" is another one than this, and restarts count anew. */
export function failedAgain(state: State): State {
  if (!state.case) return state
  const phone = phoneOfCase(state)
  const device = phone?.usb ?? null
  const knownHere = device !== null && state.case.phone !== null && saysWhoItIs(state.case.phone, device)
  const restarts = { boot: state.host.facts?.boot ?? null, computer: null, phoneAwayMs: null }
  const strain = state.host.facts ? { strain: strainOf(state.host.facts) } : {}
  return {
    ...state,
    case: { ...state.case, failedAt: knownHere ? placeOf(device, state.wallMs) : null, restarts, ...strain },
  }
}

/** Whether USB can see this step being done now: then nobody is asked. */
export function usbCanSee(state: State, stepId: StepId): boolean {
  if (stepId !== 'A3' && stepId !== 'A4') return false
  const { status } = state.host.usb
  const phone = phoneOfCase(state)
  if ((status !== 'watching' && status !== 'listing-only') || !phone || !state.case?.phone) return false
  return phone.usb === null ? phone.presence === 'away' : saysWhoItIs(state.case.phone, phone.usb)
}

/** Begins watching for the current step as soon as it is another one than before. */
export function beginCheck(state: State): State {
  const open = state.case
  if (!open || open.outcome !== null || open.steps.length === 0) return state
  if ((open.check?.stepId ?? null) === open.currentStepId) return state
  const check: StepCheck | null =
    open.currentStepId === null
      ? null
      : {
          stepId: open.currentStepId,
          sinceWallMs: state.wallMs,
          leftAtMs: null,
          leftMode: null,
          awayMs: null,
        }
  return { ...state, case: { ...open, check } }
}
