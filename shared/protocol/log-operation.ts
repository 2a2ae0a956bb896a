/** A progress line read from its bytes: `key` is the same for the same operation of the same kind of device. */
export type OperationBytes = { readonly key: number; readonly progress: number }

const ZERO = 0x30
const NINE = 0x39
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= ZERO && byte <= NINE
const WORD = Array.from(' progress ', (char) => char.charCodeAt(0))
const STAMP_BYTES = 80

/** The third letter behind `<` tells the kinds apart: `<Recovery`, `<Restore`, `<DFU`. */
function kindOf(bytes: Uint8Array, from: number, to: number): number {
  const end = Math.min(to, from + STAMP_BYTES)
  for (let at = from; at < end; at += 1) if (bytes[at] === 0x3c) return bytes[at + 3] ?? 0
  return 0
}

/** Takes a line such as `… <Restore Device 0x…>: operation 13 progress 54`, which lies here as bytes; gives null for any other. */
export function readOperationBytes(bytes: Uint8Array, from = 0, to = bytes.length): OperationBytes | null {
  let at = to - 1
  while (at >= from && (bytes[at] === 0x0d || bytes[at] === 0x20)) at -= 1
  let progress = 0
  let digits = 0
  for (let scale = 1; isDigit(bytes[at]) && digits < 4; at -= 1, scale *= 10, digits += 1)
    progress += ((bytes[at] ?? ZERO) - ZERO) * scale
  if (digits === 0 || digits > 3) return null
  if (bytes[at] === 0x2d) {
    progress = -progress
    at -= 1
  }
  for (let index = WORD.length - 1; index >= 0; index -= 1, at -= 1) if (bytes[at] !== WORD[index]) return null
  let operation = 0
  digits = 0
  for (let scale = 1; isDigit(bytes[at]) && digits < 4; at -= 1, scale *= 10, digits += 1)
    operation += ((bytes[at] ?? ZERO) - ZERO) * scale
  if (digits === 0 || digits > 3) return null
  return { key: kindOf(bytes, from, to) * 1000 + operation, progress }
}
