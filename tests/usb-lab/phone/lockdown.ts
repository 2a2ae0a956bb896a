import { dictionaryOf, readPlist, textOf } from '../../../shared/protocol/plist.ts'
import type { PhoneIdentity } from './identities.ts'
import { modelOf } from '../../../shared/simulator/models.ts'
import { DEVICES } from '../../../shared/knowledge/devices.ts'
import type { MuxListener } from './mux.ts'
import { writeList, type ListValue } from './property-list.ts'

/** Where the phone listens for it. Source: libimobiledevice src/lockdown.c. */
export const LOCKDOWN_PORT = 62_078

/** The public half of a key that nobody has: pairing asks for it before it asks for trust. */
const DEVICE_PUBLIC_KEY = [
  'MIGJAoGBALG45FFR+/B9wDzEiYe2k95wCBRqeyZ3acBQFc7tErQiH6H/dYi1uIaU',
  'Fej2MUjvweGgpul6bVi2YgMad9vdg6NharUjlUsCItliyf4nunSiuYWyr4UvfJe/',
  'uZKiQuwN0V8r4R/RN0Tvk00wEADyfyOmiIEjrHoR/xZ87VteKwyTAgMBAAE=',
]
const asPem = (name: string, lines: readonly string[]) =>
  Buffer.from([`-----BEGIN ${name}-----`, ...lines, `-----END ${name}-----`, ''].join('\n'))

/** How a computer writes a UDID of the new kind. */
export const printedUdid = (udid: string): string =>
  udid.length === 24 ? `${udid.slice(0, 8)}-${udid.slice(8)}` : udid

/** What a phone tells a computer it does not trust. Source: libimobiledevice `ideviceinfo -s`, idevicerestore src/normal.c. */
export const valuesOf = ({ productType, ids }: PhoneIdentity): Readonly<Record<string, ListValue>> => ({
  BuildVersion: '21G93',
  CPUArchitecture: 'arm64',
  DeviceClass: 'iPhone',
  DeviceName: 'iPhone of the lab',
  DevicePublicKey: asPem('RSA PUBLIC KEY', DEVICE_PUBLIC_KEY),
  HardwareModel: `${DEVICES.find((row) => row.productType === productType)?.board ?? ''}`,
  ProductName: 'iPhone OS',
  ProductType: modelOf(productType).productType,
  ProductVersion: '17.6.1',
  ProtocolVersion: '2',
  TelephonyCapability: true,
  UniqueChipID: BigInt(`0x${ids.ecid}`),
  UniqueDeviceID: printedUdid(ids.udid),
  WiFiAddress: '02:00:00:00:00:01',
})

export type LockdownHooks = {
  /** The service behind the port says which system runs. */
  readonly type: 'com.apple.mobile.lockdown' | 'com.apple.mobile.restored'
  readonly values: Readonly<Record<string, ListValue>>
  /** As systems from 14.5 on have it: only a computer that is trusted may send the phone into recovery. */
  readonly trustForRecovery: boolean
  /** The phone was asked to go into recovery and agreed. */
  enterRecovery(): void
  record(request: string, answer: string): void
}

type Asked = NonNullable<ReturnType<typeof dictionaryOf>>

const valueFor = (hooks: LockdownHooks, asked: Asked): Record<string, ListValue> => {
  const key = textOf(asked['Key'])
  const domain = textOf(asked['Domain'])
  const named = { ...(key !== null && { Key: key }), ...(domain !== null && { Domain: domain }) }
  if (domain !== null) return { ...named, ...(key === null ? { Value: {} } : { Error: 'GetProhibited' }) }
  if (key === null) return { Value: hooks.values }
  const value = hooks.values[key]
  return value === undefined ? { ...named, Error: 'MissingValue' } : { ...named, Value: value }
}

const answerTo = (hooks: LockdownHooks, request: string, asked: Asked): Record<string, ListValue> => {
  switch (request) {
    case 'QueryType':
      return { Type: hooks.type }
    case 'GetValue':
      return valueFor(hooks, asked)
    case 'Pair':
      return { Error: 'UserDeniedPairing' }
    case 'ValidatePair':
    case 'StartSession':
      return { Error: 'InvalidHostID' }
    case 'SetValue':
      return { Error: 'SetProhibited' }
    case 'StartService':
      return { Error: 'SessionInactive' }
    case 'EnterRecovery':
      return hooks.trustForRecovery ? { Error: 'SessionInactive' } : { Result: 'Success' }
    case 'Goodbye':
      return { Result: 'Success' }
    default:
      return { Error: 'InvalidRequest' }
  }
}

/** lockdownd as an untrusted computer meets it: it says what it is and some values, and refuses pairing. */
export const createLockdown =
  (hooks: LockdownHooks): MuxListener =>
  (tell) => {
    let unread = Buffer.alloc(0)
    const take = (message: Buffer) => {
      const asked = dictionaryOf(readPlist(message)) ?? {}
      const request = textOf(asked['Request']) ?? ''
      const answer = answerTo(hooks, request, asked)
      const words = answer['Error'] ?? answer['Result'] ?? 'told'
      hooks.record(request, typeof words === 'string' ? words : 'told')
      const list = writeList({ Request: request, ...answer })
      const length = Buffer.alloc(4)
      length.writeUInt32BE(list.length)
      tell(Buffer.concat([length, list]))
      if (request === 'EnterRecovery' && answer['Error'] === undefined) hooks.enterRecovery()
    }
    return {
      hear(bytes) {
        unread = Buffer.concat([unread, bytes])
        while (unread.length >= 4 && unread.length >= 4 + unread.readUInt32BE(0)) {
          const end = 4 + unread.readUInt32BE(0)
          const message = unread.subarray(4, end)
          unread = unread.subarray(end)
          take(message)
        }
      },
    }
  }
