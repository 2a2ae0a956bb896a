import type { WorldEvent } from '../engine/events.ts'
import type { UsbDevice } from '../engine/phone.ts'
import { chance, counted, type Dice, diceFor, type Tally, uniform } from './dice.ts'
import type { UsbStrings } from './identity.ts'

/** Each misbehaviour's probability, from 0 to 1, for every arrival or departure it can befall. */
export type BusFaults = {
  /** The serial is empty or cut at first; the attach is stated again when it has been read. */
  readonly blankSerial: number
  /** The detach is never stated; only a list shows that the device is gone. */
  readonly lostDetach: number
  readonly lateDetach: number
  readonly doubleDetach: number
  /** The attach is never stated; only a list shows the device. */
  readonly lostAttach: number
  readonly doubleAttach: number
  /** The device returns on another port number. */
  readonly otherPort: number
  /** Enumeration takes seconds instead of a moment. */
  readonly slowEnumeration: number
  /** The device leaves and returns once more right after it came. */
  readonly flapping: number
}

/** A bus that behaves. */
export const QUIET_BUS: BusFaults = {
  blankSerial: 0,
  lostDetach: 0,
  lateDetach: 0,
  doubleDetach: 0,
  lostAttach: 0,
  doubleAttach: 0,
  otherPort: 0,
  slowEnumeration: 0,
  flapping: 0,
}

/** A bus on which everything goes wrong now and then. */
export const ROUGH_BUS: BusFaults = {
  blankSerial: 0.2,
  lostDetach: 0.05,
  lateDetach: 0.1,
  doubleDetach: 0.05,
  lostAttach: 0.05,
  doubleAttach: 0.1,
  otherPort: 0.03,
  slowEnumeration: 0.1,
  flapping: 0.05,
}

/** What the host's USB side states. */
export type UsbEvent = Extract<WorldEvent, { kind: 'usb.attached' | 'usb.detached' }>
export type Happened = { readonly atMs: number; readonly event: UsbEvent }

/** Something the bus will do. `list` and `unlist` change what a full list shows, `state` also says so. */
type BusPlan = { readonly atMs: number; readonly order: number } & (
  | { readonly does: 'attach'; readonly device: UsbDevice; readonly stated: boolean }
  | { readonly does: 'read'; readonly deviceId: string; readonly serial: string; readonly stated: boolean }
  | { readonly does: 'repeat-attach'; readonly deviceId: string }
  | { readonly does: 'detach'; readonly deviceId: string; readonly stated: boolean }
  | { readonly does: 'repeat-detach'; readonly deviceId: string }
)
/** A plan before it gets its place in the queue. */
type Wish = BusPlan extends infer P ? (P extends unknown ? Omit<P, 'order'> : never) : never

export type Bus = {
  readonly dice: Dice
  readonly faults: BusFaults
  readonly idPrefix: string
  readonly enumerations: number
  readonly orders: number
  readonly plans: readonly BusPlan[]
  /** What a full list shows now. */
  readonly listed: readonly UsbDevice[]
  /** How often each misbehaviour occurred. */
  readonly tally: Tally
}

/** A bus with nothing on it. Ids of enumerations are unique across seeds. */
export const createBus = (seed: number, faults: Partial<BusFaults>): Bus => ({
  dice: diceFor(seed, 'bus'),
  faults: { ...QUIET_BUS, ...faults },
  idPrefix: `sim${seed}`,
  enumerations: 0,
  orders: 0,
  plans: [],
  listed: [],
  tally: {},
})

/** A bus with a device already listed: nothing was seen arriving. */
export const withListed = (bus: Bus, strings: UsbStrings, usbPort: string): Bus => {
  const [device, next] = nextDevice(bus, strings, usbPort)
  return { ...next, listed: [...next.listed, device] }
}

const HIGH_SPEED_MBPS = 480

function nextDevice(bus: Bus, strings: UsbStrings, usbPort: string): [UsbDevice, Bus] {
  const enumerations = bus.enumerations + 1
  const deviceId = `${bus.idPrefix}-${enumerations}`
  return [
    { deviceId, ...strings, usbPort, hubs: 0, speedMbps: HIGH_SPEED_MBPS },
    { ...bus, enumerations },
  ]
}

const planned = (bus: Bus, wish: Wish): Bus => ({
  ...bus,
  orders: bus.orders + 1,
  plans: [...bus.plans, { ...wish, order: bus.orders }],
})

/** Throws the dice for one misbehaviour and counts it when it occurs. */
function befalls(bus: Bus, fault: keyof BusFaults): [boolean, Bus] {
  const { value, dice } = chance(bus.dice, bus.faults[fault])
  return [value, { ...bus, dice, tally: value ? counted(bus.tally, fault) : bus.tally }]
}

function between(bus: Bus, lowMs: number, highMs: number): [number, Bus] {
  const { value, dice } = uniform(bus.dice, lowMs, highMs)
  return [Math.round(value), { ...bus, dice }]
}

/** `1-2` becomes `1-3`: another socket of the same computer. */
export const otherPortThan = (usbPort: string): string =>
  usbPort.replace(/\d+$/, (last) => String((Number(last) % 4) + 1))

