import type { LanguageTag } from './languages.ts'
import { type Texts, type Translate, translator } from './translate.ts'

/** Each language is a file of its own that is fetched when it is first wanted, so that nobody opens the ones they do not read. */
const TABLES: Readonly<Record<Exclude<LanguageTag, 'en'>, () => Promise<Texts>>> = {
  es: async () => (await import('./es/index.ts')).es,
  'zh-Hans': async () => (await import('./zh-Hans/index.ts')).zhHans,
  ar: async () => (await import('./ar/index.ts')).ar,
}

/** Takes a language's tag; gives its reader of texts. Rejects where its file cannot be read. */
export async function loadTranslator(tag: LanguageTag): Promise<Translate> {
  return tag === 'en' ? translator('en') : translator(tag, await TABLES[tag]())
}
