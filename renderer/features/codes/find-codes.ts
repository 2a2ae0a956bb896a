import { ERRORS, findError, writtenCode } from '../../../shared/knowledge/errors.ts'
import { LOOK_ALIKES } from '../../../shared/knowledge/errors-network.ts'
import { type ErrorRow, type Layer, LAYERS } from '../../../shared/knowledge/errors-row.ts'
import { readErrorCode } from '../../../shared/protocol/dialog-text.ts'
import type { Translate } from '../../../shared/texts/translate.ts'

/** One row of the library. `code` opens its card; `shown` is the number, or the two ends of a range. */
export type CodeEntry = {
  readonly code: string
  readonly shown: string
  readonly title: string
  /** The title comes in English: the row has not been translated. */
  readonly inEnglish: boolean
  readonly layer: Layer
  readonly haystack: string
}

/** What a row is called: one number, or a range with both its ends. */
export function shownCode({ from, to }: ErrorRow): string {
  if (from === to) return writtenCode(from)
  // both ends of a negative range read better from the smaller number on
  const [first, last] = from < 0 && to < 0 ? [to, from] : [from, to]
  return `${writtenCode(first)} … ${writtenCode(last)}`
}

function entryOf(t: Translate, row: ErrorRow): CodeEntry {
  const code = writtenCode(row.from)
  const params = { code: shownCode(row), status: findError(code)?.serverStatus ?? '' }
  const title = t(`error.${row.words}.title`, params)
  const meaning = t(`error.${row.words}.meaning`, params)
  const causes = row.causes.map(({ id }) => t(`cause.${id}`))
  const haystack = [params.code, title, meaning, t(`layer.${row.layer}`), ...causes].join('\n').toLowerCase()
  const inEnglish = t.inEnglish(`error.${row.words}.title`)
  return { code, shown: params.code, title, inEnglish, layer: row.layer, haystack }
}

/** Every row of the catalogue, look-alikes included, in its own order. */
export function allCodes(t: Translate): readonly CodeEntry[] {
  return [...ERRORS, ...LOOK_ALIKES].map((row) => entryOf(t, row))
}

/**
 * The rows that the typed words mean: a number (or a whole dialog's text) finds its row, also inside a range; words find every row
 * that has all of them in number, title, meaning or causes. Best first; everything for nothing typed.
 */
export function searchCodes(entries: readonly CodeEntry[], typed: string): readonly CodeEntry[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return entries
  const number = findError(wanted)?.code ?? readErrorCode(typed).code
  const row = number === null ? null : findError(number)?.row
  const exact = row
    ? entries.filter(({ code, shown }) => code === writtenCode(row.from) && shown === shownCode(row))
    : []
  const words = wanted.split(/\s+/u)
  const matching = entries.filter(({ haystack }) => words.every((word) => haystack.includes(word)))
  return [...exact, ...matching.filter((entry) => !exact.includes(entry))]
}

/** The rows by who speaks the number, in the catalogue's order of layers; empty groups are left out. */
export function byLayer(
  entries: readonly CodeEntry[],
): readonly { readonly layer: Layer; readonly entries: readonly CodeEntry[] }[] {
  return LAYERS.map((layer) => ({ layer, entries: entries.filter((entry) => entry.layer === layer) })).filter(
    (group) => group.entries.length > 0,
  )
}
