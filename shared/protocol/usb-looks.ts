import { parseSerialString } from './serial-string.ts'

/** What one line says about a USB device; null where it says nothing usable. */
export type LineLooks = {
  readonly vendorId: number | null
  readonly productId: number | null
  readonly serial: string | null
  readonly product: string | null
  readonly problems: readonly LineProblem[]
}

export type LineProblem =
  | 'line-not-json'
  | 'line-not-object'
  | 'vid-unreadable'
  | 'pid-unreadable'
  | 'serial-not-string'
  | 'product-not-string'

const broken = (problem: LineProblem): LineLooks => ({
  vendorId: null,
  productId: null,
  serial: null,
  product: null,
  problems: [problem],
})

/**
 * Takes one line of JSON, `{"vid":"05ac","pid":"1227","serial":"…","product":"…"}` (ids as hex digits with or without `0x`, or as
 * numbers; serial and product may be missing or null). Gives what it says; what is wrong comes back as codes. Never throws.
 */
export function parseUsbLine(line: string): LineLooks {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return broken('line-not-json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken('line-not-object')
  const fields = new Map<string, unknown>(Object.entries(value))
  const problems: LineProblem[] = []
  const text = (name: 'serial' | 'product'): string | null => {
    const field = fields.get(name) ?? null
    if (field === null || typeof field === 'string') return field
    problems.push(`${name}-not-string`)
    return null
  }
  const serial = text('serial')
  const product = text('product')
  // A Windows path names the ids itself.
  const path = parseSerialString(serial).path
  const vendorId = usbId(fields.get('vid')) ?? (fields.has('vid') ? null : (path?.vendorId ?? null))
  const productId = usbId(fields.get('pid')) ?? (fields.has('pid') ? null : (path?.productId ?? null))
  if (vendorId === null) problems.push('vid-unreadable')
  if (productId === null) problems.push('pid-unreadable')
  return { vendorId, productId, serial, product, problems }
}

/** Takes an id as hex digits with or without `0x`, or as a number; gives it as a number from 0 to FFFF, or null. */
export function usbId(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= 0xffff ? value : null
  if (typeof value !== 'string' || !/^(?:0x)?[0-9a-f]{1,4}$/i.test(value.trim())) return null
  return Number.parseInt(value.trim().replace(/^0x/i, ''), 16)
}
