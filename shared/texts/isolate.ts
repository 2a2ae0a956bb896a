import type { IntlMessageFormat } from 'intl-messageformat'

/** One piece of a parsed ICU message. */
export type Element = ReturnType<IntlMessageFormat['getAst']>[number]

// U+2068 and U+2069: what stands between them keeps its own direction and does not disturb the sentence around it
const OPEN = '\u2068'
const CLOSE = '\u2069'

const ARGUMENT = 1
const LITERAL = 0

const literal = (value: string) => ({ type: LITERAL, value }) as Element

/** Commands in quotation marks, paths, options and addresses: what a reader of a right-to-left script reads from the left. */
const MACHINE = /“[\x20-\x7e]+”|(?<![\w/.])(?:~?\/[\w./-]*\w|%\w+%\\[\w\\ ]*\w|--?[a-zA-Z]\w*|\*\.[\w.]*\w)/g

/**
 * Takes the pieces of a message that is written from right to left; gives them with every inserted text and every
 * command or path isolated, so that it keeps its order inside the sentence. Branches of plurals and selects are treated alike.
 */
export function isolate(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.type === ARGUMENT) return [literal(OPEN), element, literal(CLOSE)]
    if (element.type === LITERAL) return [literal(element.value.replaceAll(MACHINE, `${OPEN}$&${CLOSE}`))]
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
