import type { UsbDevice } from '../engine/phone.ts'
import type { Button } from '../knowledge/vocabulary.ts'
import {
  appear,
  type Bus,
  busDueMs,
  type BusFaults,
  busHappens,
  createBus,
  type Happened,
  leave,
  otherPortThan,
  withListed,
} from './bus.ts'
import { secondOf } from './buttons.ts'
import { addTallies, chance, counted, diceFor, type Tally } from './dice.ts'
import { stringsOf, type UsbShown } from './identity.ts'
import { modelOf } from './models.ts'
import { createPhone, type Note, type Phone, type PhoneScreen, type PhoneStart, type Power } from './phone.ts'
import { reset } from './rom.ts'
import { phoneDueMs, phoneHappens } from './rules.ts'
import { buttonsChanged } from './running.ts'

/** Which phone, how it is met, and how its bus behaves. Everything left out is the usual case. */
export type WorldSetup = {
  readonly seed: number
  readonly product: string
  readonly start: PhoneStart
  readonly cable: 'signals' | 'cannot-signal'
  readonly usbPort?: string
  readonly bus?: Partial<BusFaults>
  /** The two rare hardware faults may befall this phone. True unless said otherwise. */
  readonly boardFaults?: boolean
  /** Left out: true, except for a phone met in recovery, where the dice decide. */
  readonly autoBoot?: boolean
  readonly battery?: 'charged' | 'empty'
  /** Newer phones are reported to show another id than DFU's; a broken first loader waits by DFU's id with a tag of its own. */
  readonly dfuShows?: Phone['dfuShows']
  /** What opening the recovery device leads to; `busy-later`: another program takes it after the app has looked whether it may. */
  readonly opens?: 'ok' | 'busy' | 'busy-later' | 'no-permission' | 'not-available'
}

export type WorldAction =
  /** The full set of buttons that are down now. */
  | { readonly kind: 'buttons'; readonly down: readonly Button[] }
  /** `usbPort` null: the same socket again, by and large. */
  | { readonly kind: 'plug'; readonly usbPort: string | null }
  | { readonly kind: 'unplug' }
  | { readonly kind: 'host'; readonly command: 'reboot' | 'set-auto-boot' }
  /** A finger drags the power-off slider that the screen shows. */
  | { readonly kind: 'slide' }

/** One virtual iPhone on one cable and one bus: a plain value, times in ms on the caller's clock. */
export type World = {
  readonly setup: WorldSetup
  readonly atMs: number
  readonly phone: Phone
  readonly bus: Bus
  readonly usbPort: string
  readonly replugs: number
  readonly down: readonly Button[]
  /** What USB showed since it was last asked for. */
  readonly outbox: readonly Happened[]
  readonly tally: Tally
}

const strings = (phone: Phone, shown: UsbShown) => stringsOf(phone.model, phone.ids, shown)

/** A world in which the phone has been plugged in at `atMs`: its first attach is still to come. Throws for an unknown product. */
export function createWorld(setup: WorldSetup, atMs: number): World {
  const phone = createPhone(
    {
      seed: setup.seed,
      model: modelOf(setup.product),
      start: setup.start,
      cable: setup.cable,
      boardFaults: setup.boardFaults ?? true,
      autoBoot: setup.autoBoot ?? null,
      batteryEmpty: setup.battery === 'empty',
      dfuShows: setup.dfuShows ?? 'dfu',
    },
    atMs,
  )
  const usbPort = setup.usbPort ?? '1-1'
  const bus = createBus(setup.seed, setup.bus ?? {})
  return {
    setup,
    atMs,
    phone,
    bus: phone.shown ? appear(bus, atMs, strings(phone, phone.shown), usbPort) : bus,
    usbPort,
    replugs: 0,
    down: [],
    outbox: [],
    tally: {},
  }
}

/** The same world, but the phone has been on the bus for long: it is in the first list and no attach comes. */
export function createSettledWorld(setup: WorldSetup, atMs: number): World {
  const world = createWorld(setup, atMs)
  const { shown } = world.phone
  const bus = createBus(setup.seed, setup.bus ?? {})
  return { ...world, bus: shown ? withListed(bus, strings(world.phone, shown), world.usbPort) : bus }
}

