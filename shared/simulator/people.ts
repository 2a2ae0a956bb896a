import type { Button, ReasonId } from '../knowledge/vocabulary.ts'
import {
  chance,
  counted as countedIn,
  type Dice,
  diceFor,
  type Drawn,
  logNormal,
  normal,
  pick,
  type Tally,
  uniform,
} from './dice.ts'
import { type Mistake, MISTAKE_BEHIND, PROBABILITY } from './mistakes.ts'

/** What a coach tells a person to do. `hold` is the full set from then on; `press` is clicked, in order, before it. */
export type Cue = {
  readonly phaseId: string
  readonly hold: readonly Button[]
  readonly press: readonly Button[]
  /** Counted down to `dueAtMs`, so that the person anticipates instead of reacting. */
  readonly counted: boolean
  readonly dueAtMs: number | null
  /** Heard as a tone or a word, not only seen. */
  readonly heard: boolean
  /** The person knows before that the screen will go black and that the hold goes on. */
  readonly warnedBeforehand: boolean
}

type Plan = { readonly atMs: number } &
  /** `firm`: decided by the person, not to be undone by a cue that comes meanwhile. */
  (
    | { readonly does: 'take'; readonly hold: readonly Button[]; readonly firm: boolean }
    | { readonly does: 'slip' | 'regrip' | 'press' | 'lift'; readonly button: Button }
  )

/** One simulated person: a plain value. */
export type Person = {
  readonly dice: Dice
  /** A stated reason makes the same mistake a third as likely; switchable, because it is an assumption. */
  readonly learns: boolean
  /** Perfect hands: no mistakes, no reaction time, no wavering. For tests of guides, not of people. */
  readonly perfect: boolean
  readonly told: readonly Mistake[]
  /** Which mistakes this try will have; the wrong volume button is used up by its first use. */
  readonly makes: { readonly [mistake in Exclude<Mistake, 'slip'>]: boolean }
  readonly warned: boolean
  /** What the person means to hold, and what is really down. */
  readonly wants: readonly Button[]
  readonly down: readonly Button[]
  readonly plans: readonly Plan[]
  readonly tally: Tally
}

/** How likely a mistake is for this person now. */
function probabilityOf(person: Person, mistake: Mistake): number {
  if (person.perfect) return 0
  return PROBABILITY[mistake] / (person.learns && person.told.includes(mistake) ? 3 : 1)
}

const NO_MISTAKES = { 'wrong-volume': false, swap: false, 'lets-go-at-black': false } as const

/** A person before the first try. The seed decides all that this person will ever do. */
export const createPerson = (seed: number, learns: boolean): Person => newPerson(seed, learns, false)

/** Somebody who does what a cue says at the very moment, every time. */
export const createPerfectPerson = (seed: number): Person => newPerson(seed, false, true)

function newPerson(seed: number, learns: boolean, perfect: boolean): Person {
  const person: Person = {
    dice: diceFor(seed, 'person'),
    learns,
    perfect,
    told: [],
    makes: NO_MISTAKES,
    warned: false,
    wants: [],
    down: [],
    plans: [],
    tally: {},
  }
  return nextTry(person)
}

/** The same person at the next try: hands free, mistakes drawn anew. */
export function nextTry(person: Person): Person {
  let { dice } = person
  const draws = (mistake: Mistake): boolean => {
    const drawn = chance(dice, probabilityOf(person, mistake))
    dice = drawn.dice
    return drawn.value
  }
  const makes = {
    'wrong-volume': draws('wrong-volume'),
    swap: draws('swap'),
    'lets-go-at-black': draws('lets-go-at-black'),
  }
  return { ...person, dice, makes, warned: false, wants: [], plans: [] }
}

/** The person was told this reason. */
export function told(person: Person, reason: ReasonId): Person {
  const mistake = MISTAKE_BEHIND[reason]
  return mistake && !person.told.includes(mistake) ? { ...person, told: [...person.told, mistake] } : person
}

const REACTION_MEDIAN_MS = 280
const REACTION_95_MS = 650
const ONLY_SEEN_MS = 150
const ANTICIPATION_DEVIATION_MS = 180

/** How long this person takes to react to something just heard or seen, in ms. */
export function reaction(person: Person, heard: boolean): { person: Person; reactionMs: number } {
  const drawn = logNormal(person.dice, REACTION_MEDIAN_MS, REACTION_95_MS)
  const reactionMs = person.perfect ? 0 : Math.round(drawn.value + (heard ? 0 : ONLY_SEEN_MS))
  return { person: { ...person, dice: drawn.dice }, reactionMs }
}

