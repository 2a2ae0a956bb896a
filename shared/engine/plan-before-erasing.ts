import {
  ERASE_QUESTIONS,
  WAYS_WITHOUT_COMPUTER,
  type EraseQuestion,
} from '../knowledge/checklist-steps-before-erasing.ts'
import type { HostSystem } from '../knowledge/vocabulary.ts'
import type { Message } from './message.ts'
import type { EraseAnswers } from './plan-evidence.ts'

export type EraseSituation = {
  readonly answers: EraseAnswers
  /** The phone still starts its system; null where nobody knows. */
  readonly phoneStarts: boolean | null
  /** Update in recovery (D1) was tried and failed. */
  readonly updateFailed: boolean
  readonly system: HostSystem | null
  /** Product type of the phone; null where it is not known. */
  readonly product: string | null
}

/**
 * `stop`: liquid or a drop. `update-first`: Update has not been tried. `ask`: questions are open. `back-up-first`: it still
 * starts. `professional-first`: the data matters and there is no backup. `account-first`: the activation lock would hold
 * the phone afterwards. `may-erase`: nothing speaks against it.
 */
export type EraseDecision = {
  readonly decision:
    | 'stop'
    | 'update-first'
    | 'ask'
    | 'back-up-first'
    | 'professional-first'
    | 'account-first'
    | 'may-erase'
  /** Questions that are still open, in order. */
  readonly ask: readonly EraseQuestion[]
  readonly say: readonly Message[]
}

/** Things worth knowing that do not change the decision. */
function remarks(answers: EraseAnswers): readonly Message[] {
  return [
    ...(answers.partReplaced === 'yes' ? [{ key: 'erase.say.part-replaced' }] : []),
    ...(answers.noServiceBefore === 'yes' ? [{ key: 'erase.say.no-service' }] : []),
  ]
}

/**
 * May the phone be erased now? Pure decision table; a question without an answer never counts as consent, and "I do not
 * know" about a backup counts as none.
 */
export function beforeErasing({ answers, phoneStarts, updateFailed, system, product }: EraseSituation): EraseDecision {
  const decide = (decision: EraseDecision['decision'], ...keys: string[]): EraseDecision => ({
    decision,
    ask: [],
    say: [...keys.map((key): Message => ({ key })), ...remarks(answers)],
  })
  if (answers.liquid === 'yes') return decide('stop', 'deviation.liquid')
  if (answers.drop === 'yes') return decide('stop', 'deviation.drop')
  if (!updateFailed) return decide('update-first', 'erase.say.update-first')
  const ask = ERASE_QUESTIONS.filter(
    (id) => answers[id] === undefined && !(id === 'dataMatters' && answers.backup === 'yes'),
  )
  if (ask.length > 0) return { decision: 'ask', ask, say: remarks(answers) }
  const noBackup = answers.backup !== 'yes'
  if (noBackup && phoneStarts === true) return decide('back-up-first', `erase.say.back-up.${system ?? 'any'}`)
  if (noBackup && answers.dataMatters !== 'no') return decide('professional-first', 'erase.say.professional-first')
  if (answers.appleAccount !== 'yes') return decide('account-first', 'erase.say.account-first')
  const fitting = WAYS_WITHOUT_COMPUTER.filter((way) => product === null || way.product.test(product))
  return decide('may-erase', ...fitting.map(({ id }) => `erase.way.${id}`), 'erase.say.may-erase')
}
