/** A share with its 95 % interval, all between 0 and 1. */
export type Interval = { readonly low: number; readonly high: number }

/** The 97.5 % point of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054

/**
 * The Wilson score interval for `hits` out of `of` (Wilson 1927, "Probable inference, the law of succession, and statistical
 * inference"). It stays honest for small counts: 3 of 3 gives 0.44 to 1, not "100 %". Nothing counted gives 0 to 1.
 * Throws when the counts make no sense.
 */
export function wilsonInterval(hits: number, of: number): Interval {
  if (!Number.isInteger(hits) || !Number.isInteger(of) || hits < 0 || hits > of)
    throw new RangeError(`${hits} of ${of} is no count`)
  if (of === 0) return { low: 0, high: 1 }
  const share = hits / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const middle = share + (Z * Z) / (2 * of)
  const scale = 1 + (Z * Z) / of
  // rounding must not push the ends past what was counted
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: hits === of ? 1 : Math.min(1, (middle + spread) / scale),
  }
}
