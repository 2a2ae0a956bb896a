import { expect, test } from 'vitest'
import type { Event } from '../../shared/engine/events.ts'
import { createLoop } from '../../shared/engine/loop.ts'
import type { Ports } from '../../shared/engine/ports.ts'
import { device, IPHONE_X } from './trace.ts'

/** Ports that write down what happens to them, in order. */
function recordingPorts() {
  const log: string[] = []
  const journal: Event[] = []
  const alarm: { atMs: number | null; ring: () => void } = { atMs: null, ring: () => undefined }
  const clock = { now: 0 }
  const ports: Ports = {
    clock: {
      nowMs: () => clock.now,
      wallMs: () => clock.now,
      setAlarm: (atMs, ring) => void Object.assign(alarm, { atMs, ring }),
    },
    journal: {
      append: (event) => void (log.push(`append ${event.kind}`), journal.push(event)),
      flush: () => void log.push('flush'),
    },
    perform: (effect) => void log.push(`perform ${effect.kind}`),
    publish: () => void log.push('publish'),
  }
  return { ports, log, journal, alarm, clock }
}

const open = { kind: 'case.open', caseId: 'c', complaint: { kind: 'no-code' }, phoneId: null } as const

test('the cue comes first: an event is published and performed before it is appended', () => {
  const { ports, log } = recordingPorts()
  createLoop(ports, { practice: false, system: 'linux' }).state(open)
  expect([log[0], log.at(-1)]).toEqual(['publish', 'append case.open'])
  expect(log).toContain('perform case.save')
})

test('only what belongs to a case or an attempt is journalled', () => {
  const { ports, log } = recordingPorts()
  createLoop(ports, { practice: false, system: 'linux' }).state({
    kind: 'usb.attached',
    device: device('dfu', IPHONE_X.dfu),
  })
  expect(log).toEqual(['publish'])
})

test('an event that is stated while another one is taken waits its turn', () => {
  const { ports, journal } = recordingPorts()
  const loop = createLoop(
    {
      ...ports,
      perform: (effect) =>
        effect.kind === 'case.save' &&
        loop.current().case?.outcome === null &&
        loop.state({ kind: 'case.close', caseId: 'c', outcome: 'fixed' }),
    },
    { practice: false, system: 'linux' },
  )
  loop.state(open)
  expect(journal.map(({ kind }) => kind)).toEqual(['case.open', 'case.close'])
  expect(loop.current().case?.outcome).toBe('fixed')
})

test('the loop keeps one alarm, at the moment the engine wants to be woken', () => {
  const { ports, alarm, clock } = recordingPorts()
  const loop = createLoop(ports, { practice: false, system: 'linux' })
  const phone = device('recovery', IPHONE_X.recovery)
  loop.state({ kind: 'usb.attached', device: phone })
  expect(alarm.atMs).toBeNull()
  clock.now = 500
  loop.state({ kind: 'usb.detached', deviceId: phone.deviceId })
  expect(alarm.atMs).toBe(60_500)
  clock.now = 60_500
  alarm.ring()
  expect(loop.current().phones[0]?.presence).toBe('gone')
})

test('a stopped loop takes nothing, and what was buffered is written', () => {
  const { ports, log } = recordingPorts()
  const loop = createLoop(ports, { practice: false, system: 'linux' })
  loop.stop()
  loop.state(open)
  expect(log).toEqual(['flush'])
})
