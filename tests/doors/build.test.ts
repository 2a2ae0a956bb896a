import { afterEach, describe, expect, test } from 'vitest'
import { buildApp, type App, type AppSetup } from '../../electron/build.ts'
import { portChannel } from '../../shared/contract/channel.ts'
import type { PracticeSetup } from '../../shared/contract/contract.ts'
import { device, type FakeBus, fakeUsb } from '../adapters/bus.ts'
import { heard } from '../contract/worlds.ts'
import { type Screen, sit } from './visitor.ts'

const apps: App[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

const start = (own: Partial<AppSetup> = {}): App => {
  const setup = {
    door: 'serve',
    databaseFile: ':memory:',
    appVersion: '9.9.9',
    usb: 'none',
    practiceRate: 200,
  } as const
  const app = buildApp({ ...setup, ...own })
  apps.push(app)
  return app
}
const onBus = (bus: FakeBus): Partial<AppSetup> => ({ usb: 'real', usbModules: async () => bus.modules })

function screenOf(app: App): Screen & { hangUp: Promise<string> } {
  const { port1, port2 } = new MessageChannel()
  const channel = portChannel(port2)
  const hangUp = heard<string>()
  channel.onClose(hangUp)
  const screen = sit(channel)
  app.connect(portChannel(port1))
  return { ...screen, hangUp: hangUp.next }
}
const noCode = { kind: 'case.open', caseId: 'c1', complaint: { kind: 'no-code' }, phoneId: null } as const
const iphone: PracticeSetup = { product: 'iPhone12,1', start: 'normal', cable: 'signals', seed: 7 }

test('a screen that connects is told the whole State at once', async () => {
  const screen = screenOf(start())
  const told = await screen.until(({ world }) => world === 'real')
  expect(told).toMatchObject({ rate: 1, state: { practice: false, case: null } })
  expect(await screen.call('hello', {})).toMatchObject({ appVersion: '9.9.9', door: 'serve', databaseFile: ':memory:' })
})

test('what one screen does, every screen sees', async () => {
  const app = start()
  const [one, other] = [screenOf(app), screenOf(app)]
  expect(await one.call('act', { world: 'real', event: noCode })).toEqual({ ok: true })
  expect((await other.until(({ state }) => state.case !== null)).state.case?.id).toBe('c1')
})

test('a phone on the bus is in the State, and gone from it when it is pulled', async () => {
  const bus = fakeUsb()
  const screen = screenOf(start(onBus(bus)))
  await screen.until(({ state }) => state.host.usb.status !== 'starting')
  const phone = device({ handle: 'a', productId: 0x12a8, serialNumber: '00008030001C2D3A0E92802E' })
  bus.plug(phone)
  const seen = await screen.until(({ state }) => state.phones.length === 1)
  expect(seen.state.phones[0]).toMatchObject({ mode: 'normal', presence: 'attached', usbPort: '1-1.3' })
  bus.pull(phone)
  await screen.until(({ state }) => state.phones[0]?.presence !== undefined && state.phones[0].presence !== 'attached')
})

test('a bus that cannot be had is a state, and everything else works', async () => {
  const bus = fakeUsb()
  bus.listFailure = new Error('/sys/bus/usb/devices/ not found')
  const screen = screenOf(start(onBus(bus)))
  const told = await screen.until(({ state }) => state.host.usb.status === 'unavailable')
  expect(told.state.host.usb.problem?.code).toBe('usb-unavailable')
  expect(await screen.call('act', { world: 'real', event: noCode })).toEqual({ ok: true })
})

describe('what cannot be done now is answered with a problem', () => {
  test.each([
    ['resuming a case that nobody opened', { kind: 'case.resume', caseId: 'none' }, 'case-unknown'],
    [
      'closing a case that is not on the table',
      { kind: 'case.close', caseId: 'none', outcome: 'fixed' },
      'case-unknown',
    ],
    [
      'answering a step without a case',
      { kind: 'step.answer', stepId: 'A1', answer: 'done', note: null },
      'case-unknown',
    ],
    ['starting a guide that is not shown', { kind: 'guide.start', attemptId: 'x', handsFree: false }, 'not-now'],
    [
      'showing a guide for a phone that was never there',
      { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-9', product: null },
      'phone-unknown',
    ],
  ] as const)('%s', async (_what, event, code) => {
    const screen = screenOf(start())
    expect(await screen.call('act', { world: 'real', event })).toMatchObject({ ok: false, problem: { code } })
  })

  test('anything in practice while nobody practises', async () => {
    const screen = screenOf(start())
    const refused = { ok: false, problem: { code: 'not-now' } }
    expect(await screen.call('act', { world: 'practice', event: noCode })).toEqual(refused)
    expect(await screen.call('practiceAct', { kind: 'unplug' })).toEqual(refused)
  })

  test('practising on a product that the simulator does not know', async () => {
    const screen = screenOf(start())
    const answer = await screen.call('practiceStart', { ...iphone, product: 'Toaster1,1' })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'phone-unknown' } })
  })
})

