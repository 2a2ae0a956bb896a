import { fragmentsAround, LINE_BITS, LOG_SEARCH, placeOf } from './log-fragments.ts'

/**
 * Cuts UTF-8 into lines and passes on only those that are worth it. Held by the one who reads a log and handed in with each
 * chunk.
 */
export type LineCutter = {
  /** The number of the unfinished line, from 1. */
  line: number
  /** The beginning of the unfinished line, as far as it came with earlier chunks and is kept. */
  begun: Uint8Array
}

/** Takes the lines that are worth it, which lie between two places in `bytes`; they are only good during the call. */
export type LineTaker = {
  /** Lines are also passed on without any fragment while this is true. */
  wantsEvery(): boolean
  take(line: number, bits: number, bytes: Uint8Array, from: number, to: number): void
}

/** No line of a log that says something is longer; of longer ones the beginning and the end are kept. */
export const LONGEST_LINE_BYTES = 65_536
const KEPT_END_BYTES = 2048
const LINE_FEED = 0x0a
const SPACE = 0x20
const COLON = 0x3a
const OPEN = 0x5b
const SHORTEST_STAMP_BYTES = 13
const NOTHING = new Uint8Array(0)
const utf8 = new TextDecoder('utf-8')

/** Reads a line that lies here as UTF-8, without its carriage return and within its bound; bytes that are none become U+FFFD. */
export function lineText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const end = to > from && bytes[to - 1] === 0x0d ? to - 1 : to
  return utf8.decode(shortened(bytes.subarray(from, end)))
}

export const startCutting = (): LineCutter => ({
  line: 1,
  begun: NOTHING,
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

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39

/**
 * Whether a line begins with a stamp of Apple's tools. Of those only what carries a fragment is read; lines without a stamp, and
 * those of idevicerestore's log file, are few and read all.
 */
function isStamped(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at] ?? 0
  if (first === OPEN) return isDigit(bytes[at + 1] ?? 0)
  if (!isDigit(first) || end - at < SHORTEST_STAMP_BYTES) return false
  return !(bytes[at + 2] === COLON && bytes[at + 12] === SPACE)
}

/** Not 0 where one of the four bytes of a number is a line feed (the trick of finding a zero byte in a word). */
const feedIn = (word: number) => {
  const zeros = word ^ 0x0a0a0a0a
  return (zeros - 0x01010101) & ~zeros & 0x80808080
}

/**
 * Passes on the lines between two places that are worth it, the last ending with a line break. Four bytes are looked at at
 * once where they lie on the computer's grid: whether a line ends in them, and whether they may be part of a fragment.
 */
function passLines(cutter: LineCutter, bytes: Uint8Array, from: number, to: number, taker: LineTaker): void {
  const { marked } = LOG_SEARCH
  const gridAt = (4 - (bytes.byteOffset & 3)) & 3
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + gridAt, Math.max(0, to - gridAt) >> 2)
  let begin = from
  let bits = 0
  for (let at = from; at < to;) {
    if (((at - gridAt) & 3) === 0 && at + 4 <= to) {
      const word = words[(at - gridAt) >> 2]!
      const feed = feedIn(word)
      if ((feed | marked[placeOf(word)]!) === 0) {
        at += 4
        continue
      }
      // no fragment has a line feed in it
      if (feed === 0) {
        bits |= fragmentsAround(LOG_SEARCH, bytes, at, word)
        at += 4
        continue
      }
    }
    if (bytes[at] === LINE_FEED) {
      passLine(cutter, bits, bytes, begin, at, taker)
      begin = at + 1
      bits = 0
    }
    at += 1
  }
}

function passLine(
  cutter: LineCutter,
  found: number,
  bytes: Uint8Array,
  at: number,
  end: number,
  taker: LineTaker,
): void {
  const bits = end > at && !isStamped(bytes, at, end) ? found | LINE_BITS.read : found
  if (bits !== 0 || taker.wantsEvery()) taker.take(cutter.line, bits, bytes, at, end)
  cutter.line += 1
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
