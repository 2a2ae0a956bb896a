import { eventsArrive, stringReader } from '../../../electron/adapters/usb-device.ts'
import { importUsb, readLibrary } from '../../../electron/adapters/usb-library.ts'
import { createUsb, type UsbAdapter } from '../../../electron/adapters/usb.ts'
import type { EventBody } from '../../../shared/engine/events.ts'
import type { UsbDevice } from '../../../shared/engine/phone.ts'
import { waitFor } from './lab.ts'

/** The app's own usb adapter on this kernel, with all it stated. */
export type Watcher = {
  readonly adapter: UsbAdapter
  readonly events: EventBody[]
  /** The same with their moments, in ms from the adapter's start. */
  readonly recorded: { readonly atMs: number; readonly event: EventBody }[]
  readonly troubles: string[]
  /** When the last event came, on `performance.now()`. */
  newsMs(): number
  /** What the events together say is attached, by device id. */
  attached(): UsbDevice[]
  /** The first event from `from` on (an index into `events`) that `look` gives something for. */
  next<Found>(what: string, look: (event: EventBody) => Found | undefined | false, from?: number): Promise<Found>
  close(): void
}

const fold = (events: readonly EventBody[]): UsbDevice[] => {
  const present = new Map<string, UsbDevice>()
  for (const event of events) {
    if (event.kind === 'usb.attached') present.set(event.device.deviceId, event.device)
    if (event.kind === 'usb.detached') present.delete(event.deviceId)
    if (event.kind === 'usb.listed') {
      present.clear()
      for (const device of event.devices) present.set(device.deviceId, device)
    }
  }
  return [...present.values()]
}

/** Starts the adapter and waits until it has said that it watches. */
export const startWatcher = async (expected: 'watching' | 'listing-only' = 'watching'): Promise<Watcher> => {
  const events: EventBody[] = []
  const recorded: Watcher['recorded'] = []
  const startedMs = performance.now()
  const troubles: string[] = []
  const adapter = createUsb({
    load: async () => readLibrary(await importUsb(), (what) => void troubles.push(what)),
    readStrings: stringReader('linux'),
    eventsArrive: () => eventsArrive('linux'),
    state: (event) => {
      events.push(event)
      recorded.push({ atMs: Math.round(performance.now() - startedMs), event })
    },
  })
  const watcher: Watcher = {
    adapter,
    events,
    recorded,
    troubles,
    newsMs: () => startedMs + (recorded.at(-1)?.atMs ?? 0),
    attached: () => fold(events),
    next: (what, look, from = 0) =>
      waitFor(what, () => {
        for (const event of events.slice(from)) {
          const found = look(event)
          if (found !== undefined && found !== false) return found
        }
        return undefined
      }),
    close: () => adapter.close(),
  }
  try {
    await watcher.next(`"${expected}"`, (event) => event.kind === 'usb.access' && event.access.status === expected)
    await watcher.next('the first list', (event) => event.kind === 'usb.listed')
  } catch (error) {
    adapter.close()
    throw new Error(`${String(error)}; stated so far: ${JSON.stringify(events)}`, { cause: error })
  }
  return watcher
}

/** Runs `use` with the adapter watching, and ends the adapter whatever happens. */
export const watching = async (use: (watcher: Watcher) => Promise<void>): Promise<void> => {
  const watcher = await startWatcher()
  try {
    await use(watcher)
  } finally {
    watcher.close()
  }
}

/** An event of arrival under this product id. */
export const arrival = (productId: number) => (event: EventBody) =>
  event.kind === 'usb.attached' && event.device.productId === productId ? event.device : undefined

/** The event that this enumeration has gone. */
export const departure = (deviceId: string) => (event: EventBody) =>
  event.kind === 'usb.detached' && event.deviceId === deviceId
