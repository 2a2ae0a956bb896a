import type { Phase } from '../engine/guide-run.ts'
import type { Translate } from './translate.ts'

/** The words of one phase, with this model's button names in them. */
export type PhaseWords = {
  /** What to do, one sentence with the verb first. */
  readonly say: string
  /** The same in the fewest words, for the phase strip and the screen read from two metres. */
  readonly short: string
  /** What not to do, null where nothing is forbidden in particular. */
  readonly not: string | null
  /** What else helps here, where nothing is forbidden. */
  readonly hint: string | null
  /** What the phone's own screen should show meanwhile. */
  readonly screen: string | null
}

/** Gives the words of a phase in the reader's language. */
export function phaseWords(t: Translate, phase: Phase): PhaseWords {
  const name = (button: string | null) => (button === null ? '' : t(`button.${button}`))
  const { power, second, firstClick, secondClick } = phase.buttons
  const params = {
    power: name(power),
    second: name(second),
    firstClick: name(firstClick),
    secondClick: name(secondClick),
    seconds: Math.round(phase.maxMs / 1000),
  }
  const optional = (key: string) => (t.has(key) ? t(key, params) : null)
  return {
    say: t(phase.text, params),
    short: optional(`${phase.text}.short`) ?? t(phase.text, params),
    not: optional(`${phase.text}.not`),
    hint: optional(`${phase.text}.hint`),
    screen: optional(`${phase.text}.screen`),
  }
}
