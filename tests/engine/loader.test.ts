import { expect, test } from 'vitest'
import { whyNotAsked } from '../../shared/engine/loader.ts'
import { device, IPHONE_X, Trace } from './trace.ts'

const inRecovery = () => new Trace().at(0, { kind: 'usb.attached', device: device('recovery', IPHONE_X.recovery) })
const ask = { kind: 'phone.ask', phoneId: 'phone-1' } as const

test('a phone in recovery is asked when somebody wants to know, and what it tells is kept with this enumeration', () => {
  const trace = inRecovery().at(1000, ask)
  const asked = trace.effects.filter(({ kind }) => kind === 'recovery.ask')
  expect(asked).toEqual([{ kind: 'recovery.ask', deviceId: 'recovery@1-1#1' }])
  const variables = [{ name: 'radio-error', value: '512' }] as const
  trace.at(1100, { kind: 'recovery.told', deviceId: 'recovery@1-1#1', outcome: 'ok', variables: [...variables] })
  expect(trace.state.phones[0]).toMatchObject({ access: 'ok', loader: { outcome: 'ok', variables } })
  trace.at(2000, { kind: 'usb.detached', deviceId: 'recovery@1-1#1' })
  trace.at(4000, { kind: 'usb.attached', device: device('recovery', IPHONE_X.recovery, '1-1', 2) })
  expect(trace.state.phones[0]?.loader).toBeUndefined()
})

test('a phone in another mode is never asked', () => {
  const trace = new Trace().at(0, { kind: 'usb.attached', device: device('dfu', IPHONE_X.dfu) }).at(1000, ask)
  expect(trace.effects.filter(({ kind }) => kind === 'recovery.ask')).toEqual([])
  expect(whyNotAsked(trace.state, trace.state.phones[0] ?? null)).toBe('not-in-recovery')
})

test('a phone that came from DFU to recovery is not asked for ten minutes: that is what a restore looks like', () => {
  const trace = new Trace()
    .at(0, { kind: 'usb.attached', device: device('dfu', IPHONE_X.dfu) })
    .at(1000, { kind: 'usb.detached', deviceId: 'dfu@1-1#1' })
    .at(2000, { kind: 'usb.attached', device: device('recovery', IPHONE_X.recovery) })
    .at(3000, ask)
  expect(trace.effects.filter(({ kind }) => kind === 'recovery.ask')).toEqual([])
  expect(whyNotAsked(trace.state, trace.state.phones[0] ?? null)).toBe('restore-suspected')
  trace.at(700_000, ask)
  expect(trace.effects.filter(({ kind }) => kind === 'recovery.ask')).toHaveLength(1)
})

test('a phone is not asked while a guide runs', () => {
  const trace = inRecovery()
    .at(1000, { kind: 'guide.show', guide: 'dfu', way: 'manual', phoneId: 'phone-1', product: null })
    .at(2000, { kind: 'guide.start', attemptId: 'a', handsFree: false })
    .at(2500, ask)
  expect(trace.effects.filter(({ kind }) => kind === 'recovery.ask')).toEqual([])
  expect(whyNotAsked(trace.state, trace.state.phones[0] ?? null)).toBe('guide-runs')
})
