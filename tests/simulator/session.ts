import type { Effect } from '../../shared/engine/effects.ts'
import type { Event, EventBody } from '../../shared/engine/events.ts'
import type { GuideRun, Verdict } from '../../shared/engine/guide-run.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import { nextWakeMs as engineWakeMs } from '../../shared/engine/next-wake.ts'
import { DEFAULT_SETTINGS, type State } from '../../shared/engine/state.ts'
import { step } from '../../shared/engine/step.ts'
import {
  createPerfectPerson,
  createPerson,
  handsMove,
  handsMoveMs,
  letsGo,
  nextTry,
  type Person,
  seesBlack,
  told,
} from '../../shared/simulator/people.ts'
import {
  act,
  advance,
  answerTo,
  createWorld,
  listDevices,
  nextWakeMs as worldWakeMs,
  screenOf,
  truth,
  type World,
} from '../../shared/simulator/world.ts'
import { type Attention, followsCoach, INATTENTIVE, looksAtPhone } from './following.ts'
import type { Meanwhile, Session, SessionSetup, TryResult } from './session-setup.ts'

/** The wall clock stands here when the monotonic one is at 0. */
export const WALL_MS = 1_790_000_000_000
const SETTLE_MS = 12_000
const WATCH_EVERY_MS = 2000
const ANSWER_MS = 20
const LIST_MS = 5
/** Long enough for three tries with the longest waits; a story that is not over by then is a bug. */
const LONGEST_MS = 2_400_000

type Scheduled = { readonly atMs: number; readonly does: () => void }

/** The moving parts of a session. Lives for one call of `runSession`; nothing of it is shared. */
class Run {
  readonly setup: SessionSetup
  nowMs = 0
  world: World
  others: World[] = []
  state: State
  person: Person | null
  attention: Attention = INATTENTIVE
  readonly events: Event[] = []
  readonly effects: Session['effects'][number][] = []
  readonly tries: TryResult[] = []
  readonly hands: Session['hands'][number][] = []
  scheduled: Scheduled[] = []
  watching = false
  startedAtMs = 0
  stateCharacters = 0
  overAtMs = Number.POSITIVE_INFINITY

  constructor(setup: SessionSetup) {
    this.setup = setup
    this.world = createWorld({ ...setup, start: setup.start ?? 'normal', cable: setup.cable ?? 'signals' }, 0)
    this.state = initialState(true, 'linux')
    this.person = personOf(setup)
  }

  at(atMs: number, does: () => void): void {
    this.scheduled.push({ atMs, does })
  }

  put(body: EventBody): void {
    const event: Event = { ...body, atMs: this.nowMs, wallMs: WALL_MS + this.nowMs }
    this.events.push(event)
    const before = this.state.guide
    const { state, effects } = step(this.state, event)
    this.state = state
    for (const effect of effects) {
      this.effects.push({ atMs: this.nowMs, effect })
      this.perform(effect)
    }
    this.perceive(before, state.guide)
  }

  perform(effect: Effect): void {
    switch (effect.kind) {
      case 'usb.relist':
        return this.at(this.nowMs + LIST_MS, () => this.list())
      case 'usb.watch-closely':
        if (effect.on && !this.watching) this.watchAgain()
        this.watching = effect.on
        return
      case 'recovery.send':
        return this.send(effect)
      default:
    }
  }

  list(): void {
    this.put({ kind: 'usb.listed', devices: [this.world, ...this.others].flatMap(listDevices) })
  }

  watchAgain(): void {
    this.at(this.nowMs + WATCH_EVERY_MS, () => {
      if (!this.watching) return
      this.list()
      this.watchAgain()
    })
  }

  send(effect: Extract<Effect, { kind: 'recovery.send' }>): void {
    const { deviceId, request } = effect
    const isOurs = listDevices(this.world).some((device) => device.deviceId === deviceId)
    const outcome = isOurs ? answerTo(this.world, request) : 'gone'
    if (request !== 'probe' && outcome === 'ok') {
      this.world = act(this.world, this.nowMs, { kind: 'host', command: request })
    }
    this.at(this.nowMs + ANSWER_MS, () => this.put({ kind: 'recovery.answered', deviceId, request, outcome }))
  }

  perceive(before: GuideRun | null, after: GuideRun | null): void {
    if (!after || before === after) return
    if (this.person) {
      const { heard = true, warned = true, mistimes = [] } = this.setup
      const followed = followsCoach(this.person, this.attention, before, after, {
        atMs: this.nowMs,
        heard,
        warned,
        mistimes,
      })
      this.person = followed.person
      this.attention = followed.attention
    }
    if (after.stage === 'ended' && before?.stage !== 'ended' && after.verdict) this.tryEnded(after, after.verdict)
  }

