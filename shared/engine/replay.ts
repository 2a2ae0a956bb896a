import type { Event, EventBody } from './events.ts'
import type { State } from './state.ts'
import { step } from './step.ts'

/** One line of a journal, as far as playing needs it. */
export type PlayedLine = {
  readonly attemptId: string | null
  readonly bootId: string
  readonly atMs: number
  readonly wallMs: number
  readonly event: EventBody
}

/**
 * Plays an attempt again: the State that was believed right after Start, then the one after each of its later events, through
 * the same step as then. Lines of other attempts and of another run of the program (whose clock is another one) are left out.
 * Gives at least the beginning. Nothing is performed; pure.
 */
export function replayAttempt(beginning: State, attemptId: string, lines: readonly PlayedLine[]): State[] {
  const own = lines.filter((line) => line.attemptId === attemptId)
  const start = own.findIndex(({ event }) => event.kind === 'guide.start' && event.attemptId === attemptId)
  const bootId = own[start]?.bootId
  const states = [beginning]
  let state = beginning
  for (const line of own.slice(start + 1)) {
    if (line.bootId !== bootId) continue
    const event: Event = { ...line.event, atMs: line.atMs, wallMs: line.wallMs }
    state = step(state, event).state
    states.push(state)
  }
  return states
}
