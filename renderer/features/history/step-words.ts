import type { CaseStep } from '../../../shared/engine/case.ts'
import type { Translate } from '../../../shared/texts/translate.ts'

/** What is known of a step, how that was earned, and what the person noted. */
export function stepWords(t: Translate, { state, earnedBy, note }: CaseStep): string {
  const how = earnedBy && t.has(earnedBy.key) ? t(earnedBy.key, earnedBy.params) : null
  return [t(`step-state.${state}`), how, note].filter((part) => part !== null).join(' · ')
}
