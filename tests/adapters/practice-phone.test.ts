import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTimeline } from '../../electron/adapters/clock.ts'
import { createPracticePhone, type PracticePhone } from '../../electron/adapters/practice-phone.ts'
import type { PracticeSetup } from '../../shared/contract/contract.ts'
import type { EventBody } from '../../shared/engine/events.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A practised phone with everything that it states, on a timeline ten times faster than life. */
function practised(own: Partial<PracticeSetup> = {}) {
  const stated: EventBody[] = []
  const views: number[] = []
  const phone: PracticePhone = createPracticePhone({
    setup: { product: 'iPhone12,1', start: 'recovery', cable: 'signals', ...own, seed: 3 },
    timeline: createTimeline(10),
    state: (event) => stated.push(event),
    onView: () => views.push(views.length),
  })
  return { phone, stated, views }
}
const attached = (stated: EventBody[]) =>
  stated.filter((event) => event.kind === 'usb.attached').map(({ device }) => device)
const kinds = (stated: EventBody[]) => stated.map(({ kind }) => kind)
const answers = (stated: EventBody[]) => stated.filter((event) => event.kind === 'recovery.answered')

test('it says that it watches, lists, and the phone arrives as on a real bus', () => {
  const { stated } = practised()
  expect(kinds(stated).slice(0, 2)).toEqual(['usb.access', 'usb.listed'])
  vi.advanceTimersByTime(1000)
  expect(attached(stated)).toMatchObject([{ vendorId: 0x05ac, productId: 0x1281 }])
})

test('asking whether it can be opened is answered, later and once', () => {
  const { phone, stated } = practised()
  vi.advanceTimersByTime(1000)
  const deviceId = attached(stated)[0]?.deviceId ?? ''
  phone.perform({ kind: 'recovery.send', deviceId, request: 'probe' })
  expect(answers(stated)).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(answers(stated)).toEqual([{ kind: 'recovery.answered', deviceId, request: 'probe', outcome: 'ok' }])
})

test('auto-boot and restart bring the phone out of recovery into its system', () => {
  const { phone, stated } = practised()
  vi.advanceTimersByTime(1000)
  const deviceId = attached(stated)[0]?.deviceId ?? ''
  phone.perform({ kind: 'recovery.send', deviceId, request: 'set-auto-boot' })
  phone.perform({ kind: 'recovery.send', deviceId, request: 'reboot' })
  vi.advanceTimersByTime(20_000)
  expect(answers(stated).map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
  expect(stated.some((event) => event.kind === 'usb.detached' && event.deviceId === deviceId)).toBe(true)
  expect(attached(stated).at(-1)?.productId).toBe(0x12a8)
})

test('a phone in DFU and one that has left answer that nothing can be done', () => {
  const { phone, stated } = practised({ start: 'dfu' })
  vi.advanceTimersByTime(1000)
  const deviceId = attached(stated)[0]?.deviceId ?? ''
  phone.perform({ kind: 'recovery.send', deviceId, request: 'probe' })
  phone.perform({ kind: 'recovery.send', deviceId: 'another', request: 'reboot' })
  vi.advanceTimersByTime(1000)
  expect(answers(stated).map(({ outcome }) => outcome)).toEqual(['not-available', 'gone'])
  expect(stated.some(({ kind }) => kind === 'usb.detached')).toBe(false)
})

test('the effect usb.relist states the full list at once', () => {
  const { phone, stated } = practised()
  vi.advanceTimersByTime(1000)
  phone.perform({ kind: 'usb.relist' })
  expect(stated.at(-1)).toMatchObject({ kind: 'usb.listed', devices: [{ productId: 0x1281 }] })
})

test('watched closely, a list that says nothing new is not stated', () => {
  const { phone, stated } = practised()
  vi.advanceTimersByTime(1000)
  const before = stated.length
  phone.perform({ kind: 'usb.watch-closely', on: true })
  vi.advanceTimersByTime(5000)
  expect(stated).toHaveLength(before)
})

test('what the hands do shows on the phone, and pulling the cable is a departure', () => {
  const { phone, stated, views } = practised({ start: 'normal' })
  vi.advanceTimersByTime(1000)
  const before = views.length
  phone.act({ kind: 'buttons', down: ['volume-up'] })
  expect(phone.view()).toMatchObject({ down: ['volume-up'], plugged: true })
  expect(views.length).toBeGreaterThan(before)
  phone.act({ kind: 'unplug' })
  vi.advanceTimersByTime(1000)
  expect(kinds(stated).at(-1)).toBe('usb.detached')
  expect(phone.view().plugged).toBe(false)
})

test('after it is closed nothing happens any more', () => {
  const { phone, stated } = practised()
  phone.close()
  const before = stated.length
  phone.perform({ kind: 'usb.relist' })
  vi.advanceTimersByTime(60_000)
  expect(stated).toHaveLength(before)
})
