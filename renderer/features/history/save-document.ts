import type { DocumentRequest } from '../../../shared/contract/history.ts'
import type { Problem } from '../../../shared/engine/problem.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { localeOf } from '../../language.ts'
import type { Store } from '../../store.ts'

/** What of the store is needed to fetch a file. */
export type Fetcher = Pick<Store, 'call'>

/** Lets the computer's side make a file and gives it to the browser to save. Gives why it could not be made, or null. */
export async function saveDocument(store: Fetcher, request: DocumentRequest): Promise<Problem | null> {
  const made = await store.call('historyDocument', request)
  if (!made.ok) return made.problem
  const { id, fileName, mediaType, characters } = made.document
  const parts: string[] = []
  for (let offset = 0; offset < characters;) {
    const { text } = await store.call('historyDocumentPart', { id, offset })
    // an empty part before the end: the file is not kept any more
    if (text === '') return { code: 'not-now' }
    parts.push(text)
    offset += text.length
  }
  const address = URL.createObjectURL(new Blob(parts, { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
  return null
}

/** This place's time minus UTC, now. */
export const utcOffsetMs = (): number => -new Date().getTimezoneOffset() * 60_000

/** What a file for people is written in: the language on the screen, dates as they are written there. */
export const writtenIn = (t: Translate): { language: string; locale: string } => ({
  language: t.language.tag,
  locale: localeOf(t),
})
