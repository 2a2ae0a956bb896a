import { describe, expect, test } from 'vitest'
import { device, IPHONE_X, OTHER_X, Trace } from './trace.ts'

const modes = (trace: Trace) => trace.state.phones.map((phone) => `${phone.id} ${phone.presence} ${phone.mode}`)

describe('a phone is followed across modes', () => {
  test('recovery and DFU with the same ECID are one phone that changed mode, on any port', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const trace = new Trace()
      .attach(0, recovery)
      .detach(1000, recovery)
      .attach(5000, device('dfu', IPHONE_X.dfu, '2-4.1'))
    expect(modes(trace)).toEqual(['phone-1 attached dfu'])
    expect(trace.state.phones[0]).toMatchObject({ matchedBy: 'ecid', usbPort: '2-4.1' })
  })

  test('what a mode hides is carried over: DFU keeps the serial number that recovery showed', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const trace = new Trace().attach(0, recovery).detach(1000, recovery).attach(5000, device('dfu', IPHONE_X.dfu))
    expect(trace.state.phones[0]?.identity).toMatchObject({ serialNumber: 'F2LXXXXXJCLP', stage: 'securerom' })
  })

  test('a UDID without an ECID in it is matched by port and time', () => {
    const normal = device('normal', IPHONE_X.normal)
    const trace = new Trace().attach(0, normal).detach(1000, normal).attach(9000, device('recovery', IPHONE_X.recovery))
    expect(modes(trace)).toEqual(['phone-1 attached recovery'])
    expect(trace.state.phones[0]?.matchedBy).toBe('port')
  })

  test('another phone on another port is another phone, also when nobody knows its ECID', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const trace = new Trace()
      .attach(0, recovery)
      .detach(1000, recovery)
      .attach(5000, device('normal', OTHER_X.normal, '1-2'))
    expect(modes(trace)).toEqual(['phone-1 away recovery', 'phone-2 attached normal'])
  })

  test('a blank string is held open: the phone on this port until the string says who it is', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const trace = new Trace().attach(0, recovery).detach(1000, recovery).attach(5000, device('dfu', ''))
    expect(trace.state.phones[0]).toMatchObject({ id: 'phone-1', mode: 'dfu', reading: true })
    trace.attach(5500, device('dfu', OTHER_X.dfu))
    expect(modes(trace)).toEqual(['phone-1 away dfu', 'phone-2 attached dfu'])
  })
})

describe('the bus may lie', () => {
  test('a lost detach is found when something else appears on the port', () => {
    const trace = new Trace().attach(0, device('recovery', IPHONE_X.recovery)).attach(5000, device('dfu', IPHONE_X.dfu))
    expect(modes(trace)).toEqual(['phone-1 attached dfu'])
  })

  test('stating the same enumeration twice changes nothing', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const once = new Trace().attach(0, recovery)
    const before = once.state.phones
    expect(once.attach(10, recovery).state.phones).toEqual(before)
  })

  test('a re-list finds what was missed, both ways', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const other = device('normal', OTHER_X.normal, '1-2')
    const trace = new Trace().attach(0, recovery).at(100, { kind: 'usb.listed', devices: [other] })
    expect(modes(trace)).toEqual(['phone-1 away recovery', 'phone-2 attached normal'])
  })

  test('a detach of something unknown changes nothing', () => {
    const trace = new Trace().at(0, { kind: 'usb.detached', deviceId: 'nobody' })
    expect(trace.state.phones).toEqual([])
  })
})

