import { z } from 'zod'
import { AttemptSummary, Case } from '../engine/case.ts'
import { EventBody, UserEvent } from '../engine/events.ts'
import { Verdict } from '../engine/guide-run.ts'
import { Problem } from '../engine/problem.ts'
import { State } from '../engine/state.ts'
import { BUTTONS, HOST_SYSTEMS } from '../knowledge/vocabulary.ts'

/** The real bus, or the virtual iPhone. Two loops side by side; nothing crosses between them. */
export const World = z.enum(['real', 'practice'])
export type World = z.infer<typeof World>

/** The answer to a call that may be refused: expected failures are values. */
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: Problem }),
])
export type Answer = z.infer<typeof Answer>

/** What practice plays: which phone, how it starts, and how its bus misbehaves. */
export const PracticeSetup = z.object({
  product: z.string().max(40),
  start: z.enum(['normal', 'recovery', 'dfu', 'frozen', 'off']),
  cable: z.enum(['signals', 'cannot-signal']),
  /** null: a fresh one is drawn */
  seed: z.number().int().nullable(),
})
export type PracticeSetup = z.infer<typeof PracticeSetup>

/** What the hands do to the virtual iPhone. `down` is the full set of buttons that are down now. */
export const PracticeAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('buttons'), down: z.array(z.enum(BUTTONS)).max(7) }),
  z.object({ kind: z.literal('plug'), usbPort: z.string().max(40).nullable() }),
  z.object({ kind: z.literal('unplug') }),
])
export type PracticeAction = z.infer<typeof PracticeAction>

export const PHONE_SCREENS = ['black', 'logo', 'cable-picture', 'slider', 'sos', 'lock', 'home', 'progress'] as const

/** What the virtual iPhone's own screen shows, for the drawing in practice. */
export const PracticeView = z.object({
  setup: PracticeSetup.nullable(),
  screen: z.enum(PHONE_SCREENS),
  down: z.array(z.enum(BUTTONS)),
  plugged: z.boolean(),
})
export type PracticeView = z.infer<typeof PracticeView>

export const CaseRow = z.object({
  id: z.string(),
  practice: z.boolean(),
  openedWallMs: z.number(),
  closedWallMs: z.number().nullable(),
  phoneName: z.string().nullable(),
  ecid: z.string().nullable(),
  complaint: z.string(),
  outcome: z.string().nullable(),
  attempts: z.number().int(),
  lastVerdict: z.string().nullable(),
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
export const AttemptRecord = AttemptSummary.extend({ caseId: z.string().nullable(), facts: Verdict.nullable() })
export type AttemptRecord = z.infer<typeof AttemptRecord>

/** Every call that the screen can make: what it sends, what it gets. */
export const calls = {
  hello: {
    input: z.object({}),
    output: z.object({
      appVersion: z.string(),
      door: z.enum(['desktop', 'serve']),
      system: z.enum(HOST_SYSTEMS),
      databaseFile: z.string(),
    }),
  },
  /** State something into the inbox of one world. Ids inside are made by the caller (`crypto.randomUUID`). */
  act: { input: z.object({ world: World, event: UserEvent }), output: Answer },
  practiceStart: { input: PracticeSetup, output: Answer },
  practiceAct: { input: PracticeAction, output: Answer },
  practiceStop: { input: z.object({}), output: Answer },
  historyList: {
    input: z.object({
      practice: z.boolean(),
      search: z.string().max(200),
      limit: z.number().int().min(1).max(500),
      offset: z.number().int().min(0),
    }),
    output: z.object({ rows: z.array(CaseRow), total: z.number().int() }),
  },
  historyCase: {
    input: z.object({ caseId: z.string() }),
    output: z.object({
      case: Case.nullable(),
      attempts: z.array(AttemptRecord),
      events: z.array(JournalEntry),
      /** Journal lines of this case that could not be read; they are kept as they are. */
      unreadable: z.number().int(),
    }),
  },
} as const

/** Everything that the computer's side tells the screen unasked. */
export const pushes = {
  /** The whole State; `sentAtMs` is the world's monotonic clock at sending and `rate` its speed against life, for anchoring counts. */
  state: z.object({ world: World, sentAtMs: z.number(), rate: z.number(), state: State }),
  practice: PracticeView,
  historyChanged: z.object({}),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<N extends CallName> = z.infer<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.infer<Calls[N]['output']>
export type Pushes = typeof pushes
export type PushName = keyof Pushes
export type PushValue<N extends PushName> = z.infer<Pushes[N]>

/** Performs the calls; the doors hand one in. */
export type CallHandlers = { [N in CallName]: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> }
/** Receives the pushes; the renderer hands one in. */
export type PushHandlers = { [N in PushName]: (value: PushValue<N>) => void }