/** The world with its phone changed; what that does to USB goes to the bus. */
function withPhone(world: World, phone: Phone, atMs: number): World {
  const before = world.phone
  const visibleBefore = before.plugged ? before.shown : null
  const visible = phone.plugged ? phone.shown : null
  let bus = world.bus
  if (visible !== visibleBefore) {
    if (visibleBefore) bus = leave(bus, atMs)
    if (visible) bus = appear(bus, atMs, strings(phone, visible), world.usbPort)
  }
  const last = before.notes.at(-1)
  const news = last ? phone.notes.slice(phone.notes.lastIndexOf(last) + 1) : phone.notes
  return { ...world, phone, bus, tally: news.reduce((tally, note) => counted(tally, note.what), world.tally) }
}

/** When something next happens inside, or was already seen and not yet fetched; ms, null when nothing will by itself. */
export function nextWakeMs(world: World): number | null {
  const times = [world.outbox[0]?.atMs ?? null, phoneDueMs(world.phone), busDueMs(world.bus)].filter(
    (atMs) => atMs !== null,
  )
  return times.length > 0 ? Math.max(Math.min(...times), world.outbox.length > 0 ? 0 : world.atMs) : null
}

/** Far more than happens in hours of a phone's life: beyond it a rule is broken and would go on for ever. */
const MOST_TURNS = 100_000

/** Everything up to and including `untilMs` happens, each thing at its own time; what USB shows goes to the outbox. */
function runUntil(start: World, untilMs: number): World {
  let world = start
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const phoneMs = phoneDueMs(world.phone)
    const busMs = busDueMs(world.bus)
    const soonest = Math.min(phoneMs ?? Number.POSITIVE_INFINITY, busMs ?? Number.POSITIVE_INFINITY)
    if (soonest > untilMs) return { ...world, atMs: Math.max(world.atMs, untilMs) }
    const atMs = Math.max(world.atMs, soonest)
    if (phoneMs === soonest) {
      world = { ...withPhone(world, phoneHappens(world.phone, atMs), atMs), atMs }
    } else {
      const { bus, happened } = busHappens(world.bus)
      world = { ...world, atMs, bus, outbox: [...world.outbox, ...happened] }
    }
  }
  throw new Error(`a rule of the phone does not come to rest (seed ${start.setup.seed}, at ${world.atMs} ms)`)
}

/** What USB showed up to and including `untilMs`, in order and each with its own time. The result does not depend on how often this is called. */
export function advance(world: World, untilMs: number): { world: World; happened: readonly Happened[] } {
  const later = runUntil(world, untilMs)
  return { world: { ...later, outbox: [] }, happened: later.outbox }
}

/** A hand or the host does something at `atMs` (not before the world's own time). What is due until then happens first. */
export function act(before: World, atMs: number, action: WorldAction): World {
  const world = runUntil(before, atMs)
  const now = world.atMs
  const { phone } = world
  switch (action.kind) {
    case 'buttons':
      return { ...withPhone(world, buttonsChanged(phone, action.down, now), now), down: [...action.down] }
    case 'unplug':
      return withPhone(world, { ...phone, plugged: false }, now)
    case 'plug':
      return plug(world, action.usbPort)
    case 'slide':
      return phone.screen === 'slider' && phone.power === 'system'
        ? withPhone(world, { ...phone, screen: 'black', shutDownAtMs: now + phone.figures.shutDownMs }, now)
        : world
    case 'host':
      return command(world, action.command)
  }
}

/** One in eight replugs ends in another socket, unless the socket is named. */
function plug(world: World, usbPort: string | null): World {
  const { phone, atMs } = world
  if (phone.plugged) return world
  const replugs = world.replugs + 1
  const moves = usbPort === null && chance(diceFor(world.setup.seed, `replug ${replugs}`), 1 / 8).value
  const port = usbPort ?? (moves ? otherPortThan(world.usbPort) : world.usbPort)
  const plugged: Phone = { ...phone, plugged: true }
  const { family } = phone.model
  // The old way into recovery: plug in a phone that is off while the second button is down.
  const bySecond = (family === 'home' || family === 'solid-home') && phone.buttons.holds[secondOf(family)].raw
  const starts = phone.power === 'off' && !phone.batteryEmpty && bySecond
  return withPhone(
    { ...world, usbPort: port, replugs, tally: moves ? counted(world.tally, 'replugged-elsewhere') : world.tally },
    starts ? reset(plugged, atMs, 'power-on', true) : plugged,
    atMs,
  )
}

