import type { PlistValue } from './plist-value.ts'

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const letters = [18, 12, 6, 0].map((shift) => LETTERS[(group >> shift) & 0x3f] ?? '')
    const whole = Math.min(3, bytes.length - at) + 1
    text += letters.map((letter, index) => (index < whole ? letter : '=')).join('')
  }
  return text
}

function written(value: PlistValue): string {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>'
  if (typeof value === 'bigint') return `<integer>${value}</integer>`
  if (typeof value === 'number')
    return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`
  if (value instanceof Uint8Array) return `<data>${base64(value)}</data>`
  if (Array.isArray(value)) return `<array>${(value as readonly PlistValue[]).map(written).join('')}</array>`
  const entries = Object.entries(value as Readonly<Record<string, PlistValue>>)
  return `<dict>${entries.map(([key, each]) => `<key>${escaped(key)}</key>${written(each)}`).join('')}</dict>`
}

/** Takes a value; gives it as an XML property list in UTF-8. */
export function writePlist(value: PlistValue): Uint8Array {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">${written(value)}</plist>\n`
  return new TextEncoder().encode(text)
}
