import type { Showing } from './identities.ts'
import { createMux, type MuxServices } from './mux.ts'
import {
  createDevice,
  describeConfiguration,
  type Answer,
  type DescriptorFaults,
  type DeviceSheet,
  type Interface,
  type Setup,
  type UsbBody,
} from './usb-device.ts'

/** What a phone's body asks its brain, and tells it. */
export type BodyHooks = {
  readonly faults: DescriptorFaults
  readonly nonces: string
  /** What the running system listens on, behind its multiplexer. */
  readonly services: MuxServices
  readonly muxVersion: 1 | 2
  /** A command for the boot loader, without the zero at its end. `stall` refuses it. */
  command(text: string): 'done' | 'stall' | 'gone' | 'silent'
  /** What a read after a command gives: the value of the last `getenv`. */
  reply(): string
  /** A class or vendor request came, with how it was answered. */
  record(transfer: Transfer): void
}

/** One control transfer that was not a standard one. */
export type Transfer = {
  readonly type: number
  readonly request: number
  readonly value: number
  readonly index: number
  /** Bytes towards the phone, as hex. */
  readonly data: string
  /** The same as text, for commands. */
  readonly text: string
  readonly answer: 'done' | 'stall' | 'gone' | 'silent'
}

const VENDOR_OUT = 0x40
/** Announces a file that follows over the bulk endpoint. */
const FILE_OUT = 0x41
const VENDOR_IN = 0xc0
const CLASS_OUT = 0x21
const CLASS_IN = 0xa1

/** The strings every one of Apple's boot stages has: the nonces come first. */
const bootStrings = (showing: Showing, hooks: BodyHooks) => ({
  strings: { 1: hooks.nonces, 2: 'Apple Inc.', 3: showing.product, 4: showing.serial },
  manufacturerIndex: 2,
  productIndex: 3,
  serialIndex: 4,
})

const recordWith = (hooks: BodyHooks, setup: Setup, data: Buffer, answer: Answer): Answer => {
  const { type, request, value, index } = setup
  const kind = answer === 'stall' || answer === 'gone' || answer === 'silent' ? answer : 'done'
  const text = data.toString('latin1').replace(/\0+$/, '')
  hooks.record({ type, request, value, index, data: data.toString('hex'), text, answer: kind })
  return answer
}

/** Recovery: iBoot's command line over endpoint 0, a bulk endpoint for files and one for its console. */
const recoverySheet = (showing: Showing, hooks: BodyHooks): Partial<DeviceSheet> => ({
  ...bootStrings(showing, hooks),
  configurations: [
    describeConfiguration(1, [
      { number: 0, triple: [0xfe, 0xfe, 2], endpoints: [{ address: 0x04 }] },
      { number: 1, triple: [0xff, 0xff, 0x51] },
      { number: 1, alternate: 1, triple: [0xff, 0xff, 0x51], endpoints: [{ address: 0x81 }] },
    ]),
  ],
  request(setup, data) {
    if (setup.type === VENDOR_OUT) {
      const outcome = hooks.command(data.toString('latin1').replace(/\0+$/, ''))
      return recordWith(hooks, setup, data, outcome === 'done' ? Buffer.alloc(0) : outcome)
    }
    // Files are taken, and nothing is done with them: they would have to be signed.
    if (setup.type === FILE_OUT && setup.request === 0) return recordWith(hooks, setup, data, Buffer.alloc(0))
    if (setup.type === VENDOR_IN) {
      const reply = Buffer.from(`${hooks.reply()}\0`, 'latin1').subarray(0, setup.length)
      return recordWith(hooks, setup, Buffer.alloc(0), reply)
    }
    return recordWith(hooks, setup, data, 'stall')
  },
})

const DFU_IDLE = 2
const DFU_DOWNLOAD_IDLE = 5
const DFU_DOWNLOAD = 1

