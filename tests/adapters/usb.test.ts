import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EventBody } from '../../shared/engine/events.ts'
import { device, fakeUsb, watch, type Watched } from './bus.ts'

const open: Watched[] = []
const watching: typeof watch = (...setup) => {
  const watched = watch(...setup)
  open.push(watched)
  return watched
}
const settle = () => vi.advanceTimersByTimeAsync(0)
const kinds = (stated: EventBody[]) => stated.map((event) => event.kind)
const ofKind = <K extends EventBody['kind']>(stated: EventBody[], kind: K) =>
  stated.filter((event): event is Extract<EventBody, { kind: K }> => event.kind === kind)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const { usb } of open.splice(0)) usb.close()
  vi.useRealTimers()
})

const phone = device({ handle: 'a' })

test('it says that it watches, then what is there', async () => {
  const bus = fakeUsb()
  bus.devices = [phone, device({ handle: 'mouse', vendorId: 0x046d })]
  const { stated } = watching(bus)
  await settle()
  expect(stated).toEqual([
    { kind: 'usb.access', access: { status: 'watching', problem: null } },
    {
      kind: 'usb.listed',
      devices: [
        {
          deviceId: 'usb-1',
          vendorId: 0x05ac,
          productId: 0x1281,
          serial: 'CPID:8015',
          product: 'Apple Mobile Device (Recovery Mode)',
          usbPort: '1-1.3',
          hubs: 1,
          speedMbps: 480,
        },
      ],
    },
  ])
})

test('an arrival and a departure are stated at once, under one id; a return gets another id', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus)
  await settle()
  bus.plug(phone)
  bus.pull(phone)
  bus.plug(device({ handle: 'b', productId: 0x1227 }))
  expect(kinds(stated).slice(2)).toEqual(['usb.attached', 'usb.detached', 'usb.attached'])
  const [first, second] = ofKind(stated, 'usb.attached')
  expect(ofKind(stated, 'usb.detached')[0]?.deviceId).toBe(first?.device.deviceId)
  expect(second?.device.deviceId).not.toBe(first?.device.deviceId)
})

test('a telling that is repeated, and a departure of something unknown, are not news', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus)
  await settle()
  bus.plug(phone)
  bus.tell('connect', phone)
  bus.tell('disconnect', device({ handle: 'never seen' }))
  bus.tell('connect', device({ handle: 'mouse', vendorId: 0x046d }))
  expect(kinds(stated).slice(2)).toEqual(['usb.attached'])
})

test('a handle that comes back with another product id is another device', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus)
  await settle()
  bus.plug(phone)
  bus.tell('connect', device({ handle: 'a', productId: 0x1227 }))
  expect(kinds(stated).slice(2)).toEqual(['usb.attached', 'usb.detached', 'usb.attached'])
})

test('an arrival in a place where another device was says first that this one has left', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus)
  await settle()
  bus.plug(phone)
  bus.plug(device({ handle: 'b', address: 5 }))
  expect(stated.slice(2)).toMatchObject([
    { kind: 'usb.attached', device: { deviceId: 'usb-1' } },
    { kind: 'usb.detached', deviceId: 'usb-1' },
    { kind: 'usb.attached', device: { deviceId: 'usb-2' } },
  ])
  bus.tell('disconnect', phone)
  expect(stated).toHaveLength(5)
})

test('of two enumerations that a list has in one place only the newer is there', async () => {
  const bus = fakeUsb()
  bus.devices = [phone, device({ handle: 'b', address: 5, productId: 0x1227 }), device({ handle: 'c', ports: [2] })]
  const { stated } = watching(bus)
  await settle()
  expect(stated.at(-1)).toMatchObject({ devices: [{ productId: 0x1227 }, { usbPort: '1-2' }] })
})

