import { LOG_MACHINE, SHIFT } from './log-fragments.ts'

/**
 * Cuts UTF-8 into lines and passes on only those that are worth it. Held by the one who reads a log and handed in with each
 * chunk.
 */
export type LineCutter = {
  state: number
  /** What the fragments of the unfinished line make of it so far. */
  bits: number
  /** The number of the unfinished line, from 1. */
  line: number
  /** The beginning of the unfinished line, as far as it came with earlier chunks and is kept. */
  begun: Uint8Array
  /** The unfinished line is longer than what is kept of it. */
  cut: boolean
}

/** Takes the lines that are worth it. `text()` decodes the line; `bytes` is only good during the call. */
export type LineTaker = {
  /** Lines are also passed on without any fragment while this is true. */
  wantsEvery(): boolean
  take(line: number, bits: number, bytes: Uint8Array): void
}

/** No line of a log that says something is longer; of longer ones the beginning and the end are kept. */
export const LONGEST_LINE_BYTES = 65_536
const KEPT_END_BYTES = 2048
const NOTHING = new Uint8Array(0)
const utf8 = new TextDecoder('utf-8')

/** Reads a line's bytes as UTF-8 without its carriage return; bytes that are none become U+FFFD. */
export function lineText(bytes: Uint8Array): string {
  const end = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length
  return utf8.decode(bytes.subarray(0, end))
}

export const startCutting = (): LineCutter => ({ state: 0, bits: 0, line: 1, begun: NOTHING, cut: false })

/** Adds bytes to a line that goes on, within bounds. */
function keep(cutter: LineCutter, bytes: Uint8Array): void {
  if (bytes.length === 0) return
  const all = new Uint8Array(cutter.begun.length + bytes.length)
  all.set(cutter.begun)
  all.set(bytes, cutter.begun.length)
  cutter.begun = shortened(all, cutter)
}

function shortened(line: Uint8Array, cutter: LineCutter): Uint8Array {
  if (line.length <= LONGEST_LINE_BYTES) return line
  cutter.cut = true
  const kept = new Uint8Array(LONGEST_LINE_BYTES)
  kept.set(line.subarray(0, LONGEST_LINE_BYTES - KEPT_END_BYTES))
  kept.set(line.subarray(line.length - KEPT_END_BYTES), LONGEST_LINE_BYTES - KEPT_END_BYTES)
  return kept
}

function finishLine(cutter: LineCutter, rest: Uint8Array, taker: LineTaker): void {
  if (cutter.bits !== 0 || taker.wantsEvery()) {
    if (cutter.begun.length > 0 || rest.length > LONGEST_LINE_BYTES) {
      keep(cutter, rest)
      taker.take(cutter.line, cutter.bits, cutter.begun)
    } else taker.take(cutter.line, cutter.bits, rest)
  }
  cutter.line += 1
  cutter.bits = 0
  cutter.begun = NOTHING
  cutter.cut = false
}

/**
 * Takes the next UTF-8 bytes of a log and gives each complete line that carries a fragment to `taker`, in order. Memory is
 * bounded whatever comes: one line at most, and not more than 64 KiB of it.
 */
export function cutLines(cutter: LineCutter, bytes: Uint8Array, taker: LineTaker): void {
  const { next, letters, worth, firstWorth, endOfLine } = LOG_MACHINE
  const length = bytes.length
  let state = cutter.state
  let bits = cutter.bits
  let lineStart = 0
  for (let at = 0; at < length; at += 1) {
    state = next[(state << SHIFT) | letters[bytes[at]!]!]!
    if (state >= firstWorth) {
      if (state === endOfLine) {
        cutter.bits = bits
        finishLine(cutter, bytes.subarray(lineStart, at), taker)
        bits = 0
        lineStart = at + 1
      } else bits |= worth[state]!
    }
  }
  cutter.state = state
  cutter.bits = bits
  keep(cutter, bytes.subarray(lineStart))
}

/** The end of the log: passes on a last line that has no line break. */
export function endLines(cutter: LineCutter, taker: LineTaker): void {
  if (cutter.begun.length > 0) finishLine(cutter, NOTHING, taker)
  cutter.state = 0
}
