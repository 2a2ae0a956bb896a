import { inDigits } from './figures.ts'
import type { BenchRow } from './row.ts'

const HEAD = ['what', 'cores', 'ours', 'against', 'ratio or difference', 'aim', 'behind it']
/** Prose at the end of a line is left as long as it is. */
const LAST = HEAD.length - 1

const signed = (value: number) => (value > 0 ? `+${inDigits(value)}` : inDigits(value))

function cells(row: BenchRow): string[] {
  const { name, unit, ours, against, againstName, ratio, aim, load = '', detail = '' } = row
  const compared = ratio === null ? `${signed(ours - against)} ${unit}` : `× ${inDigits(ratio)}`
  return [
    name,
    load,
    `${inDigits(ours)} ${unit}`,
    `${inDigits(against)} ${unit}: ${againstName}`,
    compared,
    aim,
    detail,
  ]
}

/** The rows side by side, for the terminal. */
export function asText(rows: readonly BenchRow[]): string {
  const lines = [HEAD, ...rows.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const pad = (line: string[]) =>
    line.map((cell, column) => (column === LAST ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')
  return lines.map(pad).join('\n')
}

/** The rows as a Markdown table. */
export function asMarkdown(rows: readonly BenchRow[]): string {
  const line = (row: string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map(cells).map(line)].join('\n')
}
