import type { Button, GuideId } from '../knowledge/vocabulary.ts'
import { type Role, roleOf, secondOf } from './buttons.ts'
import { GAP_CONFIRMED_MS, resetsByClicks } from './figures.ts'
import { truth, type World } from './world.ts'

/** What the hands did, each time the set of buttons that were down changed. */
export type HandMove = { readonly atMs: number; readonly down: readonly Button[] }

/**
 * One thing that had to be done in its time: what this phone would have taken, and what the hands did. Milliseconds; `untilMs` null:
 * no end. `yoursMs` null: it was not done at all. The words are `practice-screen.bar.<id>`.
 */
export type PracticeBar = {
  readonly id: 'reset' | 'both' | 'release' | 'keep' | 'picture' | 'let-go'
  readonly fromMs: number
  readonly untilMs: number | null
  readonly yoursMs: number | null
  /** 0 to 100. */
  readonly points: number
}

/** How a try in practice went, in figures that only practice has: USB shows no buttons. */
export type PracticeScore = { readonly points: number; readonly bars: readonly PracticeBar[] }

/** A miss of this much, and every larger one, gives no points. */
const FAR_OFF_MS = 3000

function bar(id: PracticeBar['id'], fromMs: number, untilMs: number | null, yoursMs: number | null): PracticeBar {
  const offMs = yoursMs === null ? FAR_OFF_MS : Math.max(0, fromMs - yoursMs, untilMs === null ? 0 : yoursMs - untilMs)
  const points = Math.round(100 * Math.max(0, 1 - offMs / FAR_OFF_MS))
  return { id, fromMs: Math.round(fromMs), untilMs: untilMs === null ? null : Math.round(untilMs), yoursMs, points }
}

/** A stretch during which all of some buttons were down. */
type Stretch = { readonly fromMs: number; readonly untilMs: number }

/** When one button was down, in order; the last may still go on at `nowMs`. A gap that the chip does not see is none. */
function stretchesOf(moves: readonly HandMove[], role: Role, nowMs: number): Stretch[] {
  const found: Stretch[] = []
  let sinceMs: number | null = null
  for (const { atMs, down } of [...moves, { atMs: nowMs, down: [] }]) {
    const isDown = down.some((button) => roleOf(button) === role)
    const last = found.at(-1)
    if (isDown && sinceMs === null) {
      const goesOn = last !== undefined && atMs - last.untilMs < GAP_CONFIRMED_MS
      sinceMs = goesOn ? last.fromMs : atMs
      if (goesOn) found.pop()
    }
    if (!isDown && sinceMs !== null) {
      found.push({ fromMs: sinceMs, untilMs: atMs })
      sinceMs = null
    }
  }
  return found
}

/** When all buttons of these roles were down together, in order. */
function stretches(moves: readonly HandMove[], roles: readonly Role[], nowMs: number): Stretch[] {
  const [first = [], ...others] = roles.map((role) => stretchesOf(moves, role, nowMs))
  return others.reduce(
    (sofar, next) =>
      sofar.flatMap((one) =>
        next
          .map((other) => ({
            fromMs: Math.max(one.fromMs, other.fromMs),
            untilMs: Math.min(one.untilMs, other.untilMs),
          }))
          .filter(({ fromMs, untilMs }) => fromMs < untilMs),
      ),
    first,
  )
}

/** Nothing was reset: only how long the right buttons were held, against what this phone needs. */
function withoutReset(world: World, moves: readonly HandMove[], nowMs: number): PracticeBar[] {
  const { figures, model, power } = world.phone
  const fromRecovery = power === 'recovery'
  const clicks = resetsByClicks(model.family)
  const needed = clicks
    ? fromRecovery
      ? figures.clickedResetFromRecoveryMs
      : figures.clickedResetMs
    : fromRecovery
      ? figures.hardResetFromRecoveryMs
      : figures.hardResetMs
  const held = stretches(moves, clicks ? ['power'] : ['power', secondOf(model.family)], nowMs)
  const longest = held.length === 0 ? null : Math.max(...held.map(({ fromMs, untilMs }) => untilMs - fromMs))
  const [only] = [bar('reset', needed, null, longest)]
  // held long enough and yet no reset: the clicks did not count, which is no matter of time
  return only && only.points === 100 ? [{ ...only, points: 50 }] : only ? [only] : []
}

function dfuBars(world: World, moves: readonly HandMove[], resetAtMs: number, nowMs: number): PracticeBar[] {
  const { figures, model } = world.phone
  const second = secondOf(model.family)
  const both = stretches(moves, ['power', second], nowMs).find(({ untilMs }) => untilMs > resetAtMs)
  const bothMs = both === undefined ? null : Math.max(0, both.fromMs - resetAtMs)
  // who slips and grips again lets go more than once: the release that this phone takes best is meant
  const releases = stretches(moves, ['power'], nowMs)
    .map(({ untilMs }) => untilMs)
    .filter((untilMs) => untilMs > resetAtMs)
  const kept = stretches(moves, [second], nowMs)
  const taken = (releasedAtMs: number) => {
    const on = kept.find(({ fromMs, untilMs }) => fromMs <= releasedAtMs && untilMs >= releasedAtMs)
    return [
      bar('release', figures.releaseFromMs, figures.releaseUntilMs, releasedAtMs - resetAtMs),
      bar('keep', figures.keepSecondMs, null, on ? on.untilMs - releasedAtMs : null),
    ]
  }
  const pointsOf = (bars: readonly PracticeBar[]) => bars.reduce((sum, { points }) => sum + points, 0)
  const best = releases.map(taken).toSorted((one, other) => pointsOf(other) - pointsOf(one))[0]
  const never = [
    bar('release', figures.releaseFromMs, figures.releaseUntilMs, null),
    bar('keep', figures.keepSecondMs, null, null),
  ]
  return [bar('both', 0, figures.askWindowMs, bothMs), ...(best ?? never)]
}

/**
 * The score of one try in practice. Takes the world as it is at the verdict, the guide, and what the hands did since Start (the first
 * move is what was down then). Null where nothing is to be timed: powering off, and ways on which the computer does it all.
 */
export function scoreOf(
  world: World,
  guide: GuideId,
  moves: readonly HandMove[],
  startedAtMs: number,
  nowMs: number,
): PracticeScore | null {
  if (guide === 'power-off' || moves.every(({ down }) => down.length === 0)) return null
  const resetAtMs =
    truth(world).notes.findLast(({ what, atMs }) => what === 'reset' && atMs >= startedAtMs)?.atMs ?? null
  const { figures, model } = world.phone
  const combination = resetsByClicks(model.family) ? (['power'] as const) : (['power', secondOf(model.family)] as const)
  const held = stretches(moves, combination, nowMs).find(({ untilMs }) => resetAtMs !== null && untilMs > resetAtMs)
  const letGoMs = held === undefined || resetAtMs === null ? 0 : held.untilMs - resetAtMs
  const bars =
    resetAtMs === null
      ? withoutReset(world, moves, nowMs)
      : guide === 'dfu'
        ? dfuBars(world, moves, resetAtMs, nowMs)
        : guide === 'recovery'
          ? [bar('picture', figures.cablePictureMs, null, letGoMs)]
          : [bar('let-go', 0, figures.cablePictureMs, letGoMs)]
  const points = Math.round(bars.reduce((sum, each) => sum + each.points, 0) / bars.length)
  return {
    points,
    bars: bars.map((each) => ({ ...each, yoursMs: each.yoursMs === null ? null : Math.round(each.yoursMs) })),
  }
}
