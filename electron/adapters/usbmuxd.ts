import { createConnection, type Socket } from 'node:net'
import {
  MUX_RESULT,
  type MuxAddress,
  type MuxDevice,
  type MuxMessage,
  muxRequest,
  startFrames,
  swappedPort,
  takeMuxMessages,
} from '../../shared/protocol/usbmux-frames.ts'
import type { PlistValue } from '../../shared/protocol/plist-value.ts'

/**
 * Why the mux does not serve. `absent`: there is no socket, which on Linux is usual while no phone is plugged. `device-gone`
 * and `device-refused`: the mux is well, the phone is not.
 */
export type MuxTrouble =
  | 'absent'
  | 'refused'
  | 'no-permission'
  | 'stalled'
  | 'nonsense'
  | 'closed'
  | 'device-gone'
  | 'device-refused'

/** A value, or the trouble that stood in its way. */
export type MuxAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly trouble: MuxTrouble }

const failed = (trouble: MuxTrouble): { ok: false; trouble: MuxTrouble } => ({ ok: false, trouble })
const served = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

const TROUBLE_OF_CODE: Readonly<Record<string, MuxTrouble>> = {
  ENOENT: 'absent',
  ECONNREFUSED: 'refused',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOTSOCK: 'refused',
}
const troubleOf = (error: NodeJS.ErrnoException): MuxTrouble => TROUBLE_OF_CODE[error.code ?? ''] ?? 'closed'

function connect(address: MuxAddress, timeoutMs: number): Promise<MuxAnswer<Socket>> {
  return new Promise((resolve) => {
    const socket = createConnection(address)
    const end = (answer: MuxAnswer<Socket>) => {
      clearTimeout(alarm)
      if (!answer.ok) socket.destroy()
      resolve(answer)
    }
    const alarm = setTimeout(() => end(failed('stalled')), timeoutMs)
    socket.once('connect', () => end(served(socket)))
    // later errors close the socket, and that is noticed
    socket.on('error', (error) => end(failed(troubleOf(error))))
  })
}

/** Sends one request and waits for one answer on this socket. What comes behind the answer stays in the socket. */
function request(
  socket: Socket,
  fields: Readonly<Record<string, PlistValue>>,
  timeoutMs: number,
): Promise<MuxAnswer<MuxMessage>> {
  return new Promise((resolve) => {
    const reader = startFrames()
    const end = (answer: MuxAnswer<MuxMessage>) => {
      clearTimeout(alarm)
      socket.off('data', take)
      socket.off('close', closed)
      resolve(answer)
    }
    const take = (bytes: Buffer) => {
      const { messages, nonsense } = takeMuxMessages(reader, bytes, 1)
      const [first] = messages
      if (first !== undefined) {
        socket.pause()
        if (reader.waiting.length > 0) socket.unshift(reader.waiting)
        end(served(first))
      } else if (nonsense) end(failed('nonsense'))
    }
    const closed = () => end(failed('closed'))
    const alarm = setTimeout(() => end(failed('stalled')), timeoutMs)
    socket.on('data', take)
    socket.once('close', closed)
    socket.resume()
    socket.write(muxRequest(1, fields))
  })
}

/** Opens the mux, asks one thing and closes it. */
async function askOnce<Value>(
  mux: Mux,
  fields: Readonly<Record<string, PlistValue>>,
  read: (message: MuxMessage) => MuxAnswer<Value>,
): Promise<MuxAnswer<Value>> {
  const socket = await connect(mux.address, mux.timeoutMs)
  if (!socket.ok) return socket
  try {
    const answer = await request(socket.value, fields, mux.timeoutMs)
    return answer.ok ? read(answer.value) : answer
  } finally {
    socket.value.destroy()
  }
}

/** Where the mux is and how long each of its answers may take. */
export type Mux = { readonly address: MuxAddress; readonly timeoutMs: number }

/** The phones that the mux knows: never those in recovery or DFU. */
export function listDevices(mux: Mux): Promise<MuxAnswer<readonly MuxDevice[]>> {
  return askOnce(mux, { MessageType: 'ListDevices' }, (message) =>
    message.kind === 'devices' ? served(message.devices) : failed('nonsense'),
  )
}

/** The pair record of a phone, as it is kept; `null` when this computer has none. */
export function pairRecordOf(mux: Mux, udid: string): Promise<MuxAnswer<Uint8Array | null>> {
  return askOnce(mux, { MessageType: 'ReadPairRecord', PairRecordID: udid }, (message) => {
    if (message.kind === 'pair-record') return served(message.record)
    return message.kind === 'result' ? served(null) : failed('nonsense')
  })
}

/** Opens a tunnel to a port of a phone; the socket is the phone’s from then on, and the caller’s to close. */
export async function openTunnel(mux: Mux, deviceId: number, port: number): Promise<MuxAnswer<Socket>> {
  const socket = await connect(mux.address, mux.timeoutMs)
  if (!socket.ok) return socket
  const fields = { MessageType: 'Connect', DeviceID: deviceId, PortNumber: swappedPort(port) }
  const answer = await request(socket.value, fields, mux.timeoutMs)
  const result = answer.ok && answer.value.kind === 'result' ? answer.value.code : null
  if (result === MUX_RESULT.ok) return socket
  socket.value.destroy()
  if (!answer.ok) return answer
  if (result === MUX_RESULT.badDevice) return failed('device-gone')
  return failed(result === MUX_RESULT.refused ? 'device-refused' : 'nonsense')
}

/** What watching the mux tells. After `ended` nothing follows. */
export type MuxNews =
  | Extract<MuxMessage, { kind: 'attached' | 'detached' }>
  | { readonly kind: 'listening' }
  | { readonly kind: 'ended'; readonly trouble: MuxTrouble }

/** Watches phones come and go, those that are there first. Gives the way to stop, after which nothing is told. */
export function listen(mux: Mux, tell: (news: MuxNews) => void): () => void {
  let stopped = false
  let socket: Socket | null = null
  const end = (trouble: MuxTrouble) => {
    if (stopped) return
    stopped = true
    socket?.destroy()
    tell({ kind: 'ended', trouble })
  }
  const follow = (open: Socket) => {
    const reader = startFrames()
    open.on('data', (bytes: Buffer) => {
      const { messages, nonsense } = takeMuxMessages(reader, bytes)
      for (const message of messages)
        if (!stopped && (message.kind === 'attached' || message.kind === 'detached')) tell(message)
      if (nonsense) end('nonsense')
    })
    open.once('close', () => end('closed'))
    open.resume()
  }
  const start = async () => {
    const opened = await connect(mux.address, mux.timeoutMs)
    if (!opened.ok) return end(opened.trouble)
    socket = opened.value
    if (stopped) return void socket.destroy()
    const answer = await request(socket, { MessageType: 'Listen' }, mux.timeoutMs)
    if (!answer.ok) return end(answer.trouble)
    if (answer.value.kind !== 'result' || answer.value.code !== MUX_RESULT.ok) return end('nonsense')
    if (stopped) return
    tell({ kind: 'listening' })
    follow(socket)
  }
  void start()
  return () => {
    stopped = true
    socket?.destroy()
  }
}
