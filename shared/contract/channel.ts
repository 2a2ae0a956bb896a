/**
 * A wire that carries text frames both ways: a WebSocket, a MessagePort of Electron, or a MessagePort within one page.
 * `close` names the reason, so that the other end can show and log it.
 */
export type Channel = {
  send(frame: string): void
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
  const closeListeners: ((reason: string) => void)[] = []
  const frameListeners: ((frame: unknown) => void)[] = []
  const state = { closed: false }
  const closed = (reason: string) => {
    if (state.closed) return
    state.closed = true
    for (const listener of closeListeners) listener(reason)
  }
  const listen = (type: 'message' | 'close', listener: (event?: PortEvent) => void) =>
    'addEventListener' in port ? port.addEventListener(type, listener) : void port.on(type, listener)
  listen('message', (event) => {
    const data = event?.data
    if (state.closed) return
    if (typeof data === 'object' && data !== null && 'closed' in data) {
      closed(String(data.closed))
      port.close()
    } else for (const listener of frameListeners) listener(data)
  })
  listen('close', () => closed('the other side went away'))
  port.start?.()
  return {
    send: (frame) => void (state.closed || port.postMessage(frame)),
    onFrame: (listener) => void frameListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close(reason) {
      if (state.closed) return
      port.postMessage({ closed: reason })
      closed(reason)
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

/** A WebSocket, of the browser or of `ws`, that is open. Binary frames arrive as they are and break the contract. */
export function socketChannel(socket: SocketLike): Channel {
  return {
    send: (frame) => void (socket.readyState === OPEN && socket.send(frame)),
    onFrame: (listener) => socket.addEventListener('message', (event) => listener(event.data)),
    onClose: (listener) =>
      socket.addEventListener('close', (event) => listener(event.reason || 'the connection was lost')),
    // a closing reason may be 123 bytes at most, so it is kept to ASCII
    close: (reason) => socket.close(BROKEN_CONTRACT_CODE, reason.replace(/[^ -~]/g, '?').slice(0, 120)),
    waiting: () => socket.bufferedAmount,
  }
}
