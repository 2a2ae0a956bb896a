import type { Effect } from '../../shared/engine/effects.ts'
import type { WorldEvent } from '../../shared/engine/events.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import type { UsbAccess } from '../../shared/engine/state.ts'
import type { ReadStrings } from './usb-device.ts'
import { createKnownDevices } from './usb-known.ts'
import type { LibraryDevice, UsbLibrary } from './usb-library.ts'
import { createRereader } from './usb-reread.ts'

/** How often the bus is listed: while events cannot come, while a guide runs, else. And how often we ask for access. */
const LIST_ONLY_MS = 1000
const CLOSELY_MS = 2000
const CALMLY_MS = 15_000
const ACCESS_MS = 3000
/** A list that events overtook is taken again soon, and a flapping device does not keep us at it. */
const OVERTAKEN_MS = 100

export type UsbAdapter = {
  /** Performs `usb.relist` and `usb.watch-closely`; leaves every other effect alone. */
  perform(effect: Effect): void
  /** States the full list as soon as it can be had: at the effect, and after the computer slept. */
  relist(): void
  /** The device behind an id, while it is there. */
  find(deviceId: string): LibraryDevice | null
  close(): void
}

export type UsbSetup = {
  readonly load: () => Promise<UsbLibrary>
  readonly readStrings: ReadStrings
  /** Whether the library's events can be trusted to come; asked again at each list. */
  readonly eventsArrive: () => boolean
  readonly state: Inbox
}

const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)

const waitFor = (access: UsbAccess, closely: boolean): number => {
  if (access.status === 'unavailable') return ACCESS_MS
  if (access.status === 'listing-only') return LIST_ONLY_MS
  return closely ? CLOSELY_MS : CALMLY_MS
}

/** Keeps what was last said about access, and says only what is new. */
const accessTeller = (state: Inbox) => {
  let access: UsbAccess = { status: 'starting', problem: null }
  return {
    current: () => access,
    tell(next: UsbAccess) {
      const same = next.status === access.status && next.problem?.code === access.problem?.code
      access = next
      if (!same) state({ kind: 'usb.access', access })
    },
  }
}

/**
 * The listening half: started once the bus could be listed (earlier the library would take the process down). `trusted`
 * tells whether departures and arrivals will be heard; anything heard at all is proof.
 */
const createListener = (eventsArrive: () => boolean, onNews: (read: () => WorldEvent[]) => void) => {
  let stop: (() => void) | null = null
  let refusal: string | null = null
  let heard = false
  const hear = (read: () => WorldEvent[]) => {
    heard = true
    onNews(read)
  }
  return {
    async start(bus: UsbLibrary, known: ReturnType<typeof createKnownDevices>) {
      if (stop !== null || refusal !== null) return
      await bus.list()
      try {
        stop = await bus.listen(
          (device) => hear(() => known.connected(device)),
          (handle) => hear(() => known.disconnected(handle)),
        )
      } catch (error) {
        refusal = inWords(error)
      }
    },
    access(): UsbAccess {
      if (stop !== null && (heard || eventsArrive())) return { status: 'watching', problem: null }
      const detail = refusal ?? undefined
      return { status: 'listing-only', problem: { code: 'usb-no-events', ...(detail && { detail }) } }
    },
    stop: () => stop?.(),
  }
}

/**
 * Watches USB and states what it sees: watch first, then list, so that nothing slips between; then the full list again and
 * again, because departures can be lost. A bus that cannot be listed is stated as such and asked for again. Never throws.
 */
export function createUsb({ load, readStrings, eventsArrive, state }: UsbSetup): UsbAdapter {
  const known = createKnownDevices(readStrings)
  const rereader = createRereader(known, state)
  const access = accessTeller(state)
  let bus: UsbLibrary | null = null
  let closely = false
  let closed = false
  let listing = false
  /** Somebody asked for the full list; otherwise only a list that differs from the books is news. */
  let asked = true
  let news = 0
  let timer: NodeJS.Timeout | undefined

  const listener = createListener(eventsArrive, (read) => {
    if (closed) return
    news += 1
    access.tell(listener.access())
    for (const event of read()) state(event)
    rereader.look()
  })

  /** Takes one list. Gives the time to wait before the next; rejects where the bus cannot be listed. */
  const takeList = async (): Promise<number> => {
    const insisted = asked
    asked = false
    bus ??= await load()
    await listener.start(bus, known)
    const before = news
    const devices = await bus.list()
    if (closed) return 0
    access.tell(listener.access())
    // what events said meanwhile is newer than this list
    if (news !== before) {
      const again = asked
      asked ||= insisted
      return again ? 0 : OVERTAKEN_MS
    }
    const differs = known.listed(devices)
    if (insisted || differs) state({ kind: 'usb.listed', devices: known.all() })
    rereader.look()
    return asked ? 0 : waitFor(access.current(), closely)
  }
  const refuse = (error: unknown): number => {
    if (closed) return 0
    access.tell({ status: 'unavailable', problem: { code: 'usb-unavailable', detail: inWords(error) } })
    if (known.listed([])) state({ kind: 'usb.listed', devices: [] })
    const again = asked
    asked = true
    return again ? 0 : ACCESS_MS
  }
  const list = async (): Promise<void> => {
    if (closed || listing) return
    listing = true
    const waitMs = await takeList().catch(refuse)
    listing = false
    listAfter(waitMs)
  }
  function listAfter(waitMs: number) {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void list(), waitMs)
  }

  void list()
  const relist = () => {
    asked = true
    void list()
  }
  return {
    relist,
    find: (deviceId) => known.find(deviceId),
    perform(effect) {
      if (effect.kind === 'usb.relist') relist()
      if (effect.kind === 'usb.watch-closely' && effect.on !== closely) {
        closely = effect.on
        if (!listing) listAfter(closely ? 0 : waitFor(access.current(), closely))
      }
    },
    close() {
      closed = true
      clearTimeout(timer)
      rereader.close()
      listener.stop()
    },
  }
}
