/**
 * The value below or at which `share` (0 to 1) of the values lie, by the nearest rank: always one that was measured, and of
 * few values rather the larger one. `NaN` for no values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const p95 = (values: readonly number[]): number => percentile(values, 0.95)
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** A figure with as many digits as it deserves. */
export function inDigits(value: number): string {
  const size = Math.abs(value)
  const digits = size < 10 ? 2 : size < 100 ? 1 : 0
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** `n 120, median 12, max 31`: what stands behind a p95. */
export const spread = (values: readonly number[]): string =>
  `n ${values.length}, median ${inDigits(median(values))}, max ${inDigits(percentile(values, 1))}`

/**
 * Where a second clock stands against ours, from questions put to it: each answer was read between `askedAtMs` and
 * `gotAtMs` of ours. Gives `aheadMs` (theirs minus ours) and how far that may be off. Both clocks must run alike.
 */
export function clockOffset(readings: readonly { askedAtMs: number; theirsMs: number; gotAtMs: number }[]): {
  aheadMs: number
  offByAtMostMs: number
} {
  const low = Math.max(...readings.map(({ theirsMs, gotAtMs }) => theirsMs - gotAtMs))
  const high = Math.min(...readings.map(({ theirsMs, askedAtMs }) => theirsMs - askedAtMs))
  return { aheadMs: (low + high) / 2, offByAtMostMs: Math.abs(high - low) / 2 }
}

/**
 * How far a shown count of seconds is from the true one, in ms: the time to the nearest moment at which the shown number was or
 * becomes right. 0 when it is right. `leftMs`: what is truly left.
 */
export function countErrorMs(shown: number, leftMs: number): number {
  if (shown === Math.ceil(Math.max(0, leftMs) / 1000)) return 0
  // right while more than `shown - 1` seconds and no more than `shown` are left
  return leftMs > shown * 1000 ? leftMs - shown * 1000 : (shown - 1) * 1000 - leftMs
}
