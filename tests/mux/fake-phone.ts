import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { lockdownRequest } from '../../shared/protocol/lockdown-messages.ts'
import { dictionaryOf, readPlist, textOf } from '../../shared/protocol/plist.ts'
import type { PlistValue } from '../../shared/protocol/plist-value.ts'
import { writePlist } from '../../shared/protocol/plist-write.ts'
import { startFrames, takeFrames } from '../../shared/protocol/usbmux-frames.ts'

type Fields = Readonly<Record<string, PlistValue>>
export type Manner = 'well' | 'silent' | 'nonsense' | 'closes' | 'huge'

/** How the phone behind the mux behaves. */
export type FakePhone = {
  readonly type?: string
  readonly values?: Fields
  /** Asks for a session before it leaves. */
  readonly wantsSession?: boolean
  readonly sessionError?: string
  readonly leavingError?: string
  readonly manner?: Manner
}

export type FakeMux = {
  readonly path: string
  /** Every request, of the mux and of the phone, in order. */
  readonly asked: string[]
  tell(fields: Fields): void
  close(): Promise<void>
}

/** A key and certificate for this run only; null where openssl is missing. */
export function makePair(): { certificate: string; key: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-pair-'))
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        certificate,
        '-days',
        '2',
        '-subj',
        '/CN=fake',
      ],
      { stdio: 'ignore' },
    )
    return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const UDID = '00008030-000A1B2C3D4E5F60'
export const DEVICE = {
  DeviceID: 7,
  MessageType: 'Attached',
  Properties: {
    ConnectionType: 'USB',
    DeviceID: 7,
    LocationID: 65_540,
    ProductID: 0x12a8,
    SerialNumber: UDID.replace('-', ''),
  },
} as const
const OVER_THE_AIR = {
  DeviceID: 8,
  MessageType: 'Attached',
  Properties: { ConnectionType: 'Network', SerialNumber: 'x' },
} as const

function muxFrame(fields: Fields): Buffer {
  const body = writePlist(fields)
  const header = Buffer.alloc(16)
  ;[16 + body.length, 1, 8, 1].forEach((value, index) => header.writeUInt32LE(value, index * 4))
  return Buffer.concat([header, body])
}

function misbehave(stream: Duplex, manner: Manner): boolean {
  if (manner === 'well') return false
  if (manner === 'nonsense') stream.write('HTTP/1.1 400 Bad Request\r\n\r\n')
  if (manner === 'huge') stream.write(Buffer.alloc(64, 0xff))
  if (manner === 'closes') stream.destroy()
  return true
}

/** The phone’s side of a tunnel. */
function playPhone(
  stream: Duplex,
  phone: FakePhone,
  pair: { certificate: string; key: string } | null,
  asked: string[],
): void {
  const reader = startFrames()
  let inSession = false
  const answer = (fields: Fields) => void stream.write(lockdownRequest(fields))
  const take = (bytes: Buffer) => {
    const { bodies } = takeFrames(reader, bytes, (view) => ({ header: 4, frame: 4 + view.getUint32(0) }))
    for (const body of bodies) {
      const request = textOf(dictionaryOf(readPlist(body))?.['Request']) ?? ''
      asked.push(inSession ? `session:${request}` : request)
      if (misbehave(stream, phone.manner ?? 'well')) return
      if (request === 'QueryType') answer({ Request: request, Type: phone.type ?? 'com.apple.mobile.lockdown' })
      else if (request === 'GetValue') answer({ Request: request, Value: phone.values ?? {} })
      else if (request === 'StartSession') {
        if (phone.sessionError !== undefined) answer({ Request: request, Error: phone.sessionError })
        else {
          answer({ Request: request, SessionID: 'one', EnableSessionSSL: true })
          stream.off('data', take)
          const secure = new TLSSocket(stream, {
            isServer: true,
            cert: pair?.certificate,
            key: pair?.key,
            requestCert: true,
            rejectUnauthorized: false,
          })
          inSession = true
          secure.on('error', () => {})
          stream = secure
          secure.on('data', take)
        }
      } else if (request === 'EnterRecovery') {
        if (phone.wantsSession === true && !inSession) answer({ Request: request, Error: 'SessionInactive' })
        else if (phone.leavingError !== undefined) answer({ Request: request, Error: phone.leavingError })
        else answer({ Request: request, Result: 'Success' })
      }
    }
  }
  stream.on('data', take)
  stream.on('error', () => {})
}

/** A mux on a real socket, with one phone behind it. */
export function startMux(
  phone: FakePhone = {},
  options: { manner?: Manner; record?: Fields | null; pair?: { certificate: string; key: string } | null } = {},
): Promise<FakeMux> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-mux-'))
  const path = join(folder, 'usbmuxd')
  const asked: string[] = []
  const open = new Set<Socket>()
  const listening = new Set<Socket>()
  const serve = (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => {})
    const reader = startFrames()
    const take = (bytes: Buffer) => {
      const { bodies } = takeFrames(reader, bytes, (view) => ({ header: 16, frame: view.getUint32(0, true) }))
      for (const body of bodies) {
        const request = dictionaryOf(readPlist(body)) ?? {}
        const type = textOf(request['MessageType']) ?? ''
        asked.push(type)
        if (misbehave(socket, options.manner ?? 'well')) return
        if (type === 'ListDevices') socket.write(muxFrame({ DeviceList: [DEVICE, OVER_THE_AIR] }))
        else if (type === 'Listen') {
          listening.add(socket)
          // the news come in the same piece as the result
          socket.write(
            Buffer.concat([muxFrame({ MessageType: 'Result', Number: 0 }), muxFrame(DEVICE), muxFrame(OVER_THE_AIR)]),
          )
        } else if (type === 'ReadPairRecord')
          socket.write(
            muxFrame(
              options.record ? { PairRecordData: writePlist(options.record) } : { MessageType: 'Result', Number: 2 },
            ),
          )
        else if (type === 'Connect') {
          const right = request['PortNumber'] === 0x7ef2
          const code = request['DeviceID'] !== 7 ? 2 : right ? 0 : 3
          socket.write(muxFrame({ MessageType: 'Result', Number: code }))
          if (code === 0) {
            socket.off('data', take)
            playPhone(socket, phone, options.pair ?? null, asked)
          }
        }
      }
    }
    socket.on('data', take)
  }
  const server: Server = createServer(serve)
  const close = async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  const tell = (fields: Fields) => {
    for (const socket of listening) socket.write(muxFrame(fields))
  }
  return new Promise((resolve) => server.listen(path, () => resolve({ path, asked, tell, close })))
}
