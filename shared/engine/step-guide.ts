import { classOfProductType } from '../knowledge/devices.ts'
import type { GuideId } from '../knowledge/vocabulary.ts'
import { attemptEnded, attemptStarted } from './cases.ts'
import type { Effect } from './effects.ts'
import type { Event } from './events.ts'
import { assistedPossible, betterWay, guideCard } from './guide-card.ts'
import type { GuideContext, GuideUpdate } from './guide-move.ts'
import type { GuideRun } from './guide-run.ts'
import { missedAfterReset, verdictAnswered } from './guide-verdict.ts'
import { commandAnswered, startGuide } from './guide.ts'
import type { Phone } from './phone.ts'
import type { PhoneFact } from './phones.ts'
import { restoreSeems } from './restore-seems.ts'
import type { State } from './state.ts'
import { attachedPhones, phoneById, type Step, still } from './step-result.ts'

/** A lead-in shorter than this leaves no time to put both hands to the phone. */
const SHORT_LEAD_IN_MS = 3000

const contextOf = (state: State): GuideContext => ({
  atMs: state.atMs,
  wallMs: state.wallMs,
  phone: phoneById(state, state.guide?.phoneId ?? null),
  practice: state.practice,
})

/** Lets the guide take a turn; its end moves the case on. */
export function guideTurn(
  state: State,
  turn: (run: GuideRun, cuesGiven: number, context: GuideContext) => GuideUpdate,
): Step {
  if (!state.guide) return still(state)
  const { run, cuesGiven, effects } = turn(state.guide, state.cuesGiven, contextOf(state))
  const ended = run.stage === 'ended' && state.guide.stage !== 'ended'
  const open = state.case && ended ? attemptEnded(state.case, run, state.wallMs) : state.case
  const next = { ...state, guide: run, cuesGiven, case: open }
  // a phone that is back in recovery after a miss: whether it may be opened decides if the assisted way can be proposed
  const missed = ended && run.verdict?.id !== 'entered' && run.verdict?.id !== 'interrupted'
  const probes = missed ? probeFor(next, run.guide, phoneById(next, run.phoneId)) : []
  return { state: next, effects: [...effects, ...probes] }
}

/** No system starts faster than this after a reset. */
const SOONEST_SYSTEM_MS = 10_000

/**
 * A running phone of before 2018 does not tell its model, nor does what newer phones are reported to show for DFU. After the reset
 * of a phone that USB did not show it is taken for that one where nothing else is plugged in and it came up since, a system not
 * sooner than a system starts.
 */
function isLikelyReturn(state: State, run: GuideRun, phone: Phone): boolean {
  const meant = run.product === null ? null : classOfProductType(run.product)
  const alone = attachedPhones(state).length === 1
  const { deviceClass } = phone.identity
  const sameClass = meant === null || deviceClass === 'other' || deviceClass === meant
  const soonestMs = phone.mode === 'normal' ? SOONEST_SYSTEM_MS : 0
  return alone && sameClass && run.leftAtMs !== null && phone.sinceMs - run.leftAtMs >= soonestMs
}

/** Whether this can be the phone that USB did not show: of the model that was named, or at least with these buttons. */
function canBeMeant(state: State, run: GuideRun, phone: Phone): boolean {
  const { productTypes, buttonFamily } = phone.identity
  if (phone.reading) return false
  if (buttonFamily === null) return isLikelyReturn(state, run, phone)
  return run.product !== null && productTypes.length > 0
    ? productTypes.includes(run.product)
    : buttonFamily === run.family
}

/** A guide for a phone that USB did not show takes the first one that appears and can be meant. */
export function adoptPhone(state: State, phoneId: string): State {
  const { guide } = state
  const phone = phoneById(state, phoneId)
  if (!guide || !phone || guide.phoneId !== null || guide.stage === 'ended' || !canBeMeant(state, guide, phone))
    return state
  return { ...state, guide: { ...guide, phoneId } }
}

/** Shows the card of a guide; never over a running one. */
export function showGuide(state: State, event: Extract<Event, { kind: 'guide.show' }>): Step {
  if (state.guide && state.guide.stage !== 'card' && state.guide.stage !== 'ended') return still(state)
  const phone = phoneById(state, event.phoneId)
  const attached = attachedPhones(state)
  const meant = phone ?? (event.product === null && attached.length === 1 ? (attached[0] ?? null) : null)
  const before = lastTry(state, event.guide, meant)
  // after a miss of the assisted way the other one is the better
  const wayOpen = event.way === null && !(before.before !== null && state.guide?.way === 'assisted')
  const way = event.way ?? (wayOpen ? betterWay(event.guide, meant, state) : 'manual')
  const run = guideCard({ guide: event.guide, way, wayOpen, phone: meant, product: event.product, ...before })
  return { state: { ...state, guide: run }, effects: probeFor(state, event.guide, meant) }
}

/** Whether the app may open the phone is asked before the assisted way is offered, and never while a restore may run. */
function probeFor(state: State, guide: GuideId, phone: Phone | null): Effect[] {
  const wanted = guide === 'dfu' || guide === 'exit-recovery'
  if (!wanted || phone?.mode !== 'recovery' || !phone.usb || phone.access === 'ok' || restoreSeems(state, phone))
    return []
  return [{ kind: 'recovery.send', deviceId: phone.usb.deviceId, request: 'probe' }]
}

/** A phone that arrives, or says who it is, while its card is read is asked too: the card was shown before it was there. */
export function cardProbes(state: State, facts: readonly PhoneFact[]): Effect[] {
  const shown = state.guide
  if (shown?.stage !== 'card' || !facts.some(({ phoneId, kind }) => phoneId === shown.phoneId && kind !== 'left'))
    return []
  return probeFor(state, shown.guide, phoneById(state, shown.phoneId))
}

