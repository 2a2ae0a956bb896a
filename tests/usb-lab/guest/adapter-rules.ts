import assert from 'node:assert/strict'
import { stringReader } from '../../../electron/adapters/usb-device.ts'
import { initialState } from '../../../shared/engine/initial-state.ts'
import type { State } from '../../../shared/engine/state.ts'
import { step } from '../../../shared/engine/step.ts'
import { PHONES, showingOf } from '../phone/identities.ts'
import { waitFor, type Room } from './lab.ts'
import { arrival, departure, watching, type Watcher } from './watcher.ts'

const PRODUCT_IDS = { normal: 0x12a8, recovery: 0x1281, dfu: 0x1227 } as const

/** What the engine believes after all that was stated, with the moments it was stated at. */
const believe = (watcher: Watcher): State =>
  watcher.recorded.reduce(
    (state, { atMs, event }) => step(state, { ...event, atMs, wallMs: atMs }).state,
    initialState(false, 'linux'),
  )

/** The app's usb adapter on a real kernel. */
export const ADAPTER: Room = {
  name: 'the usb adapter',
  rules: [
    {
      sentence: 'an arrival is stated with ids, strings, place and speed as the phone shows them',
      run: (lab) =>
        watching(async (watcher) => {
          for (const mode of ['normal', 'recovery', 'dfu'] as const) {
            const from = watcher.events.length
            await lab.plug('x', mode)
            const device = await watcher.next(`the phone in ${mode}`, arrival(PRODUCT_IDS[mode]), from)
            const { vendorId, productId, serial, product } = showingOf(PHONES.x, mode)
            const expected = { vendorId, productId, serial, product, hubs: 0, speedMbps: 480 }
            const usbPort = await lab.ask('place', { socket: 'root-a' })
            assert.deepEqual(device, { ...expected, usbPort, deviceId: device.deviceId })
            await lab.unplug('x')
            await watcher.next('its departure', departure(device.deviceId), from)
          }
          assert.deepEqual(watcher.attached(), [])
          assert.deepEqual(watcher.troubles, [])
        }),
    },
    {
      sentence: 'a phone that is there before the adapter starts is in its first list',
      async run(lab) {
        await lab.plug('eleven', 'recovery', 'root-b')
        await watching(async (watcher) => {
          const found = await waitFor('the phone', () => watcher.attached().find((one) => one.productId === 0x1281))
          assert.equal(found.usbPort, await lab.ask('place', { socket: 'root-b' }))
          await waitFor(
            'its serial',
            () => watcher.attached()[0]?.serial === showingOf(PHONES.eleven, 'recovery').serial,
          )
        })
      },
    },
    {
      sentence: 'a change of mode is a departure and an arrival under a new id in the same place',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.plug('x', 'normal')
          const before = await watcher.next('normal mode', arrival(0x12a8))
          await lab.plug('x', 'recovery')
          const after = await watcher.next('recovery', arrival(0x1281))
          assert.notEqual(after.deviceId, before.deviceId)
          assert.equal(after.usbPort, before.usbPort)
          const order = watcher.events.map((event) =>
            event.kind === 'usb.attached'
              ? event.device.deviceId
              : event.kind === 'usb.detached'
                ? `-${event.deviceId}`
                : '',
          )
          assert.ok(order.indexOf(`-${before.deviceId}`) < order.indexOf(after.deviceId), 'gone before it came back')
        }),
    },
    {
      sentence: 'a phone whose UDID names it goes from its system over recovery into DFU (kept for the fast tests)',
      run: (lab) =>
        watching(async (watcher) => {
          for (const mode of ['normal', 'recovery', 'dfu'] as const) {
            await lab.plug('eleven', mode)
            await watcher.next(mode, arrival(PRODUCT_IDS[mode]))
          }
          assert.equal(watcher.events.filter(({ kind }) => kind === 'usb.detached').length, 2)
          lab.record('normal-recovery-dfu', { events: watcher.recorded })
        }),
    },
    {
      sentence: 'two phones are told apart, and the one that leaves is the one that left',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.plug('x', 'recovery', 'root-a')
          await lab.plug('eleven', 'dfu', 'root-b')
          const first = await watcher.next('the first phone', arrival(0x1281))
          const second = await watcher.next('the second phone', arrival(0x1227))
          assert.notEqual(first.usbPort, second.usbPort)
          assert.equal(watcher.attached().length, 2)
          await lab.unplug('x')
          await watcher.next('the departure', departure(first.deviceId))
          assert.deepEqual(
            watcher.attached().map(({ deviceId }) => deviceId),
            [second.deviceId],
          )
        }),
    },
    {
      sentence: 'a phone behind a hub is stated with the hub in its path, at the full speed of the link',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.ask('hub', { plugged: true })
          await lab.plug('x', 'recovery', 'hub-3')
          const device = await watcher.next('the phone behind the hub', arrival(0x1281))
          assert.equal(device.usbPort, await lab.ask('place', { socket: 'hub-3' }))
          assert.match(device.usbPort, /^\d+-1\.3$/)
          assert.equal(device.hubs, 1)
          assert.equal(device.speedMbps, 480)
        }),
    },
    {
      sentence: 'when a whole hub is pulled, the phone behind it is gone too',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.plug('x', 'dfu', 'hub-4')
          const device = await watcher.next('the phone behind the hub', arrival(0x1227))
          await lab.ask('hub', { plugged: false })
          await watcher.next('its departure', departure(device.deviceId))
          await lab.unplug('x')
        }),
    },
    {
      sentence: 'a serial that is blank at first is read again, and stated for the same enumeration',
      run: (lab) =>
        watching(async (watcher) => {
          // The kernel asks once and keeps what it got; the app asks up to five times more.
          await lab.ask('faults', { phone: 'x', faults: { blankSerials: 3 } })
          await lab.plug('x', 'recovery')
          const blank = await watcher.next('the phone', arrival(0x1281))
          assert.ok(blank.serial === null || blank.serial === '', `the serial was there at once: ${blank.serial}`)
          const read = await watcher.next(
            'its serial',
            (event) =>
              event.kind === 'usb.attached' &&
              event.device.serial === showingOf(PHONES.x, 'recovery').serial &&
              event.device,
          )
          assert.equal(read.deviceId, blank.deviceId)
          lab.record('blank-serial', { events: watcher.recorded })
        }),
    },
    {
      sentence: 'a phone that refuses all its strings is stated without them, and nothing breaks',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.ask('faults', { phone: 'x', faults: { refuseStrings: true } })
          await lab.plug('x', 'dfu')
          const device = await watcher.next('the phone', arrival(0x1227))
          assert.equal(device.serial ?? '', '')
          await lab.unplug('x')
          await watcher.next('its departure', departure(device.deviceId))
          assert.deepEqual(watcher.troubles, [])
        }),
    },
    {
      sentence: 'a string that throws when the phone has just left is no string, and the adapter stays well',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.ask('faults', { phone: 'x', faults: { refuseStrings: true } })
          await lab.plug('x', 'recovery')
          const stated = await watcher.next('the phone', arrival(0x1281))
          const device = watcher.adapter.find(stated.deviceId)
          assert.ok(device !== null)
          await lab.unplug('x')
          await watcher.next('its departure', departure(stated.deviceId))
          assert.throws(() => device.serialNumber, 'the getter itself opens the device, and throws')
          for (const system of ['linux', 'macos', 'windows'] as const)
            assert.deepEqual(stringReader(system)(device, true), { serial: null, product: null })
          assert.deepEqual(watcher.troubles, [])
        }),
    },
    {
      sentence: 'a whole restore, which enumerates the phone again and again, is one phone and no alarm',
      run: (lab) =>
        watching(async (watcher) => {
          const modes = ['normal', 'recovery', 'dfu', 'recovery', 'restore', 'restore', 'normal'] as const
          for (const [turn, mode] of modes.entries()) {
            const from = watcher.events.length
            await lab.plug('eleven', mode)
            await watcher.next(`${mode}, turn ${turn}`, arrival(showingOf(PHONES.eleven, mode).productId), from)
            const { phones, banners } = believe(watcher)
            assert.equal(phones.length, 1, `phones after turn ${turn} (${mode}): ${JSON.stringify(phones)}`)
            assert.equal(phones[0]?.presence, 'attached')
            assert.equal(phones[0]?.identity.ecid, PHONES.eleven.ids.ecid)
            assert.deepEqual(banners, [])
          }
          const last = believe(watcher).phones[0]
          assert.equal(last?.mode, 'normal')
          assert.equal(last?.changes.filter(({ mode }) => mode !== null).length, modes.length)
          lab.record('restore', { events: watcher.recorded })
        }),
    },
    {
      sentence: 'a phone whose descriptors the kernel cannot read is not stated, and the next one is',
      run: (lab) =>
        watching(async (watcher) => {
          await lab.ask('faults', { phone: 'x', faults: { refuseConfiguration: true } })
          await lab.plug('x', 'recovery', 'root-b')
          await lab.plug('eleven', 'dfu', 'root-a')
          await watcher.next('the sound phone', arrival(0x1227))
          await lab.unplug('x')
          assert.deepEqual(
            watcher.attached().map(({ productId }) => productId),
            [0x1227],
          )
        }),
    },
  ],
}
