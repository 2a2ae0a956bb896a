import { afterEach, describe, expect, test } from 'vitest'
import { openConnection, serveCalls } from '../../shared/contract/connection.ts'
import { heard, portWire, quietHandlers, quietPushes, socketWire, type Wire } from './worlds.ts'

const wires: Wire[] = []
const opened = async (open: () => Promise<Wire>) => {
  const wire = await open()
  wires.push(wire)
  return wire
}
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.end()
})

const practice = { setup: null, screen: 'black', down: [], plugged: true } as const
const leave = { world: 'real', event: { kind: 'case.leave' } } as const

describe.each([
  ['a MessagePort', portWire],
  ['a WebSocket', socketWire],
])('over %s', (_name, open) => {
  test('a call reaches its handler with checked input and brings the answer back', async () => {
    const wire = await opened(open)
    const acts: unknown[] = []
    serveCalls(
      wire.computer,
      quietHandlers({
        act(input) {
          acts.push(input)
          return { ok: false, problem: { code: 'not-now' } }
        },
      }),
      () => {},
    )
    const screen = openConnection(wire.screen, quietPushes(), () => {})
    expect(await screen.call('hello', {})).toMatchObject({ appVersion: '1.2.3' })
    expect(await screen.call('act', leave)).toEqual({ ok: false, problem: { code: 'not-now' } })
    expect(acts).toEqual([leave])
  })

  test('what the computer says before the screen listens is not lost', async () => {
    const wire = await opened(open)
    serveCalls(wire.computer, quietHandlers(), () => {}).push('practice', { ...practice, down: [] })
    await new Promise((later) => setImmediate(later))
    await new Promise((later) => setImmediate(later))
    const seen = heard<unknown>()
    openConnection(wire.screen, quietPushes({ practice: seen }), () => {})
    expect(await seen.next).toEqual(practice)
  })

  test('a wire that has ended says why to those who ask later, and takes no more calls', async () => {
    const wire = await opened(open)
    const told = heard<string>()
    wire.screen.onClose(told)
    wire.computer.close('gone for good')
    await told.next
    const late: string[] = []
    wire.screen.onClose((reason) => late.push(reason))
    expect(late).toEqual(['gone for good'])
    const screen = openConnection(wire.screen, quietPushes(), () => {})
    await expect(screen.call('hello', {})).rejects.toThrow('closed')
  })

  test('a push reaches the screen', async () => {
    const wire = await opened(open)
    const seen = heard<unknown>()
    openConnection(wire.screen, quietPushes({ practice: seen }), () => {})
    serveCalls(wire.computer, quietHandlers(), () => {}).push('practice', { ...practice, down: [] })
    expect(await seen.next).toEqual(practice)
  })

  test.each([
    ['no JSON', 'hello?', 'JSON'],
    ['binary', new Uint8Array([1, 2, 3]), 'a frame must be text'],
    ['two megabytes long', JSON.stringify({ t: 'q', m: 'hello', a: ['x'.repeat(2_000_000)] }), 'longer than allowed'],
    ['JSON of another shape', '{"hello":true}', 'neither a question nor an answer'],
    ['a call that does not exist', '{"t":"q","m":"erase","a":[{}],"i":"1"}', 'nothing here is called erase'],
    ['a name that every object has', '{"t":"q","m":"constructor","a":[{}],"i":"1"}', 'nothing here is called'],
    ['an input of the wrong shape', '{"t":"q","m":"act","a":[{"world":"moon"}],"i":"1"}', 'act'],
    ['a wrong input that expects no answer', '{"t":"q","m":"act","a":[{"world":"moon"}]}', 'act'],
    [
      'an id longer than any',
      JSON.stringify({
        ...{ t: 'q', m: 'act', i: '1' },
        a: [{ world: 'real', event: { kind: 'case.resume', caseId: 'x'.repeat(1000) } }],
      }),
      'act',
    ],
    ['nested a thousand deep', '['.repeat(1000) + ']'.repeat(1000), 'neither a question'],
  ])(
    'a frame that is %s closes the connection with the reason, and the next connection works',
    async (_what, frame, words) => {
      const wire = await opened(open)
      const broken = heard<string>()
      const told = heard<string>()
      serveCalls(wire.computer, quietHandlers(), broken)
      wire.screen.onClose(told)
      wire.raw(frame)
      expect(await broken.next).toContain(words)
      expect(await told.next).toContain('contract broken')

      const again = await opened(open)
      serveCalls(again.computer, quietHandlers(), () => {})
      const screen = openConnection(again.screen, quietPushes(), () => {})
      expect(await screen.call('hello', {})).toMatchObject({ door: 'serve' })
    },
  )

  test('a push of the wrong shape closes the connection at the screen, with the reason', async () => {
    const wire = await opened(open)
    const broken = heard<string>()
    const closed = heard<string>()
    openConnection(wire.screen, quietPushes(), broken)
    wire.computer.onClose(closed)
    wire.computer.send(JSON.stringify({ t: 'q', m: 'practice', a: [{ screen: 'purple' }] }))
    expect(await broken.next).toContain('practice')
    expect(await closed.next).toContain('contract broken')
  })

  test('a call under way when the connection goes away rejects, and so does every later one', async () => {
    const wire = await opened(open)
    const asked = heard<unknown>()
    serveCalls(
      wire.computer,
      quietHandlers({
        async act(input) {
          asked(input)
          return new Promise(() => {})
        },
      }),
      () => {},
    )
    const screen = openConnection(wire.screen, quietPushes(), () => {})
    const call = screen.call('act', leave)
    const ended = call.catch((error: Error) => error.message)
    await asked.next
    wire.computer.close('going to sleep')
    expect(await ended).toBe('going to sleep')
    await expect(screen.call('hello', {})).rejects.toThrow('closed')
  })

  test('a handler that throws fails that call in words, is reported, and leaves the connection alive', async () => {
    const wire = await opened(open)
    const failures: string[] = []
    serveCalls(
      wire.computer,
      quietHandlers({
        historyList() {
          throw new Error('the shelf fell down')
        },
      }),
      () => expect.unreachable('the contract was not broken'),
      (reason) => failures.push(reason),
    )
    const screen = openConnection(wire.screen, quietPushes(), () => {})
    const list = screen.call('historyList', { practice: false, search: '', limit: 10, offset: 0 })
    await expect(list).rejects.toThrow('the shelf fell down')
    expect(failures).toEqual(['historyList failed: the shelf fell down'])
    expect(await screen.call('hello', {})).toMatchObject({ door: 'serve' })
  })

  test('an answer of the wrong shape rejects the call and closes the connection', async () => {
    const wire = await opened(open)
    wire.computer.onFrame((frame) => {
      const { i } = JSON.parse(String(frame)) as { i: string }
      wire.computer.send(JSON.stringify({ t: 's', i, r: { door: 'back' } }))
    })
    const broken = heard<string>()
    const screen = openConnection(wire.screen, quietPushes(), broken)
    await expect(screen.call('hello', {})).rejects.toThrow("hello's answer")
    expect(await broken.next).toContain("hello's answer")
  })
})

test('a call that is never answered fails after its time', async () => {
  const silent = { send: () => {}, onFrame: () => {}, onClose: () => {}, close: () => {} }
  const screen = openConnection(silent, quietPushes(), () => {}, 1)
  await expect(screen.call('hello', {})).rejects.toThrow('timeout')
})
