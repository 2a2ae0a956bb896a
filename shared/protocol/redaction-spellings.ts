const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a text in UTF-8 (half a surrogate pair as the replacement sign). */
const bytesOf = (text: string): number[] =>
  Array.from(encodeURIComponent(text.toWellFormed()).matchAll(/%([0-9A-F]{2})|(.)/gs), ([, hex, sign = '']) =>
    hex === undefined ? sign.charCodeAt(0) : Number.parseInt(hex, 16),
  )

/** The bytes in UTF-16, the low one first, as Windows writes them. */
const wideBytesOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => [unit & 255, unit >> 8])

/** The digits in base64 (RFC 4648) that these bytes alone decide, when so many other bytes stand before them. */
function base64(bytes: readonly number[], before: number): string {
  const bits = [...Array.from({ length: before }, () => 0), ...bytes].map((byte) => byte.toString(2).padStart(8, '0'))
  const own = bits.join('').slice(0, Math.floor((bits.length * 8) / 6) * 6)
  const digits = Array.from(
    { length: own.length / 6 },
    (_, at) => DIGITS[Number.parseInt(own.slice(at * 6, at * 6 + 6), 2)],
  )
  return digits.slice(Math.ceil((before * 8) / 6)).join('')
}

/** Shorter pieces would be found in what has nothing to do with the text. */
const SHORTEST_PIECE = 6

/**
 * The other forms in which a text gets into logs and addresses: letters and their accents apart or together (file names on macOS),
 * the percent signs of an address, the backslashes of JSON, UTF-16 read as single bytes, and base64 at each of its three offsets,
 * as UTF-8 and UTF-16. Without the text itself. Pure.
 */
export function writtenOtherwise(text: string): string[] {
  const forms = [text, text.normalize('NFC'), text.normalize('NFD')]
  const asWritten = forms.flatMap((form) => [
    form,
    encodeURIComponent(form.toWellFormed()),
    encodeURI(form.toWellFormed()),
    encodeURIComponent(form.toWellFormed()).replaceAll('%20', '+'),
    JSON.stringify(form).slice(1, -1),
    Array.from(form, (sign) => (sign > '\u007f' ? escapedUnits(sign) : sign)).join(''),
  ])
  const wide = [Array.from(text).join('\0'), Array.from(text).join('\\u0000')]
  const cased = [text, text.toLowerCase(), text.toUpperCase()]
  const packed = cased
    .flatMap((form) => [bytesOf(form), wideBytesOf(form)])
    .flatMap((bytes) => [0, 1, 2].map((before) => base64(bytes, before)))
    .filter((piece) => piece.length >= SHORTEST_PIECE)
  return [...new Set([...asWritten, ...wide, ...packed])].filter((form) => form !== text && form !== '')
}

const escapedUnits = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
