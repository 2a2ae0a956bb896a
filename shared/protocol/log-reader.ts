import { readIdevicerestoreLine } from './idevicerestore.ts'
import { decodeLogBytes, type LogDecoder, startDecoding } from './log-encoding.ts'
import { LINE_BITS, troubleOf } from './log-fragments.ts'
import { type LogLine, readLogLine, wrappedRest } from './log-line.ts'
import { cutLines, endLines, type LineCutter, lineText, startCutting } from './log-lines.ts'
import { readOperationBytes } from './log-operation.ts'
import { isRestore, type LogReport, reportSession } from './log-report.ts'
import { hasEnded, type LogSession, phasesBegan, startSession } from './log-session.ts'
import { type LogClock, type Moment, startClock, tick } from './log-stamp.ts'
import { readUpdaterLine } from './updater-log.ts'

/**
 * A log that is being read, from a file or as it grows. The one who reads holds it and hands it in with each piece; memory is
 * bounded (one line, and the last runs) however long the log is.
 */
export type LogReader = {
  readonly decoder: LogDecoder
  readonly cutter: LineCutter
  readonly clock: LogClock
  session: LogSession
  /** Runs that are over, oldest first. */
  readonly earlier: LogSession[]
  /** How many runs are no longer kept. */
  forgotten: number
  lastMoment: Moment | null
  /** A line of 3uTools that may go on with the next one. */
  broken: { readonly line: number; readonly bits: number; text: string } | null
  /** The last progress line, so that its repetitions need not be read in full. */
  repeated: number
}

const KEPT_SESSIONS = 50
const LONGEST_JOINED = 16_384

/** Begins to read a log. */
export function startLog(): LogReader {
  return {
    decoder: startDecoding(),
    cutter: startCutting(),
    clock: startClock(),
    session: startSession(1),
    earlier: [],
    forgotten: 0,
    lastMoment: null,
    broken: null,
    repeated: -1,
  }
}

/** A line that begins a run wherever it stands, and those that do so after the end of another. */
const OPENING = /^(?:restore library built |idevicerestore \d|futurerestore(?: version)?:)/u
const OPENING_AFTER_END =
  /^(?:ERROR: )?(?:Found device in |Unable to discover device mode|Software payload version|Firmware is unpacking|Checking required files|\s*Firmware is unpacking)/u

function openSession(reader: LogReader, line: LogLine, number: number): void {
  const { session } = reader
  const begins =
    (OPENING.test(line.text) && (session.opened || hasEnded(session) || phasesBegan(session))) ||
    (hasEnded(session) && OPENING_AFTER_END.test(line.text.trimStart()))
  if (!begins) return
  if (isRestore(session)) reader.earlier.push(session)
  if (reader.earlier.length > KEPT_SESSIONS) {
    reader.earlier.shift()
    reader.forgotten += 1
  }
  reader.session = startSession(number)
}

/** A run of Apple's tools: a line without a stamp in it is not idevicerestore's. */
const isApples = ({ tool, toolRank, opened }: LogSession) =>
  tool === null ? opened : tool !== 'idevicerestore' && tool !== 'futurerestore' && toolRank > 1

function readLine(reader: LogReader, text: string, number: number, bits: number): void {
  const line = readLogLine(text)
  if (line.msOfDay !== null) reader.lastMoment = tick(reader.clock, line.msOfDay, line.date)
  openSession(reader, line, number)
  const { session, lastMoment } = reader
  const understood =
    line.shape === 'levels'
      ? readIdevicerestoreLine(session, line, number, lastMoment)
      : line.shape !== 'bare'
        ? readUpdaterLine(session, line, number, lastMoment)
        : [
            readUpdaterLine(session, line, number, lastMoment),
            !isApples(session) && readIdevicerestoreLine(session, line, number, lastMoment),
          ].includes(true)
  session.lastLine = number
  if (understood) {
    session.recognised = true
    reader.repeated = -1
  } else countTrouble(session, bits, text)
}

