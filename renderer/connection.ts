import { type Channel, portChannel, socketChannel } from '../shared/contract/channel.ts'
import { type OpenConnection, openConnection } from '../shared/contract/connection.ts'
import type { PushHandlers } from '../shared/contract/contract.ts'

declare global {
  interface Window {
    /** Set by the preload of the desktop door. */
    handhold?: { readonly door: 'desktop' }
  }
}

/** How the screen stands to the computer's side. `lost` says why, and when the next try is due (performance.now). */
export type LinkStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly reason: string; readonly tries: number; readonly retryAtMs: number }

export type Link = {
  /** Makes a call; rejects at once while there is no connection. */
  readonly call: OpenConnection['call']
  /** Does not wait for the next try. */
  retryNow(): void
}

export type LinkListener = { readonly pushes: PushHandlers; onStatus(status: LinkStatus): void; onOpen(): void }

const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 10_000

/** The desktop door: the preload hands the other end of this port to the main process. */
function openPort(): Promise<Channel> {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('handhold:connect', '*', [port2])
  return Promise.resolve(portChannel(port1))
}

/** The serve door: same origin, so its host check and cookie apply. Rejects when the socket does not open. */
function openSocket(): Promise<Channel> {
  const address = new URL('socket', location.href)
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  address.hash = ''
  address.search = location.search
  const socket = new WebSocket(address)
  const { promise, resolve, reject } = Promise.withResolvers<Channel>()
  socket.addEventListener('open', () => resolve(socketChannel(socket)), { once: true })
  socket.addEventListener('close', (event) => reject(new Error(event.reason || 'no answer')), { once: true })
  return promise
}

const openDoor = () => (window.handhold?.door === 'desktop' ? openPort() : openSocket())

/**
 * Keeps one connection open for as long as the page lives: after a loss it tries again, first after 0.4 s, then waiting
 * twice as long each time up to 10 s. A connection counts as open when the first call (`hello`) was answered.
 */
export function keepConnected(listener: LinkListener, open: () => Promise<Channel> = openDoor): Link {
  let current: OpenConnection | null = null
  let tries = 0
  let timer = 0

  const lose = (reason: string) => {
    current = null
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    tries += 1
    listener.onStatus({ kind: 'lost', reason, tries, retryAtMs: performance.now() + waitMs })
    clearTimeout(timer)
    timer = window.setTimeout(() => void connect(), waitMs)
  }

  const connect = async () => {
    clearTimeout(timer)
    try {
      const channel = await open()
      let alive = true
      const dead = (reason: string) => {
        if (!alive) return
        alive = false
        lose(reason)
      }
      channel.onClose(dead)
      const opened = openConnection(channel, listener.pushes, dead)
      await opened.call('hello', {})
      if (!alive) return
      current = opened
      tries = 0
      listener.onStatus({ kind: 'open' })
      listener.onOpen()
    } catch (error) {
      if (current === null) lose(error instanceof Error ? error.message : String(error))
    }
  }

  listener.onStatus({ kind: 'connecting' })
  void connect()
  return {
    call: (name, input) => (current === null ? Promise.reject(new Error('not connected')) : current.call(name, input)),
    retryNow: () => void (current === null && connect()),
  }
}
