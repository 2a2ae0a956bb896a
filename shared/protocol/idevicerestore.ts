import { operationByName, operationByNumber, type LogPhaseId } from '../knowledge/log-patterns-operations.ts'
import { STAGES_OF_FAILURE, STATUS_WORDS } from '../knowledge/log-patterns-stages.ts'
import type { Mode } from '../knowledge/vocabulary.ts'
import { readProgress } from './idevicerestore-progress.ts'
import type { LogLine } from './log-line.ts'
import {
  addBounded,
  endPhases,
  enterPhase,
  hintTool,
  keptText,
  LOG_BOUNDS,
  type LogSession,
  noteMode,
} from './log-session.ts'
import type { Moment } from './log-stamp.ts'
import { noteDevice } from './updater-log-device.ts'

type Reading = { readonly session: LogSession; readonly line: number; readonly at: Moment | null }
type Rule = readonly [shape: RegExp, read: (reading: Reading, match: RegExpMatchArray, text: string) => void]

const MODE_WORDS = new Map<string, Mode>(
  Object.entries({
    normal: 'normal',
    recovery: 'recovery',
    dfu: 'dfu',
    restore: 'restore',
    wtf: 'wtf',
    'port dfu': 'port-dfu',
  }),
)

const phase =
  (id: LogPhaseId) =>
  ({ session, line, at }: Reading): void =>
    enterPhase(session, id, line, at)

const hex = (decimal: string | undefined) => (decimal === undefined ? undefined : Number(decimal).toString(16))

function status({ session, line, at }: Reading, code: number, text: string): void {
  if (code === 0) session.finishedLine = line
  session.phoneStatus = { code, line, text: keptText(text) }
  if (code !== 0) endPhases(session, at)
}

/** An operation by the name it is printed with; its number alone is never an error. */
function operation(reading: Reading, name: string, reported: number): boolean {
  const { session, line, at } = reading
  const row =
    operationByName(name) ?? (/^Unknown operation$/u.test(name) ? operationByNumber(reported, session.protocol) : null)
  if (row === null && name !== 'Unknown operation') return false
  session.operation = { reported, row, line }
  if (row?.phase) enterPhase(session, row.phase, line, at)
  return true
}

const RULES: readonly Rule[] = [
  [
    /^idevicerestore \d/u,
    ({ session }) => {
      session.opened = true
      hintTool(session, 'idevicerestore', 6)
    },
  ],
  [
    /^Found device in ([A-Za-z ]+) mode\b/u,
    (reading, match) => {
      const mode = MODE_WORDS.get((match[1] ?? '').toLowerCase())
      if (mode !== undefined) noteMode(reading.session, mode, true, reading.line, reading.at)
      if (reading.session.phases.length === 0) phase('detect')(reading)
    },
  ],
  [
    /^Identified device as ([a-z0-9]+), ([A-Za-z]+\d+,\d+)/iu,
    ({ session }, match) => noteDevice(session, { board: match[1], productType: match[2] }),
  ],
  [/^(?:Found )?ECID:? (\d{1,20})$/u, ({ session }, match) => noteDevice(session, { ecid: match[1] })],
  [
    /^(?:IPSW )?Product Version: (\S+)/u,
    ({ session }, match) => {
      session.firmware = { ...session.firmware, version: match[1] ?? null }
    },
  ],
  [
    /^(?:IPSW )?Product Build: ([0-9A-Za-z]+)/u,
    ({ session }, match) => {
      session.firmware = { ...session.firmware, build: match[1] ?? null }
    },
  ],
  [/^ChipID: (\d{1,6})$/u, ({ session }, match) => noteDevice(session, { chip: hex(match[1]) })],
  [/^BoardID: (\d{1,3})$/u, ({ session }, match) => noteDevice(session, { boardId: hex(match[1]) })],
  [/^UniqueChipID: (\d{1,20})$/u, ({ session }, match) => noteDevice(session, { ecid: match[1] })],
  [
    /^Variant: .*\b(Erase|Upgrade|Update)\b/u,
    ({ session }, match) => {
      session.behaviour = match[1] === 'Erase' ? 'erase' : 'update'
    },
  ],
  [
    /^(?:Extracting BuildManifest|Checking IPSW for required|Extracting filesystem from|Using cached filesystem)/u,
    (reading) => {
      const last = reading.session.phases.at(-1)
      if (last === undefined || last.id === 'detect') phase('prepare')(reading)
    },
  ],
  [/^Trying to fetch new SHSH/u, phase('sign')],
  [/^SHSH saved to /u, ({ session }) => void (session.stoppedOnPurpose = true)],
  [/^Entering recovery mode/u, phase('enter-recovery')],
  [/^Sending iBSS\b/u, phase('dfu')],
  [/^Sending (?:iBEC|RestoreRamDisk)\b/u, phase('recovery')],
  [/^(?:Sending RestoreKernelCache|Waiting for device to enter restore mode)/u, phase('boot-restore')],
  [/^(?:About to restore device|Device \S+ has successfully entered restore mode)/u, phase('restore')],
  [/^Device is now in restore mode\. Exiting as requested/u, ({ session }) => void (session.stoppedOnPurpose = true)],
  [
    /^Connected to com\.apple\.mobile\.restored, version (\d+)/u,
    ({ session }, match) => void (session.protocol = Number(match[1])),
  ],
  [/^About to send filesystem|^Sending filesystem now/u, phase('send-image')],
  [
    /\bconnected in ([A-Za-z ]+?) mode\b/u,
    ({ session, line, at }, match) => {
      const mode = MODE_WORDS.get((match[1] ?? '').toLowerCase())
      if (mode !== undefined) noteMode(session, mode, true, line, at)
    },
  ],
  [/^Got status message/u, () => {}],
  [
    /^Unhandled status message \((\d{1,20})\)/u,
    (reading, match, text) => {
      const value = BigInt(match[1] ?? '0')
      status(reading, Number(BigInt.asIntN(value >= 1n << 32n ? 64 : 32, value)), text)
    },
  ],
  [/^(.{3,60}) \((\d{1,3})\)$/u, (reading, match) => void operation(reading, match[1] ?? '', Number(match[2]))],
  [/^Attempting to continue after critical error/u, () => {}],
  [
    /^DONE$/u,
    ({ session, line, at }) => {
      session.doneLine = line
      endPhases(session, at)
    },
  ],
  [
    /^RESTORE FAILED/u,
    ({ session, line, at }) => {
      session.failedLine = line
      endPhases(session, at)
    },
  ],
  [
    /^Done: restoring succeeded/u,
    ({ session, line, at }) => {
      session.succeededLine = line
      endPhases(session, at)
    },
  ],
  [
    /^Done: restoring failed/u,
    ({ session, line, at }) => {
      session.failedLine = line
      endPhases(session, at)
    },
  ],
]

