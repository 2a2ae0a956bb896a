import type { Happened } from '../../shared/simulator/bus.ts'
import { resetsByClicks } from '../../shared/simulator/figures.ts'
import { buttonNames, type ButtonNames, modelOf } from '../../shared/simulator/models.ts'
import { act, advance, createWorld, type World, type WorldSetup } from '../../shared/simulator/world.ts'
import type { Button } from '../../shared/knowledge/vocabulary.ts'

/** Perfect hands: they do what is written at the very moment. */
export type Hands = {
  world(): World
  nowMs(): number
  /** Everything USB showed so far. */
  seen(): readonly Happened[]
  hold(down: readonly Button[], forMs: number): void
  click(button: Button): void
  wait(forMs: number): void
  host(command: 'reboot' | 'set-auto-boot'): void
  slide(): void
  /** Goes on, with the buttons as they are, until the phone says so or the time is over; true when it did. */
  until(done: (world: World) => boolean, atMostMs: number): boolean
}

const STEP_MS = 10

/** Hands on a fresh phone. The phone is plugged in at 0 and has settled when they begin. */
export function perfectHands(setup: Partial<WorldSetup> & { seed: number; product: string }): Hands {
  let world = createWorld({ start: 'normal', cable: 'signals', boardFaults: false, ...setup }, 0)
  let nowMs = 0
  const seen: Happened[] = []
  const goTo = (atMs: number) => {
    nowMs = atMs
    const step = advance(world, nowMs)
    world = step.world
    seen.push(...step.happened)
  }
  const buttons = (down: readonly Button[]) => {
    world = act(world, nowMs, { kind: 'buttons', down })
  }
  goTo(10_000)
  return {
    world: () => world,
    nowMs: () => nowMs,
    seen: () => seen,
    hold(down, forMs) {
      buttons(down)
      goTo(nowMs + forMs)
    },
    click(button) {
      buttons([button])
      goTo(nowMs + 150)
      buttons([])
    },
    wait: (forMs) => goTo(nowMs + forMs),
    host(command) {
      world = act(world, nowMs, { kind: 'host', command })
    },
    slide() {
      world = act(world, nowMs, { kind: 'slide' })
    },
    until(done, atMostMs) {
      const endMs = nowMs + atMostMs
      while (!done(world) && nowMs < endMs) goTo(nowMs + STEP_MS)
      return done(world)
    },
  }
}

/** The names of the buttons that matter on a product, and whether its reset needs the two clicks. */
export function buttonsOn(product: string): ButtonNames & { clicks: boolean } {
  const model = modelOf(product)
  return { ...buttonNames(model), clicks: resetsByClicks(model.family) }
}

/** One product of each button family. */
export const FAMILY_PRODUCTS = ['iPhone8,1', 'iPhone9,1', 'iPhone10,3', 'iPad8,1'] as const
