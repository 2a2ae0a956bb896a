/** The eight bytes that begin every control transfer (USB 2.0, 9.3). */
export type Setup = {
  readonly type: number
  readonly request: number
  readonly value: number
  readonly index: number
  readonly length: number
}

/**
 * How a device answers a transfer: bytes (none for a transfer towards it), `stall` as a refusal, `gone` as when nobody
 * is at the end of the wire, `silent` when no answer ever comes, or bytes later.
 */
export type Answer = Buffer | 'stall' | 'gone' | 'silent' | Promise<Buffer>

export type Speed = 'full' | 'high' | 'super'

/** A device as the wire sees it. How it is plugged in is another file's business. */
export type UsbBody = {
  readonly speed: Speed
  control(setup: Setup, data: Buffer): Answer
  /** `isWanted`: whether the computer still waits for what was promised here. */
  bulkIn(endpoint: number, length: number, isWanted: () => boolean): Answer
  bulkOut(endpoint: number, data: Buffer): Answer
}

/** Misbehaviour of the descriptors; each may be switched while the device is plugged in. */
export type DescriptorFaults = {
  /** The serial string is empty the first so many times it is asked for, as phones answer just after a change of mode. */
  blankSerials: number
  /** Every string is refused. */
  refuseStrings: boolean
  /** The configuration is refused, so that no computer can take the device up. */
  refuseConfiguration: boolean
}

export type DeviceSheet = {
  readonly vendorId: number
  readonly productId: number
  /** Version of the device, as binary coded decimal. */
  readonly release: number
  readonly deviceClass: readonly [number, number, number]
  readonly speed: Speed
  /** Text by string index. */
  readonly strings: Readonly<Record<number, string>>
  readonly manufacturerIndex: number
  readonly productIndex: number
  readonly serialIndex: number
  readonly configurations: readonly Buffer[]
  /** Class and vendor requests; refused where this is missing. */
  readonly request?: (setup: Setup, data: Buffer) => Answer
  readonly bulkIn?: (endpoint: number, length: number, isWanted: () => boolean) => Answer
  readonly bulkOut?: (endpoint: number, data: Buffer) => Answer
  readonly faults?: DescriptorFaults
}

export type Endpoint = {
  readonly address: number
  readonly kind?: 'bulk' | 'interrupt'
  readonly size?: number
  readonly interval?: number
}

export type Interface = {
  readonly number: number
  readonly alternate?: number
  readonly triple: readonly [number, number, number]
  readonly endpoints?: readonly Endpoint[]
  /** A class descriptor between the interface and its endpoints. */
  readonly extra?: readonly number[]
}

const KIND = { device: 1, configuration: 2, text: 3, interface: 4, endpoint: 5, qualifier: 6 } as const

const word = (value: number) => [value & 0xff, value >> 8]

const describeEndpoint = ({ address, kind = 'bulk', size = 512, interval = 0 }: Endpoint) =>
  [7, KIND.endpoint, address, kind === 'bulk' ? 2 : 3, ...word(size), interval] // prettier-ignore

const describeInterface = ({ number, alternate = 0, triple, endpoints = [], extra = [] }: Interface) =>
  [9, KIND.interface, number, alternate, endpoints.length, ...triple, 0, ...extra, ...endpoints.flatMap(describeEndpoint)] // prettier-ignore

/** The bytes of one configuration with its interfaces. `powerMa` is what the device may draw from the bus. */
export const describeConfiguration = (value: number, interfaces: readonly Interface[], powerMa = 500): Buffer => {
  const body = interfaces.flatMap(describeInterface)
  const count = new Set(interfaces.map(({ number }) => number)).size
  // Self-powered and no remote wakeup: a virtual port cannot be woken, and the kernel suspends whoever claims it can.
  const selfPowered = 0xc0
  return Buffer.from([
    9,
    KIND.configuration,
    ...word(body.length + 9),
    count,
    value,
    0,
    selfPowered,
    powerMa / 2,
    ...body,
  ])
}