/** When the person acts on a cue given at `atMs`: anticipated where it is counted down, a reaction otherwise. */
function actsAt(before: Person, cue: Cue, atMs: number): { person: Person; atMs: number } {
  const reacts = reaction(before, cue.heard)
  const soonestMs = atMs + reacts.reactionMs
  if (!cue.counted || cue.dueAtMs === null) return { person: reacts.person, atMs: soonestMs }
  const drawn = normal(reacts.person.dice, cue.dueAtMs, before.perfect ? 0 : ANTICIPATION_DEVIATION_MS)
  return { person: { ...reacts.person, dice: drawn.dice }, atMs: Math.max(Math.round(drawn.value), soonestMs) }
}

const OTHER_VOLUME: { readonly [button in Button]?: Button } = {
  'volume-up': 'volume-down',
  'volume-down': 'volume-up',
  'volume-near-top': 'volume-far-from-top',
  'volume-far-from-top': 'volume-near-top',
}

/** What the person means to hold once everything planned is done. */
function intends(person: Person): readonly Button[] {
  const last = person.plans.reduce<Extract<Plan, { does: 'take' }> | null>(
    (latest, plan) => (plan.does === 'take' && (!latest || plan.atMs >= latest.atMs) ? plan : latest),
    null,
  )
  return last?.hold ?? person.wants
}

const sameButtons = (first: readonly Button[], second: readonly Button[]): boolean =>
  first.length === second.length && first.every((button) => second.includes(button))

/** What the person understands of the cue: the wrong volume button first, or release and keep swapped. */
function understands(person: Person, cue: Cue): { person: Person; hold: readonly Button[]; press: readonly Button[] } {
  const usesVolume = [...cue.press, ...cue.hold].some((button) => OTHER_VOLUME[button])
  if (person.makes['wrong-volume'] && usesVolume) {
    const wrong = (buttons: readonly Button[]) => buttons.map((button) => OTHER_VOLUME[button] ?? button)
    const next = withMistake({ ...person, makes: { ...person.makes, 'wrong-volume': false } }, 'wrong-volume')
    return { person: next, hold: wrong(cue.hold), press: wrong(cue.press) }
  }
  const held = intends(person)
  const drops = held.filter((button) => !cue.hold.includes(button))
  const keeps = held.filter((button) => cue.hold.includes(button))
  if (person.makes.swap && drops.length > 0 && keeps.length > 0) {
    const next = withMistake({ ...person, makes: { ...person.makes, swap: false } }, 'swap')
    return { person: next, hold: drops, press: cue.press }
  }
  return { person, hold: cue.hold, press: cue.press }
}

const withMistake = (person: Person, mistake: Mistake): Person => ({
  ...person,
  tally: countedIn(person.tally, mistake),
})

/** The person gets a cue at `atMs`: what was planned for later is given up for it. */
export function hears(before: Person, cue: Cue, atMs: number): Person {
  const timed = actsAt({ ...before, warned: before.warned || cue.warnedBeforehand }, cue, atMs)
  const meant = understands(timed.person, cue)
  // Nothing changes for the hands: the hold goes on as it is.
  if (meant.press.length === 0 && sameButtons(intends(meant.person), meant.hold)) return meant.person
  const isFirm = (plan: Plan) => plan.does === 'take' && plan.firm
  const plans = meant.person.plans.filter((plan) => plan.atMs < timed.atMs || isFirm(plan))
  const person = { ...meant.person, plans }
  return grips(person, meant.hold, meant.press, timed.atMs).person
}

