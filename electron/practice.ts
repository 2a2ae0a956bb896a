import type { Answer, PracticeAction, PracticeSetup, PracticeView } from '../shared/contract/contract.ts'
import type { Effect } from '../shared/engine/effects.ts'
import type { EventBody } from '../shared/engine/events.ts'
import type { Loop } from '../shared/engine/loop.ts'
import type { PracticePhone } from './adapters/practice-phone.ts'
import type { Timeline } from './adapters/clock.ts'

/** One practice world: a loop of its own on a timeline of its own, with the virtual iPhone as its only port to anything. */
export type PracticeWorld = {
  readonly loop: Loop
  readonly timeline: Timeline
  readonly phone: PracticePhone
}

/** How `build` makes a practice world. Throws for a product that the simulator does not know. */
export type MakePracticeWorld = (setup: PracticeSetup) => PracticeWorld

const NOT_NOW: Answer = { ok: false, problem: { code: 'not-now' } }
const EMPTY_VIEW: PracticeView = { setup: null, screen: 'black', down: [], plugged: false }

export type Practice = {
  current(): PracticeWorld | null
  start(setup: PracticeSetup): Answer
  act(action: PracticeAction): Answer
  stop(): Answer
  view(): PracticeView
  /** States something into the practice world, if there is one. */
  state(event: EventBody): void
}

/** Keeps at most one practice world; a new one replaces it. `onChange`: it came, went, or its phone looks different. */
export function createPractice(make: MakePracticeWorld, onChange: () => void): Practice {
  let world: PracticeWorld | null = null
  const end = () => {
    if (world === null) return
    const ended = world
    world = null
    ended.phone.close()
    ended.loop.stop()
  }
  return {
    current: () => world,
    start(setup) {
      end()
      try {
        world = make(setup)
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error)
        return { ok: false, problem: { code: 'phone-unknown', detail: detail.slice(0, 500) } }
      } finally {
        onChange()
      }
      return { ok: true }
    },
    act(action) {
      if (world === null) return NOT_NOW
      world.phone.act(action)
      return { ok: true }
    },
    stop() {
      // an attempt that is left behind has a verdict too
      world?.loop.state({ kind: 'guide.cancel' })
      end()
      onChange()
      return { ok: true }
    },
    view: () => world?.phone.view() ?? EMPTY_VIEW,
    state: (event) => world?.loop.state(event),
  }
}

/** Effects that the practice phone plays; the others go where they go in the real world. */
export const isPhoneEffect = (effect: Effect): boolean =>
  effect.kind === 'usb.relist' ||
  effect.kind === 'usb.watch-closely' ||
  effect.kind === 'recovery.send' ||
  effect.kind === 'recovery.ask' ||
  effect.kind === 'phone.look' ||
  effect.kind === 'link.try' ||
  effect.kind === 'phone.enter-recovery'