describe('what USB shows twice, late or in another order', () => {
  const inRestore = (trace: Trace, deviceId: string) =>
    trace.at(100, { kind: 'phone.told', deviceId, outcome: 'ok', system: 'restore', facts: null })

  test('a blank string on another port, once read, is the phone that was missing, and nobody else is left behind', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const blank = device('recovery', '', '1-7')
    const trace = new Trace().attach(0, recovery).detach(1000, recovery).attach(5000, blank)
    expect(modes(trace)).toEqual(['phone-1 away recovery', 'phone-2 attached recovery'])
    trace.attach(5500, { ...blank, serial: IPHONE_X.recovery })
    expect(modes(trace.until(5501))).toEqual(['phone-1 attached recovery'])
  })

  test('two phones that swap ports stay themselves, whether their leaving is told, lost, or found in a list', () => {
    const one = device('recovery', IPHONE_X.recovery, '1-1', 1)
    const other = device('recovery', OTHER_X.recovery, '1-2', 2)
    const [oneThere, otherHere] = [device('dfu', IPHONE_X.dfu, '1-2', 3), device('dfu', OTHER_X.dfu, '1-1', 4)]
    const both = () => new Trace().attach(0, one).attach(10, other)
    const told = both().detach(1000, one).detach(1001, other).attach(3000, otherHere).attach(3001, oneThere)
    const lost = both().attach(3000, otherHere).attach(3001, oneThere)
    const listed = both().at(3000, { kind: 'usb.listed', devices: [oneThere, otherHere] })
    const blank = both().detach(1000, one).detach(1001, other)
    for (const late of [otherHere, oneThere]) blank.attach(3000, { ...late, serial: '' })
    for (const late of [otherHere, oneThere]) blank.attach(3500, late)
    for (const trace of [told, lost, listed, blank]) {
      expect(trace.state.phones.map(({ id, usbPort, mode }) => [id, usbPort, mode])).toEqual([
        ['phone-1', '1-2', 'dfu'],
        ['phone-2', '1-1', 'dfu'],
      ])
    }
  })

  test('one ECID in two places is one phone, and lists that hold both do not move it to and fro', () => {
    const [one, other] = [device('recovery', IPHONE_X.recovery), device('recovery', IPHONE_X.recovery, '1-2', 2)]
    const trace = new Trace().attach(0, one).attach(10, other)
    const before = trace.state.phones
    for (const atMs of [1000, 2000, 3000]) trace.at(atMs, { kind: 'usb.listed', devices: [one, other] })
    expect(trace.state.phones).toEqual(before)
    expect(modes(trace.at(4000, { kind: 'usb.listed', devices: [one] }))).toEqual(['phone-1 attached recovery'])
    expect(trace.state.phones[0]?.usbPort).toBe('1-1')
  })

  test('a phone in restore is not said to be normal again by a list, by its own event or by the computer’s waking', () => {
    const running = device('normal', '00008015000A1B2C3D4E5F60')
    const trace = inRestore(new Trace().attach(0, running), running.deviceId)
    trace.at(200, { kind: 'usb.listed', devices: [running, device('normal', OTHER_X.normal, '1-2')] })
    trace.attach(300, running)
    expect(modes(trace)).toEqual(['phone-1 attached restore', 'phone-2 attached normal'])
    expect(trace.state.phones[0]?.changes).toHaveLength(1)
  })

  test('every phone of a workshop’s hubs is followed, and lists of them change nothing', () => {
    const serial = (n: number) => IPHONE_X.recovery.replace('5F60', n.toString(16).padStart(4, '0').toUpperCase())
    const devices = Array.from({ length: 24 }, (_, n) => device('recovery', serial(n), `1-${n + 1}`, n))
    const trace = new Trace().at(0, { kind: 'usb.listed', devices })
    expect(trace.state.phones).toHaveLength(24)
    const before = trace.state.phones
    expect(trace.at(1000, { kind: 'usb.listed', devices }).state.phones).toEqual(before)
  })
})

describe('what is not there is not kept', () => {
  test('away becomes gone after a minute, and gone is forgotten after ten', () => {
    const recovery = device('recovery', IPHONE_X.recovery)
    const trace = new Trace().attach(0, recovery).detach(1000, recovery)
    expect(modes(trace.until(60_999))).toEqual(['phone-1 away recovery'])
    expect(modes(trace.until(61_000))).toEqual(['phone-1 gone recovery'])
    expect(modes(trace.until(601_000))).toEqual([])
  })

  test('a thousand phones, one after another, leave a short list', () => {
    const trace = new Trace()
    for (let n = 0; n < 1000; n += 1) {
      const serial = IPHONE_X.recovery.replace('5F60', n.toString(16).padStart(4, '0').toUpperCase())
      const one = device('recovery', serial, '1-1', n)
      trace.attach(n * 10, one).detach(n * 10 + 5, one)
    }
    expect(trace.state.phones.length).toBeLessThanOrEqual(16)
  })

  test('a keyboard and a charger case are no phones', () => {
    const trace = new Trace()
      .attach(0, { ...device('normal', 'x'), productId: 0x0250 })
      .attach(0, { ...device('normal', 'y'), productId: 0x1393 })
      .attach(0, { ...device('normal', 'z'), vendorId: 0x046d })
    expect(trace.state.phones).toEqual([])
  })
})
