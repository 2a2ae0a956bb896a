import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket as Socket, WebSocketServer } from 'ws'
import { type Channel, portChannel, socketChannel } from '../../shared/contract/channel.ts'
import type { CallHandlers, PushHandlers } from '../../shared/contract/contract.ts'
import { NO_LABELS } from '../../shared/contract/history.ts'

/** Two ends of one wire. `raw` puts a frame on it as an ill-behaved screen would. */
export type Wire = { computer: Channel; screen: Channel; raw(frame: unknown): void; end(): Promise<void> }

/** A wire within one process: the two ports of a MessageChannel. */
export async function portWire(): Promise<Wire> {
  const { port1, port2 } = new MessageChannel()
  return {
    computer: portChannel(port1),
    screen: portChannel(port2),
    raw: (frame) => port2.postMessage(frame),
    end: async () => {
      port1.close()
      port2.close()
    },
  }
}

/** A wire over a real WebSocket on 127.0.0.1, with the browser-like client of Node. */
export async function socketWire(): Promise<Wire> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 3_000_000 })
  await once(server, 'listening')
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [socket] = await accepted
  if (client.readyState !== WebSocket.OPEN) await new Promise((open) => client.addEventListener('open', open))
  return {
    computer: socketChannel(socket),
    screen: socketChannel(client),
    raw: (frame) => client.send(frame as string),
    end: async () => {
      client.close()
      for (const each of server.clients) each.terminate()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const notNow = { ok: false, problem: { code: 'not-now' } } as const

/** Handlers that answer everything with the least; tests override what they look at. */
export const quietHandlers = (own: Partial<CallHandlers> = {}): CallHandlers => ({
  hello: () => ({ appVersion: '1.2.3', door: 'serve', system: 'linux', databaseFile: '/tmp/x.sqlite' }),
  act: () => ({ ok: true }),
  practiceStart: () => ({ ok: true }),
  practiceAct: () => ({ ok: true }),
  practiceStop: () => ({ ok: true }),
  firmwareCheck: () => ({ stage: 'idle' }),
  firmwareLook: () => ({ stage: 'idle' }),
  firmwareStop: () => ({ stage: 'idle' }),
  firmwareCopies: () => [],
  firmwareSigning: () => ({ kind: 'offline' }),
  historyList: () => ({ rows: [], total: 0 }),
  historyCase: () => ({ case: null, labels: NO_LABELS, attempts: [], events: [], unreadable: 0 }),
  historyPhones: () => ({ rows: [], total: 0 }),
  historyChoices: () => ({ code: [], phone: [], model: [], operator: [], cable: [], port: [], 'fixed-by': [] }),
  historyLabel: () => ({ ok: true }),
  historyLabelAttempt: () => ({ ok: true }),
  historyInsights: () => notNow,
  historyDocument: () => notNow,
  historyDocumentPart: () => ({ text: '' }),
  historyImport: () => ({ ok: true, results: [] }),
  historyErase: () => notNow,
  historyEraseAll: () => notNow,
  historyRetention: () => notNow,
  historyBackUp: () => notNow,
  historyRestore: () => notNow,
  historyRemoveCopy: () => notNow,
  historyKeeping: () => ({
    ...{ file: ':memory:', where: 'memory', bytes: 0, copies: [], due: 0, cleaning: false },
    retention: { closedDays: null, practiceDays: null },
  }),
  ...own,
})

export const quietPushes = (own: Partial<PushHandlers> = {}): PushHandlers => ({
  state: () => {},
  practice: () => {},
  historyChanged: () => {},
  ...own,
})

/** A promise that a callback settles, with what it was called with. */
export function heard<T>(): { (value: T): void; readonly next: Promise<T> } {
  const { promise, resolve } = Promise.withResolvers<T>()
  return Object.assign((value: T) => resolve(value), { next: promise })
}
