import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { EventBody } from '../../../shared/engine/events.ts'
import type { Socket } from '../phone/control.ts'
import { PHONES, showingOf, type PhoneMode, type PhoneName } from '../phone/identities.ts'
import { run, waitFor, type Lab, type Room } from './lab.ts'
import { watching, type Watcher } from './watcher.ts'

const CYCLES = Number(process.env['LAB_FLAPS'] ?? 300)
const MODE_CHANGES = Number(process.env['LAB_MODE_CHANGES'] ?? 100)
const MODES = ['normal', 'recovery', 'dfu'] as const
/** A phone that stays so long is never lost; a shorter stay may end before any listener has looked, and is silent by nature. */
const HOLD_MS = 100
/** How late the app may be with what udev has announced. */
const LATEST_MS = 2000
/** What 200 more stays may cost in memory: 100 kB each, of which the lab's own record of what was told is a part. */
const MOST_MEGABYTES = 20
/** The kernel's own timeouts are of five seconds. */
const KERNEL_MS = 15_000

/** Arrivals and departures of one place on the bus must take turns, each departure naming the arrival before it. */
const findHalfPairs = (events: readonly EventBody[]): string[] => {
  const faults: string[] = []
  const present = new Map<string, string>()
  const placeOf = new Map<string, string>()
  const arrive = (deviceId: string, usbPort: string) => {
    const before = present.get(usbPort)
    if (before !== undefined && before !== deviceId)
      faults.push(`${deviceId} came to ${usbPort} where ${before} still was`)
    present.set(usbPort, deviceId)
    placeOf.set(deviceId, usbPort)
  }
  for (const event of events) {
    if (event.kind === 'usb.attached') arrive(event.device.deviceId, event.device.usbPort)
    if (event.kind === 'usb.listed') {
      present.clear()
      for (const { deviceId, usbPort } of event.devices) arrive(deviceId, usbPort)
    }
    if (event.kind === 'usb.detached') {
      const place = placeOf.get(event.deviceId) ?? ''
      if (present.get(place) !== event.deviceId) faults.push(`${event.deviceId} left and was not there`)
      present.delete(place)
    }
  }
  return faults
}

/** A phone that comes and goes in one place. */
type Flapper = {
  readonly phone: PhoneName
  readonly socket: Socket
  readonly usbPort: string
  readonly cycles: number
  /** Taken in turn, one for each cycle. */
  readonly modes: readonly PhoneMode[]
  /** Between two modes a phone leaves by itself and is back at once, and it is there at the end. Else it is out at the end. */
  readonly changesMode: boolean
}

/** All on buses of their own but for the hub, which waits for nobody either. */
const flappers = (lab: Lab, cycles: number, modeChanges: number): Promise<Flapper[]> => {
  const share = Math.floor(cycles / 3)
  const out = { modes: ['recovery', 'dfu'], changesMode: false } as const
  const changing = { modes: MODES, changesMode: true } as const
  const all = [
    { phone: 'x', socket: 'hub-3', cycles: share, ...out },
    { phone: 'twelve', socket: 'far-a', cycles: share, ...out },
    { phone: 'se', socket: 'far-b', cycles: cycles - 2 * share, ...out },
    { phone: 'eleven', socket: 'root-a', cycles: modeChanges, ...changing },
  ] as const
  return Promise.all(all.map(async (each) => ({ ...each, usbPort: await lab.ask('place', { socket: each.socket }) })))
}

/** What came of the flapping. `lost`: stayed long enough and was in no list. */
type Tally = { taken: number; neverTaken: number; held: number; lost: string[]; lastChangeMs: number }

const reached = (what: string, condition: () => boolean): Promise<boolean> =>
  waitFor(what, condition, KERNEL_MS).catch(() => false)

const filesOf = (usbPort: string) => `/sys/bus/usb/devices/${usbPort}`

type Seat = { readonly usbPort: string; readonly productId: number }

