import { arrayOf, dictionaryOf, readPlist, textOf } from './plist.ts'
import type { PlistValue } from './plist-value.ts'
import { writePlist } from './plist-write.ts'

/** A phone as the mux lists it: one that runs its system, or the restore system, which look the same here. */
export type MuxDevice = {
  readonly deviceId: number
  readonly udid: string
  readonly productId: number | null
  readonly locationId: number | null
}

/** What the mux answers or tells. Devices that are not on a cable are left out. */
export type MuxMessage =
  | { readonly kind: 'result'; readonly code: number }
  | { readonly kind: 'devices'; readonly devices: readonly MuxDevice[] }
  | { readonly kind: 'attached'; readonly device: MuxDevice }
  | { readonly kind: 'detached'; readonly deviceId: number }
  | { readonly kind: 'pair-record'; readonly record: Uint8Array }
  | { readonly kind: 'other' }

/** Result codes. Source: libusbmuxd src/libusbmuxd.c. */
export const MUX_RESULT = { ok: 0, badCommand: 1, badDevice: 2, refused: 3, badVersion: 6 } as const

/** Where the mux listens. */
export type MuxAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const HEADER_BYTES = 16
const PLIST_VERSION = 1
const PLIST_MESSAGE = 8
/** A list of many devices and a pair record are a few kB; more is nonsense. */
const LONGEST_FRAME_BYTES = 4 * 1_048_576

/**
 * The mux’s address: `USBMUXD_SOCKET_ADDRESS` where it is set (`UNIX:/path` or `host:port`), else the system’s own. Null when the
 * variable is set to something else.
 */
export function muxAddress(variable: string | undefined, windows: boolean): MuxAddress | null {
  if (variable === undefined || variable === '')
    return windows ? { host: '127.0.0.1', port: 27_015 } : { path: '/var/run/usbmuxd' }
  const path = /^UNIX:(.+)$/u.exec(variable)?.[1]
  if (path !== undefined) return { path }
  const [, host, port] = /^(?:TCP:)?(.+):(\d{1,5})$/u.exec(variable) ?? []
  const number = Number(port)
  if (host === undefined || number < 1 || number > 65_535) return null
  return { host: host.replace(/^\[(.*)\]$/u, '$1'), port: number }
}

/** Takes a request’s own fields; gives it as one frame. `tag` comes back with the answer. */
export function muxRequest(tag: number, fields: Readonly<Record<string, PlistValue>>): Uint8Array {
  const body = writePlist({ ClientVersionString: 'handhold', ProgName: 'handhold', kLibUSBMuxVersion: 3, ...fields })
  const frame = new Uint8Array(HEADER_BYTES + body.length)
  const view = new DataView(frame.buffer)
  ;[frame.length, PLIST_VERSION, PLIST_MESSAGE, tag].forEach((value, index) => view.setUint32(index * 4, value, true))
  frame.set(body, HEADER_BYTES)
  return frame
}

/** The port number in a connection request has its two bytes swapped. */
export const swappedPort = (port: number) => ((port & 0xff) << 8) | ((port >> 8) & 0xff)

/** Bytes that wait for the rest of their frame. Held by the one who reads the socket. */
export type FrameReader = { waiting: Uint8Array }
export const startFrames = (): FrameReader => ({ waiting: new Uint8Array(0) })

/**
 * Takes more bytes of a socket; gives the bodies that are complete, and whether what follows is no frame at all. Of more than
 * `most` frames the rest stays in the reader, as it is another’s.
 */
export function takeFrames(
  reader: FrameReader,
  bytes: Uint8Array,
  lengthOf: (view: DataView) => { readonly header: number; readonly frame: number } | 'nonsense',
  most = Number.POSITIVE_INFINITY,
): { readonly bodies: readonly Uint8Array[]; readonly nonsense: boolean } {
  const all = new Uint8Array(reader.waiting.length + bytes.length)
  all.set(reader.waiting)
  all.set(bytes, reader.waiting.length)
  const bodies: Uint8Array[] = []
  let at = 0
  while (bodies.length < most) {
    const rest = all.subarray(at)
    if (rest.length < 4) break
    const length = lengthOf(new DataView(rest.buffer, rest.byteOffset, rest.byteLength))
    if (length === 'nonsense') return { bodies, nonsense: true }
    if (rest.length < length.frame) break
    bodies.push(rest.slice(length.header, length.frame))
    at += length.frame
  }
  reader.waiting = all.slice(at)
  return { bodies, nonsense: false }
}

function muxLength(view: DataView): { header: number; frame: number } | 'nonsense' {
  const frame = view.getUint32(0, true)
  return frame < HEADER_BYTES || frame > LONGEST_FRAME_BYTES ? 'nonsense' : { header: HEADER_BYTES, frame }
}

const wholeOf = (value: PlistValue | undefined) => (typeof value === 'number' && Number.isInteger(value) ? value : null)

function deviceOf(value: PlistValue | undefined): MuxDevice | null {
  const device = dictionaryOf(value)
  const properties = dictionaryOf(device?.['Properties'])
  const deviceId = wholeOf(device?.['DeviceID']) ?? wholeOf(properties?.['DeviceID'])
  const serial = textOf(properties?.['SerialNumber'])
  if (deviceId === null || serial === null || properties?.['ConnectionType'] === 'Network') return null
  // the newer form is written without its hyphen on USB
  const udid = /^[0-9A-Fa-f]{24}$/u.test(serial) ? `${serial.slice(0, 8)}-${serial.slice(8)}` : serial
  return {
    deviceId,
    udid,
    productId: wholeOf(properties?.['ProductID']),
    locationId: wholeOf(properties?.['LocationID']),
  }
}

/** Takes a frame’s body; gives what it says. Anything unknown is `other`. */
export function readMuxMessage(body: Uint8Array): MuxMessage {
  const value = dictionaryOf(readPlist(body))
  if (value === null) return { kind: 'other' }
  if (Array.isArray(value['DeviceList']))
    return { kind: 'devices', devices: arrayOf(value['DeviceList']).flatMap((each) => deviceOf(each) ?? []) }
  if (value['PairRecordData'] instanceof Uint8Array) return { kind: 'pair-record', record: value['PairRecordData'] }
  const deviceId = wholeOf(value['DeviceID'])
  const device = value['MessageType'] === 'Attached' ? deviceOf(value) : null
  if (device !== null) return { kind: 'attached', device }
  if (value['MessageType'] === 'Detached' && deviceId !== null) return { kind: 'detached', deviceId }
  const code = wholeOf(value['Number'])
  return value['MessageType'] === 'Result' && code !== null ? { kind: 'result', code } : { kind: 'other' }
}

/** Takes more bytes of the mux’s socket; gives its messages, and whether it answers nonsense. */
export function takeMuxMessages(
  reader: FrameReader,
  bytes: Uint8Array,
  most = Number.POSITIVE_INFINITY,
): { readonly messages: readonly MuxMessage[]; readonly nonsense: boolean } {
  const { bodies, nonsense } = takeFrames(reader, bytes, muxLength, most)
  return { messages: bodies.map(readMuxMessage), nonsense }
}
