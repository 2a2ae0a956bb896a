import { ar } from '../../shared/texts/ar/index.ts'
import { terms as arTerms } from '../../shared/texts/ar/terms.ts'
import { en } from '../../shared/texts/en/index.ts'
import { terms as enTerms } from '../../shared/texts/en/terms.ts'
import { es } from '../../shared/texts/es/index.ts'
import { terms as esTerms } from '../../shared/texts/es/terms.ts'
import type { Terms } from '../../shared/texts/terms.ts'
import { type Texts, translator } from '../../shared/texts/translate.ts'
import { zhHans } from '../../shared/texts/zh-Hans/index.ts'
import { terms as zhTerms } from '../../shared/texts/zh-Hans/terms.ts'
import type { Translated } from '../../tools/text-stamps.ts'

export const english: Texts = en
export const englishTerms: Terms = enTerms

/** Every language but English, with its texts, its terms and its reader. */
export const TRANSLATED: readonly { readonly tag: Translated; readonly table: Texts; readonly terms: Terms }[] = [
  { tag: 'es', table: es, terms: esTerms },
  { tag: 'zh-Hans', table: zhHans, terms: zhTerms },
  { tag: 'ar', table: ar, terms: arTerms },
]

export const readerOf = (tag: Translated) =>
  translator(tag, TRANSLATED.find((language) => language.tag === tag)?.table ?? {})
