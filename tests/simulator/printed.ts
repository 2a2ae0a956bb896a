import type { Button } from '../../shared/knowledge/vocabulary.ts'
import {
  createPerson,
  type Cue,
  followsText,
  handsMove,
  handsMoveMs,
  hears,
  letsGo,
  nextTry,
  type Person,
  seesBlack,
  type TimedLine,
} from '../../shared/simulator/people.ts'
import {
  act,
  advance,
  createWorld,
  nextWakeMs,
  screenOf,
  type Truth,
  truth,
  type World,
  type WorldSetup,
} from '../../shared/simulator/world.ts'

/** People without the coach: a printed text, or a countdown that runs blindly. The lines themselves are the caller's. */
export type UncoachedSetup = Omit<WorldSetup, 'cable'> & {
  readonly cable: WorldSetup['cable']
  readonly learns: boolean
  readonly tries: number
  readonly way: Printed | Countdown
}

/** Lines to read and to time in the head. */
export type Printed = {
  readonly kind: 'printed'
  readonly reads: 'beforehand' | 'each'
  readonly lines: readonly TimedLine[]
  /** What replaces the lines when the phone stands in recovery at the beginning of a try. */
  readonly linesFromRecovery?: readonly TimedLine[]
  /** Whether it says beforehand that the screen will go black. */
  readonly warned?: boolean
}

/** Steps counted down on a screen, with the computer's restart at a fixed second; ends early when DFU is seen. */
export type Countdown = {
  readonly kind: 'countdown'
  readonly steps: readonly {
    readonly hold: readonly Button[]
    readonly press: readonly Button[]
    readonly seconds: number
  }[]
  /** After Start; null sends nothing. */
  readonly restartAfterSeconds: number | null
  /** The tool sends a running phone to recovery by software before each try. */
  readonly recoveryFirst?: boolean
  readonly heard: boolean
  /** Whether it says beforehand that the screen will go black. */
  readonly warned: boolean
}

export type UncoachedTry = { readonly reached: boolean; readonly truth: Truth }

const SETTLE_MS = 12_000
const LEAD_IN_MS = 3000
const WAIT_MS = 60_000

type Stage = { world: World; person: Person; nowMs: number }

/** Lets hands and phone go on until `untilMs`, or until DFU is seen where the person would notice. */
function goOn(stage: Stage, untilMs: number, noticesDfu: boolean): void {
  let noticed = false
  for (;;) {
    const nextMs = Math.min(nextWakeMs(stage.world) ?? untilMs, handsMoveMs(stage.person) ?? untilMs, untilMs)
    const before = screenOf(stage.world)
    stage.nowMs = Math.max(stage.nowMs, nextMs)
    stage.world = advance(stage.world, stage.nowMs).world
    if (screenOf(stage.world) === 'black' && before !== 'black') stage.person = seesBlack(stage.person, stage.nowMs)
    if (noticesDfu && !noticed && stage.world.bus.listed.some((device) => device.productId === 0x1227)) {
      noticed = true
      stage.person = letsGo(stage.person, stage.nowMs)
    }
    while ((handsMoveMs(stage.person) ?? Number.POSITIVE_INFINITY) <= stage.nowMs) {
      stage.person = handsMove(stage.person)
      stage.world = act(stage.world, stage.nowMs, { kind: 'buttons', down: stage.person.down })
    }
    if (stage.nowMs >= untilMs) return
  }
}

function countsDown(stage: Stage, way: Countdown): void {
  let dueMs = stage.nowMs + LEAD_IN_MS
  const restartMs = way.restartAfterSeconds === null ? null : dueMs + way.restartAfterSeconds * 1000
  const cue = (hold: readonly Button[], press: readonly Button[]): Cue => ({
    phaseId: '',
    hold,
    press,
    counted: true,
    dueAtMs: dueMs,
    heard: way.heard,
    warnedBeforehand: way.warned,
  })
  for (const step of way.steps) {
    stage.person = hears(stage.person, cue(step.hold, step.press), stage.nowMs)
    dueMs += step.seconds * 1000
  }
  stage.person = hears(stage.person, cue([], []), stage.nowMs)
  if (restartMs === null) return
  goOn(stage, restartMs, true)
  stage.world = act(stage.world, stage.nowMs, { kind: 'host', command: 'set-auto-boot' })
  stage.world = act(stage.world, stage.nowMs, { kind: 'host', command: 'reboot' })
}

/** The same phone, sent to recovery by software: it stands there, settled, as if it had been met so. */
function sendToRecovery(stage: Stage, setup: UncoachedSetup): void {
  stage.world = createWorld({ ...setup, start: 'recovery' }, stage.nowMs)
  goOn(stage, stage.nowMs + SETTLE_MS, false)
}

/** Plays the tries of one person on one phone until DFU is reached. The same setup always gives the same tries. */
export function runUncoached(setup: UncoachedSetup): readonly UncoachedTry[] {
  const stage: Stage = { world: createWorld(setup, 0), person: createPerson(setup.seed, setup.learns), nowMs: 0 }
  goOn(stage, SETTLE_MS, false)
  const tries: UncoachedTry[] = []
  while (tries.length < setup.tries) {
    const { way } = setup
    if (way.kind === 'countdown') {
      if (way.recoveryFirst === true && truth(stage.world).power !== 'recovery') sendToRecovery(stage, setup)
      countsDown(stage, way)
    } else {
      stage.person = { ...stage.person, warned: way.warned ?? false }
      const isRecovery = truth(stage.world).power === 'recovery'
      const lines = isRecovery ? (way.linesFromRecovery ?? way.lines) : way.lines
      stage.person = followsText(stage.person, lines, stage.nowMs, way.reads)
    }
    goOn(stage, stage.nowMs + WAIT_MS + LEAD_IN_MS, way.kind === 'countdown')
    const now = truth(stage.world)
    tries.push({ reached: now.inDfu && !now.badDfu, truth: now })
    if (now.inDfu) return tries
    goOn(stage, stage.nowMs + WAIT_MS, false)
    stage.person = nextTry(stage.person)
  }
  return tries
}
