import { z } from 'zod'
import { CAUSES } from '../knowledge/errors-causes.ts'
import { LOG_PHASES } from '../knowledge/log-patterns-operations.ts'
import { LIKELIHOODS } from '../knowledge/vocabulary.ts'
import type { LogTold } from '../protocol/log-reader.ts'
import type { LogReport } from '../protocol/log-report.ts'
import { LOG_TOOLS } from '../protocol/log-session.ts'
import { momentMs } from '../protocol/log-stamp.ts'

const MOST_PHASES = 60
const MOST_CAUSES = 20
const MOST_EARLIER = 10
const LONGEST_TEXT = 500
const LONGEST_NAME = 260

const When = z.string().max(40).nullable()
const Word = z.string().max(80).nullable()

/** An earlier run in the same log. */
const EarlierRun = z.object({ startedAt: When, success: z.boolean().nullable(), code: z.number().int().nullable() })

/** What the log of a restore tells of its last run, as much of it as a case keeps. Times are local ones of the computer that wrote it. */
export const LogSummary = z.object({
  fileName: z.string().max(LONGEST_NAME),
  /** `picked`: a person gave the file. `followed`: found where this computer's restore program writes its logs. */
  source: z.enum(['picked', 'followed']),
  /** When the file was written last. */
  writtenWallMs: z.number(),
  /** How far this computer's clock was ahead of UTC then: the log's own times are local ones. Missing in what was stored before. */
  utcOffsetMs: z.number().int().optional(),
  /** False while it may still grow. */
  over: z.boolean(),
  sessions: z.number().int().min(1),
  /** Where the run begins in the file: with the name it tells this run from others. */
  firstLine: z.number().int(),
  tool: z.enum(LOG_TOOLS).nullable(),
  device: z.object({ productType: Word, cpid: Word, bdid: Word, ecid: Word }).nullable(),
  firmware: z.object({ version: Word, build: Word }).nullable(),
  behaviour: z.enum(['update', 'erase']).nullable(),
  phases: z.array(z.object({ id: z.enum(LOG_PHASES), startedAt: When, endedAt: When })).max(MOST_PHASES),
  lastPhase: z.enum(LOG_PHASES).nullable(),
  percent: z.number().nullable(),
  error: z.object({ code: z.number().int().nullable(), domain: Word, text: z.string().max(LONGEST_TEXT) }).nullable(),
  causes: z
    .array(
      z.object({ id: z.enum(CAUSES), likelihood: z.enum(LIKELIHOODS), evidence: z.array(z.number().int()).max(20) }),
    )
    .max(MOST_CAUSES),
  noise: z.number().int(),
  /** null: the log neither proves success nor states a failure. */
  success: z.boolean().nullable(),
  /** Runs before it in the same log, the newest first. */
  earlier: z.array(EarlierRun).max(MOST_EARLIER),
})
export type LogSummary = z.infer<typeof LogSummary>

const short = (text: string | null, most = 80) => (text === null ? null : text.slice(0, most))

const earlierRun = ({ phases, success, error }: LogReport) => ({
  startedAt: short(phases[0]?.startedAt ?? null, 40),
  success,
  code: error?.code ?? null,
})

/** Where a log came from. */
export type LogPlace = Pick<LogSummary, 'fileName' | 'source' | 'writtenWallMs' | 'utcOffsetMs' | 'over'>

/** What a case keeps of a log that was read; null when nothing in it is a restore's. */
export function summariseLog(told: LogTold, place: LogPlace): LogSummary | null {
  const [last, ...earlier] = told?.reports ?? []
  if (told === null || last === undefined) return null
  const { device, firmware, error } = last
  return {
    ...place,
    fileName: place.fileName.slice(-LONGEST_NAME),
    sessions: told.sessions,
    firstLine: last.firstLine,
    tool: last.tool,
    device: device && {
      productType: short(device.productType),
      cpid: short(device.cpid),
      bdid: short(device.bdid),
      ecid: short(device.ecid),
    },
    firmware: firmware && { version: short(firmware.version), build: short(firmware.build) },
    behaviour: last.behaviour,
    // the end says more than the beginning
    phases: last.phases.slice(-MOST_PHASES).map(({ id, startedAt, endedAt }) => ({
      id,
      startedAt: short(startedAt, 40),
      endedAt: short(endedAt, 40),
    })),
    lastPhase: last.lastPhase,
    percent: last.percent,
    error: error && { code: error.code, domain: short(error.domain), text: error.text.slice(0, LONGEST_TEXT) },
    causes: last.causes
      .slice(0, MOST_CAUSES)
      .map(({ id, likelihood, evidence }) => ({ id, likelihood, evidence: evidence.slice(0, 20) })),
    noise: last.noise,
    success: last.success,
    earlier: earlier.slice(0, MOST_EARLIER).map(earlierRun),
  }
}

/** The code of a run that failed, as the catalogue writes it; null for any other run. */
export const codeOfLog = ({ success, error }: LogSummary): string | null =>
  success === false && error?.code != null ? String(error.code) : null

/** Same file, same run: a later look at it replaces the earlier. */
export const isSameRun = (one: LogSummary, other: LogSummary): boolean =>
  one.fileName === other.fileName && one.firstLine === other.firstLine && one.source === other.source

/** Whether a log says that it is about another phone than this one. A log or a phone without an ECID says nothing. */
export function isOtherPhones(log: LogSummary, phone: { readonly ecid: string | null } | null): boolean {
  const [own, known] = [log.device?.ecid ?? null, phone?.ecid ?? null].map((each) =>
    each?.replace(/^0+/u, '').toUpperCase(),
  )
  return own !== undefined && known !== undefined && own !== known
}

/** One part of a restore on the clock on the wall; `toWallMs` null: the log does not say when it ended. */
export type LogPart = {
  readonly id: LogSummary['phases'][number]['id']
  readonly fromWallMs: number
  readonly toWallMs: number | null
}

/**
 * The parts of the last run in a log, when they were; without a day in the log there are none. `utcOffsetMs` is taken where the
 * summary keeps none of its own. Pure.
 */
export function partsOf({ phases, ...log }: LogSummary, utcOffsetMs: number): LogPart[] {
  const offsetMs = log.utcOffsetMs ?? utcOffsetMs
  return phases.flatMap(({ id, startedAt, endedAt }): LogPart[] => {
    const [fromMs, toMs] = [startedAt, endedAt].map((stamp) => (stamp === null ? null : momentMs(stamp)))
    if (fromMs == null) return []
    return [{ id, fromWallMs: fromMs - offsetMs, toWallMs: toMs == null ? null : toMs - offsetMs }]
  })
}
