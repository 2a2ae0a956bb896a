import type { Button } from '../knowledge/vocabulary.ts'

/**
 * The words of one language that must be the same wherever they stand: what is printed on Apple's screens, the names of
 * buttons and modes, and the verbs of the hands. Translations are held to this table by `tests/languages`.
 */
export type Terms = {
  /** The names of buttons, as they are put into sentences (`{power}`, `{second}` …). */
  readonly button: Readonly<Record<Button, string>>
  /** The part of a button's name by which it is found in running text, where a sentence joins or declines names. */
  readonly buttonInText: Readonly<Record<Button, string>>
  /** Apple's programs under the names that they have in this language. */
  readonly product: { readonly finder: string; readonly appleDevices: string; readonly itunes: string }
  /** What stands on Apple's own buttons, to be looked for on the screen. */
  readonly label: {
    readonly update: string
    readonly restore: string
    readonly trust: string
    readonly allow: string
    readonly backUpNow: string
  }
  /**
   * What the hands do, as beginnings of words. `keep` also holds "do not let go", which asks for the same. The test reads them
   * in this order, so a longer wording comes before one that it contains.
   */
  readonly verb: {
    readonly keep: readonly string[]
    readonly avoid: readonly string[]
    readonly letGo: readonly string[]
    readonly hold: readonly string[]
    readonly press: readonly string[]
  }
  /** Words that must not be softened: at least one of them stands wherever English has its word. */
  readonly erase: readonly string[]
  readonly emergency: readonly string[]
}
