import { layerOf } from '../knowledge/errors.ts'
import type { Layer } from '../knowledge/errors-row.ts'
import type { LogPhaseId } from '../knowledge/log-patterns-operations.ts'
import type { Mode } from '../knowledge/vocabulary.ts'
import { type LogCause, logCauses } from './log-causes.ts'
import { type DepthEntry, type LogSession, type LogTool, phasesBegan } from './log-session.ts'
import { type Moment, momentText } from './log-stamp.ts'

/** The real error of a run. `code` is null where the tool has no number for it, `domain` where nothing tells it. */
export type LogError = { readonly code: number | null; readonly domain: string | null; readonly text: string }

/** One run of a restore, as it is told. Times are local ones of the computer that wrote the log. */
export type LogReport = {
  readonly tool: LogTool | null
  readonly device: {
    readonly productType: string | null
    readonly cpid: string | null
    readonly bdid: string | null
    readonly ecid: string | null
  } | null
  readonly firmware: { readonly version: string | null; readonly build: string | null } | null
  readonly behaviour: 'update' | 'erase' | null
  readonly phases: readonly {
    readonly id: LogPhaseId
    readonly startedAt: string | null
    readonly endedAt: string | null
  }[]
  readonly lastPhase: LogPhaseId | null
  /** The last per cent that the log shows: the one that the person saw, where it is told, else of a single step. */
  readonly percent: number | null
  readonly error: LogError | null
  readonly causes: readonly LogCause[]
  /** Lines that look like trouble and are harmless. */
  readonly noise: number
  readonly success: boolean | null
  readonly modes: readonly {
    readonly mode: Mode
    readonly present: boolean
    readonly at: string | null
    readonly line: number
  }[]
  readonly firstLine: number
  readonly lastLine: number
}

/** Domains as Apple's logs name them, for numbers that stand alone. */
const DOMAIN_OF_LAYER: Partial<Readonly<Record<Layer, string>>> = {
  phone: 'AMRestoreErrorDomain',
  baseband: 'AMRestoreErrorDomain',
  'host-usb': 'AMRestoreErrorDomain',
  personalisation: 'AMAuthInstall',
  'signing-server': 'TSS',
  'state-machine': 'com.apple.MobileDevice.MobileRestore',
  'device-link': 'com.apple.dt.MobileDeviceErrorDomain',
}
/** The signing server's status as a restore error: 94 is 3194. */
const SIGNING_BASE = 3100

type Decided = LogError & { readonly lines: readonly number[] }

const domainOf = (code: number) => {
  const layer = layerOf(String(code))
  return layer === null ? null : (DOMAIN_OF_LAYER[layer] ?? null)
}

const deepestOf = (entries: readonly DepthEntry[]): DepthEntry | null =>
  entries.reduce<DepthEntry | null>((best, entry) => (best === null || entry.depth > best.depth ? entry : best), null)

/** The status line decides which number it is; the deepest entry explains it. */
function byStatus(session: LogSession): Decided | null {
  const stated = [session.status, session.agentError, session.phoneStatus].find(
    (each) => each !== null && each.code !== 0,
  )
  if (!stated) return null
  const deepest = deepestOf(session.depths)
  const { signing } = session
  const refused = signing?.status !== null && signing?.status === stated.code - SIGNING_BASE ? signing : null
  const explained = deepest !== null && deepest.text !== '' ? deepest.text : refused?.text
  const own = session.depths.find(({ code, domain }) => code === stated.code && domain !== null)?.domain
  return {
    code: stated.code,
    domain: own ?? domainOf(stated.code),
    text: explained ?? stated.text,
    lines: [stated, deepest, refused].flatMap((each) => (each === null ? [] : [each.line])),
  }
}

function byDescription(session: LogSession): Decided | null {
  const deepest = deepestOf(session.depths)
  const outermost = session.depths.find(({ depth }) => depth === 0) ?? deepest
  if (deepest !== null && outermost !== null)
    return {
      code: outermost.code,
      domain: outermost.domain ?? domainOf(outermost.code),
      text: deepest.text === '' ? outermost.text : deepest.text,
      lines: [outermost.line, deepest.line],
    }
  const failed = session.checkpointFailure
  if (failed === null) return null
  return { code: failed.code, domain: domainOf(failed.code), text: failed.text, lines: [failed.line] }
}

