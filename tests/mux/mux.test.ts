import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { enterRecovery, factsOfPhone, systemOfPhone } from '../../electron/adapters/lockdownd.ts'
import {
  listDevices,
  listen,
  type Mux,
  type MuxNews,
  openTunnel,
  pairRecordOf,
} from '../../electron/adapters/usbmuxd.ts'
import {
  lockdownRequest,
  readPhoneFacts,
  refusalOf,
  takeLockdownAnswers,
} from '../../shared/protocol/lockdown-messages.ts'
import { readPlist } from '../../shared/protocol/plist.ts'
import { writePlist } from '../../shared/protocol/plist-write.ts'
import {
  muxAddress,
  muxRequest,
  readMuxMessage,
  startFrames,
  swappedPort,
  takeMuxMessages,
} from '../../shared/protocol/usbmux-frames.ts'
import { DEVICE, type FakeMux, type FakePhone, makePair, type Manner, startMux, UDID } from './fake-phone.ts'

const running: FakeMux[] = []
afterEach(async () => {
  for (const mux of running.splice(0)) await mux.close()
})
async function started(...setup: Parameters<typeof startMux>): Promise<{ fake: FakeMux; mux: Mux }> {
  const fake = await startMux(...setup)
  running.push(fake)
  return { fake, mux: { address: { path: fake.path }, timeoutMs: 300 } }
}
const PHONE = { deviceId: 7, udid: UDID }
const pair = makePair()
const RECORD = pair && {
  HostID: 'HOST',
  SystemBUID: 'BUID',
  HostCertificate: Buffer.from(pair.certificate),
  HostPrivateKey: Buffer.from(pair.key),
}

describe('the mux', () => {
  test('its address is the system’s, unless the variable says otherwise', () => {
    expect(muxAddress(undefined, false)).toEqual({ path: '/var/run/usbmuxd' })
    expect(muxAddress('', true)).toEqual({ host: '127.0.0.1', port: 27015 })
    expect(muxAddress('UNIX:/tmp/x', true)).toEqual({ path: '/tmp/x' })
    expect(muxAddress('10.0.0.1:99', false)).toEqual({ host: '10.0.0.1', port: 99 })
    expect(muxAddress('[::1]:99', false)).toEqual({ host: '::1', port: 99 })
    for (const wrong of ['x', 'x:0', 'x:65536', 'UNIX:', ':1']) expect(muxAddress(wrong, false)).toBe(null)
  })
  test('phones on a cable are listed, those over the air are not, and the UDID gets its hyphen', async () => {
    const { mux } = await started()
    expect(await listDevices(mux)).toEqual({
      ok: true,
      value: [{ deviceId: 7, udid: UDID, productId: 0x12a8, locationId: 65_540 }],
    })
  })
  test('phones are told as they come and go, and nothing after stopping', async () => {
    const { mux, fake } = await started()
    const news: MuxNews[] = []
    let wake = () => {}
    const stop = listen(mux, (each) => {
      news.push(each)
      wake()
    })
    const until = async (count: number) => {
      while (news.length < count) await new Promise<void>((resolve) => (wake = resolve))
    }
    await until(2)
    fake.tell({ MessageType: 'Detached', DeviceID: 7 })
    await until(3)
    expect(news.map(({ kind }) => kind)).toEqual(['listening', 'attached', 'detached'])
    stop()
    fake.tell(DEVICE)
    await fake.close()
    running.length = 0
    expect(news).toHaveLength(3)
  })
  test('a mux that ends is told once, with why', async () => {
    const { mux, fake } = await started()
    const ended = new Promise<MuxNews>((resolve) =>
      listen(
        mux,
        (each) => void (each.kind === 'ended' ? resolve(each) : each.kind === 'attached' && void fake.close()),
      ),
    )
    expect(await ended).toEqual({ kind: 'ended', trouble: 'closed' })
    running.length = 0
  })
  test('a socket that is absent, refuses, stalls, closes or answers nonsense is a trouble with its name', async () => {
    expect(await listDevices({ address: { path: join(tmpdir(), 'handhold-no-such-socket') }, timeoutMs: 300 })).toEqual(
      { ok: false, trouble: 'absent' },
    )
    expect(await listDevices({ address: { host: '127.0.0.1', port: 1 }, timeoutMs: 300 })).toEqual({
      ok: false,
      trouble: 'refused',
    })
    const manners: [Manner, string][] = [
      ['silent', 'stalled'],
      ['nonsense', 'nonsense'],
      ['huge', 'nonsense'],
      ['closes', 'closed'],
    ]
    for (const [manner, trouble] of manners) {
      const { mux } = await started({}, { manner })
      expect(await listDevices(mux), manner).toEqual({ ok: false, trouble })
      const ended = new Promise<MuxNews>((resolve) => listen(mux, resolve))
      expect(await ended, manner).toEqual({ kind: 'ended', trouble })
    }
  })
  test('a phone that is gone and a port that refuses are told apart', async () => {
    const { mux } = await started()
    expect(await openTunnel(mux, 9, 62_078)).toEqual({ ok: false, trouble: 'device-gone' })
    expect(await openTunnel(mux, 7, 1234)).toEqual({ ok: false, trouble: 'device-refused' })
    expect(swappedPort(62_078)).toBe(32_498)
  })
  test('a pair record is given as it is kept, and that there is none is no trouble', async () => {
    expect(await pairRecordOf((await started({}, { record: { HostID: 'x' } })).mux, UDID)).toEqual({
      ok: true,
      value: expect.any(Uint8Array) as Uint8Array,
    })
    expect(await pairRecordOf((await started()).mux, UDID)).toEqual({ ok: true, value: null })
  })
})

