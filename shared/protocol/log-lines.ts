import { fragmentsAt, LINE_BITS, LOG_SEARCH, WINDOW_BYTES } from './log-fragments.ts'

/**
 * Cuts UTF-8 into lines and passes on only those that are worth it. Held by the one who reads a log and handed in with each
 * chunk.
 */
export type LineCutter = {
  /** The number of the unfinished line, from 1. */
  line: number
  /** The beginning of the unfinished line, as far as it came with earlier chunks and is kept. */
  begun: Uint8Array
  /** Room to work in, made once. */
  readonly found: Found
  readonly ends: Int32Array
}

/** What was found in a slice: the places, in order, and the bits at each. */
type Found = { readonly places: Int32Array; readonly bits: Uint8Array; count: number }

/** Takes the lines that are worth it; `bytes` is only good during the call. */
export type LineTaker = {
  /** Lines are also passed on without any fragment while this is true. */
  wantsEvery(): boolean
  take(line: number, bits: number, bytes: Uint8Array): void
}

/** No line of a log that says something is longer; of longer ones the beginning and the end are kept. */
export const LONGEST_LINE_BYTES = 65_536
const KEPT_END_BYTES = 2048
/** So much is searched before its lines are passed on; at most as many fragments are found in it. */
const SLICE_BYTES = 65_536
const LINE_FEED = 0x0a
const SPACE = 0x20
const COLON = 0x3a
const NOTHING = new Uint8Array(0)
const utf8 = new TextDecoder('utf-8')

/** Reads a line's bytes as UTF-8 without its carriage return; bytes that are none become U+FFFD. */
export function lineText(bytes: Uint8Array): string {
  const end = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length
  return utf8.decode(bytes.subarray(0, end))
}

export const startCutting = (): LineCutter => ({
  line: 1,
  begun: NOTHING,
  found: { places: new Int32Array(SLICE_BYTES), bits: new Uint8Array(SLICE_BYTES), count: 0 },
  ends: new Int32Array(SLICE_BYTES),
})

/** A line within its bound: of a longer one the beginning and the end. */
function shortened(line: Uint8Array): Uint8Array {
  if (line.length <= LONGEST_LINE_BYTES) return line
  const kept = new Uint8Array(LONGEST_LINE_BYTES)
  kept.set(line.subarray(0, LONGEST_LINE_BYTES - KEPT_END_BYTES))
  kept.set(line.subarray(line.length - KEPT_END_BYTES), LONGEST_LINE_BYTES - KEPT_END_BYTES)
  return kept
}

/** Adds bytes to a line that goes on. */
function keep(cutter: LineCutter, bytes: Uint8Array): void {
  if (bytes.length === 0) return
  const all = new Uint8Array(cutter.begun.length + bytes.length)
  all.set(cutter.begun)
  all.set(bytes, cutter.begun.length)
  cutter.begun = shortened(all)
}

/** Searches the bytes from `from` to `to` for fragments. Beyond the bound, which only a line longer than a slice can reach, bits add up. */
function search(bytes: Uint8Array, from: number, to: number, found: Found): void {
  const { skip, begins } = LOG_SEARCH
  found.count = 0
  let at = from + WINDOW_BYTES - 1
  while (at < to) {
    const step = skip[(bytes[at - 1]! << 8) | bytes[at]!]!
    if (step !== 0) {
      at += step
      continue
    }
    if (begins[(bytes[at + 1 - WINDOW_BYTES]! << 8) | bytes[at + 2 - WINDOW_BYTES]!] === 1) {
      const bits = fragmentsAt(LOG_SEARCH, bytes, at)
      if (bits !== 0) {
        const index = found.count < SLICE_BYTES ? found.count++ : SLICE_BYTES - 1
        if (found.places[index] !== at && index === found.count - 1) found.places[index] = at
        found.bits[index] =
          index === found.count - 1 && found.count < SLICE_BYTES ? bits : (found.bits[index] ?? 0) | bits
      }
    }
    at += 1
  }
}