/** The phone shows itself at `atMs`. The host sees it a moment later, in whatever way the dice have it. */
export function appear(before: Bus, atMs: number, strings: UsbStrings, usbPort: string): Bus {
  const [takesMs, afterDelay] = between(before, 300, 800)
  const [slow, afterSlow] = befalls(afterDelay, 'slowEnumeration')
  const [extraMs, afterExtra] = between(afterSlow, 2000, 8000)
  const [moved, afterPort] = befalls(afterExtra, 'otherPort')
  const seenAtMs = atMs + takesMs + (slow ? extraMs : 0)
  const port = moved ? otherPortThan(usbPort) : usbPort
  const [flaps, afterFlap] = befalls(afterPort, 'flapping')
  if (!flaps) return enumerate(afterFlap, seenAtMs, strings, port)
  const [staysMs, afterStay] = between(afterFlap, 100, 600)
  const [awayMs, afterAway] = between(afterStay, 300, 800)
  const [device, withFirst] = nextDevice(afterAway, strings, port)
  const first = planned(withFirst, { does: 'attach', atMs: seenAtMs, device, stated: true })
  const goesAtMs = seenAtMs + staysMs
  const gone = planned(first, { does: 'detach', atMs: goesAtMs, deviceId: device.deviceId, stated: true })
  return enumerate(gone, goesAtMs + awayMs, strings, port)
}

function enumerate(before: Bus, atMs: number, strings: UsbStrings, usbPort: string): Bus {
  const [device, afterId] = nextDevice(before, strings, usbPort)
  const [lost, afterLost] = befalls(afterId, 'lostAttach')
  const [blank, afterBlank] = befalls(afterLost, 'blankSerial')
  const [isCut, afterCut] = between(afterBlank, 0, 1)
  const [readMs, afterRead] = between(afterCut, 100, 1000)
  const [twice, afterTwice] = befalls(afterRead, 'doubleAttach')
  const [againMs, afterAgain] = between(afterTwice, 20, 300)
  const serial = blank ? (isCut ? strings.serial.slice(0, 12) : '') : strings.serial
  const { deviceId } = device
  let bus = planned(afterAgain, { does: 'attach', atMs, device: { ...device, serial }, stated: !lost })
  if (blank) {
    bus = planned(bus, { does: 'read', atMs: atMs + readMs, deviceId, serial: strings.serial, stated: !lost })
  }
  return twice && !lost ? planned(bus, { does: 'repeat-attach', atMs: atMs + againMs, deviceId }) : bus
}

/** The phone is gone at `atMs`. What was not seen yet never will be; what is listed goes, early or late, said or not. */
export function leave(before: Bus, atMs: number): Bus {
  const isListed = (deviceId: string) => before.listed.some((device) => device.deviceId === deviceId)
  const plans = before.plans.filter(
    (plan) => plan.does === 'repeat-detach' || (plan.does === 'detach' && isListed(plan.deviceId)),
  )
  const going = new Set(plans.flatMap((plan) => (plan.does === 'detach' ? [plan.deviceId] : [])))
  let bus: Bus = { ...before, plans }
  for (const { deviceId } of before.listed) {
    if (!going.has(deviceId)) bus = depart(bus, atMs, deviceId)
  }
  return bus
}

function depart(before: Bus, atMs: number, deviceId: string): Bus {
  const [usualMs, afterDelay] = between(before, 0, 50)
  const [late, afterLate] = befalls(afterDelay, 'lateDetach')
  const [lateMs, afterExtra] = between(afterLate, 500, 3000)
  const [lost, afterLost] = befalls(afterExtra, 'lostDetach')
  const [twice, afterTwice] = befalls(afterLost, 'doubleDetach')
  const goneAtMs = atMs + (late ? lateMs : usualMs)
  const bus = planned(afterTwice, { does: 'detach', atMs: goneAtMs, deviceId, stated: !lost })
  return twice && !lost ? planned(bus, { does: 'repeat-detach', atMs: goneAtMs + 40, deviceId }) : bus
}

const firstPlan = (bus: Bus): BusPlan | null =>
  bus.plans.reduce<BusPlan | null>(
    (first, plan) =>
      first && (first.atMs < plan.atMs || (first.atMs === plan.atMs && first.order < plan.order)) ? first : plan,
    null,
  )

/** When the bus next does something, in ms; null while nothing is planned. */
export const busDueMs = (bus: Bus): number | null => firstPlan(bus)?.atMs ?? null

/** Lets the one thing happen that is planned first; what the host's side states of it comes along. */
export function busHappens(bus: Bus): { bus: Bus; happened: Happened[] } {
  const plan = firstPlan(bus)
  if (!plan) return { bus, happened: [] }
  const rest: Bus = { ...bus, plans: bus.plans.filter((each) => each !== plan) }
  const say = (event: UsbEvent): Happened[] => [{ atMs: plan.atMs, event }]
  switch (plan.does) {
    case 'attach':
      return {
        bus: { ...rest, listed: [...rest.listed, plan.device] },
        happened: plan.stated ? say({ kind: 'usb.attached', device: plan.device }) : [],
      }
    case 'detach':
      return {
        bus: { ...rest, listed: rest.listed.filter((device) => device.deviceId !== plan.deviceId) },
        happened: plan.stated ? say({ kind: 'usb.detached', deviceId: plan.deviceId }) : [],
      }
    case 'repeat-detach':
      return { bus: rest, happened: say({ kind: 'usb.detached', deviceId: plan.deviceId }) }
    default:
      return againAttached(rest, plan, say)
  }
}

function againAttached(
  bus: Bus,
  plan: Extract<BusPlan, { does: 'read' | 'repeat-attach' }>,
  say: (event: UsbEvent) => Happened[],
): { bus: Bus; happened: Happened[] } {
  const found = bus.listed.find((device) => device.deviceId === plan.deviceId)
  if (!found) return { bus, happened: [] }
  const device = plan.does === 'read' ? { ...found, serial: plan.serial } : found
  const listed = bus.listed.map((each) => (each === found ? device : each))
  const stated = plan.does === 'repeat-attach' || plan.stated
  return { bus: { ...bus, listed }, happened: stated ? say({ kind: 'usb.attached', device }) : [] }
}