describe('the phone', () => {
  test('its system and the restore system look the same on USB and are told apart by asking', async () => {
    const system = async (phone: FakePhone) => systemOfPhone((await started(phone)).mux, PHONE)
    expect(await system({})).toEqual({ ok: true, value: 'normal' })
    expect(await system({ type: 'com.apple.mobile.restored' })).toEqual({ ok: true, value: 'restore' })
    expect(await system({ type: 'something' })).toEqual({ ok: false, trouble: 'nonsense' })
    expect(await system({ manner: 'silent' })).toEqual({ ok: false, trouble: 'stalled' })
    expect(await system({ manner: 'closes' })).toEqual({ ok: false, trouble: 'closed' })
    expect(await system({ manner: 'huge' })).toEqual({ ok: false, trouble: 'nonsense' })
  })
  test('it says who it is without being paired, and is never asked to pair', async () => {
    const { mux, fake } = await started({
      values: {
        DeviceName: 'Anna’s <iPhone>',
        ProductType: 'iPhone12,1',
        ProductVersion: '18.3',
        BuildVersion: '22D63',
        HardwareModel: 'N104AP',
        UniqueChipID: 0x000a1b2c3d4e5f60,
      },
    })
    expect(await factsOfPhone(mux, PHONE)).toEqual({
      ok: true,
      value: {
        name: 'Anna’s <iPhone>',
        productType: 'iPhone12,1',
        version: '18.3',
        build: '22D63',
        board: 'n104ap',
        ecid: '000A1B2C3D4E5F60',
      },
    })
    expect(fake.asked).toEqual(['Connect', 'GetValue'])
  })
  test('a chip id beyond 2^53 keeps every digit', () =>
    expect(readPhoneFacts({ Value: { UniqueChipID: 0xfedcba9876543210n } }).ecid).toBe('FEDCBA9876543210'))
})

