import { expect, test } from 'vitest'
import type { BenchRow } from './row.ts'
import { asMarkdown, asText } from './table.ts'

const row: BenchRow = {
  name: 'appends',
  unit: 'events/s',
  ours: 500,
  against: 1000,
  againstName: 'bare',
  ratio: 0.5,
  aim: 'ratio ≥ 1',
}
const other: BenchRow = { ...row, name: 'answer', unit: 'ms', ours: 12.5, against: 0.5, ratio: null, load: 'busy' }

test('each figure stands beside its comparison, as a ratio or as a difference', () => {
  const [, one, two] = asText([row, other]).split('\n')
  expect(one?.split(/ {2,}/)).toEqual(['appends', '500 events/s', '1,000 events/s: bare', '× 0.50', 'ratio ≥ 1', ''])
  expect(two?.split(/ {2,}/).slice(0, 5)).toEqual(['answer', 'busy', '12.5 ms', '0.50 ms: bare', '+12.0 ms'])
})

test('a bar in a text does not break the page', () => {
  const lines = asMarkdown([{ ...row, detail: 'a | b' }]).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]).toContain('a \\| b')
})