/** What the try before taught: its verdict and the moved cue. Only for the same guide on the same phone. */
function lastTry(state: State, guide: GuideId, phone: Phone | null) {
  const last = state.guide
  const same = last?.stage === 'ended' && last.guide === guide && (phone === null || last.phoneId === phone.id)
  if (!same || !last.verdict)
    return { tryNumber: 1, before: null, shiftMs: 0, missesAlike: 0, cable: null, released: null }
  const counts = last.verdict.id !== 'cancelled' && last.verdict.id !== 'interrupted'
  const alike = last.missesAlike ?? 0
  return {
    missesAlike: counts ? (missedAfterReset(last, last.verdict.id) ? alike + 1 : 0) : alike,
    cable: last.cable ?? null,
    released: last.released ?? null,
    tryNumber: last.tryNumber + (counts ? 1 : 0),
    before: counts ? last.verdict : last.before,
    shiftMs: last.shiftMs + last.verdict.shiftMs,
  }
}

/** The card shows what is true now: the phone may have come, changed its mode or been read since it was opened. */
export function refreshCard(state: State): State {
  const shown = state.guide
  if (shown?.stage !== 'card') return state
  const { guide, wayOpen = false, product, tryNumber, before, shiftMs, missesAlike, cable, released } = shown
  const [only, another] = attachedPhones(state)
  const phone = phoneById(state, shown.phoneId) ?? (product === null && !another ? (only ?? null) : null)
  const way = wayOpen ? betterWay(guide, phone, state) : shown.way
  const taught = { tryNumber, before, shiftMs, missesAlike, cable, released }
  const card = guideCard({ guide, way, wayOpen, phone, product, ...taught })
  return { ...state, guide: card }
}

/** Start: the guide on the card runs. A phone that is in the target mode already needs no guide. */
export function startShownGuide(state: State, event: Extract<Event, { kind: 'guide.start' }>): Step {
  const shown = state.guide
  if (shown?.stage !== 'card') return still(state)
  // the card may have been read for minutes: what is true now counts
  const phone = phoneById(state, shown.phoneId)
  const way = shown.way === 'assisted' && !assistedPossible(shown.guide, phone, state) ? 'manual' : shown.way
  const { guide, product, tryNumber, before, shiftMs, released = null } = shown
  const cable = state.settings.cableLabel || null
  // another cable, as far as the person named them: what the one before did says nothing about it
  const missesAlike = shown.cable === cable ? (shown.missesAlike ?? 0) : 0
  const card = guideCard({ guide, way, phone, product, tryNumber, before, shiftMs, missesAlike, cable, released })
  if (card.target !== null && card.from === card.target && guide !== 'restart') return still({ ...state, guide: card })
  const leadInMs = event.handsFree ? state.settings.leadInMs : Math.min(SHORT_LEAD_IN_MS, state.settings.leadInMs)
  const started = guideTurn({ ...state, guide: card }, (run, cues, context) =>
    startGuide(run, cues, context, {
      attemptId: event.attemptId,
      handsFree: event.handsFree,
      leadInMs,
      caseId: state.case?.id ?? null,
    }),
  )
  const { state: after, effects } = started
  if (!after.case || !after.guide) return started
  return { state: { ...after, case: attemptStarted(after.case, after.guide, after.wallMs) }, effects }
}

/**
 * The person says whether the first button was let go at the tone: with that the cable can be named, or not. The attempt is kept
 * with what the answer made of its verdict; its end stays the moment it was.
 */
export function releaseAnswered(state: State, released: 'yes' | 'no'): Step {
  const { guide } = state
  if (!guide?.verdict || guide.question !== 'released-at-tone') return still(state)
  const answered = { ...guide, released, question: null }
  const verdict = verdictAnswered(answered, guide.verdict)
  const { attemptId } = guide
  const effects: Effect[] = attemptId === null ? [] : [{ kind: 'attempt.answered', attemptId, facts: verdict }]
  return { state: { ...state, guide: { ...answered, verdict } }, effects }
}

/** From a verdict back to the card, with what the try taught. */
export function againGuide(state: State, way: 'manual' | 'assisted'): Step {
  const last = state.guide
  if (last?.stage !== 'ended') return still(state)
  const phone = phoneById(state, last.phoneId)
  const run = guideCard({ guide: last.guide, way, phone, product: last.product, ...lastTry(state, last.guide, phone) })
  return { state: { ...state, guide: run }, effects: probeFor(state, last.guide, phone) }
}

/** A phone answered what was sent to it, or could not be opened. */
export function commandEvent(state: State, event: Extract<Event, { kind: 'recovery.answered' }>): Step {
  const phone = state.phones.find(({ usb }) => usb?.deviceId === event.deviceId)
  const { outcome } = event
  const access: Phone['access'] =
    outcome === 'restoring'
      ? 'busy'
      : outcome === 'ok' || outcome === 'busy' || outcome === 'no-permission'
        ? outcome
        : 'failed'
  const phones =
    phone && event.request === 'probe'
      ? state.phones.map((one) => (one === phone ? { ...one, access } : one))
      : state.phones
  const next = refreshCard({ ...state, phones })
  const guided = phone ? phone.id === state.guide?.phoneId : state.guide?.way === 'assisted'
  if (!guided) return still(next)
  return guideTurn(next, (run, cues, context) => commandAnswered(run, cues, context, event.request, outcome))
}
