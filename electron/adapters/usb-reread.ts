import type { Inbox } from '../../shared/engine/ports.ts'
import type { KnownDevices } from './usb-known.ts'

/** When a blank serial is asked for again, after it was seen blank: five times within one second. */
const REREAD_AT_MS = [60, 150, 300, 600, 1000]

export type Rereader = { look(): void; close(): void }

/**
 * Phones that have just changed mode can show a blank serial for a moment. Each is asked again a few times, and stated
 * again under the same id when it has answered; one that stays blank is left alone.
 */
export function createRereader(known: KnownDevices, state: Inbox): Rereader {
  const timers = new Map<string, NodeJS.Timeout>()
  const asked = new Set<string>()

  const askAgain = (deviceId: string, turn: number) => {
    const atMs = REREAD_AT_MS[turn]
    timers.delete(deviceId)
    if (atMs === undefined) return
    const ask = () => {
      for (const event of known.reread(deviceId)) state(event)
      if (known.blank().includes(deviceId)) askAgain(deviceId, turn + 1)
      else timers.delete(deviceId)
    }
    timers.set(deviceId, setTimeout(ask, atMs - (REREAD_AT_MS[turn - 1] ?? 0)))
  }

  return {
    look() {
      const blank = known.blank()
      for (const deviceId of asked) if (known.find(deviceId) === null) asked.delete(deviceId)
      for (const deviceId of blank) {
        if (asked.has(deviceId)) continue
        asked.add(deviceId)
        askAgain(deviceId, 0)
      }
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
