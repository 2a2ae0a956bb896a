import { expect, test } from 'vitest'
import { clockOffset, countErrorMs, inDigits, percentile } from './figures.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('a percentile is a value that was measured, at the nearest rank', () => {
  expect(percentile(upTo(100), 0.95)).toBe(95)
  expect(percentile(upTo(20), 0.95)).toBe(19)
  expect(percentile(upTo(10), 0.95)).toBe(10)
  expect(percentile([3, 1, 2], 0.5)).toBe(2)
  expect(percentile([3, 1, 2], 1)).toBe(3)
  expect(percentile([3, 1, 2], 0)).toBe(1)
})

test('nothing measured gives no figure, and the values are left as they are', () => {
  expect(percentile([], 0.95)).toBeNaN()
  const values = [3, 1, 2]
  percentile(values, 0.5)
  expect(values).toEqual([3, 1, 2])
})

test('two clocks are joined by the narrowest answers, and the doubt is told', () => {
  const readings = [
    { askedAtMs: 0, theirsMs: 1009, gotAtMs: 10 },
    { askedAtMs: 20, theirsMs: 1021, gotAtMs: 30 },
  ]
  expect(clockOffset(readings)).toEqual({ aheadMs: 1000, offByAtMostMs: 1 })
})

test.each([
  [3, 2500, 0],
  [3, 3000, 0],
  [3, 2000, 0],
  [0, 0, 0],
  [0, -400, 0],
  [3, 1990, 10],
  [2, 2010, 10],
  [1, -20, 20],
])('a count of %i with %i ms left is %i ms off', (shown, leftMs, offMs) => {
  expect(countErrorMs(shown, leftMs)).toBe(offMs)
})

test('figures are shown with as many digits as they deserve', () => {
  expect([0.1234, 12.34, 1234.5].map(inDigits)).toEqual(['0.12', '12.3', '1,235'])
})