/** A string as USB carries it: two bytes of head, then at most 126 characters of UTF-16. */
export const describeText = (text: string): Buffer => {
  const body = Buffer.from(text, 'utf16le').subarray(0, 252)
  return Buffer.concat([Buffer.from([body.length + 2, KIND.text]), body])
}

const US_ENGLISH = Buffer.from([4, KIND.text, 0x09, 0x04])

const describeDevice = (sheet: DeviceSheet) => {
  const { vendorId, productId, release, deviceClass, configurations } = sheet
  const index = (at: number) => (sheet.strings[at] === undefined ? 0 : at)
  const indexes = [sheet.manufacturerIndex, sheet.productIndex, sheet.serialIndex].map(index)
  return Buffer.from([
    18, KIND.device, ...word(0x0200), ...deviceClass, 64,
    ...word(vendorId), ...word(productId), ...word(release), ...indexes, configurations.length,
  ]) // prettier-ignore
}

type FindDescriptor = (kind: number, index: number) => Buffer | undefined

const createDescriptors = (sheet: DeviceSheet): FindDescriptor => {
  const { faults } = sheet
  let serialAsked = 0

  const isBlank = () => {
    serialAsked += 1
    return serialAsked <= (faults?.blankSerials ?? 0)
  }
  return (kind, index) => {
    if (kind === KIND.device) return describeDevice(sheet)
    if (kind === KIND.configuration) return faults?.refuseConfiguration ? undefined : sheet.configurations[index]
    if (kind === KIND.qualifier && sheet.speed === 'high')
      return Buffer.from([10, KIND.qualifier, ...word(0x0200), ...sheet.deviceClass, 64, 1, 0])
    if (kind !== KIND.text || faults?.refuseStrings) return undefined
    if (index === 0) return US_ENGLISH
    if (index === sheet.serialIndex && isBlank()) return describeText('')
    const text = sheet.strings[index]
    return text === undefined ? undefined : describeText(text)
  }
}

const NOTHING = Buffer.alloc(0)

/** A device that answers the standard requests from its sheet and hands all others to the sheet's `request`. */
export const createDevice = (sheet: DeviceSheet): UsbBody => {
  const findDescriptor = createDescriptors(sheet)
  let configuration = 0
  const alternates = new Map<number, number>()

  const standard = ({ type, request, value, index, length }: Setup): Answer => {
    switch (request) {
      case 0: // GET_STATUS
        return Buffer.from([(type & 0x1f) === 0 ? 1 : 0, 0]).subarray(0, length)
      case 1: // CLEAR_FEATURE
      case 3: // SET_FEATURE
        return NOTHING
      case 6: // GET_DESCRIPTOR
        return findDescriptor(value >> 8, value & 0xff)?.subarray(0, length) ?? 'stall'
      case 8: // GET_CONFIGURATION
        return Buffer.from([configuration])
      case 9: // SET_CONFIGURATION
        if (value !== 0 && !sheet.configurations.some((one) => one[5] === value)) return 'stall'
        configuration = value
        alternates.clear()
        return NOTHING
      case 10: // GET_INTERFACE
        return Buffer.from([alternates.get(index) ?? 0])
      case 11: // SET_INTERFACE
        alternates.set(index, value)
        return NOTHING
      default:
        return 'stall'
    }
  }

  return {
    speed: sheet.speed,
    control: (setup, data) => ((setup.type & 0x60) === 0 ? standard(setup) : (sheet.request?.(setup, data) ?? 'stall')),
    bulkIn: (endpoint, length, isWanted) => sheet.bulkIn?.(endpoint, length, isWanted) ?? 'silent',
    bulkOut: (endpoint, data) => sheet.bulkOut?.(endpoint, data) ?? data.subarray(0, 0),
  }
}

/** Reads the eight bytes of a setup packet. */
export const readSetup = (bytes: Buffer): Setup => ({
  type: bytes.readUInt8(0),
  request: bytes.readUInt8(1),
  value: bytes.readUInt16LE(2),
  index: bytes.readUInt16LE(4),
  length: bytes.readUInt16LE(6),
})
