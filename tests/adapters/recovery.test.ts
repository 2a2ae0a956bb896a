import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRecovery } from '../../electron/adapters/recovery.ts'
import { restoreToolRuns } from '../../electron/adapters/restore-tool.ts'
import { nameUnlessAsked } from '../../shared/protocol/restore-tools.ts'
import type { LibraryDevice } from '../../electron/adapters/usb-library.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import { commandBytes, readAnswer, readUsbFailure } from '../../shared/protocol/recovery-command.ts'
import { device } from './bus.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A phone that keeps a record of what was done to it. `own` replaces single answers. */
function recordingPhone(own: Partial<LibraryDevice> = {}) {
  const done: string[] = []
  const record = (what: string) => async () => void done.push(what)
  const phone = device({
    handle: 'a',
    open: record('open'),
    close: record('close'),
    claimInterface: async (number) => void done.push(`claim ${number}`),
    releaseInterface: async (number) => void done.push(`release ${number}`),
    selectConfiguration: async (value) => void done.push(`configure ${value}`),
    async controlTransferOut(setup, data) {
      done.push(`${setup.requestType} ${setup.request} ${JSON.stringify(new TextDecoder().decode(data))}`)
      return { status: 'ok', bytesWritten: data.length }
    },
    ...own,
  })
  return { phone, done }
}

async function asked(
  phone: LibraryDevice | null,
  request: 'probe' | 'set-auto-boot' | 'reboot',
  leavesAfterMs?: number,
) {
  const stated: EventBody[] = []
  let there = phone
  const recovery = createRecovery({ find: () => there, state: (event) => stated.push(event) })
  if (leavesAfterMs !== undefined) setTimeout(() => (there = null), leavesAfterMs)
  recovery.perform({ kind: 'recovery.send', deviceId: 'usb-1', request })
  await vi.advanceTimersByTimeAsync(60_000)
  return stated
}
const answer = (request: string, outcome: string) => [
  { kind: 'recovery.answered', deviceId: 'usb-1', request, outcome },
]
const failing = (message: string) => () => Promise.reject(new Error(message))

test('asking whether the phone can be opened opens, claims and gives back, and sends nothing', async () => {
  const { phone, done } = recordingPhone()
  expect(await asked(phone, 'probe')).toEqual(answer('probe', 'ok'))
  expect(done).toEqual(['open', 'claim 0', 'release 0', 'close'])
})

test('auto-boot is set and saved with vendor request 0, each command closed by a NUL', async () => {
  const { phone, done } = recordingPhone()
  expect(await asked(phone, 'set-auto-boot')).toEqual(answer('set-auto-boot', 'ok'))
  expect(done).toEqual([
    'open',
    'claim 0',
    String.raw`vendor 0 "setenv auto-boot true\u0000"`,
    String.raw`vendor 0 "saveenv\u0000"`,
    'release 0',
    'close',
  ])
})

test('an unconfigured device gets configuration 1 first', async () => {
  const { phone, done } = recordingPhone({ configuration: { configurationValue: 0 } })
  await asked(phone, 'probe')
  expect(done.slice(0, 2)).toEqual(['open', 'configure 1'])
})

test.each([0x1227, 0x1222, 0x12a8, 0x1281 + 3, 0xf014])('product id %i never gets a request', async (productId) => {
  const { phone, done } = recordingPhone({ productId })
  expect(await asked(phone, 'reboot')).toEqual(answer('reboot', 'not-available'))
  expect(done).toEqual([])
})

test.each([
  ['open error: permission denied (errno 13)', 'no-permission'],
  ['open error: device not found (errno 2)', 'gone'],
  ['open error: something nobody has seen', 'failed'],
])('a phone that cannot be opened (%s) answers %s', async (message, outcome) => {
  const { phone } = recordingPhone({ open: failing(message) })
  expect(await asked(phone, 'probe')).toEqual(answer('probe', outcome))
})

test('a phone that is not there answers gone', async () => {
  expect(await asked(null, 'reboot')).toEqual(answer('reboot', 'gone'))
})

test('a busy phone is tried four times and then said to be busy', async () => {
  let tries = 0
  const { phone } = recordingPhone({
    async claimInterface() {
      tries += 1
      throw new Error('claimInterface error: interface is busy (errno 16)')
    },
  })
  expect(await asked(phone, 'probe')).toEqual(answer('probe', 'busy'))
  expect(tries).toBe(4)
})

test('a phone that is free again at the third try is served', async () => {
  let tries = 0
  const { phone } = recordingPhone({
    async claimInterface() {
      tries += 1
      if (tries < 3) throw new Error('interface is busy (errno 16)')
    },
  })
  expect(await asked(phone, 'probe')).toEqual(answer('probe', 'ok'))
})

