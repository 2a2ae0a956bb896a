// Messages between the preload's world of one page and the app's own code.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession } from 'playwright'
import { pageWorld, preloadWorld, type ToMain, type ToPreload } from './page.ts'
import { strict } from './strict.ts'

const BINDING = 'standinPost'
const WORLD = 'standin-preload'

export const ipcMain = strict('ipcMain', new EventEmitter())

/** A port of the page as the main process has it: messages wait until it is started. */
class MessagePortMain extends EventEmitter {
  #waiting: unknown[] | null = []
  #closed = false
  readonly #tell: (message: { op: 'port'; data: unknown } | { op: 'port-close' }) => void
  constructor(tell: (message: { op: 'port'; data: unknown } | { op: 'port-close' }) => void) {
    super()
    this.#tell = tell
  }
  deliver(data: unknown) {
    if (this.#waiting) this.#waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }
  end() {
    if (this.#closed) return
    this.#closed = true
    this.emit('close')
  }
  start() {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const data of waiting) this.deliver(data)
  }
  postMessage(data: unknown) {
    if (!this.#closed) this.#tell({ op: 'port', data })
  }
  close() {
    if (this.#closed) return
    this.#tell({ op: 'port-close' })
    this.end()
  }
}

/** What an event of `ipcMain` says about where it came from, and which frame of the page that is. */
type Sender = {
  readonly sender: object
  readonly topFrameId: string
  readonly frame: () => object | null
  readonly onOpen: (url: string) => void
}

/**
 * Puts the preload into a world of its own in every document of this page's top frame, and carries its messages. Gives the
 * way to send one to it.
 */
export async function joinPreload(
  cdp: CDPSession,
  file: string | undefined,
  { sender, topFrameId, frame, onOpen }: Sender,
): Promise<(channel: string, ...args: unknown[]) => void> {
  let contextId: number | null = null
  let ports = new Map<number, MessagePortMain>()
  const toPreload = (message: ToPreload) => {
    if (contextId === null) return
    const expression = `standinReceive(${JSON.stringify(message)})`
    void cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => {})
  }
  const endPorts = () => {
    const ended = ports
    ports = new Map()
    for (const port of ended.values()) port.end()
  }
  const receive = (message: ToMain) => {
    if (message.op === 'open') return onOpen(message.url)
    if (message.op === 'port') return ports.get(message.id)?.deliver(message.data)
    if (message.op === 'port-close') return ports.get(message.id)?.end()
    const carried = message.ports.map((id) => {
      const port = new MessagePortMain((said) => toPreload({ ...said, id }))
      ports.set(id, port)
      return port
    })
    ipcMain.emit(message.channel, { sender, senderFrame: frame(), ports: carried }, ...message.args)
  }

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { frameId?: string }
    if (context.name !== WORLD || frameId !== topFrameId) return
    endPorts()
    contextId = context.id
  })
  cdp.on('Inspector.targetCrashed', endPorts)
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === BINDING && executionContextId === contextId) receive(JSON.parse(payload) as ToMain)
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Page.enable')
  if (file !== undefined) {
    const env = JSON.stringify({ platform: process.platform, binding: BINDING })
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${pageWorld})()` })
    // only the top frame has a preload
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: WORLD,
      source: `if (window === window.top) {const { require, process } = (${preloadWorld})(${env});const module = { exports: {} };
(function (require, process, module, exports) {${readFileSync(file, 'utf8')}
})(require, process, module, module.exports)}`,
    })
  }
  return (channel, ...args) => toPreload({ op: 'send', channel, args })
}
