import { expect, test } from 'vitest'
import type { UsbDevice } from '../../shared/engine/phone.ts'
import { chance, type Dice, diceFor, pick } from '../../shared/simulator/dice.ts'
import { device, IPHONE_X, Trace } from './trace.ts'

// A bus that does what it likes with a few phones, and a list at the end that tells the truth.

const ECIDS = ['5F60', '9999', 'AB01'] as const
const PORTS = ['1-1', '1-2', '1-3.1', '1-3.2'] as const
const TURNS = 60

type There = { readonly owner: number; readonly device: UsbDevice; readonly serial: string }

/** Plays one seed: arrivals and departures that are told, lost, doubled, late or blank, phones that change mode and port. */
function play(seed: number) {
  let dice: Dice = diceFor(seed, 'chaos')
  const happens = (probability: number): boolean => {
    const drawn = chance(dice, probability)
    dice = drawn.dice
    return drawn.value
  }
  const oneOf = <T>(values: readonly T[]): T => {
    const drawn = pick(dice, values.length)
    dice = drawn.dice
    return values[drawn.value] as T
  }
  const trace = new Trace()
  let bus: There[] = []
  let enumerations = 0
  let atMs = 0
  const leave = (there: There) => {
    bus = bus.filter((each) => each !== there)
    if (happens(0.3)) return
    trace.detach(atMs, there.device)
    if (happens(0.1)) trace.detach(atMs, there.device)
  }
  const arrive = (owner: number) => {
    const free = PORTS.filter((port) => !bus.some((there) => there.device.usbPort === port))
    const mode = oneOf(['recovery', 'dfu'] as const)
    const serial = IPHONE_X[mode].replace('5F60', ECIDS[owner] ?? '')
    enumerations += 1
    const shown = device(mode, happens(0.3) ? '' : serial, oneOf(free), enumerations)
    bus.push({ owner, device: shown, serial })
    if (happens(0.3)) return
    trace.attach(atMs, shown)
    if (happens(0.1)) trace.attach(atMs, shown)
  }
  const list = () => trace.at(atMs, { kind: 'usb.listed', devices: bus.map((there) => there.device) })
  for (let turn = 0; turn < TURNS; turn += 1) {
    atMs += oneOf([10, 400, 3000, 70_000])
    const owner = oneOf([0, 1, 2])
    const there = bus.find((each) => each.owner === owner)
    const blank = bus.find((each) => each.device.serial === '')
    if (blank && happens(0.4)) {
      const read = { ...blank, device: { ...blank.device, serial: blank.serial } }
      bus = bus.map((each) => (each === blank ? read : each))
      trace.attach(atMs, read.device)
    } else if (there) leave(there)
    else arrive(owner)
    if (happens(0.2)) list()
  }
  atMs += 1000
  bus = bus.map((there) => ({ ...there, device: { ...there.device, serial: there.serial } }))
  list()
  // whoever was only held open for its strings is forgotten at the next moment
  trace.until(atMs)
  return { trace, bus, list }
}

const ecidOf = (owner: number) => `000A1B2C3D4E${ECIDS[owner] ?? ''}`

test('whatever the bus lost, doubled or told late, after a list that tells the truth each phone is there once, and only those', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const { trace, bus, list } = play(seed)
    const attached = trace.state.phones.filter((phone) => phone.presence === 'attached')
    const seen = attached.map(({ identity, mode, usbPort, usb }) =>
      [identity.ecid, mode, usbPort, usb?.deviceId].join(' '),
    )
    const real = bus.map(({ owner, device: { deviceId, usbPort, productId } }) =>
      [ecidOf(owner), productId === 0x1227 ? 'dfu' : 'recovery', usbPort, deviceId].join(' '),
    )
    expect(seen.toSorted(), `seed ${seed}`).toEqual(real.toSorted())
    const ecids = trace.state.phones.map(({ identity }) => identity.ecid).filter((ecid) => ecid !== null)
    expect(new Set(ecids).size, `seed ${seed}`).toBe(ecids.length)
    const before = trace.state.phones
    expect(list().state.phones, `seed ${seed}`).toEqual(before)
  }
})

test('of each phone arrivals and departures take turns, whatever was lost or told twice', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const { trace } = play(seed)
    for (const phone of trace.state.phones) {
      const modes = phone.changes.map(({ mode }) => mode)
      for (const [index, mode] of modes.entries())
        if (index > 0) expect(mode === null, `seed ${seed}`).toBe(modes[index - 1] !== null)
    }
  }
})
