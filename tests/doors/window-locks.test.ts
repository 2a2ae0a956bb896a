import { describe, expect, test } from 'vitest'
import { isOurPage, lockContents, lockSession } from '../../electron/window-locks.ts'

type Handlers = Record<string, (...given: never[]) => unknown>

/** Keeps whatever is handed to any of its methods, so that a test can ask the handler itself. */
function recorder(): { handlers: Handlers; lock: <T>() => T } {
  const handlers: Handlers = {}
  const keep = new Proxy(
    {},
    {
      get: (_target, method: string) =>
        method === 'webRequest'
          ? keep
          : (first: string | Handlers[string], second?: Handlers[string]) => {
              if (typeof first === 'string') handlers[first] = second ?? (() => {})
              else handlers[method] = first
            },
    },
  )
  return { handlers, lock: <T>() => keep as T }
}
const ask = (handlers: Handlers, name: string, ...given: unknown[]) => handlers[name]?.(...(given as never[]))

describe('a session', () => {
  const { handlers, lock } = recorder()
  lockSession(lock())

  test.each(['media', 'geolocation', 'notifications', 'usb', 'openExternal'])('gives no page %s', (permission) => {
    const answers: unknown[] = []
    ask(handlers, 'setPermissionRequestHandler', null, permission, (answer: unknown) => answers.push(answer))
    expect(answers).toEqual([false])
    expect(ask(handlers, 'setPermissionCheckHandler', null, permission)).toBe(false)
  })

  test('gives no page a device', () => {
    expect(ask(handlers, 'setDevicePermissionHandler', { deviceType: 'usb' })).toBe(false)
  })

  test('puts the policy on every answer and keeps its other headers', () => {
    const answers: { responseHeaders?: Record<string, string[]> }[] = []
    const details = { responseHeaders: { 'x-own': ['1'] } }
    ask(handlers, 'onHeadersReceived', details, (answer: (typeof answers)[number]) => answers.push(answer))
    expect(answers[0]?.responseHeaders?.['x-own']).toEqual(['1'])
    const policy = answers[0]?.responseHeaders?.['Content-Security-Policy']?.[0] ?? ''
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })
})

describe('a page', () => {
  const { handlers, lock } = recorder()
  lockContents(lock())

  test('opens no window', () => {
    expect(ask(handlers, 'setWindowOpenHandler', { url: 'https://example.org' })).toEqual({ action: 'deny' })
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is stopped at %s',
    (event) => {
      const going = { stopped: false, preventDefault: () => void (going.stopped = true) }
      ask(handlers, event, going)
      expect(going.stopped).toBe(true)
    },
  )
})

test('only our own page in the top frame gets the wire', () => {
  const url = 'file:///app/dist/renderer/index.html'
  const ours = { url: `${url}#/history` }
  expect(isOurPage({ frame: ours, topFrame: ours }, url)).toBe(true)
  expect(isOurPage({ frame: { url }, topFrame: ours }, url)).toBe(false)
  const stranger = { url: 'https://example.org/' }
  expect(isOurPage({ frame: stranger, topFrame: stranger }, url)).toBe(false)
  const lookalike = { url: `${url}.evil` }
  expect(isOurPage({ frame: lookalike, topFrame: lookalike }, url)).toBe(false)
  expect(isOurPage({ frame: null, topFrame: ours }, url)).toBe(false)
})
