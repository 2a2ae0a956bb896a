import { setTimeout as pause } from 'node:timers/promises'
import { createDevice, describeConfiguration, type Answer, type Setup, type UsbBody } from './usb-device.ts'
import type { Wire } from './usbip.ts'
import { createKernelPort, type KernelPort } from './vhci.ts'

// Port status bits and features of hubs: USB 2.0, 11.24.
const CONNECTION = 1
const ENABLED = 2
const POWERED = 0x100
const HIGH_SPEED = 0x400
const CHANGED_CONNECTION = 1
const CHANGED_RESET = 1 << 4
const FEATURE_ENABLE = 1
const FEATURE_RESET = 4
const FEATURE_POWER = 8
const FIRST_CHANGE_FEATURE = 16

type HubPort = { status: number; change: number; device: UsbBody | null }

const PORTS = 7

/** An external high speed hub; devices go into its ports 1 to 7. */
export type Hub = {
  readonly body: UsbBody
  connect(port: number, device: UsbBody): void
  disconnect(port: number): void
}

const hubDescriptor = () => {
  const perPort = Math.ceil((PORTS + 1) / 8)
  const zeros = Array.from({ length: perPort }, () => 0)
  return Buffer.from([7 + 2 * perPort, 0x29, PORTS, 0x09, 0, 0x32, 0x64, ...zeros, ...zeros.map(() => 0xff)])
}

/** A hub as a device of its own: it reports connections on its interrupt endpoint as real ones do. */
export const createHub = (): Hub => {
  const ports: HubPort[] = Array.from({ length: PORTS + 1 }, () => ({ status: 0, change: 0, device: null }))
  const waiting: ((bitmap: Buffer) => void)[] = []

  const report = () => {
    const bits = ports.reduce((sum, { change }, at) => (change === 0 ? sum : sum | (1 << at)), 0)
    if (bits !== 0) for (const answer of waiting.splice(0)) answer(Buffer.from([bits]))
  }

  const showConnection = (port: HubPort) => {
    port.status |= CONNECTION | (port.device?.speed === 'high' ? HIGH_SPEED : 0)
    port.change |= CHANGED_CONNECTION
    report()
  }

  const setFeature = (port: HubPort, feature: number) => {
    if (feature === FEATURE_POWER) {
      port.status |= POWERED
      if (port.device !== null) showConnection(port)
    }
    if (feature === FEATURE_RESET && port.device !== null) {
      port.status |= ENABLED
      port.change |= CHANGED_RESET
      report()
    }
  }

  const clearFeature = (port: HubPort, feature: number) => {
    if (feature >= FIRST_CHANGE_FEATURE) port.change &= ~(1 << (feature - FIRST_CHANGE_FEATURE))
    if (feature === FEATURE_ENABLE) port.status &= ~ENABLED
    if (feature === FEATURE_POWER) port.status &= ~(POWERED | ENABLED)
  }

  const request = ({ type, request: asked, value, index, length }: Setup): Answer => {
    const nothing = Buffer.alloc(0)
    if (type === 0xa0) return asked === 6 ? hubDescriptor().subarray(0, length) : Buffer.alloc(4)
    if (type === 0x20) return nothing
    const port = (index & 0xff) === 0 ? undefined : ports[index & 0xff]
    if (port === undefined) return 'stall'
    if (type === 0xa3 && asked === 0) {
      const words = Buffer.alloc(4)
      words.writeUInt16LE(port.status, 0)
      words.writeUInt16LE(port.change, 2)
      return words
    }
    if (type !== 0x23) return 'stall'
    if (asked === 3) setFeature(port, value)
    if (asked === 1) clearFeature(port, value)
    return nothing
  }

  const body = createDevice({
    vendorId: 0x05e3,
    productId: 0x0610,
    release: 0x0100,
    deviceClass: [9, 0, 1],
    speed: 'high',
    strings: { 1: 'Handhold lab', 2: 'USB2.0 Hub' },
    manufacturerIndex: 1,
    productIndex: 2,
    serialIndex: 0,
    configurations: [
      describeConfiguration(
        1,
        [{ number: 0, triple: [9, 0, 0], endpoints: [{ address: 0x81, kind: 'interrupt', size: 1, interval: 12 }] }],
        0,
      ),
    ],
    request,
    bulkIn: () =>
      new Promise<Buffer>((answer) => {
        waiting.push(answer)
        report()
      }),
  })

  const portAt = (number: number): HubPort => {
    const port = ports[number]
    if (port === undefined || number === 0) throw new Error(`the hub has no port ${number}`)
    return port
  }
  return {
    body,
    connect(number, device) {
      const port = portAt(number)
      port.device = device
      if ((port.status & POWERED) !== 0) showConnection(port)
    },
    disconnect(number) {
      const port = portAt(number)
      port.device = null
      port.status &= ~(CONNECTION | ENABLED | HIGH_SPEED)
      port.change |= CHANGED_CONNECTION
      report()
    },
  }
}

/**
 * Port `number` (2 or more) of a hub that sits on the controller's port 0, as a place to plug phones into.
 *
 * The virtual controller chooses a connection by the number of the port the device hangs on, whoever that port belongs
 * to. So the connection of the controller's own port of the same number serves the hub's port, once the kernel has
 * looked for a device there in vain and given up: `prepare` waits for that.
 */
export const createHubPort = (hub: Hub, number: number): KernelPort & { prepare(): Promise<void> } => {
  let current: UsbBody | null = null
  let wire: Wire | null = null
  const back = createKernelPort(number - 1)
  const stand: UsbBody = {
    speed: 'high',
    control: (setup, data) => current?.control(setup, data) ?? 'gone',
    bulkIn: (endpoint, length, isWanted) => current?.bulkIn(endpoint, length, isWanted) ?? 'gone',
    bulkOut: (endpoint, data) => current?.bulkOut(endpoint, data) ?? 'gone',
  }
  return {
    async prepare() {
      wire = await back.attach(stand)
      const quietMs = 1200
      const limitMs = performance.now() + 30_000
      while (performance.now() < limitMs) {
        await pause(100)
        if (wire.lastAskedMs() !== 0 && performance.now() - wire.lastAskedMs() > quietMs) return
      }
      throw new Error('the kernel never gave up on the port behind the hub')
    },
    attach(device) {
      if (wire === null) throw new Error('the hub port was not prepared')
      current = device
      hub.connect(number, device)
      return Promise.resolve(wire)
    },
    detach() {
      hub.disconnect(number)
      current = null
      return Promise.resolve()
    },
  }
}
