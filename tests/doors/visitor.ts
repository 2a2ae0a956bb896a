import { request } from 'node:http'
import { WebSocket } from 'ws'
import { type Channel, socketChannel } from '../../shared/contract/channel.ts'
import { type OpenConnection, openConnection } from '../../shared/contract/connection.ts'
import type { PracticeView, PushValue } from '../../shared/contract/contract.ts'

export type Answered = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** One request as it stands: no client tidies up the path or the headers. */
export function ask(
  port: number,
  path: string,
  own: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answered> {
  return new Promise((answered, failed) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: own.method ?? 'GET', headers: own.headers },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers, body }))
      },
    )
    asked.on('error', failed)
    asked.end()
  })
}

/** Uses the link up and gives the cookie. */
export async function enter(link: string): Promise<string> {
  const url = new URL(link)
  const answered = await ask(Number(url.port), `${url.pathname}${url.search}`)
  const [cookie] = answered.headers['set-cookie'] ?? []
  if (cookie === undefined) throw new Error(`no cookie: ${answered.status} ${answered.body}`)
  return cookie.split(';')[0] ?? ''
}

/** A wire as a browser on our own page opens it. */
export function dial(port: number, headers: Record<string, string>): Promise<Channel & { raw: WebSocket }> {
  return new Promise((opened, failed) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers, maxPayload: 10_000_000 })
    socket.on('error', failed)
    socket.on('unexpected-response', (_request, response) => failed(new Error(`refused: ${response.statusCode}`)))
    socket.on('open', () => opened(Object.assign(socketChannel(socket), { raw: socket })))
  })
}

type StatePush = PushValue<'state'>

/** A screen on a wire: what it was told, and the means to wait for something to be told. */
export type Screen = {
  readonly call: OpenConnection['call']
  readonly states: StatePush[]
  readonly views: PracticeView[]
  historyChanges(): number
  /** Resolves with the first State that fits, told already or yet to come. */
  until(fits: (told: StatePush) => boolean): Promise<StatePush>
}

export function sit(channel: Channel): Screen {
  const states: StatePush[] = []
  const views: PracticeView[] = []
  let historyChanges = 0
  const waiting = new Set<() => void>()
  const connection = openConnection(
    channel,
    {
      state(told) {
        states.push(told)
        for (const look of waiting) look()
      },
      practice: (view) => void views.push(view),
      historyChanged: () => void (historyChanges += 1),
    },
    (reason) => {
      throw new Error(reason)
    },
  )
  return {
    call: (name, input) => connection.call(name, input),
    states,
    views,
    historyChanges: () => historyChanges,
    until: (fits) =>
      new Promise((found) => {
        const look = () => {
          const told = states.find(fits)
          if (told === undefined) return
          waiting.delete(look)
          found(told)
        }
        waiting.add(look)
        look()
      }),
  }
}
