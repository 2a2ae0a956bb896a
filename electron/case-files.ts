import { extname } from 'node:path'
import { CASE_ENDING } from '../shared/contract/history.ts'

/** The exported cases that a start or a second start was asked to open: what is no switch and has the extension. */
export const caseFilesIn = (args: readonly string[]): string[] =>
  args.filter((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === CASE_ENDING)

/** A text in parts, each short enough for one call. */
export function inParts(text: string, mostCharacters: number): string[] {
  const count = Math.max(1, Math.ceil(text.length / mostCharacters))
  return Array.from({ length: count }, (_, index) => text.slice(index * mostCharacters, (index + 1) * mostCharacters))
}
