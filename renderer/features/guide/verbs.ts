import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import { phaseBefore } from './run-view.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { listNames } from '../../ui/drawing/describe.ts'
import { buttonsWith, type Role, rolesOf } from '../../ui/drawing/roles.ts'

/** One verb with its buttons, in the colour of its role. */
export type Verb = { readonly tone: 'hold' | 'keep' | 'plain'; readonly text: string; readonly spoken: Role }

/** Whether a phase only goes on with what was held before. */
export function isKeptUp(run: GuideRun, index: number): boolean {
  const phase = run.phases[index]
  const before = run.phases[index - 1]
  if (phase === undefined || before === undefined || phase.hold.length === 0) return false
  return phase.hold.every((button) => before.hold.includes(button))
}

/**
 * The verbs of one phase in the order in which the hands need them: what to let go, what to keep, what to add. Two at most
 * where a button changes, one otherwise; without any button the phase's shortest words.
 */
export function verbsOf(t: Translate, run: GuideRun, index: number): Verb[] {
  const phase = run.phases[index]
  if (phase === undefined) return []
  const before = phaseBefore(run, index)
  const roles = rolesOf(phase, before)
  const named = (role: Role) =>
    listNames(
      t,
      buttonsWith(roles, role).map((button) => t(`button.${button}`)),
    )
  const verb = (role: Role, tone: Verb['tone'], key: string): Verb[] =>
    buttonsWith(roles, role).length === 0
      ? []
      : [{ tone, spoken: role, text: t(key, { buttons: named(role), count: buttonsWith(roles, role).length }) }]
  const joins = buttonsWith(roles, 'keep').length > 0
  const hold = isKeptUp(run, index)
    ? 'guide-screen.verb.keep-holding'
    : joins
      ? 'guide-screen.verb.add'
      : 'guide-screen.verb.hold'
  const lines = [
    ...verb('press', 'hold', 'guide-screen.verb.click'),
    ...verb('release', 'plain', 'guide-screen.verb.let-go'),
    ...(joins ? verb('hold', 'hold', hold) : []),
    ...verb('keep', 'keep', 'guide-screen.verb.keep'),
    ...(joins ? [] : verb('hold', 'hold', hold)),
  ]
  return lines.length === 0 ? [{ tone: 'plain', spoken: 'idle', text: phaseWords(t, phase).short }] : lines
}

/** The colour of a phase: that of what is to be done now, before that of what simply stays. */
export function toneOf(verbs: readonly Verb[]): Verb['tone'] {
  const tones = verbs.map((verb) => verb.tone)
  return tones.includes('hold') ? 'hold' : tones.includes('keep') ? 'keep' : 'plain'
}

/** The verbs of one phase as one line: "Let go of Side, keep Volume Down". */
export function verbLine(t: Translate, run: GuideRun, index: number): string | null {
  const verbs = verbsOf(t, run, index)
  if (verbs.length === 0) return null
  return verbs.map((verb) => verb.text).join(t('guide-screen.between-verbs'))
}

/** What ends a phase, in words: a number of seconds only where time alone ends it. */
export function untilText(t: Translate, run: GuideRun, index: number): string {
  const phase = run.phases[index]
  if (phase === undefined) return ''
  if (phase.endsOn === 'time') return t('guide-screen.until.time', { seconds: Math.round(phase.maxMs / 100) / 10 })
  if (phase.endsOn === 'usb-mode' && phase.mode !== null) return t(`guide-screen.until.mode.${phase.mode}`)
  return t(`guide-screen.until.${phase.endsOn}`)
}
