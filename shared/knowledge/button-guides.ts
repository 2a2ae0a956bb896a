import type { Provenance } from './provenance.ts'
import type { Button, ButtonFamily, GuideId, Mode, Way } from './vocabulary.ts'

/** From where the hands start: a running phone, recovery, DFU, or a phone that USB does not show (off, frozen, black). */
export type GuideStart = 'normal' | 'recovery' | 'dfu' | 'unseen'

/** The names of the buttons that a guide talks about, on one model. */
export type GuideButtons = {
  readonly power: Button
  readonly second: Button
  readonly firstClick: Button | null
  readonly secondClick: Button | null
}

/** One phase of a guide; the fields are explained at `Phase` in engine/guide-run, which this fills. */
export type GuidePhase = {
  id: string
  hold: Button[]
  press: Button[]
  avoid: Button[]
  endsOn: 'usb-left' | 'usb-mode' | 'time' | 'user'
  mode: Mode | null
  minMs: number
  maxMs: number
  text: string
  buttons: GuideButtons
}

export type GuideRequest = {
  readonly guide: GuideId
  readonly family: ButtonFamily
  readonly way: Way
  readonly from: GuideStart
  /** The name of the power button on this model. */
  readonly power: 'side' | 'top'
}

/**
 * The times of all guides, in one place, each with its source. Moments that only USB can show have no time here but a bound:
 * how long we wait before the attempt counts as missed.
 */
export const GUIDE_TIMES = {
  /** A click and its pause. Clicks count when each follows the one before within about 2 s. */
  clickMs: 1200,
  /** How long a hold may take to bring the reset; reports say 8 to 10 s from a running system. */
  resetAfterMs: {
    home: [4500, 20_000],
    'solid-home': [4500, 20_000],
    'face-id': [6500, 25_000],
    'ipad-no-home': [6500, 25_000],
  },
  /**
   * A hold that has lasted this long without the drop will not bring it any more: a click did not count, a button slipped or was
   * the wrong one. Longer than the longest reset plus a late word from USB; where a slip only begins the hold anew, by that too.
   */
  onceMoreAfterMs: { home: 16_000, 'solid-home': 16_000, 'face-id': 14_000, 'ipad-no-home': 14_000 },
  /** Everything up, and a breath, before it begins once more. */
  onceMoreMs: 3000,
  /** From the drop off USB to "let go of power". Working figures lie between 2 and 5 s after the screen goes black. */
  releaseAfterDropMs: 3000,
  /** The second button alone, until DFU; ended at once by the first sight of it. */
  keepSecondMs: 10_000,
  /** Both buttons down before the computer restarts the phone. */
  bothBeforeRestartMs: 2000,
  /** A phone that was told to restart leaves USB within this. */
  restartDropMs: 8000,
  /** From the drop to the recovery picture on USB; entering takes 10 to 20 s, not to be called failed before 30 s. */
  recoveryAfterDropMs: 30_000,
  /** After a reset without DFU: how long to keep the combination until the logo. */
  logoAfterDropMs: 2000,
  /** A system may need 45 s to come back; the wait is over after 60 s. */
  systemBackMs: 60_000,
  /** The slider comes after about 2 s; the emergency countdown not before 5 s. */
  sliderMs: 3500,
  /** What a person does in their own time (Settings, the slider, looking at the screen). */
  personMs: 180_000,
} as const

export const GUIDE_SOURCES: Readonly<Record<ButtonFamily, Provenance>> = {
  home: {
    source: 'Legacy-iOS-Kit restore.sh, palera1n dfuhelper.c (figures), as collected in docs/sources.md',
    confidence: 'reported',
  },
  'solid-home': {
    source: 'Legacy-iOS-Kit restore.sh, palera1n dfuhelper.c (figures), as collected in docs/sources.md',
    confidence: 'reported',
  },
  'face-id': {
    source: 'Legacy-iOS-Kit restore.sh, checkra1n BugTracker #12 #308 #403, as collected in docs/sources.md',
    confidence: 'reported',
  },
  'ipad-no-home': {
    source: 'Legacy-iOS-Kit restore.sh; wording of the volume buttons after Apple, as collected in docs/sources.md',
    confidence: 'reported',
  },
}

/** The assisted way is proven in source for A8–A11 and only reported for later chips. Source: palera1n dfuhelper.c. */
export const ASSISTED_PROVEN_CPIDS: readonly string[] = ['7000', '7001', '8000', '8001', '8003', '8010', '8011', '8015']

/** How sure the assisted way into DFU is: `proven` in a tool's source for these chips, `reported` to work for later ones, `untried` before. */
export type AssistedConfidence = 'proven' | 'reported' | 'untried'

