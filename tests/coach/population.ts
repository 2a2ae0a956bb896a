import { DEVICES } from '../../shared/knowledge/devices.ts'
import type { GuideId, Way } from '../../shared/knowledge/vocabulary.ts'
import { QUIET_BUS, ROUGH_BUS } from '../../shared/simulator/bus.ts'
import { type Dice, diceFor, draw, pick } from '../../shared/simulator/dice.ts'
import { drawCable } from '../../shared/simulator/mistakes.ts'
import type { WorldSetup } from '../../shared/simulator/world.ts'
import type { SessionSetup } from '../simulator/session-setup.ts'

/** Every phone, iPod touch and iPad of the device table. */
export const PRODUCTS: readonly string[] = [
  ...new Set(
    DEVICES.filter((row) => ['iphone', 'ipad', 'ipod'].includes(row.deviceClass)).map((row) => row.productType),
  ),
]

/** A guide, a way and where the phone stands; how many of a hundred people do that. */
type Task = readonly [weight: number, guide: GuideId, way: Way, start: WorldSetup['start']]

const TASKS: readonly Task[] = [
  [30, 'dfu', 'manual', 'normal'],
  [22, 'dfu', 'assisted', 'recovery'],
  [8, 'dfu', 'manual', 'recovery'],
  [3, 'dfu', 'manual', 'frozen'],
  [3, 'dfu', 'manual', 'off'],
  [12, 'recovery', 'manual', 'normal'],
  [2, 'recovery', 'manual', 'frozen'],
  [4, 'exit-recovery', 'assisted', 'recovery'],
  [3, 'exit-recovery', 'manual', 'recovery'],
  [4, 'exit-dfu', 'manual', 'dfu'],
  [4, 'restart', 'manual', 'normal'],
  [1, 'restart', 'manual', 'frozen'],
  [4, 'power-off', 'manual', 'normal'],
]

const taskAt = (share: number): Task => {
  let sum = 0
  for (const task of TASKS) {
    sum += task[0] / 100
    if (share < sum) return task
  }
  return TASKS[0] as Task
}

/** One of a list, drawn with these dice. */
function oneOf<T>(dice: Dice, values: readonly T[]): T {
  const value = values[pick(dice, values.length).value]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** The person and phone of a seed at some task: everything is drawn from the seed, over the model's whole spread. */
export function taskOf(seed: number): SessionSetup {
  const [, guide, way, start] = taskAt(draw(diceFor(seed, 'task')).value)
  return {
    seed,
    guide,
    way,
    start,
    product: oneOf(diceFor(seed, 'product'), PRODUCTS),
    cable: drawCable(seed),
    bus: oneOf(diceFor(seed, 'bus'), [QUIET_BUS, ROUGH_BUS]),
    dfuShows: draw(diceFor(seed, 'shows')).value < 0.03 ? 'debug-usb' : 'dfu',
    opens: draw(diceFor(seed, 'opens')).value < 0.02 ? 'busy' : 'ok',
    battery: draw(diceFor(seed, 'battery')).value < 0.01 ? 'empty' : 'charged',
    person: 'learner',
  }
}

/** The same people, all with the same wish: DFU, from a running phone or from recovery. */
export const wantsDfu = (seed: number, start: 'normal' | 'recovery') => ({
  seed,
  start,
  product: oneOf(diceFor(seed, 'product'), PRODUCTS),
  cable: drawCable(seed),
})
