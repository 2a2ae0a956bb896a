// Runs in the page, as text: nothing from outside may be named here. `preloadWorld` runs in a world of its own, as with
// Electron's context isolation; `pageWorld` next to the page's own scripts.

/** Takes what the bridge exposes. Only plain values cross here; Electron's bridge also carries functions. */
export function pageWorld(): void {
  document.addEventListener('standin:expose', (event) => {
    const { key, api } = JSON.parse((event as CustomEvent<string>).detail) as { key: string; api: unknown }
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true })
  })
  const ask = (url: string) => document.dispatchEvent(new CustomEvent('standin:open', { detail: url }))
  window.open = (url) => {
    ask(new URL(url ?? 'about:blank', location.href).href)
    return null
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.target !== '_blank') return
    event.preventDefault()
    ask(link.href)
  })
}

export type ToMain =
  | { op: 'open'; url: string }
  | { op: 'send'; channel: string; args: unknown[]; ports: number[] }
  | { op: 'port'; id: number; data: unknown }
  | { op: 'port-close'; id: number }
export type ToPreload =
  | { op: 'send'; channel: string; args: unknown[] }
  | { op: 'port'; id: number; data: unknown }
  | { op: 'port-close'; id: number }

/** What a sandboxed preload may ask for: `require('electron')` with two modules, and a `process` that does nothing. */
export function preloadWorld(env: { platform: string; binding: string }): {
  require: (id: string) => unknown
  process: object
} {
  const post = (message: ToMain) =>
    (Reflect.get(globalThis, env.binding) as (text: string) => void)(JSON.stringify(message))
  const plain = (what: string, value: unknown): unknown => {
    const text = JSON.stringify(value, (_key, each: unknown) => {
      if (typeof each === 'function') throw new Error(`electron stand-in: a function as ${what} is not played`)
      return each
    })
    if (text === undefined && value !== undefined) throw new Error(`electron stand-in: this ${what} is not played`)
    return value
  }
  const only = <T extends object>(name: string, value: T): T =>
    new Proxy(value, {
      get(target, key) {
        if (key in target) return Reflect.get(target, key) as unknown
        throw new Error(`electron stand-in: ${name}.${String(key)} is not played`)
      },
    })

  const listeners = new Map<string, ((event: object, ...given: unknown[]) => void)[]>()
  const ports = new Map<number, MessagePort>()
  let lastPort = 0
  const carry = (port: MessagePort): number => {
    const id = (lastPort += 1)
    ports.set(id, port)
    port.addEventListener('message', (event) => post({ op: 'port', id, data: plain('message of a port', event.data) }))
    port.addEventListener('close', () => post({ op: 'port-close', id }))
    port.start()
    return id
  }
  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => {
      plain('argument', args)
      post({ op: 'send', channel, args, ports: [] })
    },
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
      post({ op: 'send', channel, args: [plain('message', message)], ports: transfer.map(carry) }),
    on: (channel: string, listener: (event: object, ...given: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
  }
  const receive = (message: ToPreload) => {
    if (message.op === 'port') ports.get(message.id)?.postMessage(message.data)
    else if (message.op === 'port-close') ports.get(message.id)?.close()
    else for (const listener of listeners.get(message.channel) ?? []) listener({ ports: [] }, ...message.args)
  }
  Reflect.set(globalThis, 'standinReceive', receive)

  document.addEventListener('standin:open', (event) => post({ op: 'open', url: (event as CustomEvent<string>).detail }))

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      const detail = JSON.stringify({ key, api: plain('exposed value', api) })
      document.dispatchEvent(new CustomEvent('standin:expose', { detail }))
    },
  }
  const modules = {
    electron: { contextBridge: only('contextBridge', contextBridge), ipcRenderer: only('ipcRenderer', ipcRenderer) },
  }
  return {
    require: (id) => {
      if (id === 'electron') return only('electron', modules.electron)
      throw new Error(`module not found: ${id}`)
    },
    process: { platform: env.platform, type: 'renderer', sandboxed: true, contextIsolated: true, env: {} },
  }
}
