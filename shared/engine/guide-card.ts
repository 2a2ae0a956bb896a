import { buttonsOf, NEWEST_IPAD, NEWEST_IPHONE } from '../knowledge/button-families.ts'
import {
  ASSISTED_GUIDES,
  assistedConfidence,
  GUIDE_TARGETS,
  type GuideStart,
  guidePhases,
} from '../knowledge/button-guides.ts'
import type { ButtonFamily, GuideId, Mode, Way } from '../knowledge/vocabulary.ts'
import type { GuideRun, Verdict } from './guide-run.ts'
import type { Phone } from './phone.ts'
import { restoreSeems } from './restore-seems.ts'
import type { State } from './state.ts'

export type CardRequest = {
  readonly guide: GuideId
  readonly way: Way
  readonly wayOpen?: boolean
  readonly phone: Phone | null
  /** What the person chose where no phone is on USB. */
  readonly product: string | null
  readonly tryNumber: number
  readonly before: Verdict | null
  readonly shiftMs: number
  readonly missesAlike?: number
  readonly cable?: string | null
  readonly released?: 'yes' | 'no' | null
}

/** Whether the computer may send the restart for this guide: there is such a way, the phone is in recovery, may be opened and is not being restored. */
export function assistedPossible(guide: GuideId, phone: Phone | null, state: State): boolean {
  return (
    ASSISTED_GUIDES.includes(guide) &&
    phone?.usb?.productId !== undefined &&
    phone.mode === 'recovery' &&
    phone.access === 'ok' &&
    !restoreSeems(state, phone)
  )
}

/**
 * The way to offer first: the computer restarts the phone where it may, because that leaves the hands only one moment to hit. Not into
 * DFU on chips that nobody has reported it for.
 */
export function betterWay(guide: GuideId, phone: Phone | null, state: State): Way {
  const chip = phone?.identity.cpid ?? null
  const untried = guide === 'dfu' && assistedConfidence(chip === null ? [] : [chip]) === 'untried'
  return assistedPossible(guide, phone, state) && !untried ? 'assisted' : 'manual'
}

/** Whatever USB shows can be seen to leave; the rarer boot modes are left like DFU. */
function startOf(mode: Mode | null): GuideStart {
  if (mode === null) return 'unseen'
  if (mode === 'normal' || mode === 'restore') return 'normal'
  return mode === 'recovery' ? 'recovery' : 'dfu'
}

type Hands = {
  readonly family: ButtonFamily
  readonly power: 'side' | 'top'
  readonly assumed: boolean
  readonly product: string | null
}

/** Which buttons this phone has; an unknown one gets the newest kind, said so. iPod touch 7: the sources disagree, every second try is with Home. */
function handsFor(phone: Phone | null, chosen: string | null, tryNumber: number): Hands {
  const types =
    phone && phone.identity.productTypes.length > 0 ? phone.identity.productTypes : chosen === null ? [] : [chosen]
  const newest = phone?.identity.deviceClass === 'ipad' ? NEWEST_IPAD : NEWEST_IPHONE
  const known = (types[0] === undefined ? null : buttonsOf(types[0])) ?? newest
  const family = phone?.identity.buttonFamily ?? known.family
  const disputed = known.note === 'ipod-9-disputed' && tryNumber % 2 === 0
  // a chip alone names several models: the first is good for the buttons, not for a name
  const product = types.length === 1 ? (types[0] ?? null) : null
  return { family: disputed ? 'home' : family, power: known.power, assumed: known.assumed, product }
}

/** The card of a guide, before anything is timed. A way that does not exist here becomes the manual one. */
export function guideCard(request: CardRequest): GuideRun {
  const { guide, phone, tryNumber } = request
  const hands = handsFor(phone, request.product, tryNumber)
  const from = phone?.usb ? phone.mode : null
  const plan = (way: Way) => guidePhases({ guide, family: hands.family, way, from: startOf(from), power: hands.power })
  const wanted = plan(request.way)
  return {
    attemptId: null,
    guide,
    way: wanted ? request.way : 'manual',
    wayOpen: request.wayOpen ?? false,
    family: hands.family,
    familyAssumed: hands.assumed,
    product: hands.product,
    phoneId: phone?.id ?? null,
    target: GUIDE_TARGETS[guide],
    phases: shifted(wanted ?? plan('manual') ?? [], request.shiftMs),
    stage: 'card',
    handsFree: false,
    leadInMs: 0,
    startedAtMs: null,
    phaseIndex: 0,
    phaseBeganAtMs: null,
    phaseEndsAtMs: null,
    leftAtMs: null,
    reachedAtMs: null,
    reachedOnce: false,
    returns: [],
    from,
    autoBootSet: false,
    restartSentAtMs: null,
    blinks: 0,
    shiftMs: request.shiftMs,
    cue: null,
    aheadCued: false,
    stillWaitingCued: false,
    pendingReturnAtMs: null,
    tryNumber,
    missesAlike: request.missesAlike ?? 0,
    cable: request.cable ?? null,
    question: null,
    released: request.released ?? null,
    before: request.before,
    verdict: null,
  }
}

/** Moves the release cue by what the tries before taught, within what the ROM can accept (1.5 to 4.5 s after the drop). */
function shifted(phases: GuideRun['phases'], shiftMs: number): GuideRun['phases'] {
  return phases.map((phase) => {
    if (phase.id !== 'keep-both' && phase.id !== 'add-second') return phase
    const maxMs = Math.min(4500, Math.max(1500, phase.maxMs + shiftMs))
    return { ...phase, minMs: maxMs, maxMs }
  })
}