describe('entering recovery', () => {
  test('an older system is asked plainly', async () => {
    const { mux, fake } = await started()
    expect(await enterRecovery(mux, PHONE)).toEqual({ ok: true, value: 'sent' })
    expect(fake.asked).toEqual(['Connect', 'QueryType', 'EnterRecovery'])
  })
  test.skipIf(pair === null)(
    'a newer one in a session over TLS, with the record that exists (needs openssl)',
    async () => {
      const { mux, fake } = await started({ wantsSession: true }, { record: RECORD, pair })
      expect(await enterRecovery({ ...mux, timeoutMs: 3000 }, PHONE)).toEqual({ ok: true, value: 'sent' })
      expect(fake.asked).toEqual([
        'Connect',
        'QueryType',
        'EnterRecovery',
        'ReadPairRecord',
        'Connect',
        'StartSession',
        'session:EnterRecovery',
      ])
    },
  )
  test('a record that is kept but broken is like none: nothing rejects, and nobody waits', async () => {
    const record = { HostID: 'H', SystemBUID: 'B', HostCertificate: 'no certificate', HostPrivateKey: 'no key' }
    const { mux, fake } = await started({ wantsSession: true }, { record })
    expect(await enterRecovery(mux, PHONE)).toEqual({ ok: true, value: 'not-paired' })
    expect(fake.asked.join()).not.toMatch(/session:|Pair(?!Record)/u)
  })
  test('without a record the phone is not asked to pair', async () => {
    const { mux, fake } = await started({ wantsSession: true })
    expect(await enterRecovery(mux, PHONE)).toEqual({ ok: true, value: 'not-paired' })
    expect(fake.asked.join()).not.toMatch(/Pair(?!Record)/u)
  })
  test('a locked phone and one that does not know this computer say so', async () => {
    const record = { HostID: 'H', SystemBUID: 'B', HostCertificate: 'c', HostPrivateKey: 'k' }
    const refusal = async (phone: FakePhone) =>
      enterRecovery((await started({ wantsSession: true, ...phone }, { record })).mux, PHONE)
    expect(await refusal({ sessionError: 'PasswordProtected' })).toEqual({ ok: true, value: 'locked' })
    expect(await refusal({ sessionError: 'InvalidHostID' })).toEqual({ ok: true, value: 'not-paired' })
    expect(await enterRecovery((await started({ leavingError: 'Strange' })).mux, PHONE)).toEqual({
      ok: true,
      value: 'other',
    })
  })
  test('during a restore nothing is sent', async () => {
    const { mux, fake } = await started({ type: 'com.apple.mobile.restored' })
    expect(await enterRecovery(mux, PHONE)).toEqual({ ok: true, value: 'restoring' })
    expect(fake.asked).toEqual(['Connect', 'QueryType'])
  })
})

describe('bytes of the sockets', () => {
  const dice = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  test('what is written can be read, whatever its values', () => {
    const value = {
      a: 'x & <y>',
      b: -5,
      c: [true, false, 1.5],
      d: Uint8Array.from([0, 1, 2, 255]),
      e: 2n ** 63n,
      f: {},
    }
    expect(readPlist(writePlist(value))).toEqual(value)
    for (let length = 0; length < 9; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => index * 31)
      expect(readPlist(writePlist(bytes))).toEqual(bytes)
    }
  })
  test('frames cut anywhere are the same frames', () => {
    const stream = Buffer.concat([muxRequest(1, DEVICE), muxRequest(2, { MessageType: 'Result', Number: 0 })])
    for (const size of [1, 2, 15, 16, 17, 500]) {
      const reader = startFrames()
      const messages = []
      for (let at = 0; at < stream.length; at += size)
        messages.push(...takeMuxMessages(reader, stream.subarray(at, at + size)).messages)
      expect(messages.map(({ kind }) => kind)).toEqual(['attached', 'result'])
    }
  })
  test('random and damaged bytes never throw', () => {
    const roll = dice(11)
    const good = Buffer.from(muxRequest(1, DEVICE))
    const talk = Buffer.from(lockdownRequest({ Request: 'GetValue', Value: { a: 1 } }))
    for (let round = 0; round < 400; round += 1) {
      for (const bytes of [Buffer.from(good), Buffer.from(talk)]) {
        for (let change = 0; change < 1 + roll() * 10; change += 1)
          bytes[Math.floor(roll() * bytes.length)] = Math.floor(roll() * 256)
        takeMuxMessages(startFrames(), bytes)
        takeLockdownAnswers(startFrames(), bytes)
        readMuxMessage(bytes.subarray(Math.floor(roll() * 40)))
      }
    }
    expect(refusalOf({ Error: 'constructor' })).toBe('other')
  })
})
