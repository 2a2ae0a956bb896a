import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createAudience, type Subject } from '../../electron/audience.ts'
import type { Channel } from '../../shared/contract/channel.ts'
import { quietHandlers } from '../contract/worlds.ts'

/** A wire that keeps what was sent, and can say that nothing of it has been taken yet. */
function slowWire() {
  const sent: string[] = []
  const wire = { sent, waitingBytes: 0 }
  const channel: Channel = {
    send: (frame) => void sent.push(frame),
    onFrame: () => {},
    onClose: () => {},
    close: () => {},
    waiting: () => wire.waitingBytes,
  }
  return { wire, channel }
}

const counting = () => {
  let plugged = 0
  const subject: Subject = () => {
    plugged += 1
    return { name: 'practice', value: { setup: null, screen: 'black', down: [], plugged: plugged % 2 === 1 } }
  }
  return subject
}

test('however often a subject has news within a turn, it is told once', async () => {
  const audience = createAudience(new Map([['view', counting()]]), () => {})
  const { wire, channel } = slowWire()
  audience.connect(channel, quietHandlers())
  for (let time = 0; time < 1000; time += 1) audience.news('view')
  await turn()
  expect(wire.sent).toHaveLength(1)
})

test('a screen that does not take what it got is sent nothing more, and the newest once it has', async () => {
  const audience = createAudience(new Map([['view', counting()]]), () => {})
  const { wire, channel } = slowWire()
  audience.connect(channel, quietHandlers())
  await turn()
  wire.waitingBytes = 1_000_000
  for (let time = 0; time < 100; time += 1) {
    audience.news('view')
    await turn()
  }
  expect(wire.sent).toHaveLength(1)
  wire.waitingBytes = 0
  audience.news('view')
  await turn()
  expect(wire.sent).toHaveLength(2)
  audience.close('done')
})
