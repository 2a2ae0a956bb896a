import type { CaseStep } from '../engine/case.ts'
import type { Translate } from './translate.ts'

/** What is known of a step and how that was earned: in one sentence where the sentence says both. Without the person's note. */
export function stepWords(t: Translate, { state, earnedBy }: Pick<CaseStep, 'state' | 'earnedBy'>): string {
  const how = earnedBy && t.has(earnedBy.key) ? t(earnedBy.key, earnedBy.params) : null
  if (how === null) return t(`step-state.${state}`)
  // "Proved by USB: …" and "You said …" name their ground themselves
  return state === 'proved' || state === 'said-by-you' ? how : `${t(`step-state.${state}`)} · ${how}`
}
