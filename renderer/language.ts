import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { formatsFor, languageFor, type LanguageTag, SYSTEM_LANGUAGE } from '../shared/texts/languages.ts'
import { loadTranslator } from '../shared/texts/load.ts'
import { type Translate, translator } from '../shared/texts/translate.ts'

export const english = translator('en')

export const LanguageContext = createContext<Translate>(english)

/** The reader of texts in the language that the person set: `const t = useTexts()`, then `t('key', params)`. */
export function useTexts(): Translate {
  return useContext(LanguageContext)
}

const ready = new Map<LanguageTag, Translate>([['en', english]])

const systemLanguages = () => navigator.languages
const onSystemLanguages = (listener: () => void) => {
  window.addEventListener('languagechange', listener)
  return () => window.removeEventListener('languagechange', listener)
}

/**
 * Takes the language that is set (`system` or a tag; undefined while the settings are not known yet); gives its reader of
 * texts, null until the first one is there. A later language shows as soon as its file was read; where it cannot be read,
 * what was shown before stays, English at the first.
 */
export function useLanguage(set: string | undefined): Translate | null {
  // one text, not the list: some browsers make a new list each time it is read
  const system = useSyncExternalStore(onSystemLanguages, () => systemLanguages().join(','))
  const tag = languageFor(set ?? SYSTEM_LANGUAGE, system.split(','))
  const [shown, setShown] = useState<Translate | null>(() => ready.get(tag) ?? null)
  useEffect(() => {
    let wanted = true
    const show = async () => {
      const texts = ready.get(tag) ?? (await loadTranslator(tag).catch(() => null))
      if (texts !== null) ready.set(tag, texts)
      if (wanted) setShown((before: Translate | null) => texts ?? before ?? english)
    }
    void show()
    return () => {
      wanted = false
    }
  }, [tag])
  return shown
}

/** The locale in which dates and numbers are written. */
export function localeOf(t: Translate): string {
  return formatsFor(t.language, systemLanguages())
}
