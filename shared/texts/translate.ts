import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en/index.ts'
import { isolate } from './isolate.ts'
import { isLanguageTag, type Language, LANGUAGES } from './languages.ts'

export type TextParams = Readonly<Record<string, string | number>>

/** The texts of one language in one flat table: ICU messages by key. */
export type Texts = Readonly<Record<string, string>>

/** Reads one text by its key (many keys are built: `verdict.${id}`). A key without a text comes back as itself, and a test forbids that. */
export type Translate = ((key: string, params?: TextParams) => string) & {
  /** Whether there is a text under this key. */
  has(key: string): boolean
  /** Whether this text comes in English because this language has none, so that the screen can say so. */
  inEnglish(key: string): boolean
  readonly language: Language
}

const source: Texts = en

function reader(pattern: string, language: Language): (params: TextParams) => string {
  const written = new IntlMessageFormat(pattern, language.formats, undefined, { ignoreTag: true })
  const message =
    language.direction === 'rtl' ? new IntlMessageFormat(isolate(written.getAst()), language.formats) : written
  return (params) => String(message.format(params))
}

/**
 * A reader of texts in one language. Every language but English needs its table (`load.ts`); what a table lacks is read in
 * English, and so is everything under an unknown tag. A text whose parameters are missing comes back as it is written.
 */
export function translator(tag: string, table: Texts = {}): Translate {
  const language = isLanguageTag(tag) ? LANGUAGES[tag] : LANGUAGES.en
  const own: Texts = language.tag === 'en' ? source : table
  const readers = new Map<string, (params: TextParams) => string>()
  const readerOf = (key: string) => {
    const ready = readers.get(key)
    if (ready !== undefined) return ready
    const mine = own[key]
    const pattern = mine ?? source[key]
    if (pattern === undefined) return null
    const made = reader(pattern, mine === undefined ? LANGUAGES.en : language)
    readers.set(key, made)
    return made
  }
  const read = (key: string, params: TextParams = {}) => {
    try {
      return readerOf(key)?.(params) ?? key
    } catch {
      return own[key] ?? source[key] ?? key
    }
  }
  return Object.assign(read, {
    has: (key: string) => Object.hasOwn(own, key) || Object.hasOwn(source, key),
    inEnglish: (key: string) => !Object.hasOwn(own, key) && Object.hasOwn(source, key),
    language,
  })
}
