// The default session and the custom protocols: who may do what, and where pages come from.
import type { BrowserContext, Route } from 'playwright'
import { notPlayed, strict } from './strict.ts'

type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean
type HeadersListener = (
  details: { responseHeaders: Record<string, string[]>; url: string },
  answer: (changed: { responseHeaders?: Record<string, string[]> }) => void,
) => void
type SchemeHandler = (request: Request) => Response | Promise<Response>

let checkPermission: PermissionCheck | null = null
let onHeaders: HeadersListener | null = null
const privileged = new Set<string>()
const handlers = new Map<string, SchemeHandler>()

/** Chromium's names of what Electron asks about; without a handler Electron says yes to all of them. */
const PERMISSIONS = ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read'] as const
const ASKED_AS: Readonly<Record<string, string>> = { camera: 'media', microphone: 'media' }

/** Gives a page what the app's own handler gives it; the rest is denied, as in Electron. */
export async function applyPermissions(context: BrowserContext, url: string): Promise<void> {
  const { origin } = new URL(url)
  if (origin === 'null') return
  const granted = PERMISSIONS.filter((name) => checkPermission?.(null, ASKED_AS[name] ?? name, origin) ?? true)
  await context.grantPermissions([...granted], { origin })
}

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    // the check decides here: Chromium asks nobody in the middle of a request without a window of its own
    setPermissionRequestHandler: (_handler: unknown) => {},
    setPermissionCheckHandler: (handler: PermissionCheck | null) => void (checkPermission = handler),
    setDevicePermissionHandler: (_handler: unknown) => {},
    webRequest: strict('webRequest', {
      onHeadersReceived: (listener: HeadersListener | null) => void (onHeaders = listener),
    }),
  }),
})

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]) {
    for (const { scheme, privileges } of schemes) {
      const missing = ['standard', 'secure'].filter((name) => privileges[name] !== true)
      if (missing.length > 0) notPlayed(`a custom scheme that is not ${missing.join(' and ')}`)
      privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: SchemeHandler) {
    if (!privileged.has(scheme)) notPlayed(`a scheme that was not registered (${scheme})`)
    handlers.set(scheme, handler)
  },
})

/** Chromium knows no schemes of ours; pages of one live at a host that exists nowhere, and no request leaves. */
const HOST = /^https:\/\/([a-z]+)--([a-z0-9-]+)\.standin\.invalid/

/** An address of the app as Chromium gets it. */
export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/]*)(.*)$/.exec(url) ?? []
  return privileged.has(scheme) ? `https://${scheme}--${host}.standin.invalid${rest}` : url
}

/** An address of Chromium as the app knows it. */
export const toApp = (url: string): string => url.replace(HOST, '$1://$2')

async function fromHandler(route: Route, url: string, handler: SchemeHandler): Promise<void> {
  const response = await handler(new Request(url, { method: route.request().method() }))
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

async function fromNetwork(route: Route): Promise<void> {
  const { url, method } = { url: route.request().url(), method: route.request().method() }
  const response = await fetch(url, { method, redirect: 'manual' })
  const before = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))
  const after = await new Promise<Record<string, string[]>>((told) => {
    if (onHeaders === null) return told(before)
    onHeaders({ responseHeaders: before, url }, ({ responseHeaders }) => told(responseHeaders ?? before))
  })
  const headers = Object.fromEntries(Object.entries(after).map(([name, values]) => [name, values.join(', ')]))
  const body = Buffer.from(await response.arrayBuffer())
  await route.fulfill({ status: response.status, headers, body })
}

/** Answers one request of a page: from the app's own handler, or from the network with the headers that the app wants. */
export async function answer(route: Route): Promise<void> {
  const url = toApp(route.request().url())
  const scheme = url.slice(0, url.indexOf(':'))
  const handler = handlers.get(scheme)
  if (handler) return fromHandler(route, url, handler)
  if (privileged.has(scheme)) return route.abort('failed')
  return fromNetwork(route)
}