/** Chips before A8, on which nobody is reported to do it this way. */
const BEFORE_A8: readonly string[] = [
  '8900',
  '8720',
  '8920',
  '8922',
  '8930',
  '8940',
  '8942',
  '8945',
  '8947',
  '8950',
  '8955',
  '8960',
  '8965',
]

/** Takes the chip ids that a phone may have (CPID, upper-case hex); gives the least sure of them, `reported` where none is known. */
export function assistedConfidence(cpids: readonly string[]): AssistedConfidence {
  if (cpids.some((cpid) => BEFORE_A8.includes(cpid))) return 'untried'
  return cpids.length > 0 && cpids.every((cpid) => ASSISTED_PROVEN_CPIDS.includes(cpid)) ? 'proven' : 'reported'
}

/** The mode a guide leads to; null for power off, where leaving USB is the goal. */
export const GUIDE_TARGETS: Readonly<Record<GuideId, Mode | null>> = {
  dfu: 'dfu',
  recovery: 'recovery',
  'exit-dfu': 'normal',
  'exit-recovery': 'normal',
  restart: 'normal',
  'power-off': null,
}

/** Guides that have an assisted way. DFU cannot be left by a command, and a running system takes no restart over USB. */
export const ASSISTED_GUIDES: readonly GuideId[] = ['dfu', 'exit-recovery']

/** The buttons of a family under the names that the guides use. Source: domain collection in docs/sources.md, families. */
export function guideButtons(family: ButtonFamily, power: 'side' | 'top'): GuideButtons {
  switch (family) {
    case 'home':
      return { power, second: 'home', firstClick: null, secondClick: null }
    case 'solid-home':
      return { power, second: 'volume-down', firstClick: null, secondClick: null }
    case 'face-id':
      return { power, second: 'volume-down', firstClick: 'volume-up', secondClick: 'volume-down' }
    case 'ipad-no-home':
      return {
        power,
        second: 'volume-far-from-top',
        firstClick: 'volume-near-top',
        secondClick: 'volume-far-from-top',
      }
  }
}

type PhaseDraft = Pick<GuidePhase, 'id' | 'endsOn' | 'minMs' | 'maxMs'> &
  Partial<Pick<GuidePhase, 'hold' | 'press' | 'avoid' | 'mode'>>

const T = GUIDE_TIMES

/** Builds the phases of one guide for one family; a phase's text is always `phase.<id>`. */
class Draft {
  readonly phases: GuidePhase[] = []
  readonly request: GuideRequest
  readonly buttons: GuideButtons

  constructor(request: GuideRequest) {
    this.request = request
    this.buttons = guideButtons(request.family, request.power)
  }

  /** Families whose reset needs the two clicks and then power alone. */
  get clicks(): boolean {
    return this.buttons.firstClick !== null
  }

  get both(): Button[] {
    return [this.buttons.power, this.buttons.second]
  }

  add(draft: PhaseDraft): this {
    this.phases.push({
      hold: [],
      press: [],
      avoid: [],
      mode: null,
      text: `phase.${draft.id}`,
      buttons: this.buttons,
      ...draft,
    })
    return this
  }

  /** Everything up to the reset: the only certain moment, because USB shows it. */
  untilReset(): this {
    const { power, firstClick, secondClick } = this.buttons
    const [minMs, maxMs] = T.resetAfterMs[this.request.family]
    const unseen = this.request.from === 'unseen'
    const end = unseen
      ? ({ endsOn: 'user', minMs: 0, maxMs: T.personMs } as const)
      : ({ endsOn: 'usb-left', minMs, maxMs } as const)
    const suffix = unseen ? '-unseen' : ''
    if (firstClick === null || secondClick === null)
      return this.add({ id: `hold-both${suffix}`, hold: this.both, avoid: this.others(this.both), ...end })
    const click = { endsOn: 'time', minMs: T.clickMs, maxMs: T.clickMs } as const
    return this.add({ id: 'click-first', press: [firstClick], avoid: [power], ...click })
      .add({ id: 'click-second', press: [secondClick], avoid: [power], ...click })
      .add({ id: `hold-power${suffix}`, hold: [power], avoid: this.others([power]), ...end })
  }

  /** The volume buttons of this family that are not in use, to be marked as forbidden. */
  others(used: readonly Button[]): Button[] {
    const { family } = this.request
    const all: Button[] =
      family === 'ipad-no-home'
        ? ['volume-near-top', 'volume-far-from-top']
        : family === 'home'
          ? []
          : ['volume-up', 'volume-down']
    return all.filter((button) => !used.includes(button))
  }

  /** The combination that keeps a reset going without DFU: power alone where the clicks are, else both. */
  get combination(): Button[] {
    return this.clicks ? [this.buttons.power] : this.both
  }
}

function dfuByHand(draft: Draft): Draft {
  draft.untilReset()
  return afterDfuReset(draft, draft.clicks ? 'add-second' : 'keep-both')
}