/** Puts the phone in for one stay and waits for the kernel. Gives where it is, or null where the kernel never took it up. */
const sitDown = async (lab: Lab, flapper: Flapper, cycle: number, tally: Tally): Promise<Seat | null> => {
  const { phone, socket, usbPort, modes } = flapper
  const mode = modes[cycle % modes.length] ?? 'recovery'
  await lab.plug(phone, mode, socket)
  const isTaken = await reached('the kernel', () => existsSync(`${filesOf(usbPort)}/bConfigurationValue`))
  tally.lastChangeMs = performance.now()
  tally[isTaken ? 'taken' : 'neverTaken'] += 1
  return isTaken ? { usbPort, productId: showingOf(PHONES[phone], mode).productId } : null
}

const standUp = async (lab: Lab, { phone, usbPort, changesMode }: Flapper, tally: Tally): Promise<void> => {
  if (changesMode) return
  await lab.unplug(phone)
  await reached('its end', () => !existsSync(filesOf(usbPort)))
  tally.lastChangeMs = performance.now()
}

/** Whoever is in now and stays so long must be in the next list. */
const holdAll = async (watcher: Watcher, seats: readonly Seat[], tally: Tally): Promise<void> => {
  await pause(HOLD_MS)
  let missing = seats
  // A list that was under way already may be older than a phone; the next one cannot be.
  for (let turn = 0; turn < 2 && missing.length > 0; turn += 1) {
    const from = watcher.events.length
    watcher.adapter.relist()
    await watcher.next('a list', (event) => event.kind === 'usb.listed', from)
    const listed = watcher.attached().map(({ usbPort, productId }) => `${usbPort} ${productId}`)
    missing = missing.filter(({ usbPort, productId }) => !listed.includes(`${usbPort} ${productId}`))
  }
  tally.held += seats.length
  tally.lost.push(...missing.map(({ usbPort, productId }) => `${productId.toString(16)} in ${usbPort}`))
}

/**
 * All of them at once, each in its own time: a short stay, which ends after as many moments as there are, and a long one. At
 * the end of the long one they wait for each other, so that one list serves them all.
 */
const flapAll = async (lab: Lab, watcher: Watcher, cycles: number, modeChanges: number, tally: Tally) => {
  const all = await flappers(lab, cycles, modeChanges)
  const most = Math.max(...all.map((flapper) => flapper.cycles))
  for (let cycle = 0; cycle < most; cycle += 2) {
    const shortly = all.filter((flapper) => cycle < flapper.cycles)
    const long = shortly.filter((flapper) => cycle + 1 < flapper.cycles)
    const stays = shortly.map(async (flapper, at) => {
      await sitDown(lab, flapper, cycle, tally)
      await pause(((cycle + at) * 37) % HOLD_MS)
      await standUp(lab, flapper, tally)
      return long.includes(flapper) ? sitDown(lab, flapper, cycle + 1, tally) : null
    })
    const seats = (await Promise.all(stays)).filter((seat) => seat !== null)
    await holdAll(watcher, seats, tally)
    await Promise.all(long.map((flapper) => standUp(lab, flapper, tally)))
  }
}

const emptyTally = (): Tally => ({ taken: 0, neverTaken: 0, held: 0, lost: [], lastChangeMs: 0 })

const handles = () => readdirSync('/proc/self/fd').length

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

const measure = () => {
  collectGarbage()
  return { handles: handles(), megabytes: process.memoryUsage().rss / 1e6 }
}

/** How many enumerations the adapter has told of. */
const countSeen = (events: readonly EventBody[]): number => {
  const ids = new Set<string>()
  for (const event of events) {
    if (event.kind === 'usb.attached') ids.add(event.device.deviceId)
    if (event.kind === 'usb.listed') for (const device of event.devices) ids.add(device.deviceId)
  }
  return ids.size
}

