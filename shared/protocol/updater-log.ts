import { operationByNumber, type LogPhaseId } from '../knowledge/log-patterns-operations.ts'
import type { Mode } from '../knowledge/vocabulary.ts'
import type { LogLine } from './log-line.ts'
import {
  addBounded,
  endPhases,
  enterPhase,
  hintTool,
  inRestoreSystem,
  LOG_BOUNDS,
  type LogSession,
  noteMode,
} from './log-session.ts'
import type { Moment } from './log-stamp.ts'
import { noteDevice, noteFirmwareFile, notePersonalised } from './updater-log-device.ts'
import { readFailure } from './updater-log-failure.ts'

type Reading = { readonly session: LogSession; readonly line: number; readonly at: Moment | null }
type Rule = readonly [shape: RegExp, read: (reading: Reading, match: RegExpMatchArray, text: string) => void]

const MODE_WORDS = new Map<string, Mode>(
  Object.entries({
    muxed: 'normal',
    bootedos: 'normal',
    recovery: 'recovery',
    dfu: 'dfu',
    restore: 'restore',
    restoreos: 'restore',
  }),
)
const PHASE_OF_MODE: Partial<Readonly<Record<Mode, LogPhaseId>>> = {
  normal: 'normal',
  recovery: 'recovery',
  dfu: 'dfu',
  restore: 'restore',
}
/** What a finished part of the state machine is followed by. */
const AFTER_PHASE = new Map<string, LogPhaseId>(
  Object.entries({
    bootedos: 'enter-recovery',
    recovery: 'boot-restore',
    dfu: 'boot-restore',
    restoreos: 'boot',
  }),
)

const modeOf = (word: string | undefined) => MODE_WORDS.get((word ?? '').toLowerCase()) ?? null

/** The phone reports a step of its restore; `progress` -1 says that it has no per cent. */
export function noteOperation(reading: Reading, device: string, reported: number, progress: number): void {
  const { session, line, at } = reading
  session.recognised = true
  const mode = modeOf(device)
  if (mode !== null) session.mode = mode
  if (mode === 'recovery' || mode === 'dfu') enterPhase(session, mode, line, at)
  else {
    const row = operationByNumber(reported, session.protocol)
    const last = session.phases.at(-1)
    if (row?.phase) enterPhase(session, row.phase, line, at)
    else if (last === undefined || !inRestoreSystem(last.id)) enterPhase(session, 'restore', line, at)
    session.operation = { reported, row, line }
  }
  if (progress >= 0 && progress <= 100) session.percent = progress
}

function changeState({ session, line, at }: Reading, match: RegExpMatchArray): void {
  const to = match[1]
  if (to === 'Restoring') {
    const phase = session.mode === null ? undefined : PHASE_OF_MODE[session.mode]
    const last = session.phases.at(-1)
    if (phase === 'restore' && last !== undefined && inRestoreSystem(last.id)) return
    enterPhase(session, phase ?? 'normal', line, at)
  } else if (to === 'Disappeared') addBounded(session.disconnects, line, LOG_BOUNDS.disconnects)
}