test('no USB on this computer is a state, and is asked again until there is access', async () => {
  const bus = fakeUsb()
  bus.listFailure = new Error('getDevices error: /sys/bus/usb/devices/ not found (errno 2)')
  const { stated } = watching(bus)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(stated).toEqual([
    {
      kind: 'usb.access',
      access: { status: 'unavailable', problem: { code: 'usb-unavailable', detail: bus.listFailure.message } },
    },
  ])
  bus.listFailure = null
  bus.devices = [phone]
  await vi.advanceTimersByTimeAsync(3000)
  expect(kinds(stated).slice(1)).toEqual(['usb.access', 'usb.listed'])
  expect(stated.at(-1)).toMatchObject({ devices: [{ productId: 0x1281 }] })
})

test('the library is never listened to before the bus could be listed', async () => {
  const bus = fakeUsb()
  bus.listFailure = new Error('no')
  watching(bus)
  await settle()
  expect(bus.listeners.connect.size).toBe(0)
})

test('access that is lost takes the phones with it', async () => {
  const bus = fakeUsb()
  bus.devices = [phone]
  const { stated } = watching(bus)
  await settle()
  bus.listFailure = new Error('gone')
  await vi.advanceTimersByTimeAsync(15_000)
  expect(kinds(stated).slice(2)).toEqual(['usb.access', 'usb.listed'])
  expect(stated.at(-1)).toEqual({ kind: 'usb.listed', devices: [] })
})

test('without a udev daemon it says so and lists every second', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus, { eventsArrive: () => false })
  await settle()
  expect(stated[0]).toEqual({
    kind: 'usb.access',
    access: { status: 'listing-only', problem: { code: 'usb-no-events' } },
  })
  bus.devices = [phone]
  await vi.advanceTimersByTimeAsync(1000)
  expect(kinds(stated).slice(2)).toEqual(['usb.listed'])
  bus.devices = []
  await vi.advanceTimersByTimeAsync(1000)
  expect(stated.at(-1)).toEqual({ kind: 'usb.listed', devices: [] })
})

test('the first event that does arrive proves that events arrive', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus, { eventsArrive: () => false })
  await settle()
  bus.plug(phone)
  expect(kinds(stated).slice(2)).toEqual(['usb.access', 'usb.attached'])
  expect(stated[2]).toMatchObject({ access: { status: 'watching' } })
})

test('listening that cannot be started leaves listing, with the reason', async () => {
  const bus = fakeUsb()
  bus.listenFailure = new Error('failed to open udev netlink socket')
  bus.devices = [phone]
  const { stated } = watching(bus)
  await settle()
  expect(stated[0]).toMatchObject({
    access: { status: 'listing-only', problem: { detail: bus.listenFailure.message } },
  })
  expect(kinds(stated)).toEqual(['usb.access', 'usb.listed'])
})

test('the bus is listed every 15 seconds, every 2 while watched closely, and only differences are stated', async () => {
  const bus = fakeUsb()
  bus.devices = [phone]
  const { stated, usb } = watching(bus)
  await settle()
  const statedAtStart = stated.length
  const from = bus.lists
  await vi.advanceTimersByTimeAsync(60_000)
  expect(bus.lists - from).toBe(4)
  usb.perform({ kind: 'usb.watch-closely', on: true })
  await settle()
  const closelyFrom = bus.lists
  await vi.advanceTimersByTimeAsync(20_000)
  expect(bus.lists - closelyFrom).toBe(10)
  expect(stated).toHaveLength(statedAtStart)
  // a departure that nobody told
  bus.devices = []
  await vi.advanceTimersByTimeAsync(2000)
  expect(stated.at(-1)).toEqual({ kind: 'usb.listed', devices: [] })
})

test('the effect usb.relist states the full list, changed or not', async () => {
  const bus = fakeUsb()
  bus.devices = [phone]
  const { stated, usb } = watching(bus)
  await settle()
  usb.perform({ kind: 'usb.relist' })
  await settle()
  expect(ofKind(stated, 'usb.listed')).toHaveLength(2)
  expect(stated.at(-1)).toEqual(stated.at(-2))
})

