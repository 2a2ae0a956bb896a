// The phone's side of the multiplexer: many connections over two bulk endpoints, in packets with TCP's header.
// Source: libimobiledevice/usbmuxd src/device.c, the computer's side of the same.

/** The protocol a packet is for. */
const PACKET = { version: 0, control: 1, setup: 2, tcp: 6 } as const
const MAGIC = 0xfeedface
const FLAG = { syn: 2, reset: 4, acknowledge: 16 } as const
const TCP_BYTES = 20
/** What a phone takes before it must be acknowledged, in units of 256 bytes. */
const WINDOW = 0x200
/** Data in one packet towards the computer. */
const MOST_BYTES = 8192

/** The far end of one connection, on the phone. */
export type MuxListener = (
  tell: (bytes: Buffer) => void,
  hangUp: () => void,
) => { readonly hear: (bytes: Buffer) => void }

/** What the phone listens on, by port. */
export type MuxServices = ReadonlyMap<number, MuxListener>

export type Mux = {
  bulkOut(data: Buffer): void
  /** The next packet; `isWanted` says whether the computer still waits for this one. */
  bulkIn(isWanted: () => boolean): Promise<Buffer>
}

type Connection = { readonly hear: (bytes: Buffer) => void; sent: number; heard: number }
type Segment = { readonly from: number; readonly to: number; readonly sequence: number; readonly flags: number }

const readSegment = (bytes: Buffer): Segment => ({
  from: bytes.readUInt16BE(0),
  to: bytes.readUInt16BE(2),
  sequence: bytes.readUInt32BE(4),
  flags: bytes.readUInt8(13),
})

const writeSegment = (segment: Segment, acknowledged: number): Buffer => {
  const bytes = Buffer.alloc(TCP_BYTES)
  bytes.writeUInt16BE(segment.from, 0)
  bytes.writeUInt16BE(segment.to, 2)
  bytes.writeUInt32BE(segment.sequence >>> 0, 4)
  bytes.writeUInt32BE(acknowledged >>> 0, 8)
  bytes.writeUInt8((TCP_BYTES / 4) << 4, 12)
  bytes.writeUInt8(segment.flags, 13)
  bytes.writeUInt16BE(WINDOW, 14)
  return bytes
}

/** Packets towards the computer wait here until it asks, in order. */
const createOutbox = () => {
  const packets: Buffer[] = []
  const readers: { give(packet: Buffer): void; isWanted(): boolean }[] = []
  const deliver = () => {
    for (;;) {
      while (readers[0] !== undefined && !readers[0].isWanted()) readers.shift()
      if (readers.length === 0 || packets.length === 0) return
      const packet = packets.shift()
      if (packet !== undefined) readers.shift()?.give(packet)
    }
  }
  return {
    put(packet: Buffer) {
      packets.push(packet)
      deliver()
    },
    take: (isWanted: () => boolean) =>
      new Promise<Buffer>((give) => {
        readers.push({ give, isWanted })
        // whoever asks is known to wait only after the call
        queueMicrotask(deliver)
      }),
  }
}

/** The multiplexer of one enumeration. `version` 1 has the short head of old systems, 2 the one with counters. */
export const createMux = (services: MuxServices, version: 1 | 2): Mux => {
  const outbox = createOutbox()
  const connections = new Map<string, Connection>()
  let spoken = 0
  let unread = Buffer.alloc(0)
  let sentPackets = 0
  let heardPackets = 0xffff

  const headBytes = () => (spoken < 2 ? 8 : 16)

  const send = (protocol: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(headBytes())
    head.writeUInt32BE(protocol, 0)
    head.writeUInt32BE(head.length + body.length, 4)
    if (head.length > 8) {
      head.writeUInt32BE(MAGIC, 8)
      head.writeUInt16BE(sentPackets & 0xffff, 12)
      head.writeUInt16BE(heardPackets, 14)
      sentPackets += 1
    }
    outbox.put(Buffer.concat([head, body]))
  }

  const agreeOnVersion = () => {
    const words = Buffer.alloc(12)
    words.writeUInt32BE(version, 0)
    send(PACKET.version, words)
    spoken = version
  }

  /** Ports and counters are the computer's; an answer turns them round. */
  const answer = (
    { from, to }: Segment,
    flags: number,
    { sent, heard }: { sent: number; heard: number },
    data?: Buffer,
  ) => send(PACKET.tcp, writeSegment({ from: to, to: from, sequence: sent, flags }, heard), ...(data ? [data] : []))

  const connect = (segment: Segment, key: string) => {
    const listener = services.get(segment.to)
    const counters = { sent: 0, heard: segment.sequence + 1 }
    if (listener === undefined) return answer(segment, FLAG.reset | FLAG.acknowledge, counters)
    const hangUp = () => {
      if (connections.delete(key)) answer(segment, FLAG.reset, connection)
    }
    const tell = (bytes: Buffer) => {
      for (let at = 0; at < bytes.length && connections.has(key); at += MOST_BYTES) {
        const piece = bytes.subarray(at, at + MOST_BYTES)
        answer(segment, FLAG.acknowledge, connection, piece)
        connection.sent += piece.length
      }
    }
    const connection: Connection = { ...counters, hear: listener(tell, hangUp).hear }
    connections.set(key, connection)
    answer(segment, FLAG.syn | FLAG.acknowledge, connection)
    connection.sent += 1
  }

  const takeSegment = (bytes: Buffer) => {
    const segment = readSegment(bytes)
    const key = `${segment.from} ${segment.to}`
    if (segment.flags & FLAG.reset) return void connections.delete(key)
    if (segment.flags & FLAG.syn) return connect(segment, key)
    const connection = connections.get(key)
    if (connection === undefined) return answer(segment, FLAG.reset, { sent: 0, heard: segment.sequence })
    const data = bytes.subarray(TCP_BYTES)
    if (data.length === 0) return
    connection.heard += data.length
    answer(segment, FLAG.acknowledge, connection)
    connection.hear(data)
  }

  const takePacket = (packet: Buffer) => {
    const protocol = packet.readUInt32BE(0)
    const head = headBytes()
    if (head > 8) heardPackets = packet.readUInt16BE(12)
    if (protocol === PACKET.version && spoken === 0) agreeOnVersion()
    else if (protocol === PACKET.tcp && spoken > 0) takeSegment(packet.subarray(head))
    else if (protocol !== PACKET.setup) throw new Error(`the computer sent the multiplexer a packet for ${protocol}`)
  }

  return {
    bulkIn: outbox.take,
    bulkOut(data) {
      unread = Buffer.concat([unread, data])
      while (unread.length >= 8 && unread.length >= unread.readUInt32BE(4)) {
        const length = unread.readUInt32BE(4)
        if (length < 8) throw new Error(`the computer sent the multiplexer a packet of ${length} bytes`)
        const packet = unread.subarray(0, length)
        unread = unread.subarray(length)
        takePacket(packet)
      }
    },
  }
}
