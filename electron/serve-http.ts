import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Channel, socketChannel } from '../shared/contract/channel.ts'
import type { Translate } from '../shared/texts/translate.ts'
import { contentType } from './page-files.ts'
import { pagePolicy } from './page-policy.ts'
import { type Access, createAccess, type Refusal } from './serve-access.ts'

/** A frame may have a million characters; in UTF-8 they are this many bytes at the very most. */
const MAX_PAYLOAD_BYTES = 4_000_000
const MOST_CONNECTIONS = 32

const STATUS: Readonly<Record<Refusal | 'not-found', number>> = {
  'wrong-host': 403,
  'wrong-method': 405,
  'need-link': 401,
  'link-used': 401,
  'not-found': 404,
}

/**
 * What every answer says to the browser: nothing from elsewhere, nothing inline, nobody around us. `host`: our own
 * address as the browser wrote it, once it has been checked.
 */
const headersFor = (host: string | null): Record<string, string> => ({
  'content-security-policy': host === null ? pagePolicy() : pagePolicy(`ws://${host}`),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), screen-wake-lock=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})

export type ServeSetup = {
  readonly files: ReadonlyMap<string, string>
  /** 0: a free one. */
  readonly port: number
  /** A screen has come through all checks. */
  readonly onScreen: (channel: Channel) => void
  readonly log: (line: string) => void
  readonly translate: Translate
  /** Answers instead of the files, after the checks; the development server uses it. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => void
}

export type Serving = { readonly port: number; readonly link: string; close(): Promise<void> }

type Answering = { readonly setup: ServeSetup; readonly access: Access }

function refuse({ setup }: Answering, response: ServerResponse, reason: Refusal | 'not-found'): void {
  response.writeHead(STATUS[reason], { ...headersFor(null), 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${setup.translate(`serve.${reason}`)}\n`)
}

function answer(answering: Answering, request: IncomingMessage, response: ServerResponse): void {
  const { setup, access } = answering
  const wrong = access.checkAddress(request)
  if (wrong) return refuse(answering, response, wrong)
  const host = request.headers.host ?? ''
  const path = request.url ?? ''
  const url = path.startsWith('/') ? URL.parse(`http://${host}${path}`) : null
  if (url === null) return refuse(answering, response, 'not-found')
  const outside = access.checkCookie(request)
  if (url.searchParams.has('token')) {
    const entered = outside ? access.enter(url) : { cookie: null }
    if (typeof entered === 'string') return refuse(answering, response, entered)
    const cookie = entered.cookie === null ? {} : { 'set-cookie': entered.cookie }
    response.writeHead(303, { ...headersFor(host), ...cookie, location: '/' }).end()
    return
  }
  if (outside) return refuse(answering, response, outside)
  if (setup.instead) return setup.instead(request, response)
  const file = setup.files.get(url.pathname)
  // browsers ask for it unasked
  if (file === undefined && url.pathname === '/favicon.ico') return void response.writeHead(204).end()
  if (file === undefined) return refuse(answering, response, 'not-found')
  response.writeHead(200, { ...headersFor(host), 'content-type': contentType(file) })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}

/** Lets a screen in, or ends the wire with the status that says why not. */
function upgrade({ setup, access }: Answering, sockets: WebSocketServer) {
  return (request: IncomingMessage, wire: Duplex, head: Buffer): void => {
    wire.on('error', () => {})
    const end = (status: string) =>
      void wire.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
    // a browser always names its origin here; whoever does not is none
    if (request.headers.origin === undefined || access.checkAddress(request)) return end('403 Forbidden')
    if (access.checkCookie(request)) return end('401 Unauthorized')
    if (URL.parse(request.url ?? '', 'http://x')?.pathname !== '/socket') return end('404 Not Found')
    if (sockets.clients.size >= MOST_CONNECTIONS) return end('503 Service Unavailable')
    sockets.handleUpgrade(request, wire, head, (socket: WebSocket) => {
      socket.on('error', (error) => setup.log(`connection closed: ${error.message}`))
      setup.onScreen(socketChannel(socket))
    })
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      listening((server.address() as AddressInfo).port)
    })
  })

/**
 * Serves the pages and the wire on 127.0.0.1 and nowhere else. Rejects with the system's error when the port is taken.
 * `close` ends every connection.
 */
export async function startServing(setup: ServeSetup): Promise<Serving> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false })
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 })
  const port = await listen(server, setup.port)
  const answering: Answering = { setup, access: createAccess(port) }
  server.on('request', (request, response) => answer(answering, request, response))
  server.on('upgrade', upgrade(answering, sockets))
  return {
    port,
    link: answering.access.link,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}
