import type { z } from 'zod'

/** Whole milliseconds, as the INTEGER columns want them. */
export const whole = (ms: number): number => Math.round(ms)

/** JSON text and its schema to a value. `null`: the text is broken or has another shape. */
export function readJson<T extends z.ZodType>(schema: T, text: string | null): z.infer<T> | null {
  if (text === null) return null
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
