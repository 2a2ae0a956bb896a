import type { Breach } from './laws.ts'

const CONFIDENCES = new Set(['documented', 'reported', 'inferred', 'unconfirmed'])

type Row = Record<string, unknown>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSourced = (row: Row) => 'source' in row || 'confidence' in row

/** The rows of one exported value: an array's elements, or a table's values, where at least one says where it comes from. */
function rowsOf(value: unknown): Row[] {
  const candidates = Array.isArray(value) ? value : isRow(value) && !isSourced(value) ? Object.values(value) : [value]
  const rows = candidates.filter(isRow)
  return rows.length > 0 && rows.some(isSourced) ? rows : []
}

/** Knowledge without its source or its confidence. `exported` is what one file of shared/knowledge exports. */
export function rowBreaches(path: string, exported: Readonly<Record<string, unknown>>): Breach[] {
  return Object.entries(exported).flatMap(([name, value]) =>
    rowsOf(value).flatMap((row, index) => {
      const sourced = typeof row['source'] === 'string' && row['source'].trim() !== ''
      const sure = typeof row['confidence'] === 'string' && CONFIDENCES.has(row['confidence'])
      return sourced && sure ? [] : [`${path}: row ${index} of ${name} has no ${sourced ? 'confidence' : 'source'}`]
    }),
  )
}

/** How many rows with a source a file exports; a rule about rows that sees none proves nothing. */
export const countRows = (exported: Readonly<Record<string, unknown>>): number =>
  Object.values(exported).reduce<number>((sum, value) => sum + rowsOf(value).length, 0)