  tryEnded(run: GuideRun, verdict: Verdict): void {
    this.stateCharacters = Math.max(this.stateCharacters, JSON.stringify(this.state).length)
    const { way } = run
    const ends = { verdict, way, startedAtMs: this.startedAtMs, endedAtMs: this.nowMs, truth: truth(this.world) }
    this.tries.push(ends)
    this.takesIn(verdict)
    // nobody knows to the tenth of a second: people who held on too long say yes as well
    if (run.question) this.at(this.nowMs + 1000, () => this.answersYes())
    const goesOn = verdict.id !== 'entered' && verdict.id !== 'cancelled' && this.tries.length < (this.setup.tries ?? 1)
    if (goesOn) this.at(this.nowMs + 2000, () => this.whenSettled(this.nowMs + 90_000, () => this.again()))
    else this.overAtMs = this.nowMs + (this.setup.lingerMs ?? 4000)
  }

  answersYes(): void {
    this.put({ kind: 'guide.answer', released: 'yes' })
    const tried = this.tries.pop()
    const verdict = this.state.guide?.verdict
    if (!tried || !verdict) return
    this.tries.push({ ...tried, verdict })
    this.takesIn(verdict)
  }

  /** The person reads the likely reasons, and perhaps takes another cable. */
  takesIn(verdict: Verdict): void {
    const likely = verdict.reasons.filter(({ likelihood }) => likelihood === 'likely').map(({ id }) => id)
    if (this.person) for (const reason of likely) this.person = told(this.person, reason)
    if (this.setup.changesCable === true && likely.includes('cable-cannot-signal'))
      this.world = { ...this.world, phone: { ...this.world.phone, cable: 'signals' } }
  }

  /** Waits until the phone has come to rest somewhere USB shows it. */
  whenSettled(untilMs: number, then: () => void): void {
    const rests = ['system', 'recovery', 'dfu', 'frozen', 'off'].includes(truth(this.world).power)
    const isSeen = listDevices(this.world).length > 0 && worldWakeMs(this.world) === null
    if ((rests && isSeen) || this.nowMs >= untilMs) return then()
    this.at(this.nowMs + 1000, () => this.whenSettled(untilMs, then))
  }

  again(): void {
    this.person = this.person && nextTry(this.person)
    this.attention = INATTENTIVE
    const missed = this.tries.at(-1)?.way ?? this.setup.way
    const later = this.setup.laterWay ?? this.setup.way
    this.put({ kind: 'guide.again', way: later === 'other' ? (missed === 'manual' ? 'assisted' : 'manual') : later })
    this.at(this.nowMs + 3000, () => this.start())
  }

  start(): void {
    this.startedAtMs = this.nowMs
    this.put({
      kind: 'guide.start',
      attemptId: `attempt-${this.setup.seed}-${this.tries.length + 1}`,
      handsFree: false,
    })
    this.moveRelease()
    const { guide } = this.state
    // Nothing to start: the card was put away meanwhile, or the phone is where the guide leads already.
    if (!guide || guide.stage === 'card' || guide.stage === 'ended') this.overAtMs = this.nowMs
  }

  /** Puts another offset in place of the table's. */
  moveRelease(): void {
    const { guide } = this.state
    const { releaseAfterDropMs: maxMs } = this.setup
    if (!guide || maxMs === undefined) return
    const phases = guide.phases.map((phase) =>
      phase.id === 'keep-both' || phase.id === 'add-second' ? { ...phase, minMs: maxMs, maxMs } : phase,
    )
    this.state = { ...this.state, guide: { ...guide, phases } }
  }

  begin(): void {
    this.put({
      kind: 'app.started',
      system: 'linux',
      settings: DEFAULT_SETTINGS,
      openCases: [],
      resumeCaseId: null,
    })
    this.put({ kind: 'usb.access', access: { status: 'watching', problem: null } })
    this.at(SETTLE_MS, () => {
      this.list()
      const phoneId = this.state.phones.find((phone) => phone.presence === 'attached')?.id ?? null
      const { guide, way, product } = this.setup
      // Normal mode does not name its model before A12: the person says which phone it is.
      this.put({ kind: 'guide.show', guide, way, phoneId, product })
    })
    this.at(SETTLE_MS + 3000, () => {
      this.start()
      for (const { afterStartMs, happens } of this.setup.meanwhile ?? []) {
        this.at(this.nowMs + afterStartMs, () => this.meanwhile(happens))
      }
    })
  }