describe('practice', () => {
  test('is a world of its own, at its own pace, with the virtual iPhone on its bus', async () => {
    const screen = screenOf(start())
    expect(await screen.call('practiceStart', iphone)).toEqual({ ok: true })
    const told = await screen.until(({ world, state }) => world === 'practice' && state.phones.length === 1)
    expect(told).toMatchObject({ rate: 200, state: { practice: true, phones: [{ mode: 'normal' }] } })
    expect(screen.states.filter(({ world }) => world === 'real').every(({ state }) => state.phones.length === 0)).toBe(
      true,
    )
  })

  test('shows what the hands do on the phone', async () => {
    const screen = screenOf(start())
    await screen.call('practiceStart', iphone)
    await screen.call('practiceAct', { kind: 'buttons', down: ['side'] })
    await screen.call('hello', {})
    expect(screen.views.some((view) => view.down.includes('side') && view.setup?.product === 'iPhone12,1')).toBe(true)
  })

  test('tells the engine of a phone that is unplugged', async () => {
    const screen = screenOf(start())
    await screen.call('practiceStart', iphone)
    await screen.until(({ world, state }) => world === 'practice' && state.phones[0]?.presence === 'attached')
    await screen.call('practiceAct', { kind: 'unplug' })
    await screen.until(
      ({ world, state }) => world === 'practice' && (state.phones[0]?.presence ?? 'attached') !== 'attached',
    )
  })

  test('leaves nothing behind but its history when it is stopped', async () => {
    const screen = screenOf(start())
    await screen.call('practiceStart', iphone)
    await screen.call('act', { world: 'practice', event: { ...noCode, caseId: 'p1' } })
    expect(await screen.call('practiceStop', {})).toEqual({ ok: true })
    expect(await screen.call('practiceAct', { kind: 'unplug' })).toMatchObject({ ok: false })
    const list = (practice: boolean) => screen.call('historyList', { practice, search: '', limit: 10, offset: 0 })
    expect((await list(true)).rows.map((row) => row.id)).toEqual(['p1'])
    expect((await list(false)).rows).toEqual([])
    expect(screen.views.at(-1)).toMatchObject({ setup: null, plugged: false })
  })

  test('hears of settings that are changed in the real world', async () => {
    const screen = screenOf(start())
    await screen.call('practiceStart', iphone)
    const { state } = await screen.until(({ world }) => world === 'real')
    const settings = { ...state.settings, sound: !state.settings.sound }
    await screen.call('act', { world: 'real', event: { kind: 'settings.change', settings } })
    await screen.until((told) => told.world === 'practice' && told.state.settings.sound === settings.sound)
  })
})

test('attention is held while a guide runs in either world and let go once', async () => {
  const held: boolean[] = []
  const app = start({ onAttention: (on) => held.push(on) })
  const screen = screenOf(app)
  await screen.call('practiceStart', iphone)
  await screen.until(({ world, state }) => world === 'practice' && state.phones.length === 1)
  const phoneId = screen.states.findLast(({ world }) => world === 'practice')?.state.phones[0]?.id ?? null
  const show = { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId, product: null } as const
  expect(await screen.call('act', { world: 'practice', event: show })).toEqual({ ok: true })
  const begin = { kind: 'guide.start', attemptId: 'a1', handsFree: false } as const
  expect(await screen.call('act', { world: 'practice', event: begin })).toEqual({ ok: true })
  expect(held).toEqual([true])
  await screen.call('practiceStop', {})
  expect(held).toEqual([true, false])
})

test('many events in one turn reach a screen as the newest State', async () => {
  const bus = fakeUsb()
  const screen = screenOf(start(onBus(bus)))
  await screen.until(({ state }) => state.host.usb.status !== 'starting')
  const before = screen.states.length
  const phone = device({ handle: 'a' })
  for (let turn = 0; turn < 100; turn += 1) {
    bus.plug(phone)
    bus.pull(phone)
  }
  bus.plug(phone)
  await screen.until(({ state }) => state.phones.some(({ presence }) => presence === 'attached'))
  expect(screen.states.length - before).toBeLessThan(5)
})

test('closing tells the screens why', async () => {
  const app = start()
  const screen = screenOf(app)
  await screen.until(({ world }) => world === 'real')
  await app.close()
  expect(await screen.hangUp).toBe('Handhold is closing')
})
