/**
 * A wire that carries text frames both ways: a WebSocket, a MessagePort of Electron, or a MessagePort within one page.
 * `close` names the reason, so that the other end can show and log it.
 */
export type Channel = {
  send(frame: string): void
  /** One listener; frames that came before it are not lost. */
  onFrame(listener: (frame: unknown) => void): void
  onClose(listener: (reason: string) => void): void
  close(reason: string): void
  /** Characters or bytes handed to `send` that the wire has not taken yet, where the wire tells. */
  waiting?(): number
}

/** No honest frame comes near this; a longer one breaks the contract. The State is a few kB. */
export const MAX_FRAME_CHARACTERS = 1_000_000

/** A WebSocket's closing code for a broken contract; browsers let a page use only codes from 3000. */
export const BROKEN_CONTRACT_CODE = 4000

/**
 * Hands frames to their listener, and keeps those that come before there is one: the other end may speak first, in the
 * same moment in which the wire opens.
 */
function frameInbox() {
  let listener: ((frame: unknown) => void) | null = null
  const early: unknown[] = []
  return {
    take(frame: unknown) {
      if (listener) listener(frame)
      else early.push(frame)
    },
    onFrame(next: (frame: unknown) => void) {
      listener = next
      for (const frame of early.splice(0)) next(frame)
    },
  }
}

/** Tells everybody once why the wire ended, those who ask later too. */
function ending() {
  const listeners: ((reason: string) => void)[] = []
  let ended: string | null = null
  return {
    has: () => ended !== null,
    end(reason: string) {
      if (ended !== null) return
      ended = reason
      for (const listener of listeners) listener(reason)
    },
    onClose(listener: (reason: string) => void) {
      if (ended === null) listeners.push(listener)
      else listener(ended)
    },
  }
}

type PortEvent = { readonly data?: unknown }

type PortLike = {
  postMessage(message: unknown): void
  close(): void
  start?(): void
} & (
  | { addEventListener(type: 'message' | 'close', listener: (event: PortEvent) => void): void }
  | { on(type: 'message' | 'close', listener: (event?: PortEvent) => void): unknown }
)

/**
 * The end of a MessageChannel: of the page, of Node, or of Electron's main process (which has only `on`; Node's has
 * both, and its `on` gives the bare value, so `addEventListener` comes first). A closing frame carries the reason.
 */
export function portChannel(port: PortLike): Channel {
  const inbox = frameInbox()
  const end = ending()
  const listen = (type: 'message' | 'close', listener: (event?: PortEvent) => void) =>
    'addEventListener' in port ? port.addEventListener(type, listener) : void port.on(type, listener)
  listen('message', (event) => {
    const data = event?.data
    if (end.has()) return
    if (typeof data === 'object' && data !== null && 'closed' in data) {
      end.end(String(data.closed))
      port.close()
    } else inbox.take(data)
  })
  listen('close', () => end.end('the other side went away'))
  port.start?.()
  return {
    send: (frame) => void (end.has() || port.postMessage(frame)),
    onFrame: (listener) => inbox.onFrame(listener),
    onClose: (listener) => end.onClose(listener),
    close(reason) {
      if (end.has()) return
      port.postMessage({ closed: reason })
      end.end(reason)
      port.close()
    },
  }
}

type SocketLike = {
  readonly readyState: number
  readonly bufferedAmount: number
  send(data: string): void
  close(code: number, reason: string): void
  addEventListener(type: 'message' | 'close', listener: (event: { data?: unknown; reason?: string }) => void): void
}

/** `WebSocket.OPEN`, the same number in the browser and in `ws`. */
const OPEN = 1

/**
 * A WebSocket, of the browser or of `ws`; call this in the moment it opens. Binary frames arrive as they are and break the
 * contract.
 */
export function socketChannel(socket: SocketLike): Channel {
  const inbox = frameInbox()
  const end = ending()
  socket.addEventListener('message', (event) => inbox.take(event.data))
  socket.addEventListener('close', (event) => end.end(event.reason || 'the connection was lost'))
  return {
    send: (frame) => void (socket.readyState === OPEN && socket.send(frame)),
    onFrame: (listener) => inbox.onFrame(listener),
    onClose: (listener) => end.onClose(listener),
    // a closing reason may be 123 bytes at most, so it is kept to ASCII
    close: (reason) => socket.close(BROKEN_CONTRACT_CODE, reason.replace(/[^ -~]/g, '?').slice(0, 120)),
    waiting: () => socket.bufferedAmount,
  }
}
