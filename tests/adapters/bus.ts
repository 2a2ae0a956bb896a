import { createUsb, type UsbAdapter } from '../../electron/adapters/usb.ts'
import type { ReadStrings } from '../../electron/adapters/usb-device.ts'
import { type LibraryDevice, readLibrary, type UsbModules } from '../../electron/adapters/usb-library.ts'
import type { EventBody } from '../../shared/engine/events.ts'

const refuse = () => Promise.reject(new Error('not in this test'))

/** A device as the npm package gives it. */
export const device = (own: Partial<LibraryDevice> & { handle: string }): LibraryDevice => ({
  vendorId: 0x05ac,
  productId: 0x1281,
  bus: '001',
  address: 4,
  ports: [1, 3],
  speed: 'high',
  serialNumber: 'CPID:8015',
  productName: 'Apple Mobile Device (Recovery Mode)',
  configuration: { configurationValue: 1 },
  open: refuse,
  close: refuse,
  selectConfiguration: refuse,
  claimInterface: refuse,
  releaseInterface: refuse,
  controlTransferOut: refuse,
  controlTransferIn: refuse,
  ...own,
})

type Listener = Parameters<UsbModules['usb']['addEventListener']>[1]

export type FakeBus = {
  devices: LibraryDevice[]
  /** Set: `getDevices` rejects with it. */
  listFailure: Error | null
  /** Set: listening cannot be started. */
  listenFailure: Error | null
  lists: number
  listeners: Record<'connect' | 'disconnect', Set<Listener>>
  /** Runs once in the middle of the next list. */
  during: () => void
  modules: UsbModules
  tell(type: 'connect' | 'disconnect', told: LibraryDevice): void
  plug(plugged: LibraryDevice): void
  pull(pulled: LibraryDevice): void
}

/** A stand-in for the modules of the npm package `usb`: devices to list, and connections to tell of. */
export function fakeUsb(): FakeBus {
  const listeners = { connect: new Set<Listener>(), disconnect: new Set<Listener>() }
  const bus: FakeBus = {
    devices: [],
    listFailure: null,
    listenFailure: null,
    lists: 0,
    listeners,
    during: () => {},
    modules: {
      usb: {
        async getDevices() {
          bus.lists += 1
          const taken = [...bus.devices]
          const { during } = bus
          bus.during = () => {}
          during()
          await Promise.resolve()
          if (bus.listFailure) throw bus.listFailure
          return taken
        },
        addEventListener: (type, listener) => void listeners[type].add(listener),
        removeEventListener: (type, listener) => void listeners[type].delete(listener),
      },
      Emitter: class {
        async addAttach() {
          if (bus.listenFailure) throw bus.listenFailure
        }
        async removeAttach() {}
      },
    },
    tell(type, told) {
      for (const listener of listeners[type]) listener({ device: told })
    },
    plug(plugged) {
      bus.devices.push(plugged)
      bus.tell('connect', plugged)
    },
    pull(pulled) {
      bus.devices = bus.devices.filter((each) => each.handle !== pulled.handle)
      bus.tell('disconnect', pulled)
    },
  }
  return bus
}

const plainStrings: ReadStrings = (from) => {
  const read = (get: () => string | null | undefined) => {
    try {
      return get() ?? null
    } catch {
      return null
    }
  }
  return { serial: read(() => from.serialNumber), product: read(() => from.productName) }
}

export type Watched = { stated: EventBody[]; troubles: string[]; usb: UsbAdapter }

/** The usb adapter on a fake bus, with everything that it states. */
export function watch(bus: FakeBus, own: { eventsArrive?: () => boolean; readStrings?: ReadStrings } = {}): Watched {
  const stated: EventBody[] = []
  const troubles: string[] = []
  const usb = createUsb({
    load: async () => readLibrary(bus.modules, (what) => troubles.push(what)),
    readStrings: own.readStrings ?? plainStrings,
    eventsArrive: own.eventsArrive ?? (() => true),
    state: (event) => stated.push(event),
  })
  return { stated, troubles, usb }
}