/** DFU: one interface without endpoints, and the state machine of the DFU class. It runs nothing it is sent. */
const dfuSheet = (showing: Showing, hooks: BodyHooks): Partial<DeviceSheet> => {
  let state = DFU_IDLE
  return {
    ...bootStrings(showing, hooks),
    configurations: [
      // The functional descriptor: can download, tolerates resets, 2048 bytes in one transfer.
      describeConfiguration(1, [{ number: 0, triple: [0xfe, 1, 0], extra: [9, 0x21, 1, 0x0a, 0, 0, 8, 0x10, 1] }]),
    ],
    request(setup, data) {
      if (setup.type === CLASS_OUT) {
        state = setup.request === DFU_DOWNLOAD ? DFU_DOWNLOAD_IDLE : DFU_IDLE
        return recordWith(hooks, setup, data, Buffer.alloc(0))
      }
      const status = Buffer.from([0, 0, 0, 0, state, 0])
      const known = setup.type === CLASS_IN && (setup.request === 3 || setup.request === 5)
      const answer = !known ? 'stall' : setup.request === 3 ? status.subarray(0, setup.length) : Buffer.from([state])
      return recordWith(hooks, setup, data, answer)
    },
  }
}

const PICTURES: Interface = {
  number: 0,
  triple: [6, 1, 1],
  endpoints: [{ address: 0x02 }, { address: 0x81 }, { address: 0x83, kind: 'interrupt', size: 64, interval: 10 }],
}
/** The multiplexer's endpoints, as USB/IP numbers them: without the bit for the direction. */
const MUX_OUT = 4
const MUX_IN = 5

const MULTIPLEXER: Interface = {
  number: 1,
  triple: [0xff, 0xfe, 2],
  endpoints: [{ address: 0x04 }, { address: 0x85 }],
}
const TETHERING: readonly Interface[] = [
  { number: 2, triple: [0xff, 0xfd, 1] },
  { number: 2, alternate: 1, triple: [0xff, 0xfd, 1], endpoints: [{ address: 0x86 }, { address: 0x05 }] },
]

/** The running system, and the restore system that looks like it: pictures (silent here), the multiplexer, tethering (silent). */
const systemSheet = (showing: Showing, hooks: BodyHooks): Partial<DeviceSheet> => {
  const mux = createMux(hooks.services, hooks.muxVersion)
  return {
    release: 0x1005,
    strings: { 1: 'Apple Inc.', 2: showing.product, 3: showing.serial },
    manufacturerIndex: 1,
    productIndex: 2,
    serialIndex: 3,
    configurations: [
      describeConfiguration(1, [PICTURES]),
      describeConfiguration(2, [PICTURES]),
      describeConfiguration(3, [PICTURES, MULTIPLEXER]),
      describeConfiguration(4, [PICTURES, MULTIPLEXER, ...TETHERING]),
    ],
    request: (setup, data) => recordWith(hooks, setup, data, 'stall'),
    bulkIn: (endpoint, _length, isWanted) => (endpoint === MUX_IN ? mux.bulkIn(isWanted) : 'silent'),
    bulkOut(endpoint, data) {
      if (endpoint === MUX_OUT) mux.bulkOut(data)
      return Buffer.alloc(0)
    },
  }
}

/** The phone as a device on the wire, by what it shows. Ids other than recovery's and DFU's get the system's interfaces. */
export const createPhoneBody = (showing: Showing, hooks: BodyHooks): UsbBody => {
  const sheetOf = showing.productId === 0x1281 ? recoverySheet : showing.productId === 0x1227 ? dfuSheet : systemSheet
  return createDevice({
    vendorId: showing.vendorId,
    productId: showing.productId,
    release: 0,
    deviceClass: [0, 0, 0],
    speed: 'high',
    strings: {},
    manufacturerIndex: 0,
    productIndex: 0,
    serialIndex: 0,
    configurations: [],
    faults: hooks.faults,
    ...sheetOf(showing, hooks),
  })
}
