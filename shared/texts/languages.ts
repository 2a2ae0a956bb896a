/** One language that Handhold speaks. */
export type Language = {
  readonly tag: string
  /** Its own name, in itself. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /**
   * What `Intl` is asked for where the person's system has no region for this language. Arabic keeps European digits: the codes
   * that Apple's dialogs show, USB ids and versions have them, and one sentence should not mix two kinds.
   */
  readonly formats: string
  /** Voices that can read it aloud, best first, as beginnings of voice tags. */
  readonly voices: readonly string[]
}

/** The languages by tag. English is the source; the others are loaded when they are wanted (`load.ts`). */
export const LANGUAGES = {
  en: { tag: 'en', name: 'English', direction: 'ltr', formats: 'en', voices: ['en'] },
  es: { tag: 'es', name: 'Español', direction: 'ltr', formats: 'es', voices: ['es'] },
  'zh-Hans': {
    tag: 'zh-Hans',
    name: '简体中文',
    direction: 'ltr',
    formats: 'zh-Hans',
    // a Cantonese voice reads the same signs as another language
    voices: ['zh-CN', 'zh-Hans', 'cmn', 'zh-SG', 'zh-TW'],
  },
  ar: { tag: 'ar', name: 'العربية', direction: 'rtl', formats: 'ar-u-nu-latn', voices: ['ar'] },
} as const satisfies Record<string, Language>
export type LanguageTag = keyof typeof LANGUAGES

/** What the settings hold for "as the system". */
export const SYSTEM_LANGUAGE = 'system'

export const isLanguageTag = (tag: string): tag is LanguageTag => Object.hasOwn(LANGUAGES, tag)

/** Chinese in traditional characters, which a reader of simplified ones cannot be taken to want, nor the other way round. */
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/

function spokenAs(wanted: string): LanguageTag | null {
  const tag = wanted.toLowerCase()
  if (TRADITIONAL.test(tag)) return null
  const base = tag.split('-', 1)[0] ?? ''
  if (base === 'zh') return 'zh-Hans'
  return isLanguageTag(base) ? base : null
}

/**
 * Takes what the person set (a tag, or `system`) and the system's languages, best first (BCP 47); gives the language to
 * speak: the one that was set, else the first of the system's that Handhold speaks, else English.
 */
export function languageFor(set: string, system: readonly string[]): LanguageTag {
  if (isLanguageTag(set)) return set
  return system.map(spokenAs).find((tag) => tag !== null) ?? 'en'
}

/** Takes a language and the system's locales, best first; gives the locale for dates and numbers: the person's own region where it is of this language. */
export function formatsFor(language: Language, system: readonly string[]): string {
  const own = system.find((locale) => spokenAs(locale) === language.tag)
  if (own === undefined) return language.formats
  return language.direction === 'rtl' ? `${own.split('-u-', 1)[0]}-u-nu-latn` : own
}
