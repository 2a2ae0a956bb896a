import { createInstance } from 'i18next'
import ICU from 'i18next-icu'
import { en } from './en/index.ts'

export type TextParams = Readonly<Record<string, string | number>>

/** Languages that Handhold speaks, by tag. */
export const LANGUAGES = { en } as const
export type LanguageTag = keyof typeof LANGUAGES

/** Reads one text by its key (many keys are built: `verdict.${id}`). A key without a text comes back as itself, and a test forbids that. */
export type Translate = ((key: string, params?: TextParams) => string) & {
  /** Whether there is a text under this key. */
  has(key: string): boolean
}

/** A reader of texts in one language; unknown tags fall back to English. */
export function translator(tag: string): Translate {
  const instance = createInstance()
  void instance.use(ICU).init({
    lng: tag,
    fallbackLng: 'en',
    resources: Object.fromEntries(
      Object.entries(LANGUAGES).map(([language, table]) => [language, { translation: table }]),
    ),
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return Object.assign((key: string, params?: TextParams) => instance.t(key, params ?? {}), {
    has: (key: string) => instance.exists(key),
  })
}
