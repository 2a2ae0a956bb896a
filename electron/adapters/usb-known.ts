import type { WorldEvent } from '../../shared/engine/events.ts'
import type { UsbDevice } from '../../shared/engine/phone.ts'
import { APPLE_VENDOR_ID, usbIdOfApple } from '../../shared/knowledge/usb-ids.ts'
import type { LibraryDevice } from './usb-library.ts'
import { isBlank, readDevice, type ReadStrings, usbPortOf } from './usb-device.ts'

/** Where a blank serial is worth asking for again: everything that is or may be a phone, in every mode. */
const isPhoneLike = (productId: number) => usbIdOfApple(productId)?.mode != null

/**
 * A list is read device by device, and on a busy computer a phone can leave and return meanwhile: then its place is in the list
 * twice, the newer enumeration last (seen on Linux under load). Where no ports are told, places cannot be compared.
 */
const newestByPlace = (libraries: readonly LibraryDevice[]): LibraryDevice[] =>
  libraries.filter(
    (library, at) =>
      library.ports.length === 0 || !libraries.slice(at + 1).some((later) => usbPortOf(later) === usbPortOf(library)),
  )

type Entry = { device: UsbDevice; library: LibraryDevice }

/**
 * The books of the usb adapter: which enumerations are there, each under an id that is never used again. Takes what the
 * library tells and gives the events that are news; repeated tellings are none.
 */
export type KnownDevices = {
  connected(library: LibraryDevice): WorldEvent[]
  disconnected(handle: string): WorldEvent[]
  /** Takes a full list and says whether it differed from the books. */
  listed(libraries: readonly LibraryDevice[]): boolean
  all(): UsbDevice[]
  find(deviceId: string): LibraryDevice | null
  /** Ids of phones whose serial is blank. */
  blank(): string[]
  /** Reads the strings again; the device is news when its serial is no longer blank. */
  reread(deviceId: string): WorldEvent[]
}

export function createKnownDevices(read: ReadStrings): KnownDevices {
  const byHandle = new Map<string, Entry>()
  let enumerations = 0

  const enter = (library: LibraryDevice): UsbDevice => {
    enumerations += 1
    const deviceId = `usb-${enumerations}`
    const device = readDevice(deviceId, library, read(library, false))
    byHandle.set(library.handle, { device, library })
    return device
  }
  /** The same enumeration told again; a handle that was given to another device is not. */
  const isKnown = (library: LibraryDevice) => byHandle.get(library.handle)?.device.productId === library.productId

  const disconnected = (handle: string): WorldEvent[] => {
    const entry = byHandle.get(handle)
    if (!entry) return []
    byHandle.delete(handle)
    return [{ kind: 'usb.detached', deviceId: entry.device.deviceId }]
  }
  /** One place holds one device: whoever is in the books there has left, though nobody has told yet. */
  const displacedBy = (library: LibraryDevice): WorldEvent[] => {
    if (library.ports.length === 0) return []
    const place = usbPortOf(library)
    const there = [...byHandle].filter(([handle, { device }]) => handle !== library.handle && device.usbPort === place)
    return there.flatMap(([handle]) => disconnected(handle))
  }
  const entryOf = (deviceId: string) => [...byHandle.values()].find((entry) => entry.device.deviceId === deviceId)

  return {
    disconnected,
    connected(library) {
      if (library.vendorId !== APPLE_VENDOR_ID || isKnown(library)) return []
      const before = [...disconnected(library.handle), ...displacedBy(library)]
      return [...before, { kind: 'usb.attached', device: enter(library) }]
    },
    listed(libraries) {
      const apple = newestByPlace(libraries.filter((library) => library.vendorId === APPLE_VENDOR_ID))
      const handles = new Set(apple.map((library) => library.handle))
      const gone = [...byHandle.keys()].filter((handle) => !handles.has(handle))
      for (const handle of gone) byHandle.delete(handle)
      const fresh = apple.filter((library) => !isKnown(library))
      for (const library of fresh) enter(library)
      return gone.length > 0 || fresh.length > 0
    },
    all: () => [...byHandle.values()].map((entry) => entry.device),
    find: (deviceId) => entryOf(deviceId)?.library ?? null,
    blank: () =>
      [...byHandle.values()]
        .filter(({ device }) => isPhoneLike(device.productId) && isBlank(device.serial))
        .map(({ device }) => device.deviceId),
    reread(deviceId) {
      const entry = entryOf(deviceId)
      if (!entry || !isBlank(entry.device.serial)) return []
      const strings = read(entry.library, true)
      if (isBlank(strings.serial)) return []
      entry.device = { ...entry.device, ...strings }
      return [{ kind: 'usb.attached', device: entry.device }]
    },
  }
}
