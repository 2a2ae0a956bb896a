import { msOfDay } from './log-stamp.ts'

/**
 * How a line is built. `dated`: iTunes on older Macs, with process and thread. `windows`: the same without the process' name. `unified`: the Mac's own log.
 * `modern`: time in brackets. `copy`: 3uTools' copy of the same lines. `phone`: written by the phone. `levels`: idevicerestore's log
 * file. `bare`: no stamp.
 */
export type LineShape = 'dated' | 'windows' | 'unified' | 'modern' | 'copy' | 'phone' | 'levels' | 'bare'

/** One line, taken apart. `date` is `YYYY-MM-DD`; `process` and `level` are null where the line has none. */
export type LogLine = {
  readonly shape: LineShape
  readonly date: string | null
  readonly msOfDay: number | null
  readonly process: string | null
  /** `Error` of `<Error>`, in idevicerestore's log file. */
  readonly level: string | null
  readonly text: string
}

const DATED = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(?:[+-]\d{4})? +(.*)$/su
const THREAD = /^(?:([A-Za-z][^[\]]{0,60}?) ?)?\[[0-9a-fA-F]+(?::[0-9a-fA-F]+)?\]:? ?(.*)$/su
const UNIFIED =
  /^0x[0-9a-f]+ +[A-Za-z]+ +0x[0-9a-f]+ +\d+ +\d+ +([A-Za-z][^:[\]]{0,60}): (?:\([^()]*\) )?(?:\[[^\]]*\] )?(.*)$/su
const MODERN = /^\[(\d\d:\d\d:\d\d)\.(\d{3,6})(-GMT)?\](?:\{\d+>\d+\})? ?(.*)$/su
const LEVELS = /^(\d\d:\d\d:\d\d)\.(\d{3}) +<(Error|Warning|Notice|Info|Verbose|Debug)> (.*)$/su
const COPY = /^(\d\d:\d\d:\d\d)\.(\d{3,4}): ?(.*)$/su
/** Names of programs in front of a message; other words before a colon belong to it. */
const SPEAKER =
  /^(iTunes|iTunesHelper|Finder|AMPDevicesAgent|MobileDeviceUpdater|AppleDevices|Apple Devices|Apple Configurator(?: 2)?|cfgutil): (.*)$/su
/** 3uTools breaks long lines and indents what follows by exactly this. */
const WRAPPED = /^ {21}(?=\S)/u

const part = (match: RegExpMatchArray, index: number) => match[index] ?? ''

function spoken(line: Omit<LogLine, 'process'>, process: string | null): LogLine {
  const speaker = SPEAKER.exec(line.text)
  return speaker === null ? { ...line, process } : { ...line, process: part(speaker, 1), text: part(speaker, 2) }
}

function dated(match: RegExpMatchArray): LogLine {
  const stamp = { date: part(match, 1), msOfDay: msOfDay(part(match, 2), part(match, 3)), level: null }
  const rest = part(match, 4)
  const unified = UNIFIED.exec(rest)
  if (unified !== null) return spoken({ ...stamp, shape: 'unified', text: part(unified, 2) }, part(unified, 1))
  const thread = THREAD.exec(rest)
  if (thread === null) return spoken({ ...stamp, shape: 'dated', text: rest }, null)
  const shape = thread[1] === undefined ? 'windows' : 'dated'
  return spoken({ ...stamp, shape, text: part(thread, 2) }, thread[1] ?? null)
}

/** Takes one line without its line break; gives its parts. Any text gives an answer; `bare` is the last resort. */
export function readLogLine(line: string): LogLine {
  const bare: LogLine = { shape: 'bare', date: null, msOfDay: null, process: null, level: null, text: line }
  const first = line.charCodeAt(0)
  if (first === 0x5b) {
    const modern = MODERN.exec(line)
    if (modern === null) return bare
    const shape = modern[3] === undefined ? 'modern' : 'phone'
    // the phone's clock is another one, and often wrong
    const ms = shape === 'phone' ? null : msOfDay(part(modern, 1), part(modern, 2))
    return spoken({ ...bare, shape, msOfDay: ms, text: part(modern, 4) }, null)
  }
  if (first < 0x30 || first > 0x39) return spoken(bare, null)
  const levels = LEVELS.exec(line)
  if (levels !== null)
    return {
      ...bare,
      shape: 'levels',
      msOfDay: msOfDay(part(levels, 1), part(levels, 2)),
      level: part(levels, 3),
      text: part(levels, 4),
    }
  const copy = COPY.exec(line)
  if (copy !== null)
    return spoken({ ...bare, shape: 'copy', msOfDay: msOfDay(part(copy, 1), part(copy, 2)), text: part(copy, 3) }, null)
  const withDate = DATED.exec(line)
  return withDate === null ? bare : dated(withDate)
}

/** The rest of a line that 3uTools broke, without its indent; null when this line is none. */
export function wrappedRest(line: string): string | null {
  return WRAPPED.test(line) ? line.slice(21) : null
}
