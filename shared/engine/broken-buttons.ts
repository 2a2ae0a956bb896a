import { guideButtons, guidePhases, type GuideStart } from '../knowledge/button-guides.ts'
import { SOFTWARE_WAYS, type SoftwareWay } from '../knowledge/software-ways.ts'
import type { Button, ButtonFamily, GuideId, Way } from '../knowledge/vocabulary.ts'

/** What is left of a guide when one button is broken: a way with the other buttons, a way without any, or none. */
export type WaysLeft = {
  readonly guide: GuideId
  readonly byHand: boolean
  readonly assisted: boolean
  /** A way on the phone's screen or in another program, with its source; null where there is none. */
  readonly software: SoftwareWay | null
}

const STARTS: Readonly<Record<GuideId, GuideStart>> = {
  dfu: 'normal',
  recovery: 'normal',
  'exit-dfu': 'dfu',
  'exit-recovery': 'recovery',
  restart: 'normal',
  'power-off': 'normal',
}
/** Gentlest first, as they are offered. */
const ORDER: readonly GuideId[] = ['power-off', 'restart', 'recovery', 'exit-recovery', 'dfu', 'exit-dfu']

/** The buttons of a family that a guide uses, each of which may be broken. */
export function buttonsInUse(family: ButtonFamily, power: 'side' | 'top'): Button[] {
  const { second, firstClick } = guideButtons(family, power)
  return firstClick === null ? [power, second] : [power, firstClick, second]
}

/** Which ways remain on a model when one of its buttons is broken; one row per guide. Decided by the guides' own tables. */
export function waysLeft(family: ButtonFamily, power: 'side' | 'top', broken: Button): WaysLeft[] {
  const works = (guide: GuideId, way: Way) => {
    const phases = guidePhases({ guide, family, way, from: way === 'assisted' ? 'recovery' : STARTS[guide], power })
    return phases !== null && !phases.some(({ hold, press }) => hold.includes(broken) || press.includes(broken))
  }
  return ORDER.map((guide) => ({
    guide,
    byHand: works(guide, 'manual'),
    assisted: works(guide, 'assisted'),
    software: SOFTWARE_WAYS.find((way) => way.guide === guide) ?? null,
  }))
}