/**
 * Whether a line begins with a stamp of Apple's tools. Of those only what carries a fragment is read; lines without a stamp, and
 * those of idevicerestore's log file, are few and read all.
 */
function isStamped(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at] ?? 0
  if (first === 0x5b) return (bytes[at + 1] ?? 0) >= 0x30 && (bytes[at + 1] ?? 0) <= 0x39
  if (first < 0x30 || first > 0x39 || end - at < 13) return false
  return !(bytes[at + 2] === COLON && bytes[at + 12] === SPACE)
}

/** A number of four bytes, none of which is a line feed, gives 0 (the trick of finding a zero byte in a word). */
const feedIn = (word: number) => {
  const zeros = word ^ 0x0a0a0a0a
  return (zeros - 0x01010101) & ~zeros & 0x80808080
}

/** Writes down where the lines between `from` and `to` end, four bytes at a time; gives how many there are. */
function findEnds(bytes: Uint8Array, from: number, to: number, ends: Int32Array): number {
  let count = 0
  let at = from
  const note = (until: number) => {
    for (; at < until; at += 1) if (bytes[at] === LINE_FEED && count < ends.length) ends[count++] = at
  }
  note(Math.min(to, from + ((4 - ((bytes.byteOffset + from) & 3)) & 3)))
  if (at === to) return count
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (to - at) >> 2)
  for (let index = 0; index < words.length; index += 1) {
    if (feedIn(words[index]!) === 0) {
      at += 4
      continue
    }
    note(at + 4)
  }
  note(to)
  return count
}

/** Passes on the lines of a slice that are worth it, the slice ending with a line break. */
function passOn(cutter: LineCutter, bytes: Uint8Array, from: number, to: number, taker: LineTaker): void {
  const { found, ends } = cutter
  const count = findEnds(bytes, from, to, ends)
  let next = 0
  let at = from
  for (let index = 0; index < count; index += 1) {
    const end = ends[index]!
    let bits = 0
    while (next < found.count && found.places[next]! < end) bits |= found.bits[next++]!
    if (end > at && !isStamped(bytes, at, end)) bits |= LINE_BITS.read
    if (bits !== 0 || taker.wantsEvery()) taker.take(cutter.line, bits, shortened(bytes.subarray(at, end)))
    cutter.line += 1
    at = end + 1
  }
}

/** Where the slice that begins here ends: behind the last line break within its bound, or behind the next one. */
function sliceEnd(bytes: Uint8Array, from: number, to: number): number {
  if (from + SLICE_BYTES >= to) return to
  const last = bytes.lastIndexOf(LINE_FEED, from + SLICE_BYTES - 1)
  return last >= from ? last + 1 : bytes.indexOf(LINE_FEED, from) + 1
}

function passLines(cutter: LineCutter, bytes: Uint8Array, from: number, to: number, taker: LineTaker): void {
  for (let at = from; at < to;) {
    const end = sliceEnd(bytes, at, to)
    search(bytes, at, end, cutter.found)
    passOn(cutter, bytes, at, end, taker)
    at = end
  }
}

/**
 * Takes the next UTF-8 bytes of a log and gives each complete line that is worth it to `taker`, in order. Memory is bounded
 * whatever comes: one line at most, and not more than 64 KiB of it.
 */
export function cutLines(cutter: LineCutter, bytes: Uint8Array, taker: LineTaker): void {
  const last = bytes.lastIndexOf(LINE_FEED)
  if (last === -1) return keep(cutter, bytes)
  let from = 0
  if (cutter.begun.length > 0) {
    from = bytes.indexOf(LINE_FEED) + 1
    keep(cutter, bytes.subarray(0, from))
    const line = cutter.begun
    cutter.begun = NOTHING
    passLines(cutter, line, 0, line.length, taker)
  }
  passLines(cutter, bytes, from, last + 1, taker)
  keep(cutter, bytes.subarray(last + 1))
}

/** The end of the log: passes on a last line that has no line break. */
export function endLines(cutter: LineCutter, taker: LineTaker): void {
  if (cutter.begun.length > 0) cutLines(cutter, Uint8Array.of(LINE_FEED), taker)
}