  meanwhile(happens: Meanwhile): void {
    if (happens.kind === 'event') return this.put(happens.event)
    if (happens.kind === 'other-phone') this.others.push(createWorld(happens.setup, this.nowMs))
    else this.world = act(this.world, this.nowMs, happens.action)
  }

  nextMs(): number {
    const wake = engineWakeMs(this.state)
    const times = [
      worldWakeMs(this.world),
      ...this.others.map(worldWakeMs),
      wake === null ? null : Math.max(wake, this.nowMs),
      this.person && handsMoveMs(this.person),
      ...this.scheduled.map((each) => each.atMs),
    ]
    return Math.min(...times.map((atMs) => atMs ?? Number.POSITIVE_INFINITY))
  }

  /** Everything that happens at one moment: USB first, then what was planned, then the hands, then the engine's clock. */
  moment(): void {
    const screenBefore = screenOf(this.world)
    const stepped = advance(this.world, this.nowMs)
    this.world = stepped.world
    const seen = stepped.happened.map((each) => each.event)
    this.others = this.others.map((other) => {
      const next = advance(other, this.nowMs)
      seen.push(...next.happened.map((each) => each.event))
      return next.world
    })
    for (const event of seen) this.put(event)
    this.watchesScreen(screenBefore)
    const due = this.scheduled.filter((each) => each.atMs <= this.nowMs)
    this.scheduled = this.scheduled.filter((each) => each.atMs > this.nowMs)
    for (const each of due) each.does()
    while (this.person && (handsMoveMs(this.person) ?? Number.POSITIVE_INFINITY) <= this.nowMs)
      this.moveHands(this.person)
    const wake = engineWakeMs(this.state)
    if (wake !== null && wake <= this.nowMs) this.put({ kind: 'clock.woke' })
  }

  moveHands(person: Person): void {
    this.person = handsMove(person)
    const { down } = this.person
    if (down.length === person.down.length && down.every((button) => person.down.includes(button))) return
    this.hands.push({ atMs: this.nowMs, down })
    this.world = act(this.world, this.nowMs, { kind: 'buttons', down })
  }

  watchesScreen(before: ReturnType<typeof screenOf>): void {
    const screen = screenOf(this.world)
    if (!this.person) return
    if (screen !== before && screen === 'black' && this.attention.running) {
      this.person = seesBlack(this.person, this.nowMs)
    }
    const looked = looksAtPhone(this.person, this.attention, screen, this.nowMs)
    this.person = looked.person
    this.attention = looked.attention
    for (const { atMs, phaseId, slides } of looked.says) {
      this.at(atMs, () => {
        if (slides) this.world = act(this.world, this.nowMs, { kind: 'slide' })
        else this.put({ kind: 'guide.confirm', phaseId })
      })
    }
  }

  play(): void {
    this.begin()
    let standstill = 0
    while (this.nowMs < this.overAtMs) {
      const next = Math.min(this.nextMs(), this.overAtMs)
      if (next > LONGEST_MS) throw new Error(`the session does not end (seed ${this.setup.seed}, at ${this.nowMs} ms)`)
      standstill = next === this.nowMs ? standstill + 1 : 0
      if (standstill > 200) throw new Error(`the session stands still (seed ${this.setup.seed}, at ${this.nowMs} ms)`)
      this.nowMs = Math.max(this.nowMs, next)
      this.moment()
    }
    // The engine's belief and the bus are compared at rest: one last full list.
    if (this.person) this.person = letsGo(this.person, this.nowMs)
    this.list()
  }
}

function personOf(setup: SessionSetup): Person | null {
  switch (setup.person ?? 'perfect') {
    case 'nobody':
      return null
    case 'perfect':
      return createPerfectPerson(setup.seed)
    default:
      return createPerson(setup.seed, setup.person === 'learner')
  }
}

/** Plays one session to its end. The same setup always gives the same session. Throws when it does not end. */
export function runSession(setup: SessionSetup): Session {
  const run = new Run(setup)
  run.play()
  return {
    state: run.state,
    events: run.events,
    effects: run.effects,
    verdicts: run.tries.map((each) => each.verdict),
    tries: run.tries,
    truth: truth(run.world),
    world: run.world,
    others: run.others,
    person: run.person,
    hands: run.hands,
    stateCharacters: Math.max(run.stateCharacters, JSON.stringify(run.state).length),
  }
}

/** What the engine believes after the same events: must be the same state. */
export const replay = (events: readonly Event[]): State =>
  events.reduce((state, event) => step(state, event).state, initialState(true, 'linux'))