const SIGNING = /\b(?:TSS|tss).{0,60}?\bstatus[=:] ?(\d+)|^.{0,60}\bSTATUS=(\d+)&MESSAGE=/u
const FUTURERESTORE = /^futurerestore\b|^\[exception\]:|^what=|^Done: restoring|^\[TSSC\]|Odysseus support/iu

function statusWords(reading: Reading, text: string): boolean {
  const words = /^Status: (.+)$/u.exec(text)?.[1]
  if (words === undefined) return false
  const row = STATUS_WORDS.find((each) => words.toLowerCase().startsWith(each.words.toLowerCase()))
  if (row === undefined) return false
  status(reading, row.code, text)
  return true
}

/** A message of failure: which stage it gives up at, else the words alone. */
function failure({ session, line }: Reading, text: string): boolean {
  const signed = SIGNING.exec(text)
  const number = signed?.[1] ?? signed?.[2]
  if (number !== undefined && Number(number) !== 0)
    session.signing = { status: Number(number), line, text: keptText(text) }
  const row = STAGES_OF_FAILURE.find(({ fragment }) => text.includes(fragment))
  if (row === undefined) return number !== undefined
  addBounded(session.stages, { row, line, text: keptText(text) }, LOG_BOUNDS.stages)
  return true
}

/** The words of a line without what marks it as an error; null when nothing does. */
function errorWords(line: LogLine): string | null {
  if (line.shape === 'levels') return line.level === 'Error' ? line.text.replace(/^ERROR: /u, '') : null
  return /^(?:\[Error\] )?ERROR: (.+)$/su.exec(line.text)?.[1] ?? /^\[Error\] (.+)$/su.exec(line.text)?.[1] ?? null
}

/**
 * Reads one line of idevicerestore's output or log file (before and since 2025), or of futurerestore, into the run. Gives
 * whether it said anything about a restore.
 */
export function readIdevicerestoreLine(session: LogSession, line: LogLine, number: number, at: Moment | null): boolean {
  const reading = { session, line: number, at }
  const text = line.text.trimEnd()
  let understood = statusWords(reading, text) || readProgress(session, text, number, at)
  const words = errorWords(line)
  if (words !== null) {
    understood = failure(reading, words) || line.shape === 'levels' || understood
    session.lastError = { line: number, text: keptText(words) }
  } else if (/^Device is locked\b|^(?:\S+ )?STATUS=\d+&MESSAGE=/u.test(text))
    understood = failure(reading, text) || understood
  for (const [shape, read] of RULES) {
    const match = shape.exec(text)
    if (match === null) continue
    read(reading, match, text)
    understood = true
  }
  if (FUTURERESTORE.test(text)) {
    hintTool(session, 'futurerestore', 7)
    understood = true
  } else if (understood) hintTool(session, 'idevicerestore', 1)
  return understood
}
