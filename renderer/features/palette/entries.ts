import { ERRORS, errorTexts, findError, writtenCode } from '../../../shared/knowledge/errors.ts'
import { readErrorCode } from '../../../shared/protocol/dialog-text.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import type { Route } from '../../routes.ts'

/** One line of the palette: a place to go to, or a code to open a case for. */
export type Entry =
  | { readonly id: string; readonly words: string; readonly kind: 'place'; readonly route: Route }
  | { readonly id: string; readonly words: string; readonly kind: 'code'; readonly code: string }

const PLACES = ['home', 'practise', 'codes', 'history', 'settings'] as const
const MOST = 12

/** The title of a code's row in the catalogue, null where no row knows it. */
export function codeTitle(t: Translate, code: string): string | null {
  const found = findError(code)
  if (found === null) return null
  const { title, params } = errorTexts(found)
  return t.has(title) ? t(title, params) : null
}

function codeEntry(t: Translate, code: string): Entry {
  const title = codeTitle(t, code)
  const words = title === null ? t('palette.code.unknown', { code }) : t('palette.code', { code, title })
  return { id: `code-${code}`, words, kind: 'code', code }
}

const routeOf = (name: (typeof PLACES)[number]): Route => (name === 'codes' ? { name, code: null } : { name })

/** What the typed words can mean, best first, at most a dozen: places by name, codes by number or by a word of their title. */
export function paletteEntries(t: Translate, typed: string): readonly Entry[] {
  const wanted = typed.trim().toLowerCase()
  const places = PLACES.map((name): Entry => ({
    id: name,
    words: t(`nav.${name}`),
    kind: 'place',
    route: routeOf(name),
  }))
  const single = ERRORS.filter((row) => row.from === row.to).map((row) => codeEntry(t, writtenCode(row.from)))
  if (wanted === '')
    return [...places, ...single.filter((entry) => ['code-4013', 'code-1413', 'code-9'].includes(entry.id))]
  const { code } = readErrorCode(typed)
  const exact = code === null ? [] : [codeEntry(t, code)]
  const matching = [...places, ...single].filter((entry) => entry.words.toLowerCase().includes(wanted))
  return [...exact, ...matching.filter((entry) => entry.id !== exact[0]?.id)].slice(0, MOST)
}