test('a list that is asked for while another is under way is taken and stated too', async () => {
  const bus = fakeUsb()
  const { stated, usb } = watching(bus)
  await settle()
  bus.during = () => usb.relist()
  usb.relist()
  await settle()
  expect(ofKind(stated, 'usb.listed')).toHaveLength(3)
})

test('a list that is asked for while one fails, or while events overtake one, is taken right after', async () => {
  const bus = fakeUsb()
  const { stated, usb } = watching(bus)
  await settle()
  bus.during = () => {
    bus.listFailure = new Error('for a moment')
    usb.relist()
    bus.during = () => (bus.listFailure = null)
  }
  usb.relist()
  await settle()
  expect(kinds(stated).slice(2)).toEqual(['usb.access', 'usb.access', 'usb.listed'])
  bus.during = () => {
    bus.plug(phone)
    usb.relist()
  }
  usb.relist()
  await settle()
  expect(kinds(stated).slice(5)).toEqual(['usb.attached', 'usb.listed'])
})

test('an arrival during a list is not taken back by that list', async () => {
  const bus = fakeUsb()
  const { stated, usb } = watching(bus)
  await settle()
  bus.during = () => bus.plug(phone)
  usb.relist()
  await settle()
  expect(kinds(stated).slice(2)).toEqual(['usb.attached'])
  await vi.advanceTimersByTimeAsync(200)
  expect(stated.at(-1)).toMatchObject({ kind: 'usb.listed', devices: [{ deviceId: 'usb-1' }] })
})

test('a device whose strings throw is stated without them', async () => {
  const bus = fakeUsb()
  const { stated, troubles } = watching(bus)
  await settle()
  const shy = device({ handle: 's' })
  Object.defineProperty(shy, 'serialNumber', {
    get() {
      throw new Error('open error: device not found (errno 2)')
    },
  })
  bus.plug(shy)
  expect(stated.at(-1)).toMatchObject({ kind: 'usb.attached', device: { serial: null, productId: 0x1281 } })
  expect(troubles).toEqual([])
})

test('an exception while an event is taken stays inside and is reported', async () => {
  const bus = fakeUsb()
  const { troubles } = watching(bus, {
    readStrings() {
      throw new Error('impossible')
    },
  })
  await settle()
  bus.plug(phone)
  expect(troubles).toEqual(['usb listener: impossible'])
})

test('a blank serial is asked for again and stated again under the same id once it is read', async () => {
  const bus = fakeUsb()
  const { stated } = watching(bus)
  await settle()
  const late = { ...device({ handle: 'l', productId: 0x1227 }), serialNumber: ' ' }
  bus.plug(late)
  await vi.advanceTimersByTimeAsync(200)
  late.serialNumber = 'CPID:8015 SRTG:[iBoot-3332.0.0.1.23]'
  await vi.advanceTimersByTimeAsync(2000)
  const attached = ofKind(stated, 'usb.attached').map((event) => event.device)
  expect(attached.map((each) => each.serial)).toEqual([' ', late.serialNumber])
  expect(new Set(attached.map((each) => each.deviceId)).size).toBe(1)
})

test('a serial that stays blank is given up after a second, and a phone that has left is not asked', async () => {
  const bus = fakeUsb()
  let asked = 0
  watching(bus, {
    readStrings(_device, opening) {
      if (opening) asked += 1
      return { serial: null, product: null }
    },
  })
  await settle()
  bus.plug(phone)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(5)
  const other = device({ handle: 'other', ports: [2] })
  bus.plug(other)
  bus.pull(other)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(5)
})

test('after close nothing is listed, listened to or stated', async () => {
  const bus = fakeUsb()
  const { stated, usb } = watching(bus)
  await settle()
  const before = { stated: stated.length, lists: bus.lists }
  usb.close()
  bus.plug(phone)
  await vi.advanceTimersByTimeAsync(60_000)
  expect({ stated: stated.length, lists: bus.lists }).toEqual(before)
  expect(bus.listeners.connect.size + bus.listeners.disconnect.size).toBe(0)
})
