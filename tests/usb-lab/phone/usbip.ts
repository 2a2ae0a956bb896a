import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { readSetup, type Answer, type UsbBody } from './usb-device.ts'

// USB/IP, the part both ends speak once a device is imported (Linux: Documentation/usb/usbip_protocol.rst).
const HEADER_BYTES = 48
const SUBMIT = 1
const UNLINK = 2
const SUBMIT_ANSWER = 3
const UNLINK_ANSWER = 4
const STALLED = -32
const NOBODY_THERE = -71
const CANCELLED = -104

/** One end of a USB/IP connection with a device behind it. */
export type Wire = {
  /** The cable is out: everything is answered with an error from now on. Settles when the computer has stopped asking. */
  cut(): Promise<void>
  /** Milliseconds on `performance.now()` of the last request. */
  lastAskedMs(): number
}

type Request = {
  sequence: number
  towardsComputer: boolean
  endpoint: number
  length: number
  setup: Buffer
  data: Buffer
}

const readRequest = (bytes: Buffer): Request | null => {
  if (bytes.length < HEADER_BYTES) return null
  const towardsComputer = bytes.readUInt32BE(12) === 1
  const length = bytes.readInt32BE(24)
  const end = HEADER_BYTES + (bytes.readUInt32BE(0) === SUBMIT && !towardsComputer ? length : 0)
  if (bytes.length < end) return null
  const data = bytes.subarray(HEADER_BYTES, end)
  return {
    sequence: bytes.readUInt32BE(4),
    towardsComputer,
    endpoint: bytes.readUInt32BE(16),
    length,
    setup: bytes.subarray(40, 48),
    data,
  }
}

const answerHead = (command: number, sequence: number, status: number, bytes: number) => {
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt32BE(command, 0)
  head.writeUInt32BE(sequence, 4)
  head.writeInt32BE(status, 20)
  if (command === SUBMIT_ANSWER) head.writeInt32BE(bytes, 24)
  return head
}

const ask = (device: UsbBody, request: Request, isWanted: () => boolean): Answer => {
  if (request.endpoint === 0) return device.control(readSetup(request.setup), request.data)
  if (request.towardsComputer) return device.bulkIn(request.endpoint, request.length, isWanted)
  return device.bulkOut(request.endpoint, request.data)
}

/**
 * Lets `device` answer what arrives on `socket`. A pulled device must go on answering (with errors) for a while:
 * the kernel's port does not give back what was under way when its socket closes, and then the whole bus waits 5 s.
 */
export const serveWire = (socket: Socket, device: UsbBody): Wire => {
  const open = new Set<number>()
  let isCut = false
  let lastAskedMs = 0
  let unread = Buffer.alloc(0)

  const send = (bytes: Buffer) => {
    if (!socket.destroyed) socket.write(bytes)
  }
  const fail = (sequence: number, status: number) => send(answerHead(SUBMIT_ANSWER, sequence, status, 0))
  const succeed = (request: Request, bytes: Buffer) => {
    if (!request.towardsComputer) return send(answerHead(SUBMIT_ANSWER, request.sequence, 0, request.data.length))
    const cutToSize = bytes.subarray(0, request.length)
    send(Buffer.concat([answerHead(SUBMIT_ANSWER, request.sequence, 0, cutToSize.length), cutToSize]))
  }

  const submit = (request: Request) => {
    lastAskedMs = performance.now()
    const isWanted = () => open.has(request.sequence)
    const answer = isCut ? 'gone' : ask(device, request, isWanted)
    if (answer === 'stall') return fail(request.sequence, STALLED)
    if (answer === 'gone') return fail(request.sequence, NOBODY_THERE)
    if (Buffer.isBuffer(answer)) return succeed(request, answer)
    open.add(request.sequence)
    if (answer === 'silent') return
    void answer.then((bytes) => {
      if (open.delete(request.sequence)) succeed(request, bytes)
    })
  }

  socket.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk])
    for (let request = readRequest(unread); request !== null; request = readRequest(unread)) {
      const command = unread.readUInt32BE(0)
      const cancelled = unread.readUInt32BE(20)
      unread = unread.subarray(HEADER_BYTES + (command === SUBMIT ? request.data.length : 0))
      if (command === SUBMIT) submit(request)
      else if (command === UNLINK)
        send(answerHead(UNLINK_ANSWER, request.sequence, open.delete(cancelled) ? CANCELLED : 0, 0))
      else throw new Error(`the kernel sent USB/IP command ${command}`)
    }
  })

  return {
    lastAskedMs: () => lastAskedMs,
    async cut() {
      isCut = true
      for (const sequence of open) fail(sequence, NOBODY_THERE)
      open.clear()
      const startedMs = performance.now()
      const quietMs = 40
      const limitMs = 400
      do await pause(5)
      while (performance.now() - Math.max(lastAskedMs, startedMs) < quietMs && performance.now() - startedMs < limitMs)
    },
  }
}
