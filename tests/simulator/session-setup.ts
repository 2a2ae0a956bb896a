import type { Effect } from '../../shared/engine/effects.ts'
import type { Event, EventBody } from '../../shared/engine/events.ts'
import type { Verdict } from '../../shared/engine/guide-run.ts'
import type { State } from '../../shared/engine/state.ts'
import type { Button, GuideId, Way } from '../../shared/knowledge/vocabulary.ts'
import type { Person } from '../../shared/simulator/people.ts'
import type { Truth, World, WorldAction, WorldSetup } from '../../shared/simulator/world.ts'
import type { Mistime } from './following.ts'

/** One simulated story: a phone, a bus, perhaps a person, and the engine between them, on a clock that only exists here. */
export type SessionSetup = Omit<WorldSetup, 'start' | 'cable'> & {
  readonly start?: WorldSetup['start']
  readonly cable?: WorldSetup['cable']
  readonly guide: GuideId
  readonly way: Way
  /** `perfect` obeys at the very moment, `nobody` touches nothing, `slow-learner` has the effect of a stated reason switched off. */
  readonly person?: 'perfect' | 'learner' | 'slow-learner' | 'nobody'
  /** Perfect hands that are early (negative) or late at one phase, in ms. */
  readonly mistimes?: readonly Mistime[]
  /** Whether the cues are heard. */
  readonly heard?: boolean
  /** Whether the person has read what the screen will do. */
  readonly warned?: boolean
  readonly tries?: number
  /** The way of later tries; the same unless said otherwise. `other`: what the verdict screen proposes, the way not just missed. */
  readonly laterWay?: Way | 'other'
  /** In place of the table's offset from the drop to the release cue; for finding the best one. */
  readonly releaseAfterDropMs?: number
  /** The person gets a cable that signals once the coach names the cable as the likely reason. */
  readonly changesCable?: boolean
  /** What else happens, at a time in ms after Start of the first try. */
  readonly meanwhile?: readonly { readonly afterStartMs: number; readonly happens: Meanwhile }[]
  /** Stops that long after the last verdict, so that what follows it is seen too. */
  readonly lingerMs?: number
}

export type Meanwhile =
  | { readonly kind: 'event'; readonly event: EventBody }
  | { readonly kind: 'world'; readonly action: WorldAction }
  /** Another phone is plugged in. */
  | { readonly kind: 'other-phone'; readonly setup: WorldSetup }

/** How one try ended, for the engine and in truth. */
export type TryResult = {
  readonly verdict: Verdict
  readonly way: Way
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly truth: Truth
}

export type Session = {
  readonly state: State
  /** The journal: every event that the engine took, in order. */
  readonly events: readonly Event[]
  readonly effects: readonly { readonly atMs: number; readonly effect: Effect }[]
  readonly verdicts: readonly Verdict[]
  readonly tries: readonly TryResult[]
  readonly truth: Truth
  readonly world: World
  readonly others: readonly World[]
  readonly person: Person | null
  /** What the hands did. */
  readonly hands: readonly { readonly atMs: number; readonly down: readonly Button[] }[]
  /** The largest size of the state, in characters of JSON, sampled at every verdict and at the end. */
  readonly stateCharacters: number
}
