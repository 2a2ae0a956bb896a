import { describe, expect, test } from 'vitest'
import { shownId, whyNoTrip } from '../../shared/engine/phone-trip.ts'
import { device, IPHONE_X, Trace } from './trace.ts'

const UDID = '00008030000A1B2C3D4E5F60'
const running = device('normal', UDID)
const recovery = device('recovery', IPHONE_X.recovery)

const phoneOf = (trace: Trace) => {
  const [phone] = trace.state.phones
  if (!phone) throw new Error('a phone is there')
  return phone
}
const ask = (trace: Trace, atMs: number, kind: 'recovery.enter' | 'recovery.leave') => {
  const phone = phoneOf(trace)
  const deviceId = phone.usb?.deviceId ?? ''
  return trace.at(atMs, { kind, phoneId: phone.id, deviceId, shownId: shownId(phone) })
}
const sent = (trace: Trace) =>
  trace.effects.flatMap((effect) =>
    effect.kind === 'recovery.send' ? [effect.request] : effect.kind === 'phone.enter-recovery' ? ['enter'] : [],
  )

describe('into recovery and out of it by the computer', () => {
  test('leaving stores the automatic start, restarts, and tells the mode that came and how long it took', () => {
    const trace = ask(new Trace().attach(0, recovery), 1000, 'recovery.leave')
    const answered = (request: 'set-auto-boot' | 'reboot', atMs: number) =>
      trace.at(atMs, { kind: 'recovery.answered', deviceId: recovery.deviceId, request, outcome: 'ok' })
    answered('set-auto-boot', 1100)
    answered('reboot', 1200)
    expect(sent(trace)).toEqual(['set-auto-boot', 'reboot'])
    expect(trace.state.trip?.stage).toBe('moving')
    trace.detach(2000, recovery).attach(31_000, device('normal', UDID, '1-1', 2))
    expect(trace.state.trip).toMatchObject({ stage: 'ended', outcome: 'ok', mode: 'normal', tookMs: 30_000 })
  })

  test('where another program reached the phone for us, the trip says so; guides never let it', () => {
    const trace = ask(new Trace().attach(0, recovery), 1000, 'recovery.leave')
    const { deviceId } = recovery
    trace.at(1100, { kind: 'recovery.answered', deviceId, request: 'set-auto-boot', outcome: 'ok', by: 'irecovery' })
    trace.at(1200, { kind: 'recovery.answered', deviceId, request: 'reboot', outcome: 'ok' })
    trace.detach(2000, recovery).attach(31_000, device('normal', UDID, '1-1', 2))
    expect(trace.state.trip).toMatchObject({ stage: 'ended', outcome: 'ok', mode: 'normal', by: 'irecovery' })
    const ecid = phoneOf(trace).identity.ecid
    const requests = trace.effects.flatMap((effect) => (effect.kind === 'recovery.send' ? [effect] : []))
    expect(requests.map(({ irecoveryEcid }) => irecoveryEcid)).toEqual([ecid, ecid])
    const guided = new Trace()
      .attach(0, recovery)
      .at(1, { kind: 'guide.show', guide: 'dfu', way: 'assisted', phoneId: 'phone-1', product: null })
    const probes = guided.effects.flatMap((effect) => (effect.kind === 'recovery.send' ? [effect] : []))
    expect(probes.length).toBeGreaterThan(0)
    expect(probes.every((effect) => effect.irecoveryEcid === undefined)).toBe(true)
  })

  test('a phone that may not be opened is not restarted, and the reason is kept', () => {
    const trace = ask(new Trace().attach(0, recovery), 1000, 'recovery.leave')
    const outcome = 'no-permission' as const
    trace.at(1100, { kind: 'recovery.answered', deviceId: recovery.deviceId, request: 'set-auto-boot', outcome })
    expect(sent(trace)).toEqual(['set-auto-boot'])
    expect(trace.state.trip).toMatchObject({ stage: 'ended', outcome: 'no-permission', mode: null })
  })

  test('entering is asked of the phone itself, and coming up in recovery is then no sign of a fault', () => {
    const trace = ask(new Trace().attach(0, running), 1000, 'recovery.enter')
    expect(sent(trace)).toEqual(['enter'])
    trace.at(1500, { kind: 'phone.answered', deviceId: running.deviceId, request: 'enter-recovery', outcome: 'ok' })
    trace.detach(3000, running).attach(18_000, device('recovery', IPHONE_X.recovery.replace('8015', '8030'), '1-1', 2))
    expect(trace.state.trip).toMatchObject({ stage: 'ended', outcome: 'ok', mode: 'recovery', tookMs: 17_000 })
    expect(phoneOf(trace).unasked).toBeUndefined()
  })

  test('nothing is sent where phone, enumeration or the id that was shown has changed', () => {
    const trace = new Trace().attach(0, running)
    const phone = phoneOf(trace)
    const shown = { phoneId: phone.id, deviceId: running.deviceId, shownId: shownId(phone) }
    trace.at(10, { kind: 'recovery.enter', ...shown, shownId: 'another' })
    trace.at(20, { kind: 'recovery.enter', ...shown, deviceId: 'another' })
    trace.at(30, { kind: 'recovery.leave', ...shown })
    expect(sent(trace)).toEqual([])
    expect(trace.state.trip ?? null).toBeNull()
  })

  test('nothing is sent while a restore seems to run: by the person’s word, by USB', () => {
    const opened = () =>
      new Trace().attach(0, recovery).at(1, {
        kind: 'case.open',
        caseId: 'case-1',
        complaint: { kind: 'code', code: '4013', text: '4013' },
        phoneId: 'phone-1',
      })
    const said = opened()
      .at(10, { kind: 'handover.begin', mode: 'recovery' })
      .at(20, { kind: 'handover.answer', answer: 'restoring', code: null })
    expect(whyNoTrip(said.state, phoneOf(said), 'leave')).toBe('restore-suspected')
    const dfu = device('dfu', IPHONE_X.dfu)
    const seen = new Trace().attach(0, dfu).detach(1000, dfu).attach(2000, recovery)
    expect(whyNoTrip(seen.state, phoneOf(seen), 'leave')).toBe('restore-suspected')
    ask(seen, 3000, 'recovery.leave')
    expect(sent(seen)).toEqual([])
  })

  test('a trip that leads nowhere ends after a while, and one that is under way takes no second', () => {
    const trace = ask(new Trace().attach(0, recovery), 1000, 'recovery.leave')
    expect(whyNoTrip(trace.state, phoneOf(trace), 'leave')).toBe('under-way')
    trace.until(92_000)
    expect(trace.state.trip).toMatchObject({ stage: 'ended', mode: null })
  })
})

