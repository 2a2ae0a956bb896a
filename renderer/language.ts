import { createContext, useContext } from 'react'
import { type Translate, translator } from '../shared/texts/translate.ts'

export const english = translator('en')

export const LanguageContext = createContext<Translate>(english)

/** The reader of texts in the language that the person set: `const t = useTexts()`, then `t('key', params)`. */
export function useTexts(): Translate {
  return useContext(LanguageContext)
}
