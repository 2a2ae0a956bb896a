import { setTimeout as pause } from 'node:timers/promises'
import {
  act,
  advance,
  createWorld,
  nextWakeMs,
  truth,
  type World,
  type WorldAction,
  type WorldSetup,
} from '../../../shared/simulator/world.ts'
import type { Button } from '../../../shared/knowledge/vocabulary.ts'
import type { Showing } from './identities.ts'

/** The simulator as a phone's brain: it decides by buttons and clock what the body shows on USB. */
export type Brain = {
  act(action: WorldAction): void
  /** A click of exactly `clickMs`, though this process may be late to say so. */
  click(hold: readonly Button[], clicked: readonly Button[], clickMs: number): Promise<void>
  /** What really happened inside, for the report of a guide that missed. */
  truth(): ReturnType<typeof truth>
  stop(): void
}

export type BrainHands = {
  plugIn(showing: Showing): void
  pullOut(): void
}

/** Starts the simulated phone in real time. What its bus states is done to the body by `hands`. */
export const createBrain = (setup: WorldSetup, hands: BrainHands): Brain => {
  let world: World = createWorld(setup, performance.now())
  let timer: NodeJS.Timeout | undefined

  const goOn = () => {
    clearTimeout(timer)
    const { world: later, happened } = advance(world, performance.now())
    world = later
    for (const { event } of happened) {
      if (event.kind === 'usb.detached') hands.pullOut()
      else {
        const { vendorId, productId, serial, product } = event.device
        hands.plugIn({ vendorId, productId, serial: serial ?? '', product: product ?? '' })
      }
    }
    const wakeMs = nextWakeMs(world)
    if (wakeMs !== null) timer = setTimeout(goOn, Math.max(1, wakeMs - performance.now()))
  }

  goOn()
  return {
    act(action) {
      world = act(world, performance.now(), action)
      goOn()
    },
    async click(hold, clicked, clickMs) {
      const pressedMs = performance.now()
      world = act(world, pressedMs, { kind: 'buttons', down: [...hold, ...clicked] })
      await pause(clickMs)
      world = act(world, pressedMs + clickMs, { kind: 'buttons', down: hold })
      goOn()
    },
    truth: () => truth(world),
    stop: () => clearTimeout(timer),
  }
}