test('a refused command is "not available", not a broken link', async () => {
  const stalled = recordingPhone({ controlTransferOut: async () => ({ status: 'stall' }) })
  expect(await asked(stalled.phone, 'set-auto-boot')).toEqual(answer('set-auto-boot', 'not-available'))
  const thrown = recordingPhone({ controlTransferOut: failing('controlTransferOut error: endpoint stalled') })
  expect(await asked(thrown.phone, 'set-auto-boot')).toEqual(answer('set-auto-boot', 'not-available'))
})

test('a phone that vanishes during reboot has done what it was asked', async () => {
  const { phone } = recordingPhone({ controlTransferOut: failing('device disconnected') })
  expect(await asked(phone, 'reboot', 500)).toEqual(answer('reboot', 'ok'))
})

test('a reboot that failed while the phone stays is said to have failed', async () => {
  const { phone } = recordingPhone({ controlTransferOut: failing('hardware fault or protocol violation') })
  expect(await asked(phone, 'reboot')).toEqual(answer('reboot', 'failed'))
})

test('a phone that vanishes while auto-boot is set is gone, and that is not success', async () => {
  const { phone } = recordingPhone({ controlTransferOut: failing('device disconnected') })
  expect(await asked(phone, 'set-auto-boot', 500)).toEqual(answer('set-auto-boot', 'gone'))
})

test('a phone that vanishes is gone, whatever its transfer fails with', async () => {
  const fault = failing('hardware fault or protocol violation')
  const { phone } = recordingPhone({ controlTransferOut: fault })
  expect(await asked(phone, 'set-auto-boot', 500)).toEqual(answer('set-auto-boot', 'gone'))
  const { phone: unopened } = recordingPhone({ open: fault })
  expect(await asked(unopened, 'reboot', 500)).toEqual(answer('reboot', 'gone'))
})

test('a transfer that never ends is given up and the device closed', async () => {
  const { phone, done } = recordingPhone({ controlTransferOut: () => new Promise(() => {}) })
  expect(await asked(phone, 'set-auto-boot')).toEqual(answer('set-auto-boot', 'failed'))
  expect(done.at(-1)).toBe('close')
})

test('requests wait for one another', async () => {
  const { phone, done } = recordingPhone()
  const recovery = createRecovery({ find: () => phone, state: (event) => void done.push(event.kind) })
  recovery.perform({ kind: 'recovery.send', deviceId: 'usb-1', request: 'probe' })
  recovery.perform({ kind: 'recovery.send', deviceId: 'usb-1', request: 'probe' })
  await vi.advanceTimersByTimeAsync(1000)
  const once = ['open', 'claim 0', 'release 0', 'close', 'recovery.answered']
  expect(done).toEqual([...once, ...once])
})

/** A boot loader that tells some variables and refuses the others with a stall. */
function tellingPhone(told: Readonly<Record<string, string>>) {
  const commands: string[] = []
  const { phone } = recordingPhone({
    async controlTransferOut(_setup, data) {
      const command = new TextDecoder().decode(data).replace('\0', '')
      commands.push(command)
      if (told[command.replace('getenv ', '')] === undefined) throw new Error('endpoint stalled')
      return { status: 'ok', bytesWritten: data.length }
    },
    async controlTransferIn() {
      const value = told[commands.at(-1)?.replace('getenv ', '') ?? ''] ?? ''
      return { status: 'ok', data: new DataView(new TextEncoder().encode(`${value}\0left over`).buffer) }
    },
  })
  return { phone, commands }
}

async function askedForVariables(phone: LibraryDevice, restoreRuns = false) {
  const stated: EventBody[] = []
  const state = (event: EventBody) => stated.push(event)
  const recovery = createRecovery({ find: () => phone, state, restoreRuns: async () => restoreRuns })
  recovery.perform({ kind: 'recovery.ask', deviceId: 'usb-1' })
  await vi.advanceTimersByTimeAsync(60_000)
  return stated
}

test('the five variables are asked for one by one, and a refused one is not available', async () => {
  const { phone, commands } = tellingPhone({ 'build-version': 'iBoot-8419.80.7', 'radio-error': '512' })
  expect(await askedForVariables(phone)).toEqual([
    {
      kind: 'recovery.told',
      deviceId: 'usb-1',
      outcome: 'ok',
      variables: [
        { name: 'build-version', value: 'iBoot-8419.80.7' },
        { name: 'build-style', value: null },
        { name: 'boot-stage', value: null },
        { name: 'radio-error', value: '512' },
        { name: 'radio-error-string', value: null },
      ],
    },
  ])
  expect(commands.every((command) => command.startsWith('getenv '))).toBe(true)
})

test('while a program that restores phones runs nothing is opened and nothing is sent', async () => {
  const { phone, done } = recordingPhone()
  expect(await askedForVariables(phone, true)).toMatchObject([{ outcome: 'restoring', variables: [] }])
  expect(done).toEqual([])
})