function afterDfuReset(draft: Draft, overlap: 'add-second' | 'keep-both'): Draft {
  const { power, second } = draft.buttons
  return draft
    .add({
      id: overlap,
      hold: draft.both,
      avoid: draft.others(draft.both),
      endsOn: 'time',
      minMs: T.releaseAfterDropMs,
      maxMs: T.releaseAfterDropMs,
    })
    .add({
      id: 'keep-second',
      hold: [second],
      avoid: [power, ...draft.others([second])],
      endsOn: 'usb-mode',
      mode: 'dfu',
      minMs: 800,
      maxMs: T.keepSecondMs,
    })
}

/** From recovery the computer restarts the phone in the middle of the hold: no clicks, in any family. */
function dfuAssisted(draft: Draft): Draft {
  const both = { hold: draft.both, avoid: draft.others(draft.both) }
  draft
    .add({
      id: 'both-before-restart',
      ...both,
      endsOn: 'time',
      minMs: T.bothBeforeRestartMs,
      maxMs: T.bothBeforeRestartMs,
    })
    .add({ id: 'both-until-restart', ...both, endsOn: 'usb-left', minMs: 0, maxMs: T.restartDropMs })
  return afterDfuReset(draft, 'keep-both')
}

function recoveryByHand(draft: Draft): Draft {
  draft.untilReset()
  return draft.add({
    id: draft.clicks ? 'power-until-picture' : 'both-until-picture',
    hold: draft.combination,
    avoid: draft.others(draft.combination),
    endsOn: 'usb-mode',
    mode: 'recovery',
    minMs: 9000,
    maxMs: T.recoveryAfterDropMs,
  })
}

/** Force restart; also how recovery and DFU are left by hand. */
function restartByHand(draft: Draft): Draft {
  draft.untilReset()
  return draft
    .add({
      id: draft.clicks ? 'power-until-logo' : 'both-until-logo',
      hold: draft.combination,
      avoid: draft.others(draft.combination),
      endsOn: 'time',
      minMs: T.logoAfterDropMs,
      maxMs: T.logoAfterDropMs,
    })
    .add({ id: 'wait-for-system', endsOn: 'usb-mode', mode: 'normal', minMs: 0, maxMs: T.systemBackMs })
}

function exitRecoveryAssisted(draft: Draft): Draft {
  return draft
    .add({ id: 'computer-restarts', endsOn: 'usb-left', minMs: 0, maxMs: T.restartDropMs })
    .add({ id: 'wait-for-system', endsOn: 'usb-mode', mode: 'normal', minMs: 0, maxMs: T.systemBackMs })
}

/** Settings first: no button is held. By buttons the hold ends at the slider, well before the emergency countdown. */
function powerOff(draft: Draft): Draft {
  const { power, firstClick } = draft.buttons
  const hold: Button[] = firstClick === null ? [power] : [power, firstClick]
  return draft
    .add({ id: 'settings-shut-down', endsOn: 'user', minMs: 0, maxMs: T.personMs })
    .add({
      id: firstClick === null ? 'hold-until-slider' : 'hold-two-until-slider',
      hold,
      endsOn: 'user',
      minMs: 0,
      maxMs: T.sliderMs,
    })
    .add({ id: 'drag-slider', avoid: hold, endsOn: 'usb-left', minMs: 0, maxMs: T.personMs })
}

/**
 * The phase before everything begins once more within one try: no button down, so that nothing that is held now can grow into an
 * emergency call. Takes the names of this model's buttons.
 */
export function onceMorePhase(buttons: GuideButtons): GuidePhase {
  const { onceMoreMs } = GUIDE_TIMES
  const times = { endsOn: 'time', minMs: onceMoreMs, maxMs: onceMoreMs, mode: null } as const
  return { id: 'once-more', hold: [], press: [], avoid: [], text: 'phase.once-more', buttons, ...times }
}

/**
 * The phases of a guide, for the hands. Takes the guide, the family, the way, where the phone stands now and the name of its
 * power button; gives the phases in order. Returns null where no such way exists (for example an assisted way out of DFU).
 */
export function guidePhases(request: GuideRequest): GuidePhase[] | null {
  if (request.way === 'assisted' && !ASSISTED_GUIDES.includes(request.guide)) return null
  const draft = new Draft(request)
  switch (request.guide) {
    case 'dfu':
      return (request.way === 'assisted' ? dfuAssisted(draft) : dfuByHand(draft)).phases
    case 'recovery':
      return recoveryByHand(draft).phases
    case 'exit-recovery':
      return (request.way === 'assisted' ? exitRecoveryAssisted(draft) : restartByHand(draft)).phases
    case 'exit-dfu':
    case 'restart':
      return restartByHand(draft).phases
    case 'power-off':
      return powerOff(draft).phases
  }
}
