import type { Database } from 'better-sqlite3'
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'
import type { DocumentRequest } from '../../shared/contract/history.ts'
import { type DocumentText, makeDocument } from './documents.ts'
import { isLanguageTag } from '../../shared/texts/languages.ts'
import { loadTranslator } from '../../shared/texts/load.ts'
import { type Translate, translator } from '../../shared/texts/translate.ts'
import { everythingOf } from './everything.ts'
import { insightsOf } from './insights.ts'
import type { Tables } from './tables.ts'
import { dueCount, owesCleaning, retentionOf } from './upkeep.ts'

/** What the run knows and a reader beside it does not. */
export type Circumstances = { readonly appVersion: string; readonly wallMs: number }

/** Something to read; every one is answered from one open database without writing. */
export type Question =
  | { readonly name: 'list'; readonly input: CallInput<'historyList'> }
  | { readonly name: 'phones'; readonly input: CallInput<'historyPhones'> }
  | { readonly name: 'choices'; readonly input: CallInput<'historyChoices'> }
  | { readonly name: 'case'; readonly input: CallInput<'historyCase'> }
  | { readonly name: 'insights'; readonly input: CallInput<'historyInsights'> }
  | { readonly name: 'document'; readonly input: DocumentRequest }
  | { readonly name: 'keeping'; readonly input: Record<string, never> }

type Answers = {
  list: CallOutput<'historyList'>
  phones: CallOutput<'historyPhones'>
  choices: CallOutput<'historyChoices'>
  case: CallOutput<'historyCase'>
  insights: ReturnType<typeof insightsOf>
  document: DocumentText | 'too-much' | null
  keeping: Pick<CallOutput<'historyKeeping'>, 'retention' | 'due' | 'cleaning'>
}
export type AnswerTo<Q extends Question> = Answers[Q['name']]

/** The texts that an answer is written with: the language that was asked for, English where it has none or cannot be read. */
export async function textsFor(question: Question): Promise<Translate> {
  const tag = question.name === 'document' && 'language' in question.input ? question.input.language : 'en'
  return isLanguageTag(tag) ? loadTranslator(tag).catch(() => translator('en')) : translator('en')
}

/** Answers one question. Throws what SQLite throws. */
export function answer(
  db: Database,
  tables: Tables,
  question: Question,
  now: Circumstances,
  t: Translate,
): Answers[Question['name']] {
  switch (question.name) {
    case 'list':
      return tables.cases.list(question.input)
    case 'phones':
      return tables.cases.phones(question.input)
    case 'choices':
      return tables.cases.choices(question.input.practice)
    case 'case':
      return everythingOf(tables, question.input.caseId)
    case 'insights':
      return insightsOf(db, question.input)
    case 'document':
      return makeDocument(db, tables, question.input, now, t)
    case 'keeping':
      return { retention: retentionOf(db), due: dueCount(db, now.wallMs), cleaning: owesCleaning(db) }
  }
}
