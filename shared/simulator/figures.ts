import type { ButtonFamily } from '../knowledge/vocabulary.ts'
import { chance, type Dice, type Drawn, uniform } from './dice.ts'

/** [lowest, highest] in ms; each phone draws its own figure once. */
type Range = readonly [number, number]

/**
 * The spread of the model. No public source states these windows: they are chosen so that every sequence reported to
 * work works on most draws, and every reported mistake ends where people say it ends. Times after a reset count from it.
 */
const RANGES = {
  hardResetMs: [5500, 7500],
  hardResetFromRecoveryMs: [4500, 6500],
  clickedResetMs: [7500, 10_000],
  clickedResetFromRecoveryMs: [6500, 9000],
  hostResetMs: [50, 300],
  leaveMs: [0, 150],
  askWindowMs: [2000, 3500],
  releaseFromMs: [300, 1000],
  releaseUntilMs: [5500, 8000],
  keepSecondMs: [500, 1500],
  dfuAppearsMs: [800, 2500],
  badDfuAfterMs: [10_000, 20_000],
  cablePictureMs: [9000, 15_000],
  recoveryAppearsMs: [500, 1500],
  bootMs: [18_000, 45_000],
  bootIntoRecoveryMs: [6000, 12_000],
  siriOrSliderMs: [500, 3000],
  sosMs: [5000, 8000],
  powerOnMs: [3000, 5000],
  shutDownMs: [3000, 8000],
  chargeMs: [120_000, 300_000],
} as const satisfies Record<string, Range>

export type FigureName = keyof typeof RANGES

/** One phone's own figures: durations in ms, and the traits that only few phones have. */
export type Figures = { readonly [name in FigureName]: number } & {
  /** One in four: holding on too long after DFU was reached spoils it. */
  readonly spoilsDfu: boolean
  /** Of those, every second one boots instead of returning in a bad DFU. */
  readonly spoiledDfuBoots: boolean
  /** One in forty (a board fault): every reset ends in DFU. */
  readonly fallsIntoDfu: boolean
  /** One in sixty: the system is damaged, every reset returns to recovery only. */
  readonly systemDamaged: boolean
  /** A frozen system: whether its USB still answers. */
  readonly frozenOnUsb: boolean
  /** A phone met in recovery: whether it goes on to the system by itself (auto-boot true) after a reset. */
  readonly recoveryAutoBoot: boolean
  /** Power alone brings Siri rather than the slider. */
  readonly powerCallsSiri: boolean
}

/** Draws one phone's figures. `boardFaults` false leaves out the two rare faults, as the calibration asks. */
export function drawFigures(dice: Dice, boardFaults: boolean): Drawn<Figures> {
  let next = dice
  const durations: Record<string, number> = {}
  for (const [name, [low, high]] of Object.entries(RANGES)) {
    const drawn = uniform(next, low, high)
    durations[name] = Math.round(drawn.value)
    next = drawn.dice
  }
  const trait = (probability: number): boolean => {
    const drawn = chance(next, probability)
    next = drawn.dice
    return drawn.value
  }
  const traits = {
    spoilsDfu: trait(1 / 4),
    spoiledDfuBoots: trait(1 / 2),
    fallsIntoDfu: trait(boardFaults ? 1 / 40 : 0),
    systemDamaged: trait(boardFaults ? 1 / 60 : 0),
    frozenOnUsb: trait(1 / 2),
    recoveryAutoBoot: trait(1 / 2),
    powerCallsSiri: trait(1 / 2),
  }
  return { value: { ...(durations as { [name in FigureName]: number }), ...traits }, dice: next }
}

/** A hold survives a gap of up to 80 ms; from here on the button counts as let go. */
export const GAP_CONFIRMED_MS = 81
/** A click of a volume button lasts no longer. */
export const CLICK_LONGEST_MS = 600
/** The next click, or Power, must begin within this time of the click before. */
export const CLICKS_WITHIN_MS = 2000
/** Power with a volume button brings the slider after this time. */
export const SLIDER_MS = 2000
/** DFU is asked for when Power and the second button have both been down this long. */
export const ASKED_AFTER_MS = 200
/** A press up to this long does what a short press does. */
export const SHORT_PRESS_MS = 500

/** Families that reset by click, click, hold Power; the others by holding Power and the second button. */
export const resetsByClicks = (family: ButtonFamily): boolean => family === 'face-id' || family === 'ipad-no-home'
