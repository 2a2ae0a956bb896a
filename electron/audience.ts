import type { Channel } from '../shared/contract/channel.ts'
import { type ServedConnection, serveCalls } from '../shared/contract/connection.ts'
import type { CallHandlers, PushName, PushValue } from '../shared/contract/contract.ts'

/** A screen that has not taken this much yet gets nothing more until it has; then it gets the newest only. */
const MOST_WAITING_BYTES = 256_000
const ASK_AGAIN_MS = 50

/** What the screens are to be told: each subject at most once per turn of the event loop, made when it is sent. */
export type Audience = {
  /** Serves one more screen, and tells it every subject once. */
  connect(channel: Channel, handlers: CallHandlers): void
  /** This subject has news. */
  news(subject: string): void
  close(reason: string): void
}

/** Makes the push of one subject now; null where there is nothing to tell. */
export type Subject<N extends PushName = PushName> = () => { name: N; value: PushValue<N> } | null

type Seat = { readonly channel: Channel; readonly connection: ServedConnection; readonly owed: Set<string> }

/**
 * The screens and what they are owed. The newest wins: however fast things change, a screen that lags gets the latest and
 * nothing piles up. `log` gets why a connection ended or a call failed.
 */
export function createAudience(subjects: ReadonlyMap<string, Subject>, log: (line: string) => void): Audience {
  const seats = new Set<Seat>()
  let planned = false
  let timer: NodeJS.Timeout | undefined

  const serve = (seat: Seat) => {
    if ((seat.channel.waiting?.() ?? 0) > MOST_WAITING_BYTES) return
    for (const subject of seat.owed) {
      const told = subjects.get(subject)?.()
      if (told) seat.connection.push(told.name, told.value)
    }
    seat.owed.clear()
  }
  const serveAll = () => {
    planned = false
    for (const seat of seats) serve(seat)
    clearTimeout(timer)
    if ([...seats].some((seat) => seat.owed.size > 0)) timer = setTimeout(serveAll, ASK_AGAIN_MS)
  }
  const plan = () => {
    if (planned) return
    planned = true
    setImmediate(serveAll)
  }

  return {
    connect(channel, handlers) {
      const connection = serveCalls(
        channel,
        handlers,
        (reason) => log(`connection closed: ${reason}`),
        (reason) => log(reason),
      )
      const seat: Seat = { channel, connection, owed: new Set(subjects.keys()) }
      seats.add(seat)
      channel.onClose(() => void seats.delete(seat))
      plan()
    },
    news(subject) {
      for (const seat of seats) seat.owed.add(subject)
      if (seats.size > 0) plan()
    },
    close(reason) {
      clearTimeout(timer)
      for (const seat of seats) seat.channel.close(reason)
      seats.clear()
    },
  }
}
