import { IntlMessageFormat } from 'intl-messageformat'
import type { Element } from '../../shared/texts/isolate.ts'

const PLURAL = 6
const SELECT = 5
const LITERAL = 0

/** The pieces of an ICU message. Throws where it is not valid. */
export function parse(message: string): readonly Element[] {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()
}

const branches = (element: Element): readonly (readonly Element[])[] =>
  'options' in element ? Object.values(element.options).map((option) => option.value) : []

/** The names of everything that is put into a message, sorted. */
export function paramsOf(elements: readonly Element[]): readonly string[] {
  const names = elements.flatMap((element) => [
    ...(element.type === LITERAL || !('value' in element) || typeof element.value !== 'string' ? [] : [element.value]),
    ...branches(element).flatMap((branch) => paramsOf(branch)),
  ])
  return [...new Set(names)].toSorted()
}

/** The branches of every select of a message: they are ids of the engine and the same in every language. */
export function selectsOf(elements: readonly Element[]): readonly string[] {
  return elements
    .flatMap((element) => [
      ...(element.type === SELECT ? [`${element.value}: ${Object.keys(element.options).toSorted().join(' ')}`] : []),
      ...branches(element).flatMap((branch) => selectsOf(branch)),
    ])
    .toSorted()
}

/** Numbers that a message's plurals cannot say in a language: a category that the language has and the message does not name still falls to `other`. */
export function pluralsOf(elements: readonly Element[]): readonly (readonly string[])[] {
  return elements.flatMap((element) => [
    ...(element.type === PLURAL ? [Object.keys(element.options)] : []),
    ...branches(element).flatMap((branch) => pluralsOf(branch)),
  ])
}