/** What the host's request leads to now: the value for `recovery.answered`. */
export function answerTo(world: World, request: 'probe' | 'set-auto-boot' | 'reboot'): HostAnswer {
  const { phone, setup } = world
  const isThere = phone.plugged && phone.shown !== null && world.bus.listed.length > 0
  if (!isThere) return 'gone'
  if (phone.shown.mode !== 'recovery') return request === 'probe' ? 'not-available' : 'failed'
  if (setup.opens === 'busy-later') return request === 'probe' ? 'ok' : 'busy'
  return setup.opens ?? 'ok'
}
export type HostAnswer = 'ok' | 'busy' | 'no-permission' | 'not-available' | 'gone' | 'failed'

function command(world: World, request: 'reboot' | 'set-auto-boot'): World {
  if (answerTo(world, request) !== 'ok') return world
  const { phone, atMs } = world
  return request === 'set-auto-boot'
    ? { ...world, phone: { ...phone, autoBoot: true } }
    : { ...world, phone: { ...phone, hostResetAtMs: atMs + phone.figures.hostResetMs } }
}

/** What a full list of the bus shows at the world's time. */
export const listDevices = (world: World): UsbDevice[] => [...world.bus.listed]

/** What the phone's own screen shows at the world's time. */
export const screenOf = (world: World): PhoneScreen => world.phone.screen

/** What really happened: never seen by the engine, for tests and the practice score. */
export type Truth = {
  readonly power: Power
  readonly screen: PhoneScreen
  readonly autoBoot: boolean
  readonly inDfu: boolean
  readonly badDfu: boolean
  readonly notes: readonly Note[]
  /** Slider, Siri, screenshot, volume and SOS, as they happened. */
  readonly mishaps: readonly Note[]
  /** The last reset and this phone's windows after it, in ms on the caller's clock; null before any reset. */
  readonly windows: Windows | null
  readonly ids: Phone['ids']
  readonly tally: Tally
}
export type Windows = {
  readonly resetAtMs: number
  readonly askUntilMs: number
  readonly releasePowerFromMs: number
  readonly releasePowerUntilMs: number
  /** How long the second button stays down after Power is released. */
  readonly keepSecondMs: number
  readonly recoveryFromMs: number
}

const MISHAPS: ReadonlySet<Note['what']> = new Set(['slider', 'siri', 'sos', 'screenshot', 'volume', 'locked'])

/** What really happened inside the phone, and this phone's own windows. */
export function truth(world: World): Truth {
  const { phone } = world
  const { figures } = phone
  const resetAtMs = phone.notes.findLast((note) => note.what === 'reset')?.atMs ?? null
  return {
    power: phone.power,
    screen: phone.screen,
    autoBoot: phone.autoBoot,
    inDfu: phone.power === 'dfu' && phone.shown !== null,
    badDfu: phone.dfu?.bad ?? false,
    notes: phone.notes,
    mishaps: phone.notes.filter((note) => MISHAPS.has(note.what)),
    windows: resetAtMs === null ? null : windowsAfter(resetAtMs, figures),
    ids: phone.ids,
    tally: addTallies(world.tally, world.bus.tally),
  }
}

const windowsAfter = (resetAtMs: number, figures: Phone['figures']): Windows => ({
  resetAtMs,
  askUntilMs: resetAtMs + figures.askWindowMs,
  releasePowerFromMs: resetAtMs + figures.releaseFromMs,
  releasePowerUntilMs: resetAtMs + figures.releaseUntilMs,
  keepSecondMs: figures.keepSecondMs,
  recoveryFromMs: resetAtMs + figures.cablePictureMs,
})