describe('what a running phone says of itself', () => {
  const facts = { deviceName: 'Test phone', productType: 'iPhone12,1', version: '18.3', ecid: '000A1B2C3D4E5F60' }

  test('is asked for when it arrives, and joins its name, model and buttons', () => {
    const trace = new Trace().attach(0, running)
    expect(trace.effects).toContainEqual({
      kind: 'phone.look',
      deviceId: running.deviceId,
      udid: phoneOf(trace).identity.udid,
    })
    trace.at(100, { kind: 'phone.told', deviceId: running.deviceId, outcome: 'ok', system: 'normal', facts })
    expect(phoneOf(trace)).toMatchObject({
      mode: 'normal',
      identity: { productTypes: ['iPhone12,1'], name: 'iPhone 11', buttonFamily: 'face-id' },
      running: { version: '18.3', deviceName: 'Test phone' },
    })
  })

  test('tells the restore system from the phone’s own, which look the same on USB', () => {
    const trace = new Trace().attach(0, running)
    trace.at(100, { kind: 'phone.told', deviceId: running.deviceId, outcome: 'ok', system: 'restore', facts: null })
    expect(phoneOf(trace).mode).toBe('restore')
    expect(whyNoTrip(trace.state, phoneOf(trace), 'enter')).toBe('wrong-mode')
  })

  test('is never asked for after a boot mode that was not our doing: a restore may be at work', () => {
    const trace = new Trace().attach(0, recovery).detach(1000, recovery)
    trace.attach(20_000, device('normal', UDID.replace('8030', '8015'), '1-1', 2))
    expect(trace.effects.filter(({ kind }) => kind === 'phone.look')).toEqual([])
  })

  test('of an enumeration that is gone changes nothing', () => {
    const trace = new Trace().attach(0, running)
    const before = trace.state.phones
    trace.at(100, { kind: 'phone.told', deviceId: 'gone', outcome: 'ok', system: 'restore', facts })
    expect(trace.state.phones).toEqual(before)
  })
})