function bySigning({ signing }: LogSession): Decided | null {
  if (signing === null) return null
  const code = signing.status === null ? null : SIGNING_BASE + signing.status
  return { code, domain: 'TSS', text: signing.text, lines: [signing.line] }
}

/** idevicerestore's own words: the stage at which it gave up, before the lines that only sum up. */
function byStage(session: LogSession): Decided | null {
  const numbered = session.stages.find(({ row }) => row.code !== null)
  const reason = numbered ?? session.stages.find(({ row }) => !row.summary) ?? session.stages[0]
  if (reason !== undefined)
    return { code: reason.row.code, domain: 'idevicerestore', text: reason.text, lines: [reason.line] }
  const last = session.lastError
  return last === null ? null : { code: null, domain: 'idevicerestore', text: last.text, lines: [last.line] }
}

/** Whether the log proves that it went well. A last line alone proves nothing: idevicerestore must say both. */
function proven(session: LogSession): boolean {
  if (session.status !== null) return session.status.code === 0
  if (session.agentError !== null || session.failedLine !== null) return false
  return session.succeededLine !== null || (session.finishedLine !== null && session.doneLine !== null)
}

function decide(session: LogSession, over: boolean): { success: boolean | null; error: Decided | null } {
  if (proven(session)) return { success: true, error: null }
  const phone = byStatus(session) ?? byDescription(session)
  // a run that goes on may still get over what an earlier line complained about
  const ended =
    session.status !== null || session.agentError !== null || session.failedLine !== null || session.doneLine !== null
  const error = phone ?? (over || ended ? (bySigning(session) ?? byStage(session)) : null)
  if (error !== null && (phone !== null || session.doneLine === null)) return { success: false, error }
  if (session.failedLine !== null) return { success: false, error: null }
  const cutOff = over && session.doneLine === null && !session.stoppedOnPurpose && phasesBegan(session)
  return { success: cutOff ? false : null, error: null }
}

/**
 * Whether anything in this run is a restore's. A word such as "DONE", the name of a firmware file, an ECID, a server that is
 * not reachable, and a program that only tells its version are none.
 */
export function isRestore(session: LogSession): boolean {
  return (
    (session.opened && session.tool !== 'idevicerestore') ||
    session.phases.length > 0 ||
    session.modes.length > 0 ||
    session.behaviour !== null ||
    session.device.productType !== null ||
    session.depths.length > 0 ||
    session.stages.length > 0 ||
    (session.signing !== null && session.signing.status !== null) ||
    [session.status, session.agentError, session.phoneStatus, session.checkpointFailure].some((each) => each !== null)
  )
}

const withoutNulls = <Facts extends Record<string, unknown>>(facts: Facts): Facts | null =>
  Object.values(facts).every((value) => value === null) ? null : facts

/**
 * Tells one run. `end` is the day of the log's last stamp and its date, for stamps without one (null: not known). `over`: the
 * log is complete, so that a run without an end was cut off.
 */
export function reportSession(
  session: LogSession,
  end: { day: number; date: string } | null,
  over: boolean,
): LogReport {
  const { success, error } = decide(session, over)
  const written = (moment: Moment | null) => (moment === null ? null : momentText(moment, end))
  const { productType, cpid, bdid, ecid } = session.device
  return {
    tool: session.tool,
    device: withoutNulls({ productType, cpid, bdid, ecid }),
    firmware: withoutNulls({ ...session.firmware }),
    behaviour: session.behaviour,
    phases: session.phases.map(({ id, startedAt, endedAt }) => ({
      id,
      startedAt: written(startedAt),
      endedAt: written(endedAt),
    })),
    lastPhase: session.phases.at(-1)?.id ?? null,
    percent: session.userPercent ?? session.percent,
    error: error === null ? null : { code: error.code, domain: error.domain, text: error.text },
    causes: success === false ? logCauses(session, error) : [],
    // on a run that went well every complaint was harmless
    noise: session.noise + (success === true ? session.trouble : 0),
    success,
    modes: session.modes.map(({ mode, present, at, line }) => ({ mode, present, at: written(at), line })),
    firstLine: session.firstLine,
    lastLine: session.lastLine,
  }
}