const RULES: readonly Rule[] = [
  [
    /<(Recovery|DFU|Restore)(?: Mode)? Device [^>]*>: operation (\d+) progress (-?\d+)/u,
    (reading, match) => noteOperation(reading, match[1] ?? '', Number(match[2]), Number(match[3])),
  ],
  [/^restore library built /u, ({ session }) => void (session.opened = true)],
  [
    /Software payload version: ?([0-9A-Za-z.]+)/u,
    ({ session, line, at }, match) => {
      session.firmware = { ...session.firmware, build: match[1] ?? null }
      if (session.phases.length === 0) enterPhase(session, 'prepare', line, at)
    },
  ],
  [
    /requested restore behavior: ?(Update|Erase)/iu,
    ({ session }, match) => {
      session.behaviour = match[1]?.toLowerCase() === 'erase' ? 'erase' : 'update'
    },
  ],
  [
    /personalize=YES/u,
    ({ session, line, at }, _match, text) => {
      notePersonalised(session, text)
      const last = session.phases.at(-1)
      if (last === undefined || !inRestoreSystem(last.id)) enterPhase(session, 'sign', line, at)
    },
  ],
  [
    /(Muxed|Recovery|DFU|Restore) mode device connected(?: with ECID: ?(0x[0-9a-f]+))?/iu,
    ({ session, line, at }, match) => {
      const mode = modeOf(match[1])
      if (mode !== null) noteMode(session, mode, true, line, at)
      if (match[2] !== undefined) noteDevice(session, { ecid: match[2] })
    },
  ],
  [
    /(Muxed|Recovery|DFU|Restore) mode device disconnected/iu,
    ({ session, line, at }, match) => {
      const mode = modeOf(match[1])
      if (mode !== null) noteMode(session, mode, false, line, at)
    },
  ],
  [/\bECID=(0x[0-9a-f]+)/u, ({ session }, match) => noteDevice(session, { ecid: match[1] })],
  [
    /State Machine Dump.*?\[state:([A-Za-z]+)[^\]]*\(current state\)/su,
    ({ session }, match) => {
      session.mode = modeOf(match[1]) ?? session.mode
    },
  ],
  [/Changing state from '[^']*' to '([A-Za-z]+)'/u, changeState],
  [
    /Finished ([A-Za-z]+) Restore Phase: ?(\w+)/u,
    ({ session, line, at }, match) => {
      const next = AFTER_PHASE.get((match[1] ?? '').toLowerCase())
      if (next !== undefined && match[2] === 'Successful') enterPhase(session, next, line, at)
    },
  ],
  [
    /restore-step-user-progress = (-?\d{1,3})\b/u,
    ({ session }, match) => {
      const percent = Number(match[1])
      if (percent >= 0 && percent <= 100) session.userPercent = percent
    },
  ],
  [
    /(?:Started|Completed) checkpoint id: 0x[0-9A-F]+ \(/iu,
    ({ session, line, at }) => {
      const last = session.phases.at(-1)
      if (last === undefined || !inRestoreSystem(last.id)) enterPhase(session, 'restore', line, at)
    },
  ],
  [/connected to service ([a-z.]+)/u, ({ session }, match) => void (session.service = match[1] ?? null)],
  [
    /using protocol version (\d+)/u,
    ({ session }, match) => {
      // 0 is what the other services say
      const version = Number(match[1])
      if (session.service === 'com.apple.mobile.restored' && version > 0) session.protocol = version
    },
  ],
  [/^client protocol version (\d+)/u, ({ session }, match) => void (session.protocol = Number(match[1]))],
  [
    /Device (?:disconnected during|never disconnected during|disappeared during)|Timer fired to timeout/u,
    ({ session, line }) => addBounded(session.disconnects, line, LOG_BOUNDS.disconnects),
  ],
  [
    /Restore succeeded|device returned success|\bSuccessfully restored\b/u,
    ({ session, line, at }) => {
      session.succeededLine = line
      endPhases(session, at)
    },
  ],
  [/^Elapsed time \(in seconds\): \d/u, () => {}],
  [/_Restore/u, ({ session }, _match, text) => void noteFirmwareFile(session, text)],
]

/** Programs by their names in a line; the more particular beat the more general. */
const TOOL_HINTS: readonly (readonly [shape: RegExp, tool: NonNullable<LogSession['tool']>, rank: number])[] = [
  [/3uTools|Run the flash program of iTunes|Firmware is unpacking/u, '3utools', 6],
  [/Apple Configurator|^Configurator|com\.apple\.configurator|cfgutil/u, 'configurator', 5],
  [
    /AppleInc\.AppleDevices|AppleDevices\.exe|AMPDevicesAgent\.exe|AppleMobileDeviceProcess|Apple Devices|^AppleDevices$/u,
    'apple-devices',
    4,
  ],
  [/^iTunes(?:\.exe|Helper)?$|iTunesVersion/u, 'itunes', 3],
  [/^(?:AMPDevicesAgent|Finder|MobileDeviceUpdater)$/u, 'finder', 2],
]

function hintTools(session: LogSession, line: LogLine): void {
  if (line.shape === 'copy') hintTool(session, '3utools', 6)
  for (const [shape, tool, rank] of TOOL_HINTS)
    if (rank > session.toolRank && ((line.process !== null && shape.test(line.process)) || shape.test(line.text)))
      hintTool(session, tool, rank)
  // the agent is Finder's on a Mac and Apple Devices' on Windows
  const windows = line.shape === 'windows' || /platform=windows|(?:^|[\s"'(])[A-Z]:\\/u.test(line.text)
  if (session.tool === 'finder' && windows) hintTool(session, 'apple-devices', 4)
  // in this shape: Finder on a Mac, as Configurator writes to the Mac's own log; Apple Devices on Windows, as iTunes dates its lines
  if (line.shape === 'modern' && (windows || /platform=mac|\s\/Users\//u.test(line.text)))
    hintTool(session, windows ? 'apple-devices' : 'finder', 1)
  // only iTunes for Windows writes dated lines with a thread and no name
  if (line.shape === 'windows') hintTool(session, 'itunes', 1)
}

/**
 * Reads one line of the log of Finder, iTunes, Apple Devices, Configurator or of 3uTools' copy into the run. Gives whether
 * it said anything about a restore.
 */
export function readUpdaterLine(session: LogSession, line: LogLine, number: number, at: Moment | null): boolean {
  const reading = { session, line: number, at }
  let understood = readFailure(session, line.text, number, at)
  for (const [shape, read] of RULES) {
    const match = shape.exec(line.text)
    if (match === null) continue
    read(reading, match, line.text)
    understood = true
  }
  if (understood || line.shape !== 'bare') hintTools(session, line)
  return understood
}