/** Plans the clicks, then the hold and perhaps a slip in it. `endsMs` is when the hold begins. */
function grips(
  before: Person,
  hold: readonly Button[],
  press: readonly Button[],
  atMs: number,
): { person: Person; endsMs: number } {
  let { dice } = before
  const between = (low: number, high: number): number => {
    const drawn = uniform(dice, low, high)
    dice = drawn.dice
    return Math.round(drawn.value)
  }
  const plans: Plan[] = []
  let nextMs = atMs
  for (const button of press) {
    const liftsMs = nextMs + between(90, 250)
    plans.push({ does: 'press', button, atMs: nextMs }, { does: 'lift', button, atMs: liftsMs })
    nextMs = liftsMs + between(200, 500)
  }
  plans.push({ does: 'take', hold, firm: false, atMs: nextMs })
  const slips = chance(dice, hold.length > 0 ? probabilityOf(before, 'slip') : 0)
  const which = pick(slips.dice, Math.max(1, hold.length))
  dice = which.dice
  const slipMs = nextMs + between(300, 6000)
  const button = hold[which.value]
  if (slips.value && button) {
    plans.push({ does: 'slip', button, atMs: slipMs }, { does: 'regrip', button, atMs: slipMs + between(50, 400) })
  }
  return { person: { ...before, dice, plans: [...before.plans, ...plans] }, endsMs: nextMs }
}

/** The phone's screen has just gone black: one in fifteen lets go of everything, unless told before that it will. */
export function seesBlack(person: Person, atMs: number): Person {
  if (person.down.length === 0 || !person.makes['lets-go-at-black'] || person.warned) return person
  const reacts = reaction(withMistake(person, 'lets-go-at-black'), false)
  const makes = { ...person.makes, 'lets-go-at-black': false }
  return { ...reacts.person, makes, plans: [{ does: 'take', hold: [], firm: true, atMs: atMs + reacts.reactionMs }] }
}

/** Sees that it is over, one way or the other, and lets go of everything. */
export function letsGo(person: Person, atMs: number): Person {
  const reacts = reaction(person, false)
  return { ...reacts.person, plans: [{ does: 'take', hold: [], firm: true, atMs: atMs + reacts.reactionMs }] }
}

const first = (person: Person): Plan | null =>
  person.plans.reduce<Plan | null>((soonest, plan) => (soonest && soonest.atMs <= plan.atMs ? soonest : plan), null)

/** When the hands next move, in ms; null while nothing is planned. */
export const handsMoveMs = (person: Person): number | null => first(person)?.atMs ?? null

/** The hands make their next move; `down` is the full set of buttons that are down then. */
export function handsMove(before: Person): Person {
  const plan = first(before)
  if (!plan) return before
  const person = { ...before, plans: before.plans.filter((each) => each !== plan) }
  switch (plan.does) {
    case 'take':
      return { ...person, wants: plan.hold, down: plan.hold }
    case 'slip':
      return withMistake({ ...person, down: person.down.filter((button) => button !== plan.button) }, 'slip')
    case 'lift':
      return { ...person, down: person.down.filter((button) => button !== plan.button) }
    case 'regrip':
      return person.wants.includes(plan.button) ? pressedToo(person, plan.button) : person
    case 'press':
      return pressedToo(person, plan.button)
  }
}

const pressedToo = (person: Person, button: Button): Person =>
  person.down.includes(button) ? person : { ...person, down: [...person.down, button] }

/** One line of a printed instruction: click these, then hold these for so many seconds. */
export type TimedLine = {
  readonly hold: readonly Button[]
  readonly press: readonly Button[]
  readonly seconds: number
}

const TIMING_DEVIATION = 0.2

/**
 * The person follows printed lines alone, from `atMs` on, timing seconds in the head. `reads`: the whole text
 * beforehand, then from memory; or `each` line when the one before is over, the fingers staying where they are.
 */
export function followsText(
  before: Person,
  lines: readonly TimedLine[],
  atMs: number,
  reads: 'beforehand' | 'each',
): Person {
  let person = before
  const readingMs = (): number => {
    const drawn = uniform(person.dice, 2000, 5000)
    person = { ...person, dice: drawn.dice }
    return Math.round(drawn.value)
  }
  let nextMs = atMs
  if (reads === 'beforehand') for (const _ of lines) nextMs += readingMs()
  for (const line of lines) {
    if (reads === 'each') nextMs += readingMs()
    const cue: Cue = { ...line, phaseId: '', counted: false, dueAtMs: null, heard: false, warnedBeforehand: false }
    const meant = understands(person, cue)
    const gripped = grips(meant.person, meant.hold, meant.press, nextMs)
    const timed: Drawn<number> = normal(gripped.person.dice, line.seconds, TIMING_DEVIATION * line.seconds)
    person = { ...gripped.person, dice: timed.dice }
    nextMs = gripped.endsMs + Math.max(100, Math.round(timed.value * 1000))
  }
  const end: Plan = { does: 'take', hold: [], firm: false, atMs: nextMs }
  return { ...person, plans: [...person.plans, end] }
}
