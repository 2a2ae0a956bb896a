import type { IntlMessageFormat } from 'intl-messageformat'

/** One piece of a parsed ICU message. */
export type Element = ReturnType<IntlMessageFormat['getAst']>[number]

// U+2068 and U+2069: what stands between them keeps its own direction and does not disturb the sentence around it
const OPEN = '\u2068'
const CLOSE = '\u2069'

const ARGUMENT = 1
const LITERAL = 0

const literal = (value: string) => ({ type: LITERAL, value }) as Element

/**
 * Takes the pieces of a message that is written from right to left; gives them with every inserted text isolated, so that a
 * model, a code or a path keeps its order inside the sentence. Branches of plurals and selects are treated alike.
 */
export function isolate(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.type === ARGUMENT) return [literal(OPEN), element, literal(CLOSE)]
    if (!('options' in element)) return [element]
    const options = Object.fromEntries(
      Object.entries(element.options).map(([name, option]) => [name, { ...option, value: isolate(option.value) }]),
    )
    return [{ ...element, options } as Element]
  })
}

/** A text without the marks of `isolate`, for a voice that might stumble over them. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '')
}
