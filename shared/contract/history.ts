import { z } from 'zod'
import { AttemptSummary, Case } from '../engine/case.ts'
import { EventBody } from '../engine/events.ts'
import { Verdict } from '../engine/guide-run.ts'
import { Problem } from '../engine/problem.ts'
import { State } from '../engine/state.ts'
import { GUIDES } from '../knowledge/vocabulary.ts'

/** What a workshop writes on a case; null is "nothing written". */
export const CaseLabels = z.object({
  operator: z.string().max(80).nullable(),
  ticket: z.string().max(80).nullable(),
  cableLabel: z.string().max(80).nullable(),
  note: z.string().max(8000).nullable(),
})
export type CaseLabels = z.infer<typeof CaseLabels>

export const NO_LABELS: CaseLabels = { operator: null, ticket: null, cableLabel: null, note: null }

export const CaseRow = z.object({
  id: z.string(),
  practice: z.boolean(),
  openedWallMs: z.number(),
  closedWallMs: z.number().nullable(),
  phoneName: z.string().nullable(),
  productType: z.string().nullable(),
  ecid: z.string().nullable(),
  /** What tells this phone from others: its ECID, else its UDID or serial number. */
  phoneKey: z.string().nullable(),
  complaint: z.string(),
  outcome: z.string().nullable(),
  /** The step that worked last in a case that ended as fixed. */
  fixedBy: z.string().nullable(),
  attempts: z.number().int(),
  lastVerdict: z.string().nullable(),
  operator: z.string().nullable(),
  ticket: z.string().nullable(),
  cableLabel: z.string().nullable(),
  /** Where the phone hung at the newest attempt that knows it. */
  usbPort: z.string().nullable(),
  hubs: z.number().int().nullable(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const JournalEntry = z.object({
  seq: z.number().int(),
  attemptId: z.string().nullable(),
  bootId: z.string(),
  appVersion: z.string(),
  schema: z.number().int(),
  atMs: z.number(),
  wallMs: z.number(),
  event: EventBody,
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** A stored attempt: its summary and the verdict's facts as they were decided then. */
export const AttemptRecord = AttemptSummary.extend({
  caseId: z.string().nullable(),
  facts: Verdict.nullable(),
  usbPort: z.string().nullable().optional(),
  hubs: z.number().int().nullable().optional(),
  cableLabel: z.string().max(80).nullable().optional(),
  /** What was believed right after Start was pressed; with the events after it the attempt can be played again. */
  beginning: State.nullable().optional(),
})
export type AttemptRecord = z.infer<typeof AttemptRecord>

export const CASE_SORTS = [
  ...(['newest', 'oldest', 'phone', 'code', 'fixed-by', 'outcome', 'longest'] as const),
  ...(['operator', 'ticket', 'cable', 'port', 'hubs'] as const),
] as const
export type CaseSort = (typeof CASE_SORTS)[number]

/** Which cases. A filter that is left out lets everything through; `open` is the outcome of a case without one. */
export const CaseFilter = z.object({
  practice: z.boolean(),
  /** Words that must all occur. */
  search: z.string().max(200),
  code: z.string().max(40).optional(),
  productType: z.string().max(40).optional(),
  phoneName: z.string().max(200).optional(),
  /** null: phones that USB never told apart. */
  phoneKey: z.string().max(200).nullable().optional(),
  outcome: z.string().max(40).optional(),
  fixedBy: z.string().max(40).optional(),
  operator: z.string().max(80).optional(),
  cableLabel: z.string().max(80).optional(),
  usbPort: z.string().max(80).optional(),
  hubs: z.number().int().optional(),
  /** Opened at or after, and before; wall time. */
  fromWallMs: z.number().optional(),
  untilWallMs: z.number().optional(),
})
export type CaseFilter = z.infer<typeof CaseFilter>

export const CaseQuery = CaseFilter.extend({
  sort: z.enum(CASE_SORTS).optional(),
  limit: z.number().int().min(1).max(500),
  offset: z.number().int().min(0),
})
export type CaseQuery = z.infer<typeof CaseQuery>

/** All cases of one phone in one line. */
export const PhoneRow = z.object({
  phoneKey: z.string().nullable(),
  phoneName: z.string().nullable(),
  cases: z.number().int(),
  fixed: z.number().int(),
  open: z.number().int(),
  lastWallMs: z.number(),
})
export type PhoneRow = z.infer<typeof PhoneRow>

const Choice = z.object({ value: z.string(), cases: z.number().int() })
export type Choice = z.infer<typeof Choice>

/** `hits` of `of`, with the interval in which the true share lies (95 %, between 0 and 1). */
const SHARE = {
  hits: z.number().int(),
  of: z.number().int(),
  low: z.number(),
  high: z.number(),
}

/** What was tried: all guides together, one guide, or restores in the other program. */
export const INSIGHT_SUBJECTS = ['guides', ...GUIDES, 'restore'] as const

export const MissRow = z.object({
  /** Empty where it is not known. For hours: `0` to `23`. */
  value: z.string(),
  ...SHARE,
  /** Surely higher than the rest: the low end of its interval lies above the share of all others together. */
  standsOut: z.boolean(),
})
export type MissRow = z.infer<typeof MissRow>

export const RepairRow = z.object({ code: z.string(), stepId: z.string(), ...SHARE })
export type RepairRow = z.infer<typeof RepairRow>

export const Insights = z.object({
  cases: z.number().int(),
  misses: z.object({
    port: z.array(MissRow),
    cable: z.array(MissRow),
    hubs: z.array(MissRow),
    model: z.array(MissRow),
    hour: z.array(MissRow),
  }),
  repairs: z.array(RepairRow),
})
export type Insights = z.infer<typeof Insights>
export type MissDimension = keyof Insights['misses']

/** A file made for the person: taken in parts, because a whole history does not fit into one frame. */
export const Document = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  characters: z.number().int(),
})
export type Document = z.infer<typeof Document>

/** In which language a file for people is written (a tag of `shared/texts/languages.ts`), and how dates are. */
const WRITTEN = { language: z.string().max(20), locale: z.string().max(60) }
/** The place's time minus UTC. */
const HERE = { utcOffsetMs: z.number().int() }

/** What can be made. `case` and `forum` can be imported again; `forum` names no phone and no person. */
export const DocumentRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), caseIds: z.array(z.string()).min(1).max(500) }),
  z.object({ kind: z.literal('cases'), filter: CaseFilter }),
  z.object({ kind: z.literal('forum'), caseId: z.string(), names: z.array(z.string().max(120)).max(50) }),
  z.object({ kind: z.literal('report'), caseId: z.string(), identity: z.boolean(), ...HERE, ...WRITTEN }),
  z.object({ kind: z.literal('table'), filter: CaseFilter, sort: z.enum(CASE_SORTS).optional(), ...WRITTEN }),
])
export type DocumentRequest = z.infer<typeof DocumentRequest>

