import { afterEach, describe, expect, test } from 'vitest'
import { createPhoneTalk, muxOf } from '../../electron/adapters/phone-talk.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import { type FakeMux, startMux, UDID } from './fake-phone.ts'

const running: FakeMux[] = []
afterEach(async () => {
  for (const mux of running.splice(0)) await mux.close()
})

/** Asks one thing and gives the one event that answers. */
async function asked(
  kind: 'phone.look' | 'phone.enter-recovery' | 'link.try',
  setup: Parameters<typeof startMux> | null,
  options: { restoring?: boolean; udid?: string } = {},
): Promise<{ event: EventBody; requests: readonly string[]; waits: number }> {
  const fake = setup && (await startMux(...setup))
  if (fake) running.push(fake)
  let waits = 0
  const event = await new Promise<EventBody>((resolve) => {
    const talk = createPhoneTalk({
      mux: { address: { path: fake?.path ?? '/nowhere/usbmuxd' }, timeoutMs: 300 },
      state: resolve,
      restoreRuns: () => Promise.resolve(options.restoring ?? false),
      pause: () => {
        waits += 1
        return Promise.resolve()
      },
    })
    talk.perform({ kind, deviceId: 'usb-1', udid: options.udid ?? UDID })
  })
  return { event, requests: fake?.asked ?? [], waits }
}

const VALUES = { DeviceName: 'Test phone', ProductType: 'iPhone12,1', ProductVersion: '18.3' }

describe('a running phone, spoken to through the mux', () => {
  test('says who it is without being paired', async () => {
    const { event, requests } = await asked('phone.look', [{ values: VALUES }])
    expect(event).toEqual({
      kind: 'phone.told',
      deviceId: 'usb-1',
      outcome: 'ok',
      system: 'normal',
      facts: { deviceName: 'Test phone', productType: 'iPhone12,1', version: '18.3', ecid: null },
    })
    expect(requests.some((request) => request.includes('Pair') || request.includes('Session'))).toBe(false)
  })

  test('that is being restored is told from one that runs, and asked nothing more', async () => {
    const { event, requests } = await asked('phone.look', [{ type: 'com.apple.mobile.restored' }])
    expect(event).toMatchObject({ outcome: 'ok', system: 'restore', facts: null })
    expect(requests).not.toContain('GetValue')
  })

  test('is asked nothing while a program that restores phones runs', async () => {
    const { event, requests } = await asked('phone.enter-recovery', [{}], { restoring: true })
    expect(event).toMatchObject({ kind: 'phone.answered', outcome: 'restoring' })
    expect(requests).toEqual([])
  })

  test('is asked again and again by a link test, and each answer is one small transfer', async () => {
    const { event, requests } = await asked('link.try', [{ values: VALUES }])
    expect(event).toEqual({ kind: 'link.tried', deviceId: 'usb-1', outcome: 'ok', done: 10, errors: 0 })
    expect(requests.filter((request) => request === 'GetValue')).toHaveLength(10)
    expect(requests.some((request) => request.includes('Pair') || request.includes('Session'))).toBe(false)
  })

  test('that does not answer fails two transfers, and is left alone then', async () => {
    const { event } = await asked('link.try', [{ manner: 'silent' }])
    expect(event).toMatchObject({ kind: 'link.tried', outcome: 'ok', done: 0, errors: 2 })
  })

  test('is sent no transfer while it is being restored, by USB or by a program, nor without the service', async () => {
    const restoring = await asked('link.try', [{ type: 'com.apple.mobile.restored' }])
    expect(restoring.event).toMatchObject({ outcome: 'restore-runs', done: 0, errors: 0 })
    expect(restoring.requests).not.toContain('GetValue')
    const byProgram = await asked('link.try', [{}], { restoring: true })
    expect(byProgram).toMatchObject({ event: { outcome: 'restore-runs' }, requests: [] })
    expect((await asked('link.try', null)).event).toMatchObject({ outcome: 'no-service', done: 0, errors: 0 })
  })

  test('enters recovery, or says in one word why not', async () => {
    const outcomes = await Promise.all(
      [
        {},
        { leavingError: 'PasswordProtected' },
        { leavingError: 'PairingDialogResponsePending' },
        { wantsSession: true },
        { type: 'com.apple.mobile.restored' },
      ].map(async (phone) => (await asked('phone.enter-recovery', [phone])).event),
    )
    expect(outcomes.map((event) => 'outcome' in event && event.outcome)).toEqual([
      'ok',
      'locked',
      'trust-waits',
      'not-paired',
      'restoring',
    ])
  })

  test('a mux that is absent or does not know the phone is given a moment, then named', async () => {
    const absent = await asked('phone.look', null)
    expect(absent.event).toMatchObject({ outcome: 'mux-absent', system: null })
    const unknown = await asked('phone.look', [{}], { udid: '00008030-FFFFFFFFFFFFFFFF' })
    expect(unknown.event).toMatchObject({ outcome: 'not-listed' })
    expect(absent.waits).toBeGreaterThan(2)
    expect(unknown.waits).toBe(absent.waits)
  })

  test('a mux that stalls, closes or answers nonsense is not asked twice', async () => {
    const manners = ['silent', 'closes', 'nonsense'] as const
    const found = await Promise.all(manners.map((manner) => asked('phone.enter-recovery', [{}, { manner }])))
    expect(found.map(({ event }) => 'outcome' in event && event.outcome)).toEqual([
      'mux-stalled',
      'mux-closed',
      'mux-nonsense',
    ])
    expect(found.map(({ waits }) => waits)).toEqual([0, 0, 0])
  })

  test('a variable that names no address is like no mux at all', () => {
    expect(muxOf('nonsense', 'linux')).toBeNull()
    expect(muxOf(undefined, 'windows')?.address).toEqual({ host: '127.0.0.1', port: 27_015 })
  })
})
