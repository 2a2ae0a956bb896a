import {
  LOG_PHASES,
  type LogPhaseId,
  type OperationRow,
  PREPARING_PHASES,
} from '../knowledge/log-patterns-operations.ts'
import type { StageRow } from '../knowledge/log-patterns-stages.ts'
import type { Mode } from '../knowledge/vocabulary.ts'
import type { Moment } from './log-stamp.ts'

export const LOG_TOOLS = [
  'finder',
  'itunes',
  'apple-devices',
  'configurator',
  'idevicerestore',
  'futurerestore',
  '3utools',
] as const
export type LogTool = (typeof LOG_TOOLS)[number]

export type LogPhase = {
  readonly id: LogPhaseId
  readonly line: number
  startedAt: Moment | null
  endedAt: Moment | null
}
/** A number that a line states as the outcome. */
export type StatedCode = { readonly code: number; readonly line: number; readonly text: string }
/** One entry of a failure's description: the deeper, the nearer to the cause. */
export type DepthEntry = StatedCode & { readonly depth: number; readonly domain: string | null }

/** What one run of a restore has shown so far. It grows line by line; every list in it is bounded. */
export type LogSession = {
  readonly firstLine: number
  lastLine: number
  /** A line was understood as a restore's. */
  recognised: boolean
  /** The line that begins a run was seen. */
  opened: boolean
  tool: LogTool | null
  toolRank: number
  device: {
    productType: string | null
    board: string | null
    cpid: string | null
    bdid: string | null
    ecid: string | null
  }
  firmware: { version: string | null; build: string | null }
  behaviour: 'update' | 'erase' | null
  protocol: number | null
  /** The service that the last connection was for; its protocol version follows. */
  service: string | null
  mode: Mode | null
  modes: { readonly mode: Mode; readonly present: boolean; readonly at: Moment | null; readonly line: number }[]
  phases: LogPhase[]
  operation: { readonly reported: number; readonly row: OperationRow | null; line: number } | null
  /** Per cent that the person saw; beats those of single operations. */
  userPercent: number | null
  percent: number | null
  status: StatedCode | null
  agentError: StatedCode | null
  phoneStatus: StatedCode | null
  checkpointFailure: StatedCode | null
  depths: DepthEntry[]
  signing: { readonly status: number | null; readonly line: number; readonly text: string } | null
  stages: { readonly row: StageRow; readonly line: number; readonly text: string }[]
  lastError: { readonly line: number; readonly text: string } | null
  /** Lines on which the outcome was stated in words. */
  finishedLine: number | null
  doneLine: number | null
  succeededLine: number | null
  failedLine: number | null
  /** A run that was meant to stop early says so. */
  stoppedOnPurpose: boolean
  disconnects: number[]
  endedAt: Moment | null
  noise: number
  trouble: number
}

/** Bounds of what is remembered of one run, whatever its log is like. */
export const LOG_BOUNDS = {
  phases: 200,
  modes: 200,
  depths: 20,
  stages: 20,
  disconnects: 20,
  textCharacters: 500,
} as const

/** A run of which nothing is known yet, from this line on. */
export function startSession(firstLine: number): LogSession {
  return {
    firstLine,
    lastLine: firstLine,
    recognised: false,
    opened: false,
    tool: null,
    toolRank: 0,
    device: { productType: null, board: null, cpid: null, bdid: null, ecid: null },
    firmware: { version: null, build: null },
    behaviour: null,
    protocol: null,
    service: null,
    mode: null,
    modes: [],
    phases: [],
    operation: null,
    userPercent: null,
    percent: null,
    status: null,
    agentError: null,
    phoneStatus: null,
    checkpointFailure: null,
    depths: [],
    signing: null,
    stages: [],
    lastError: null,
    finishedLine: null,
    doneLine: null,
    succeededLine: null,
    failedLine: null,
    stoppedOnPurpose: false,
    disconnects: [],
    endedAt: null,
    noise: 0,
    trouble: 0,
  }
}

/** Adds to a list that is bounded: what comes later is not kept. */
export function addBounded<Entry>(list: Entry[], entry: Entry, bound: number): void {
  if (list.length < bound) list.push(entry)
}

/** A text as it is kept: without what stands around it, and not longer than useful. */
export const keptText = (text: string) => text.trim().slice(0, LOG_BOUNDS.textCharacters)

/** A stronger hint at the tool beats a weaker one; of equal ones the first counts. */
export function hintTool(session: LogSession, tool: LogTool, rank: number): void {
  if (rank <= session.toolRank) return
  session.tool = tool
  session.toolRank = rank
}

/**
 * The run is now in this part. A part that goes on is one; beyond the bound the last entry of the same part goes on, so that
 * even an endless log has an end.
 */
export function enterPhase(session: LogSession, id: LogPhaseId, line: number, at: Moment | null): void {
  const current = session.phases.at(-1)
  if (current?.id === id) return
  if (current !== undefined) current.endedAt = at
  if (session.phases.length >= LOG_BOUNDS.phases) {
    const earlier = session.phases.findIndex((phase) => phase.id === id)
    const again = session.phases.splice(Math.max(earlier, 0), 1)[0]
    session.phases.push({ id, line: again?.line ?? line, startedAt: at, endedAt: null })
    return
  }
  session.phases.push({ id, line, startedAt: at, endedAt: null })
}

/** The run is over at this moment, well or not. */
export function endPhases(session: LogSession, at: Moment | null): void {
  const current = session.phases.at(-1)
  if (current !== undefined && current.endedAt === null) current.endedAt = at
  session.endedAt = at
}

/** Whether something was done to the phone. */
export function phasesBegan(session: LogSession): boolean {
  return session.phases.some(({ id }) => !PREPARING_PHASES.includes(id))
}

/** Whether the run stated its outcome, so that a further one may begin. */
export function hasEnded(session: LogSession): boolean {
  const { status, agentError, doneLine, failedLine, succeededLine, stoppedOnPurpose } = session
  return (
    status !== null ||
    agentError !== null ||
    doneLine !== null ||
    failedLine !== null ||
    succeededLine !== null ||
    stoppedOnPurpose
  )
}

/** A mode that was seen to come or to go. */
export function noteMode(session: LogSession, mode: Mode, present: boolean, line: number, at: Moment | null): void {
  if (present) session.mode = mode
  addBounded(session.modes, { mode, present, at, line }, LOG_BOUNDS.modes)
}

const ORDER = new Map(LOG_PHASES.map((id, index) => [id, index]))
/** Whether a part happens in the restore system. */
export const inRestoreSystem = (id: LogPhaseId) => (ORDER.get(id) ?? 0) >= (ORDER.get('restore') ?? 0)
