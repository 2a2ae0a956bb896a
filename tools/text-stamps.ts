import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mayComeInEnglish, staysEnglish } from '../shared/texts/english-only.ts'
import type { LanguageTag } from '../shared/texts/languages.ts'
import type { Texts } from '../shared/texts/translate.ts'

/** Which English text each translation was made from: by key, twelve hex digits, six of the English and six of the translation. */
export type Stamps = Readonly<Record<string, string>>

export type Translated = Exclude<LanguageTag, 'en'>

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 6)

/** The stamp of a translation that was made from this English text. */
export const stampOf = (english: string, translation: string): string => short(english) + short(translation)

/** Where the stamps of a language are kept. */
export const stampFile = (tag: Translated): string => join(import.meta.dirname, `../shared/texts/${tag}/source.json`)

/** The stamps of a language; none where it has no file yet. Throws for a file that is not JSON. */
export function readStamps(tag: Translated): Stamps {
  try {
    return JSON.parse(readFileSync(stampFile(tag), 'utf8')) as Stamps
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** What is wrong with a language's table, by key. `stale`: English changed and the translation did not. `unstamped`: the translation changed since. */
export type Findings = Readonly<Record<'missing' | 'needless' | 'stale' | 'unstamped', readonly string[]>>

/** Compares a language with the English texts and with its stamps. Pure. */
export function findingsOf(english: Texts, table: Texts, stamps: Stamps): Findings {
  const keys = Object.keys(english)
  const has = (key: string) => Object.hasOwn(table, key)
  return {
    missing: keys.filter((key) => !has(key) && !staysEnglish(key) && !mayComeInEnglish(key)),
    needless: Object.keys(table).filter((key) => english[key] === undefined || staysEnglish(key)),
    stale: keys.filter((key) => has(key) && stamps[key] !== undefined && !isFresh(english, stamps, key)),
    unstamped: keys.filter((key) => has(key) && stamps[key]?.slice(6) !== short(table[key] ?? '')),
  }
}

const isFresh = (english: Texts, stamps: Stamps, key: string) => stamps[key]?.slice(0, 6) === short(english[key] ?? '')

/**
 * The stamps after somebody worked on the translations: a new or changed translation counts as made from the English of now,
 * an unchanged one keeps its stamp, and so stays stale, unless it is named in `confirmed`.
 */
export function stampsAfter(english: Texts, table: Texts, stamps: Stamps, confirmed: ReadonlySet<string>): Stamps {
  const { unstamped } = findingsOf(english, table, stamps)
  const changed = new Set([...unstamped, ...confirmed])
  return Object.fromEntries(
    Object.keys(table)
      .filter((key) => english[key] !== undefined)
      .toSorted()
      .map((key) => [key, changed.has(key) ? stampOf(english[key] ?? '', table[key] ?? '') : (stamps[key] ?? '')]),
  )
}
