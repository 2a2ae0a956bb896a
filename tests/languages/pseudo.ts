import type { Element } from '../../shared/texts/isolate.ts'
import type { Texts } from '../../shared/texts/translate.ts'
import { parse } from './messages.ts'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  y: 'ý',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  U: 'Û',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  T: 'Ţ',
  D: 'Ð',
}

/** How much longer other languages are than English, at most, in a sentence. */
const LONGER = 0.4

function stretched(text: string): string {
  const letters = Array.from(text).map((letter) => ACCENTED[letter] ?? letter)
  const vowels = letters.flatMap((letter, index) => (/[áëïöü]/.test(letter) ? [index] : []))
  const wanted = Math.round(text.replaceAll(/\s/g, '').length * LONGER)
  const extra = new Map<number, number>()
  for (let made = 0; made < wanted && vowels.length > 0; made += 1) {
    const at = vowels[made % vowels.length] ?? 0
    extra.set(at, (extra.get(at) ?? 0) + 1)
  }
  return letters.map((letter, index) => letter.repeat(1 + (extra.get(index) ?? 0))).join('')
}

const quoted = (text: string) => text.replaceAll("'", "''").replaceAll(/[{}]/g, "'$&'")

/** Writes pieces back as an ICU message, with every literal accented and longer. */
function written(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if (element.type === 0) return quoted(stretched(element.value))
      if (element.type === 7) return '#'
      if ('options' in element) {
        const kind = element.type === 6 ? 'plural' : 'select'
        const branches = Object.entries(element.options).map(([name, { value }]) => `${name} {${written(value)}}`)
        return `{${element.value}, ${kind}, ${branches.join(' ')}}`
      }
      if ('value' in element) return element.type === 2 ? `{${element.value}, number}` : `{${element.value}}`
      return ''
    })
    .join('')
}

/** English with accents and 40 per cent longer, to prove the layout of every screen before any translation exists. */
export function pseudo(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, written(parse(text))]))
}
