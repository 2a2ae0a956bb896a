import type { LogPhaseId } from '../knowledge/log-patterns-operations.ts'
import { enterPhase, inRestoreSystem, type LogSession } from './log-session.ts'
import type { Moment } from './log-stamp.ts'

/** The steps of `--plain-progress` by their numbers; the first two say too little to open a part. */
const STEP_PHASES: readonly (LogPhaseId | null)[] = [
  null,
  null,
  'send-image',
  'verify-image',
  'firmware',
  'baseband',
  'firmware',
  null,
]

const PLAIN = /^progress: (\d{1,2}) (\d{1,3}(?:\.\d+)?)$/u
const LABELLED = /^(Uploading|Verifying|Extracting|Downloading): +(\d{1,3}\.\d+)$/u
const BAR = /\[[= ]{10,60}\] *(\d{1,3}(?:\.\d+)?) ?%/gu

/** Per cent, where current releases print the share (0 to 1) and others the per cent itself: told apart by size. */
function percentOf(text: string): number {
  const value = Number(text)
  return Math.min(100, value <= 1 ? value * 100 : value)
}

const rounded = (percent: number) => Math.round(percent * 10) / 10

/**
 * Reads idevicerestore's progress in its three shapes: `progress: 2 0.430000`, `Uploading:   0.4`, and the redrawn bar, of
 * which the last state counts. Gives whether the line was one.
 */
export function readProgress(session: LogSession, text: string, line: number, at: Moment | null): boolean {
  const plain = PLAIN.exec(text)
  if (plain !== null) {
    const step = STEP_PHASES[Number(plain[1])] ?? null
    const last = session.phases.at(-1)
    if (step !== null && (last === undefined || inRestoreSystem(last.id))) enterPhase(session, step, line, at)
    session.percent = rounded(percentOf(plain[2] ?? '0'))
    return true
  }
  if (text.includes('%')) {
    const last = [...text.matchAll(BAR)].at(-1)
    if (last === undefined) return false
    session.percent = rounded(Math.min(100, Number(last[1])))
    return true
  }
  const labelled = LABELLED.exec(text)
  if (labelled === null) return false
  session.percent = rounded(percentOf(labelled[2] ?? '0'))
  return true
}
