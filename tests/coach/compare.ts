import { runUncoached } from '../simulator/printed.ts'
import { runSession } from '../simulator/session.ts'
import { blindCountdown, printedText } from './peers.ts'
import { wantsDfu } from './population.ts'

/** How one person fared with one tool, up to `MOST_TRIES`. */
export type Fared = {
  readonly cable: 'signals' | 'cannot-signal'
  readonly first: boolean
  /** The try that reached DFU; null where none did. */
  readonly tries: number | null
  /** The try after which the cable was named as likely; null where it never was. */
  readonly cableNamed: number | null
}

/** A tool with the circumstances in which it is used. */
export type Tool = {
  readonly coach: 'text' | 'countdown' | 'handhold'
  /** Cues are heard, not only seen. */
  readonly heard: boolean
  /** People know beforehand that the screen goes black. */
  readonly warned: boolean
  /** A stated reason makes the same mistake a third as likely. */
  readonly learns: boolean
}

export const MOST_TRIES = 5

/** Each tool as it is: a text and a countdown are read, Handhold speaks, says what the screen will do, and says why. */
export const AS_IT_IS = {
  text: { coach: 'text', heard: false, warned: false, learns: true },
  countdown: { coach: 'countdown', heard: false, warned: false, learns: true },
  handhold: { coach: 'handhold', heard: true, warned: true, learns: true },
} as const satisfies Record<string, Tool>

type Start = 'normal' | 'recovery'

function uncoached(seed: number, start: Start, tool: Tool): Fared {
  const wish = wantsDfu(seed, start)
  const way = tool.coach === 'text' ? printedText(wish.product, tool.warned) : blindCountdown(wish.product, tool)
  const met = tool.coach === 'countdown' ? 'recovery' : start
  const tries = runUncoached({ ...wish, start: met, learns: tool.learns, tries: MOST_TRIES, way })
  const reached = tries.findIndex((each) => each.reached)
  return {
    cable: wish.cable,
    first: reached === 0,
    tries: reached < 0 ? null : reached + 1,
    cableNamed: null,
  }
}

function coached(seed: number, start: Start, tool: Tool): Fared {
  const wish = wantsDfu(seed, start)
  const { tries } = runSession({
    ...wish,
    guide: 'dfu',
    way: start === 'recovery' ? 'assisted' : 'manual',
    laterWay: 'other',
    person: tool.learns ? 'learner' : 'slow-learner',
    heard: tool.heard,
    warned: tool.warned,
    tries: MOST_TRIES,
    changesCable: true,
  })
  const reached = tries.findIndex(({ verdict, truth }) => verdict.id === 'entered' && truth.inDfu && !truth.badDfu)
  const named = tries.findIndex(({ verdict }) =>
    verdict.reasons.some(({ id, likelihood }) => id === 'cable-cannot-signal' && likelihood === 'likely'),
  )
  return {
    cable: wish.cable,
    first: reached === 0,
    tries: reached < 0 ? null : reached + 1,
    cableNamed: named < 0 ? null : named + 1,
  }
}

/** How the people with these seeds fare with one tool. The same seed is the same person with the same phone and cable for every tool. */
export const fares = (seeds: readonly number[], start: Start, tool: Tool): Fared[] =>
  seeds.map((seed) => (tool.coach === 'handhold' ? coached : uncoached)(seed, start, tool))

/** Share (0 to 1) of first tries that reached DFU, at one offset from the drop to the release cue, on cables that signal. */
export function firstTriesAt(releaseAfterDropMs: number, seeds: readonly number[], start: Start): number {
  const reached = seeds.filter((seed) => {
    const wish = { ...wantsDfu(seed, start), cable: 'signals' as const, boardFaults: false }
    const way = start === 'recovery' ? 'assisted' : 'manual'
    const { tries } = runSession({ ...wish, guide: 'dfu', way, person: 'learner', releaseAfterDropMs })
    return tries[0]?.verdict.id === 'entered'
  })
  return reached.length / seeds.length
}

/** Seeds 1 to `count`. */
export const seedsTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