/** The answer of something that may be refused; `T` is what comes with a yes. */
const answer = <T extends z.ZodRawShape>(shape: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), ...shape }),
    z.object({ ok: z.literal(false), problem: Problem }),
  ])

/** What became of one case in an import. */
export const ImportResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    caseId: z.string(),
    result: z.enum(['added', 'continued', 'already-here', 'conflict-kept']),
  }),
  /** `foreign`: not an export of a case. `damaged`: one, but changed on the way. `newer`: of a later version. */
  z.object({
    ok: z.literal(false),
    reason: z.enum(['foreign', 'damaged', 'newer', 'too-long']),
    detail: z.string(),
  }),
])
export type ImportResult = z.infer<typeof ImportResult>

/** A copy of the history beside its file. */
export const Copy = z.object({
  fileName: z.string(),
  kind: z.enum(['backup', 'before-restore', 'before-version', 'damaged']),
  bytes: z.number(),
  wallMs: z.number(),
})
export type Copy = z.infer<typeof Copy>

/** Closed cases older than this many days are erased; null keeps them for ever. */
export const Retention = z.object({
  closedDays: z.number().int().min(1).max(36_500).nullable(),
  practiceDays: z.number().int().min(1).max(36_500).nullable(),
})
export type Retention = z.infer<typeof Retention>

