import { expect, test } from 'vitest'
import { choosePhone, recoveryAnswer, recoveryCommand } from '../../electron/commands/recovery.ts'
import { device, IPHONE_X, OTHER_X, Trace } from '../engine/trace.ts'

const one = device('recovery', IPHONE_X.recovery)
const other = device('recovery', OTHER_X.recovery, '1-2')

test('the one phone in the right mode is meant; of several the ECID names one, however it is written', () => {
  const alone = new Trace().attach(0, one).state
  expect(choosePhone(alone, { request: 'leave', ecid: null })).toMatchObject({ id: 'phone-1' })
  expect(choosePhone(alone, { request: 'enter', ecid: null })).toBeNull()
  const both = new Trace().attach(0, one).attach(1, other).state
  expect(choosePhone(both, { request: 'leave', ecid: null })).toBe('several')
  const ecid = both.phones[1]?.identity.ecid ?? ''
  expect(choosePhone(both, { request: 'leave', ecid: `0x${ecid.replace(/^0+/u, '').toLowerCase()}` })).toMatchObject({
    id: 'phone-2',
  })
  expect(choosePhone(both, { request: 'leave', ecid: '123' })).toBeNull()
})

test('only the mode that was wanted counts as done', () => {
  const result = { phone: null, outcome: 'ok', mode: 'recovery', tookMs: 17_000 }
  expect(recoveryAnswer({ request: 'enter', ecid: null }, result)).toMatchObject({ done: true, tookMs: 17_000 })
  expect(recoveryAnswer({ request: 'leave', ecid: null }, result)).toMatchObject({ done: false, mode: 'recovery' })
})

test('anything but “enter” or “leave”, and an ECID that is none, is wrong use', async () => {
  const said: string[] = []
  const io = { stdin: process.stdin, out: () => {}, err: (line: string) => void said.push(line) }
  for (const args of [[], ['away'], ['leave', 'now'], ['leave', '--ecid', 'phone'], ['leave', '--force']])
    expect(await recoveryCommand.run(args, io)).toBe(2)
  expect(said).toHaveLength(5)
})