async function linkTried(phone: LibraryDevice, options: { restoreRuns?: boolean; leavesAfterMs?: number } = {}) {
  const stated: EventBody[] = []
  let there: LibraryDevice | null = phone
  const { restoreRuns = false, leavesAfterMs } = options
  const recovery = createRecovery({
    find: () => there,
    state: (event) => stated.push(event),
    restoreRuns: async () => restoreRuns,
  })
  if (leavesAfterMs !== undefined) setTimeout(() => (there = null), leavesAfterMs)
  recovery.perform({ kind: 'link.try', deviceId: 'usb-1', udid: null })
  await vi.advanceTimersByTimeAsync(60_000)
  return stated
}
const tried = (outcome: string, done: number, errors: number) => [
  { kind: 'link.tried', deviceId: 'usb-1', outcome, done, errors },
]

test('a link test asks twenty times for one variable that every boot loader tells, and nothing else', async () => {
  const { phone, commands } = tellingPhone({ 'build-version': 'iBoot-8419.80.7' })
  expect(await linkTried(phone)).toEqual(tried('ok', 20, 0))
  expect(new Set(commands)).toEqual(new Set(['getenv build-version']))
})

test('a variable that is refused has travelled all the same', async () => {
  const { phone } = tellingPhone({})
  expect(await linkTried(phone)).toEqual(tried('ok', 20, 0))
})

test('transfers that time out are counted, three at most, and the phone is given back', async () => {
  let sent = 0
  const { phone, done } = recordingPhone({
    async controlTransferOut(_setup, data) {
      sent += 1
      if (sent > 5) throw new Error('transfer timed out')
      return { status: 'ok', bytesWritten: data.length }
    },
    controlTransferIn: async () => ({ status: 'ok', data: new DataView(new ArrayBuffer(1)) }),
  })
  expect(await linkTried(phone)).toEqual(tried('ok', 5, 3))
  expect(done.at(-1)).toBe('close')
})

test('a phone that answers slower and slower is not held longer than a few seconds', async () => {
  const { phone } = recordingPhone({
    async controlTransferOut(_setup, data) {
      await new Promise((answered) => setTimeout(answered, 1500))
      return { status: 'ok', bytesWritten: data.length }
    },
    controlTransferIn: async () => ({ status: 'ok', data: new DataView(new ArrayBuffer(1)) }),
  })
  expect(await linkTried(phone)).toEqual(tried('ok', 2, 0))
})

test('a phone that leaves in the middle is gone: USB counts that, not the transfers', async () => {
  const { phone } = recordingPhone({ controlTransferOut: failing('device disconnected') })
  expect(await linkTried(phone, { leavesAfterMs: 50 })).toEqual(tried('gone', 0, 0))
})

test('no link test sends anything while a restore program runs, to DFU, or where another program holds the phone', async () => {
  const one = recordingPhone()
  expect(await linkTried(one.phone, { restoreRuns: true })).toEqual(tried('restore-runs', 0, 0))
  const dfu = recordingPhone({ productId: 0x1227 })
  expect(await linkTried(dfu.phone)).toEqual(tried('refused', 0, 0))
  expect([...one.done, ...dfu.done]).toEqual([])
  const { phone } = recordingPhone({ claimInterface: failing('resource busy') })
  expect(await linkTried(phone)).toEqual(tried('busy', 0, 0))
})

test('an answer ends at its NUL, and what cannot be printed is left out', () => {
  expect(readAnswer(new Uint8Array([0x30, 0x0a, 0xff, 0x78, 0, 0x79]))).toBe('0x')
})

test.each([
  ['idevicerestore\0--version\0', ''],
  ['/usr/bin/idevicerestore\0-v\0', ''],
  ['idevicerestore\0-l\0--version\0', 'idevicerestore'],
  ['idevicerestore\0', 'idevicerestore'],
  ['', 'idevicerestore'],
])('a program that is only asked for its version is no restore, whoever asks (%#)', (cmdline, name) => {
  expect(nameUnlessAsked('idevicerestore\n', cmdline)).toBe(name)
})

test.each([
  ['/usr/bin/idevicerestore\nbash', true],
  ['systemd\nidevicerestore\n', true],
  ['"svchost.exe","4"\r\n"idevicerestore.exe","812","Console"\r\n', true],
  ['Finder\nAMPDevicesAgent\niTunes', false],
  ['', false],
])(
  'a restore program is found in the list of processes, in the forms of the three systems (%#)',
  async (list, runs) => {
    expect(await restoreToolRuns('linux', async () => list)).toBe(runs)
  },
)

test('a command is ASCII, closed by NUL, and short', () => {
  expect([...commandBytes('reboot')]).toEqual([0x72, 0x65, 0x62, 0x6f, 0x6f, 0x74, 0])
  expect(() => commandBytes('bürste')).toThrow('not a command')
  expect(() => commandBytes('x'.repeat(256))).toThrow('not a command')
})

test('a number says more about a failure than the words around it', () => {
  expect(readUsbFailure('device not found (errno 13)')).toBe('no-permission')
  expect(readUsbFailure('claim failed: 0xE00002C5')).toBe('busy')
  expect(readUsbFailure('Access is denied. (os error 5)')).toBe('no-permission')
  expect(readUsbFailure('')).toBe('unknown')
})
