import { z } from 'zod'
import { UserEvent } from '../engine/events.ts'
import { Problem } from '../engine/problem.ts'
import { State } from '../engine/state.ts'
import { BUTTONS, HOST_SYSTEMS } from '../knowledge/vocabulary.ts'
import { firmwareCalls } from './firmware.ts'
import { historyCalls } from './history.ts'

/** The real bus, or the virtual iPhone. Two loops side by side; nothing crosses between them. */
export const World = z.enum(['real', 'practice'])
export type World = z.infer<typeof World>

/** The answer to a call that may be refused: expected failures are values. */
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: Problem }),
])
export type Answer = z.infer<typeof Answer>

/**
 * What can go wrong in practice besides the hands: DFU under another id (as iPhone 14 and newer are reported to show it), by DFU's id
 * but not the ROM's, a plug that slips out in DFU, an empty battery, or another program that holds the phone from the beginning or takes it at Start.
 */
export const PRACTICE_TROUBLES = ['none', 'other-id', 'not-the-rom', 'loose-plug', 'battery', 'held', 'taken'] as const

/** What practice plays: which phone, how it starts, its cable, and what goes wrong with it. */
export const PracticeSetup = z.object({
  product: z.string().max(40),
  start: z.enum(['normal', 'recovery', 'dfu', 'frozen', 'off']),
  cable: z.enum(['signals', 'cannot-signal']),
  trouble: z.enum(PRACTICE_TROUBLES).optional(),
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

/** How the last try in practice went: what the hands did against this phone's own windows, in milliseconds from its reset. */
export const PracticeScore = z.object({
  points: z.number(),
  bars: z.array(
    z.object({
      id: z.enum(['reset', 'both', 'release', 'keep', 'picture', 'let-go']),
      fromMs: z.number(),
      untilMs: z.number().nullable(),
      yoursMs: z.number().nullable(),
      points: z.number(),
    }),
  ),
})
export type PracticeScore = z.infer<typeof PracticeScore>

/** What the virtual iPhone's own screen shows, for the drawing in practice. */
export const PracticeView = z.object({
  setup: PracticeSetup.nullable(),
  screen: z.enum(PHONE_SCREENS),
  down: z.array(z.enum(BUTTONS)),
  plugged: z.boolean(),
  /** Of the try that ended last, until the next one begins. */
  score: PracticeScore.nullable().optional(),
})
export type PracticeView = z.infer<typeof PracticeView>

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
  ...firmwareCalls,
  ...historyCalls,
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
