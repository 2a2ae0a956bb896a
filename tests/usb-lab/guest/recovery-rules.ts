import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { createRecovery } from '../../../electron/adapters/recovery.ts'
import { restoreToolRuns } from '../../../electron/adapters/restore-tool.ts'
import type { LibraryDevice } from '../../../electron/adapters/usb-library.ts'
import type { EventBody } from '../../../shared/engine/events.ts'
import type { UsbDevice } from '../../../shared/engine/phone.ts'
import { readUsbFailure } from '../../../shared/protocol/recovery-command.ts'
import { waitFor, type Lab, type Room } from './lab.ts'
import { arrival, departure, watching, type Watcher } from './watcher.ts'

type Answer = Extract<EventBody, { kind: 'recovery.answered' }>
type Told = Extract<EventBody, { kind: 'recovery.told' }>

type Find = Watcher['adapter']['find']

/** Asks the boot loader through the app's adapter and gives what it states. */
const askVariables = async (watcher: Watcher, deviceId: string): Promise<Told> => {
  const told: Told[] = []
  const state = (event: EventBody) => void (event.kind === 'recovery.told' && told.push(event))
  const find: Find = (id) => watcher.adapter.find(id)
  const recovery = createRecovery({ find, state, restoreRuns: () => restoreToolRuns('linux') })
  recovery.perform({ kind: 'recovery.ask', deviceId })
  return waitFor('what the boot loader tells', () => told[0])
}

/** A program under the name of one that restores phones, for as long as `use` runs. */
const whileRestoring = async (use: () => Promise<void>): Promise<void> => {
  const program = '/tmp/idevicerestore'
  writeFileSync(program, '#!/bin/sh\nread forever\n', { mode: 0o755 })
  const child = spawn(program, [], { stdio: ['pipe', 'ignore', 'ignore'] })
  try {
    await once(child, 'spawn')
    await use()
  } finally {
    child.kill('SIGKILL')
    rmSync(program)
  }
}

const LEAVING = ['setenv auto-boot true', 'saveenv', 'reboot']

/** Finds devices as the adapter does, and keeps how their transfers failed. */
const findAndListen =
  (watcher: Watcher, failures: string[]): Find =>
  (deviceId) => {
    const device = watcher.adapter.find(deviceId)
    if (device === null) return null
    const controlTransferOut: LibraryDevice['controlTransferOut'] = (...transfer) =>
      device.controlTransferOut(...transfer).catch((error: unknown) => {
        failures.push(String(error))
        throw error
      })
    const take = (target: LibraryDevice, name: string | symbol): unknown => {
      if (name === 'controlTransferOut') return controlTransferOut
      const own: unknown = Reflect.get(target, name, target)
      return typeof own === 'function' ? own.bind(target) : own
    }
    return new Proxy(device, { get: take })
  }

/** Sends one request through the app's adapter and gives the outcome it states. */
export const send = async (
  watcher: Watcher,
  deviceId: string,
  request: Answer['request'],
  find: Find = (id) => watcher.adapter.find(id),
): Promise<Answer['outcome']> => {
  const answers: Answer[] = []
  const state = (event: EventBody) => void (event.kind === 'recovery.answered' && answers.push(event))
  const recovery = createRecovery({ find, state, restoreRuns: () => restoreToolRuns('linux') })
  recovery.perform({ kind: 'recovery.send', deviceId, request })
  const answer = await waitFor(`the answer to ${request}`, () => answers[0])
  assert.equal(answer.deviceId, deviceId)
  assert.equal(answer.request, request)
  return answer.outcome
}

export const plugForTalk = async (lab: Lab, watcher: Watcher): Promise<UsbDevice> => {
  const from = watcher.events.length
  await lab.plug('x', 'recovery')
  return watcher.next('the phone in recovery', arrival(0x1281), from)
}

const commands = async (lab: Lab) => (await lab.transfers('x')).map(({ text }) => text)

