import { expect, test } from 'vitest'
import { type Computer, whyNotNative } from '../usb-lab/host/native.ts'

/** A computer on which the lab can use the kernel that is there, but for `change`. Tells whether a module was loaded. */
const computer = (change: Partial<Computer> = {}) => {
  const loads: string[] = []
  const all: Computer = {
    wish: undefined,
    userId: 0,
    udevRuns: () => true,
    loadController: async () => {
      loads.push('vhci-hcd')
      return { code: 0, isThere: true }
    },
    ...change,
  }
  return { all, loads }
}

test('root with a udev daemon and a kernel that has vhci-hcd runs the USB lab on that kernel', async () => {
  const { all, loads } = computer()
  expect(await whyNotNative(all)).toBeNull()
  expect(loads).toEqual(['vhci-hcd'])
})

test('where the kernel has no vhci-hcd the USB lab says so, with how modprobe ended', async () => {
  const loadController = async () => ({ code: 1, isThere: false })
  expect(await whyNotNative(computer({ loadController }).all)).toMatch(/vhci-hcd does not load.*modprobe: 1/u)
})

test('a controller that is there counts, whatever modprobe said: it may be built into the kernel', async () => {
  const loadController = async () => ({ code: 127, isThere: true })
  expect(await whyNotNative(computer({ loadController }).all)).toBeNull()
})

test.each([
  ['the person asks for the emulated computer', { wish: 'guest' }, /HANDHOLD_USB_LAB=guest/u],
  ['an ordinary user runs it', { userId: 1000 }, /root/u],
  ['the system has no users by number', { userId: undefined }, /root/u],
  ['no udev daemon runs', { udevRuns: () => false }, /udev daemon/u],
])('the USB lab leaves this kernel alone, and loads nothing into it, where %s', async (_, change, why) => {
  const { all, loads } = computer(change)
  expect(await whyNotNative(all)).toMatch(why)
  expect(loads).toEqual([])
})
