import { EventEmitter, once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { portChannel } from '../../shared/contract/channel.ts'
import { type Screen, sit } from './visitor.ts'

/** A port as Electron's main process has it: an emitter of message events, started by hand. */
class MainPort extends EventEmitter {
  other: MainPort | null = null
  closed = false
  postMessage(data: unknown) {
    queueMicrotask(() => this.other?.emit('message', { data }))
  }
  start() {}
  close() {
    this.closed = true
    queueMicrotask(() => this.other?.emit('close'))
  }
}
function channelPorts(): [MainPort, MainPort] {
  const ports: [MainPort, MainPort] = [new MainPort(), new MainPort()]
  ports[0].other = ports[1]
  ports[1].other = ports[0]
  return ports
}

const desk = vi.hoisted(() => ({
  emitters: {} as Record<'app' | 'ipcMain' | 'powerMonitor', import('node:events').EventEmitter>,
  onTop: [] as boolean[],
  blocking: new Set<number>(),
  preferences: [] as Record<string, unknown>[],
  loaded: [] as string[],
}))

// Electron itself cannot be had everywhere; this is the part of it that the door speaks to
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  desk.emitters = { app: new Emitter(), ipcMain: new Emitter(), powerMonitor: new Emitter() }
  const { app, ipcMain, powerMonitor } = desk.emitters
  class BrowserWindow extends Emitter {
    constructor(options: { webPreferences: Record<string, unknown> }) {
      super()
      desk.preferences.push(options.webPreferences)
    }
    setAlwaysOnTop(on: boolean) {
      desk.onTop.push(on)
    }
    async loadFile(file: string) {
      desk.loaded.push(file)
      this.emit('ready-to-show')
    }
    show() {}
  }
  return {
    app: Object.assign(app, {
      whenReady: async () => {},
      requestSingleInstanceLock: () => true,
      quit: () => app.emit('has-quit'),
    }),
    ipcMain,
    powerMonitor,
    powerSaveBlocker: {
      start: () => (desk.blocking.add(1), 1),
      stop: (id: number) => desk.blocking.delete(id),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler() {},
        setPermissionCheckHandler() {},
        setDevicePermissionHandler() {},
        webRequest: { onHeadersReceived() {} },
      },
    },
    BrowserWindow,
  }
})

let pageUrl = ''
beforeAll(async () => {
  vi.stubEnv('HANDHOLD_DATABASE', ':memory:')
  vi.stubEnv('HANDHOLD_PRACTICE_RATE', '50')
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await import('../../electron/main.ts')
  ;({ PAGE_URL: pageUrl } = await import('../../electron/window.ts'))
  await vi.waitUntil(() => desk.loaded.length > 0)
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Asks for the wire as the preload does, from a frame with this address. */
function connectFrom(url: string): { screen: Screen; port: MainPort } {
  const [mains, pages] = channelPorts()
  const frame = { url }
  desk.emitters.ipcMain.emit('handhold:connect', { ports: [mains], senderFrame: frame, sender: { mainFrame: frame } })
  return { screen: sit(portChannel(pages)), port: mains }
}

test('the window is sandboxed and isolated, and shows the built page', () => {
  expect(desk.preferences).toMatchObject([{ sandbox: true, contextIsolation: true, nodeIntegration: false }])
  expect(desk.loaded).toEqual([expect.stringMatching(/renderer.index\.html$/)])
})

test('our page gets the services over its port', async () => {
  const { screen } = connectFrom(pageUrl)
  expect(await screen.call('hello', {})).toMatchObject({ door: 'desktop' })
  expect(await screen.until(({ world }) => world === 'real')).toMatchObject({ rate: 1 })
})

test('another page gets nothing, and its port is closed', () => {
  const { port, screen } = connectFrom('https://example.org/')
  expect(port.closed).toBe(true)
  expect(screen.states).toEqual([])
})

test('while a guide runs the window stays in front and the computer awake, and not after it', async () => {
  const { screen } = connectFrom(pageUrl)
  await screen.call('practiceStart', { product: 'iPhone12,1', start: 'normal', cable: 'signals', seed: 1 })
  const seen = await screen.until(({ world, state }) => world === 'practice' && state.phones.length === 1)
  const phoneId = seen.state.phones[0]?.id ?? null
  const show = { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId, product: null } as const
  await screen.call('act', { world: 'practice', event: show })
  await screen.call('act', { world: 'practice', event: { kind: 'guide.start', attemptId: 'a', handsFree: false } })
  expect({ onTop: desk.onTop, blocking: desk.blocking.size }).toEqual({ onTop: [true], blocking: 1 })
  await screen.call('practiceStop', {})
  expect({ onTop: desk.onTop, blocking: desk.blocking.size }).toEqual({ onTop: [true, false], blocking: 0 })
})

test('quitting waits until everything is written, and tells the screens', async () => {
  const { port } = connectFrom(pageUrl)
  const quit = once(desk.emitters.app, 'has-quit')
  let prevented = 0
  desk.emitters.app.emit('before-quit', { preventDefault: () => (prevented += 1) })
  await quit
  expect(prevented).toBe(1)
  expect(port.closed).toBe(true)
  desk.emitters.app.emit('before-quit', { preventDefault: () => (prevented += 1) })
  expect(prevented).toBe(1)
})