/** Counts a line that said nothing by its fragments, or by its text where it was read. */
function countTrouble(session: LogSession, bits: number, text: string | null): void {
  const kind =
    text !== null
      ? troubleOf(text)
      : (bits & LINE_BITS.noise) !== 0
        ? 'noise'
        : (bits & LINE_BITS.trouble) !== 0
          ? 'trouble'
          : null
  if (kind === 'noise') session.noise += 1
  else if (kind === 'trouble') session.trouble += 1
}

/** The line that waited for its rest is complete. */
function readBroken(reader: LogReader): void {
  const { broken } = reader
  if (broken === null) return
  reader.broken = null
  readLine(reader, broken.text, broken.line, broken.bits)
}

const COPY_STAMP = /^\d\d:\d\d:\d\d\.\d{3,4}: /u

function take(reader: LogReader, number: number, bits: number, bytes: Uint8Array, from: number, to: number): void {
  if (reader.broken !== null) {
    const rest = wrappedRest(lineText(bytes, from, to))
    if (rest !== null) {
      if (reader.broken.text.length < LONGEST_JOINED) reader.broken.text += rest
      return
    }
    readBroken(reader)
  }
  if ((bits & (LINE_BITS.read | LINE_BITS.operation)) === 0) return countTrouble(reader.session, bits, null)
  if (bits === LINE_BITS.operation) {
    const operation = readOperationBytes(bytes, from, to)
    if (operation !== null && operation.key === reader.repeated) {
      const { session } = reader
      if (session.operation !== null) session.operation.line = number
      if (operation.progress >= 0 && operation.progress <= 100) session.percent = operation.progress
      session.lastLine = number
      return
    }
    readLine(reader, lineText(bytes, from, to), number, bits)
    reader.repeated = operation?.key ?? -1
    return
  }
  const text = lineText(bytes, from, to)
  if (COPY_STAMP.test(text)) reader.broken = { line: number, bits, text }
  // a redrawn progress bar is many lines on one
  else
    for (const piece of text.includes('\r') ? text.split('\r') : [text])
      if (piece !== '') readLine(reader, piece, number, bits)
}

const takerOf = (reader: LogReader) => ({
  wantsEvery: () => reader.broken !== null,
  take: (number: number, bits: number, bytes: Uint8Array, from: number, to: number) =>
    take(reader, number, bits, bytes, from, to),
})

/** Takes the next bytes of the log, of any length, cut anywhere. Never throws, whatever they are. */
export function readLogBytes(reader: LogReader, bytes: Uint8Array): void {
  cutLines(reader.cutter, decodeLogBytes(reader.decoder, bytes), takerOf(reader))
}

/** The log has no more bytes. A log that is followed as it grows is told without this. */
export function endLog(reader: LogReader): void {
  cutLines(reader.cutter, decodeLogBytes(reader.decoder, new Uint8Array(0), true), takerOf(reader))
  endLines(reader.cutter, takerOf(reader))
  readBroken(reader)
}

/** What the log tells: how many runs, and the last ones, the very last first. Null as long as nothing in it is a restore's. */
export type LogTold = { readonly sessions: number; readonly reports: readonly LogReport[] } | null

/**
 * Tells what has been read so far. `lastDate` (`YYYY-MM-DD`) is the day of the last line, from the file's date, for logs whose
 * stamps have none. `over`: nothing will follow.
 */
export function tellLog(reader: LogReader, lastDate: string | null, over: boolean): LogTold {
  const last = isRestore(reader.session) ? [reader.session] : []
  const kept = [...reader.earlier, ...last]
  if (kept.length === 0) return null
  const end = lastDate === null ? null : { day: reader.clock.day, date: lastDate }
  const reports = kept
    .map((session, index) => reportSession(session, end, over || index < kept.length - 1))
    .toReversed()
  return { sessions: kept.length + reader.forgotten, reports }
}
