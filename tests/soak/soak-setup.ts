import { DEVICES } from '../../shared/knowledge/devices.ts'
import type { GuideId } from '../../shared/knowledge/vocabulary.ts'
import { QUIET_BUS, ROUGH_BUS } from '../../shared/simulator/bus.ts'
import { chance, type Dice, diceFor, pick, uniform } from '../../shared/simulator/dice.ts'
import { drawCable } from '../../shared/simulator/mistakes.ts'
import type { Meanwhile, SessionSetup } from '../simulator/session-setup.ts'

/** Every phone, iPod and iPad of the table: the soak presses the guides on all of them. */
const PRODUCTS = [
  ...new Set(
    DEVICES.filter((row) => ['iphone', 'ipad', 'ipod'].includes(row.deviceClass)).map((row) => row.productType),
  ),
]
/** Which guide makes sense from which start; a few that make none are tried too. */
const COMBINATIONS: readonly (readonly [GuideId, SessionSetup['way'], NonNullable<SessionSetup['start']>])[] = [
  ['dfu', 'manual', 'normal'],
  ['dfu', 'manual', 'recovery'],
  ['dfu', 'manual', 'frozen'],
  ['dfu', 'manual', 'off'],
  ['dfu', 'assisted', 'recovery'],
  ['dfu', 'assisted', 'recovery'],
  ['dfu', 'assisted', 'normal'],
  ['recovery', 'manual', 'normal'],
  ['recovery', 'manual', 'frozen'],
  ['exit-recovery', 'assisted', 'recovery'],
  ['exit-recovery', 'manual', 'recovery'],
  ['exit-dfu', 'manual', 'dfu'],
  ['restart', 'manual', 'normal'],
  ['restart', 'manual', 'frozen'],
  ['power-off', 'manual', 'normal'],
  ['restart', 'manual', 'restore'],
]
const PERSONS = ['perfect', 'learner', 'slow-learner', 'learner', 'nobody'] as const

/** What else can happen while a guide runs. */
const DISTURBANCES = ['unplug', 'pulled-out', 'cancel', 'sleep', 'other-phone', 'nonsense'] as const

function meanwhileOf(kind: (typeof DISTURBANCES)[number], seed: number, atMs: number): SessionSetup['meanwhile'] {
  const at = (laterMs: number, happens: Meanwhile) => ({ afterStartMs: atMs + laterMs, happens })
  switch (kind) {
    case 'unplug':
      return [
        at(0, { kind: 'world', action: { kind: 'unplug' } }),
        at(4000, { kind: 'world', action: { kind: 'plug', usbPort: null } }),
      ]
    case 'pulled-out':
      return [at(0, { kind: 'world', action: { kind: 'unplug' } })]
    case 'cancel':
      return [at(0, { kind: 'event', event: { kind: 'guide.cancel' } })]
    case 'sleep':
      return [
        at(0, { kind: 'event', event: { kind: 'host.suspended' } }),
        at(3000, { kind: 'event', event: { kind: 'host.resumed' } }),
      ]
    case 'other-phone': {
      const setup = {
        seed: seed + 10_000_000,
        product: 'iPhone8,1',
        start: 'dfu',
        cable: 'signals',
        usbPort: '2-1',
      } as const
      return [at(0, { kind: 'other-phone', setup })]
    }
    case 'nonsense':
      return [
        at(0, { kind: 'event', event: { kind: 'usb.detached', deviceId: 'never-seen' } }),
        at(100, { kind: 'event', event: { kind: 'guide.confirm', phaseId: 'no-such-phase' } }),
        at(200, {
          kind: 'event',
          event: { kind: 'recovery.answered', deviceId: 'never-seen', request: 'reboot', outcome: 'ok' },
        }),
      ]
  }
}

/** The session of one seed: everything about it is drawn from the seed. */
export function soakSetup(seed: number): SessionSetup {
  let dice: Dice = diceFor(seed, 'soak')
  const oneOf = <T>(values: readonly T[]): T => {
    const drawn = pick(dice, values.length)
    dice = drawn.dice
    const value = values[drawn.value]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  const happens = (probability: number): boolean => {
    const drawn = chance(dice, probability)
    dice = drawn.dice
    return drawn.value
  }
  const product = oneOf(PRODUCTS)
  const [guide, way, start] = oneOf(COMBINATIONS)
  const person = oneOf(PERSONS)
  const bus = oneOf([QUIET_BUS, ROUGH_BUS, ROUGH_BUS])
  const battery = happens(0.03) ? 'empty' : 'charged'
  const opens = oneOf(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'busy', 'no-permission'] as const)
  const dfuShows = oneOf(['dfu', 'dfu', 'dfu', 'dfu', 'dfu', 'dfu', 'port-dfu', 'debug-usb'] as const)
  const disturbed = happens(0.3)
  const kind = oneOf(DISTURBANCES)
  const atMs = uniform(dice, 0, 25_000)
  return {
    seed,
    product,
    guide,
    way,
    start,
    person,
    bus,
    battery,
    opens,
    dfuShows,
    cable: drawCable(seed),
    // some hold on and on after DFU was seen
    mistimes: seed % 25 === 0 ? [{ phaseId: 'let-go', byMs: 20_000 }] : [],
    heard: seed % 3 !== 0,
    warned: seed % 4 !== 0,
    tries: 2,
    laterWay: seed % 2 === 0 ? 'manual' : way,
    meanwhile: disturbed ? meanwhileOf(kind, seed, Math.round(atMs.value)) : [],
  }
}

/** What the soak's own disturbances are called in the tally. */
export const disturbanceOf = (setup: SessionSetup): string => {
  const happens = setup.meanwhile?.[0]?.happens
  if (!happens) return 'undisturbed'
  return happens.kind === 'event' ? happens.event.kind : happens.kind === 'world' ? happens.action.kind : happens.kind
}
