import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { EventBody } from '../../../shared/engine/events.ts'
import { waitFor, type Lab, type Room } from './lab.ts'
import { watching, type Watcher } from './watcher.ts'

const CYCLES = Number(process.env['LAB_FLAPS'] ?? 200)
const MODE_CHANGES = Number(process.env['LAB_MODE_CHANGES'] ?? 100)
const HOLD_MS = 150

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

const handles = () => readdirSync('/proc/self/fd').length

const collect = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1e6
}

const seen = (events: readonly EventBody[], usbPort: string): number => {
  const ids = new Set<string>()
  for (const event of events) {
    if (event.kind === 'usb.attached' && event.device.usbPort === usbPort) ids.add(event.device.deviceId)
    if (event.kind === 'usb.listed')
      for (const device of event.devices) if (device.usbPort === usbPort) ids.add(device.deviceId)
  }
  return ids.size
}

/** One phone flaps behind a hub while the other changes modes in a socket of the computer: at the same time, to save time. */
const flapBoth = async (lab: Lab, cycles: number, modeChanges: number) => {
  const limitMs = 1000 * Math.max(60, cycles * 3)
  return Promise.all([
    lab.ask(
      'flap',
      { phone: 'x', socket: 'hub-3', cycles, modes: ['recovery'], holdMs: HOLD_MS, endsAttached: false },
      limitMs,
    ),
    lab.ask(
      'flap',
      {
        phone: 'eleven',
        socket: 'root-a',
        cycles: modeChanges,
        modes: ['normal', 'recovery', 'dfu'],
        holdMs: HOLD_MS,
        endsAttached: true,
      },
      limitMs,
    ),
  ])
}

const judge = async (lab: Lab, watcher: Watcher) => {
  const lastProductId = [0x12a8, 0x1281, 0x1227][(MODE_CHANGES - 1) % 3]
  const endedMs = performance.now()
  await waitFor('the right presence', () => {
    const ids = watcher.attached().map(({ productId }) => productId)
    return ids.length === 1 && ids[0] === lastProductId
  })
  lab.figure('flapping: right presence after the last change', Math.round(performance.now() - endedMs), 'ms')
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
      sentence: `${CYCLES + MODE_CHANGES} times in and out, ${MODE_CHANGES} of them changes of mode: no half pair, no ghost, no leaked handle, memory flat`,
      limitMs: 600_000,
      run: (lab) =>
        watching(async (watcher) => {
          await lab.ask('hub', { plugged: true })
          await flapBoth(lab, 10, 10)
          await lab.unplug('eleven')
          await waitFor('nothing', () => watcher.attached().length === 0)
          await pause(500)
          const before = { handles: handles(), megabytes: collect() }
          watcher.events.length = 0
          const [flaps, changes] = await flapBoth(lab, CYCLES, MODE_CHANGES)
          await judge(lab, watcher)
          await pause(500)
          const after = { handles: handles(), megabytes: collect() }
          const places = {
            hub: await lab.ask('place', { socket: 'hub-3' }),
            root: await lab.ask('place', { socket: 'root-a' }),
          }
          const seenFlaps = seen(watcher.events, places.hub)
          const seenChanges = seen(watcher.events, places.root)
          lab.figure('flapping: arrivals seen of those held 150 ms', seenFlaps, `of ${CYCLES - flaps.neverAppeared}`)
          lab.figure('flapping: changes of mode seen', seenChanges, `of ${MODE_CHANGES - changes.neverAppeared}`)
          lab.figure('flapping: handles more than before', after.handles - before.handles, 'handles')
          lab.figure('flapping: memory more than before', Math.round(after.megabytes - before.megabytes), 'MB')
          assert.ok(after.handles - before.handles <= 2, `handles: ${before.handles} before, ${after.handles} after`)
          assert.ok(
            after.megabytes - before.megabytes < 30,
            `memory: ${before.megabytes} MB before, ${after.megabytes} MB after`,
          )
          // A phone that is pulled before the listener has looked at it is silent as a pair; held this long few may be.
          assert.ok(seenFlaps >= 0.9 * (CYCLES - flaps.neverAppeared), `saw ${seenFlaps} of ${CYCLES} arrivals`)
          assert.ok(
            seenChanges >= 0.9 * (MODE_CHANGES - changes.neverAppeared),
            `saw ${seenChanges} of ${MODE_CHANGES}`,
          )
          await lab.unplug('eleven')
          await lab.ask('hub', { plugged: false })
        }),
    },
  ],
}