/** The one phone that is left, soon, in the events and in a list; and nothing half in between. */
const judge = async (lab: Lab, watcher: Watcher, tally: Tally) => {
  const lastHalf = MODE_CHANGES - Math.floor(MODE_CHANGES / 2)
  const lastMode = MODES[(lastHalf - 1) % MODES.length] ?? 'normal'
  const lastProductId = showingOf(PHONES.eleven, lastMode).productId
  // How long the system takes to announce the last change is not the app's doing.
  const announced = run('udevadm', ['settle', '-t', '60']).then(() => performance.now())
  const present = await waitFor('the right presence', () => {
    const ids = watcher.attached().map(({ productId }) => productId)
    return ids.length === 1 && ids[0] === lastProductId && watcher.newsMs()
  })
  const lateMs = present - Math.max(await announced, tally.lastChangeMs)
  lab.figure('flapping: right presence after the last change', Math.round(present - tally.lastChangeMs), 'ms')
  assert.ok(lateMs <= LATEST_MS, `the right presence came ${lateMs} ms after udev had announced it`)
  const from = watcher.events.length
  watcher.adapter.relist()
  const list = await watcher.next('a list', (event) => event.kind === 'usb.listed' && event.devices, from)
  assert.deepEqual(
    list.map(({ productId }) => productId),
    [lastProductId],
    'no ghost in the list',
  )
  assert.deepEqual(findHalfPairs(watcher.events), [])
  assert.deepEqual(watcher.troubles, [])
}

/** Phones that come and go faster than anybody could plug them. */
export const FLAPPING: Room = {
  name: 'flapping',
  rules: [
    {
      sentence: `${CYCLES} times in and out and ${MODE_CHANGES} changes of mode: none lost that stayed ${HOLD_MS} ms, no half pair, no ghost, no leaked handle, memory flat`,
      limitMs: 900_000,
      run: (lab) =>
        watching(async (watcher) => {
          await lab.ask('hub', { plugged: true })
          await flapAll(lab, watcher, 12, 6, emptyTally())
          await lab.unplug('eleven')
          await waitFor('nothing', () => watcher.attached().length === 0)
          const before = measure()
          watcher.events.length = 0
          const tally = emptyTally()
          const half = [Math.floor(CYCLES / 2), Math.floor(MODE_CHANGES / 2)] as const
          await flapAll(lab, watcher, half[0], half[1], tally)
          const middle = measure()
          await flapAll(lab, watcher, CYCLES - half[0], MODE_CHANGES - half[1], tally)
          await judge(lab, watcher, tally)
          await waitFor(`as few handles as before (${before.handles})`, () => handles() <= before.handles + 2)
          const after = measure()
          lab.figure('flapping: stays the kernel took up', tally.taken, `of ${CYCLES + MODE_CHANGES}`)
          lab.figure('flapping: of these told by the app', countSeen(watcher.events), 'stays')
          lab.figure(`flapping: stays of ${HOLD_MS} ms and more, all in a list`, tally.held, 'stays')
          lab.figure('flapping: handles more than before', after.handles - before.handles, 'handles')
          lab.figure('flapping: memory more than before', Math.round(after.megabytes - before.megabytes), 'MB')
          lab.figure('flapping: of this in the second half', Math.round(after.megabytes - middle.megabytes), 'MB')
          assert.deepEqual(tally.lost, [], 'stayed long enough and was in no list')
          assert.ok(tally.neverTaken <= (CYCLES + MODE_CHANGES) / 20, `the kernel took up only ${tally.taken}`)
          // A young process grows into its memory; one that leaks goes on growing.
          const megabytes = `MB before, in the middle, after: ${[before, middle, after].map((each) => each.megabytes)}`
          assert.ok(after.megabytes - middle.megabytes < MOST_MEGABYTES, megabytes)
          await lab.unplug('eleven')
          await lab.ask('hub', { plugged: false })
        }),
    },
  ],
}