/** The app's recovery adapter and the phone's boot loader, with the kernel between them. */
export const RECOVERY: Room = {
  name: 'recovery control',
  rules: [
    {
      sentence: 'leaving recovery sets auto-boot, saves it and restarts, and the phone comes back in normal mode',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          assert.equal(await send(watcher, device.deviceId, 'probe'), 'ok')
          assert.equal(await send(watcher, device.deviceId, 'set-auto-boot'), 'ok')
          assert.equal(await send(watcher, device.deviceId, 'reboot'), 'ok')
          await watcher.next('the phone to leave', departure(device.deviceId))
          const after = await watcher.next('normal mode', arrival(0x12a8))
          assert.equal(after.usbPort, device.usbPort)
          assert.deepEqual(await commands(lab), LEAVING)
          lab.record('leaves-recovery', { events: watcher.recorded, transfers: await lab.transfers('x') })
        }),
    },
    {
      sentence: 'a restart without auto-boot brings recovery back: what was sent does not decide what is seen',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          const from = watcher.events.length
          assert.equal(await send(watcher, device.deviceId, 'reboot'), 'ok')
          const after = await watcher.next('recovery again', arrival(0x1281), from)
          assert.notEqual(after.deviceId, device.deviceId)
        }),
    },
    {
      sentence: 'a stall is "not available", and the phone is still there',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          await lab.ask('faults', { phone: 'x', faults: { refuseCommands: true } })
          assert.equal(await send(watcher, device.deviceId, 'set-auto-boot'), 'not-available')
          assert.equal(await send(watcher, device.deviceId, 'reboot'), 'not-available')
          assert.deepEqual(
            watcher.attached().map(({ deviceId }) => deviceId),
            [device.deviceId],
          )
          assert.deepEqual(await commands(lab), [LEAVING[0], 'reboot'], 'nothing after the refusal')
        }),
    },
    {
      sentence: 'a phone that leaves the bus in the middle of "reboot" has done what it was asked',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          await lab.ask('faults', { phone: 'x', faults: { diesDuring: 'reboot' } })
          assert.equal(await send(watcher, device.deviceId, 'reboot'), 'ok')
          await watcher.next('the phone to leave', departure(device.deviceId))
        }),
    },
    {
      sentence: 'a phone that leaves the bus in the middle of "saveenv" has not done what it was asked',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          await lab.ask('faults', { phone: 'x', faults: { diesDuring: 'saveenv' } })
          assert.equal(await send(watcher, device.deviceId, 'set-auto-boot'), 'gone')
          await watcher.next('the phone to leave', departure(device.deviceId))
          assert.equal(await send(watcher, device.deviceId, 'reboot'), 'gone')
        }),
    },
    {
      sentence:
        'a phone that is pulled in the middle of a transfer ends it before its time, and the next one is served',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          await lab.ask('faults', { phone: 'x', faults: { silentDuring: 'saveenv' } })
          const failures: string[] = []
          const outcome = send(watcher, device.deviceId, 'set-auto-boot', findAndListen(watcher, failures))
          await waitFor('the command that is not answered', async () => (await commands(lab)).includes('saveenv'))
          await lab.unplug('x')
          assert.equal(await outcome, 'gone')
          assert.equal(failures.length, 1, 'the transfer itself failed, nobody gave it up')
          assert.notEqual(readUsbFailure(failures[0] ?? ''), 'timeout', failures[0])
          const after = await plugForTalk(lab, watcher)
          await lab.ask('faults', { phone: 'x', faults: { silentDuring: null } })
          assert.equal(await send(watcher, after.deviceId, 'set-auto-boot'), 'ok')
        }),
    },
    {
      sentence: 'the boot loader tells its five variables, and the one it refuses is not available',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          const told = await askVariables(watcher, device.deviceId)
          assert.equal(told.outcome, 'ok')
          const { variables } = await lab.ask('state', { phone: 'x' })
          const expected = ['build-version', 'build-style', 'boot-stage', 'radio-error', 'radio-error-string']
          assert.deepEqual(
            told.variables,
            expected.map((name) => ({ name, value: variables[name] ?? null })),
          )
          assert.equal(told.variables.at(-1)?.value, null, 'the last one was refused with a stall')
          const said = (await lab.transfers('x')).filter(({ type }) => type === 0x40)
          assert.deepEqual(
            said.map(({ text }) => text),
            expected.map((name) => `getenv ${name}`),
          )
        }),
    },
    {
      sentence: 'while a program that restores phones runs on this computer, the phone is sent nothing',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          await whileRestoring(async () => {
            const all = [
              askVariables(watcher, device.deviceId).then(({ outcome }) => outcome),
              ...(['probe', 'set-auto-boot', 'reboot'] as const).map((each) => send(watcher, device.deviceId, each)),
            ]
            assert.deepEqual(await Promise.all(all), ['restoring', 'restoring', 'restoring', 'restoring'])
          })
          assert.deepEqual(await lab.transfers('x'), [])
          assert.equal((await askVariables(watcher, device.deviceId)).outcome, 'ok')
        }),
    },
    {
      sentence: 'a phone in DFU or in its system is never sent a command',
      run: (lab) =>
        watching(async (watcher) => {
          for (const [mode, productId] of [
            ['dfu', 0x1227],
            ['normal', 0x12a8],
          ] as const) {
            await lab.plug('x', mode)
            const device = await watcher.next(`the phone in ${mode}`, arrival(productId))
            assert.equal(await send(watcher, device.deviceId, 'reboot'), 'not-available')
            assert.deepEqual(
              (await lab.transfers('x')).filter(({ type }) => type === 0x40),
              [],
            )
          }
        }),
    },
  ],
}