/** What the name of an exported case ends with. Files that end with `.json` are taken in as well. */
export const CASE_ENDING = '.handhold'

/** Characters of one part of a document on its way; well below a frame. */
export const PART_CHARACTERS = 250_000

const Erased = answer({ cases: z.number().int(), copies: z.number().int() })

/** The calls about the history: what each sends, what it gets. */
export const historyCalls = {
  historyList: {
    input: CaseQuery,
    output: z.object({ rows: z.array(CaseRow), total: z.number().int() }),
  },
  historyPhones: {
    input: CaseFilter.extend({ limit: z.number().int().min(1).max(500), offset: z.number().int().min(0) }),
    output: z.object({ rows: z.array(PhoneRow), total: z.number().int() }),
  },
  /** What cases can be filtered by, with how many have it; the most frequent first. */
  historyChoices: {
    input: z.object({ practice: z.boolean() }),
    output: z.record(z.enum(['code', 'phone', 'model', 'operator', 'cable', 'port', 'fixed-by']), z.array(Choice)),
  },
  historyCase: {
    input: z.object({ caseId: z.string() }),
    output: z.object({
      case: Case.nullable(),
      labels: CaseLabels,
      attempts: z.array(AttemptRecord),
      events: z.array(JournalEntry),
      /** Journal lines of this case that could not be read; they are kept as they are. */
      unreadable: z.number().int(),
    }),
  },
  historyLabel: { input: z.object({ caseId: z.string(), labels: CaseLabels.partial() }), output: answer({}) },
  historyLabelAttempt: {
    input: z.object({ attemptId: z.string(), cableLabel: z.string().max(80).nullable() }),
    output: answer({}),
  },
  historyInsights: {
    input: z.object({ practice: z.boolean(), subject: z.enum(INSIGHT_SUBJECTS), ...HERE }),
    output: answer({ insights: Insights }),
  },
  historyDocument: { input: DocumentRequest, output: answer({ document: Document }) },
  /** One part of a document made before; `text` is empty past the end and for one that is not kept any more. */
  historyDocumentPart: {
    input: z.object({ id: z.string(), offset: z.number().int().min(0) }),
    output: z.object({ text: z.string() }),
  },
  /** A file on its way in, part by part under an id made by the caller; with `last` it is taken in. */
  historyImport: {
    input: z.object({ id: z.string().max(80), text: z.string().max(PART_CHARACTERS), last: z.boolean() }),
    output: answer({ results: z.array(ImportResult) }),
  },
  /** Erases these cases with everything that belongs to them. `copies` counts files beside the history that still hold older states. */
  historyErase: { input: z.object({ caseIds: z.array(z.string()).min(1).max(500) }), output: Erased },
  historyEraseAll: {
    /** The word that the person typed; anything but the expected one is refused. */
    input: z.object({ confirmed: z.literal('erase everything'), copiesToo: z.boolean() }),
    output: Erased,
  },
  historyRetention: { input: Retention, output: Erased },
  historyBackUp: { input: z.object({}), output: answer({ fileName: z.string() }) },
  historyRestore: { input: z.object({ fileName: z.string().max(300) }), output: answer({}) },
  historyRemoveCopy: { input: z.object({ fileName: z.string().max(300) }), output: answer({}) },
  historyKeeping: {
    input: z.object({}),
    output: z.object({
      file: z.string(),
      where: z.enum(['file', 'memory']),
      bytes: z.number(),
      copies: z.array(Copy),
      retention: Retention,
      /** How many cases the rule would erase now. */
      due: z.number().int(),
      /** What was erased is still being removed from the file's free space. */
      cleaning: z.boolean(),
    }),
  },
} as const
