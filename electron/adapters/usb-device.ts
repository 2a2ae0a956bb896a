import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UsbDevice } from '../../shared/engine/phone.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import type { LibraryDevice } from './usb-library.ts'

export type UsbStrings = Pick<UsbDevice, 'serial' | 'product'>

/** Reads the two strings of a device. `opening`: also where that means opening the device, which can take a while. */
export type ReadStrings = (device: LibraryDevice, opening: boolean) => UsbStrings

/** Link speeds by the library's names, in Mbit/s (USB 2.0 and 3.2 specifications). */
const SPEEDS_MBPS: Readonly<Record<string, number>> = { low: 1.5, full: 12, high: 480, super: 5000, superPlus: 10000 }

/**
 * A short name for the bus: Linux numbers it (`001`), macOS gives the top byte of the location (`14`), Windows the path of the
 * host controller, which is too long to show and is folded into four characters that stay the same from day to day.
 */
const busName = (bus: string): string => {
  if (/^[0-9a-f]{1,3}$/i.test(bus)) return bus.replace(/^0+(?=.)/, '').toLowerCase()
  let folded = 0
  for (const character of bus) folded = (Math.imul(folded, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return (folded % 36 ** 4).toString(36).padStart(4, '0')
}

/** The place on the bus as `bus-port[.port…]`, e.g. `1-1.3`: on Linux exactly the name that sysfs uses. */
export const usbPortOf = (device: LibraryDevice): string => `${busName(device.bus)}-${device.ports.join('.')}`

/** One enumeration in the engine's words. Never throws: a string that cannot be read is null. */
export function readDevice(deviceId: string, device: LibraryDevice, strings: UsbStrings): UsbDevice {
  return {
    deviceId,
    vendorId: device.vendorId,
    productId: device.productId,
    ...strings,
    usbPort: usbPortOf(device),
    hubs: device.ports.length > 0 ? device.ports.length - 1 : null,
    speedMbps: SPEEDS_MBPS[device.speed ?? ''] ?? null,
  }
}

const orNull = (read: () => string | null | undefined): string | null => {
  try {
    return read() ?? null
  } catch {
    return null
  }
}

const fromLibrary = (device: LibraryDevice): UsbStrings => ({
  serial: orNull(() => device.serialNumber),
  product: orNull(() => device.productName),
})

const NOTHING: UsbStrings = { serial: null, product: null }

/** Linux keeps the strings in files, readable by everybody without opening the device; the number guards against its successor. */
const fromSysfs = (root: string, device: LibraryDevice): UsbStrings => {
  const read = (name: string) =>
    orNull(() => readFileSync(join(root, usbPortOf(device), name), 'utf8').replace(/\n$/, ''))
  if (read('devnum') !== String(device.address)) return NOTHING
  return { serial: read('serial'), product: read('product') }
}

/** How this system gives strings: macOS and Windows keep them with the listing; Linux in files, and the device itself is asked only when `opening`. */
export function stringReader(system: HostSystem, sysfsRoot = '/sys/bus/usb/devices'): ReadStrings {
  if (system !== 'linux') return fromLibrary
  return (device, opening) => {
    const kept = fromSysfs(sysfsRoot, device)
    if (!opening || !isBlank(kept.serial)) return kept
    const asked = fromLibrary(device)
    return { serial: asked.serial ?? kept.serial, product: kept.product ?? asked.product }
  }
}

export const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** On Linux the library hears only what the udev daemon repeats; without one the list works and no event ever comes. */
export const eventsArrive = (system: HostSystem): boolean => system !== 'linux' || existsSync('/run/udev/control')
