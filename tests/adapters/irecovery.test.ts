import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findIrecovery, installedIrecovery } from '../../electron/adapters/irecovery.ts'
import { createRecovery, type RecoverySetup } from '../../electron/adapters/recovery.ts'
import type { LibraryDevice } from '../../electron/adapters/usb-library.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import { device } from './bus.ts'

const ECID = '000A1B2C3D4E5F60'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handhold-irecovery-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** An irecovery that writes down how it was called and ends with this code. */
function install(code: number, mode = 0o755, inside = 'bin'): string {
  const bin = join(folder, inside)
  mkdirSync(bin, { recursive: true })
  const file = join(bin, 'irecovery')
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s|' "$@" >> '${join(folder, 'calls')}'\necho >> '${join(folder, 'calls')}'\nexit ${code}\n`,
  )
  chmodSync(file, mode)
  return bin
}
const calls = () => {
  try {
    return readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}

/** Asks once, and gives the one answer. */
function answered(
  phone: LibraryDevice | null,
  setup: Partial<RecoverySetup>,
  request: 'probe' | 'set-auto-boot' | 'reboot',
  ecid?: string,
) {
  return new Promise<EventBody>((state) => {
    const path = join(folder, 'bin')
    const recovery = createRecovery({
      find: () => phone,
      state,
      irecovery: installedIrecovery({ system: 'linux', path }),
      ...setup,
    })
    const effect: Effect = { kind: 'recovery.send', deviceId: 'usb-1', request }
    recovery.perform(ecid === undefined ? effect : { ...effect, irecoveryEcid: ecid })
  })
}
const keptOut = () =>
  device({ handle: 'a', open: () => Promise.reject(new Error('open error: permission denied (errno 13)')) })

describe.skipIf(process.platform === 'win32')('an installed irecovery', () => {
  test('is found on the search path, in the first absolute folder where it may be run', async () => {
    const [not, second, third] = [install(0, 0o644, 'not'), install(0, 0o755, 'second'), install(0, 0o755, 'third')]
    mkdirSync(join(folder, 'a-folder', 'irecovery'), { recursive: true })
    const path = ['', '.', 'bin', join(folder, 'missing'), join(folder, 'a-folder'), not, second, third].join(delimiter)
    expect(await findIrecovery({ system: 'linux', path })).toBe(join(second, 'irecovery'))
    expect(await findIrecovery({ system: 'linux', path: undefined })).toBeNull()
    expect(await findIrecovery({ system: 'windows', path: second })).toBeNull()
  })

  test('asks the phone by its ECID where the system keeps us out, and the answer says who did it', async () => {
    install(0)
    const answer = { kind: 'recovery.answered', deviceId: 'usb-1', outcome: 'ok', by: 'irecovery' }
    expect(await answered(keptOut(), {}, 'set-auto-boot', ECID)).toEqual({ ...answer, request: 'set-auto-boot' })
    expect(await answered(keptOut(), {}, 'reboot', ECID)).toEqual({ ...answer, request: 'reboot' })
    expect(calls()).toEqual([
      `-i|0x${ECID}|-c|setenv auto-boot true|`,
      `-i|0x${ECID}|-c|saveenv|`,
      `-i|0x${ECID}|-c|reboot|`,
    ])
  })

  test('that cannot reach the phone either changes nothing: the answer is our own', async () => {
    install(255)
    const own = { kind: 'recovery.answered', deviceId: 'usb-1', request: 'reboot', outcome: 'no-permission' }
    expect(await answered(keptOut(), {}, 'reboot', ECID)).toEqual(own)
    expect(calls()).toHaveLength(1)
    rmSync(join(folder, 'bin'), { recursive: true })
    expect(await answered(keptOut(), {}, 'reboot', ECID)).toEqual(own)
  })

  test('is never asked during a restore, not even one that began meanwhile', async () => {
    install(0)
    expect(await answered(keptOut(), { restoreRuns: async () => true }, 'reboot', ECID)).toMatchObject({
      outcome: 'restoring',
    })
    let looks = 0
    const begins = async () => (looks += 1) > 1
    expect(await answered(keptOut(), { restoreRuns: begins }, 'reboot', ECID)).toMatchObject({
      outcome: 'no-permission',
    })
    expect(calls()).toEqual([])
  })

  test('is not asked while hands hold buttons, for a look, for a phone without an ECID, or for one that is elsewhere', async () => {
    install(0)
    await answered(keptOut(), {}, 'reboot')
    await answered(keptOut(), {}, 'probe', ECID)
    await answered(keptOut(), {}, 'reboot', '; touch x')
    await answered(null, {}, 'reboot', ECID)
    await answered(device({ handle: 'a', productId: 0x1227 }), {}, 'reboot', ECID)
    expect(calls()).toEqual([])
  })

  test('is not asked again for what was sent already', async () => {
    install(0)
    const open = {
      handle: 'a',
      open: async () => {},
      close: async () => {},
      claimInterface: async () => {},
      releaseInterface: async () => {},
    }
    const refuses = device({ ...open, controlTransferOut: async () => ({ status: 'stall', bytesWritten: 0 }) })
    expect(await answered(refuses, {}, 'reboot', ECID)).toMatchObject({ outcome: 'not-available' })
    const held = device({
      ...open,
      controlTransferOut: () => Promise.reject(new Error('transfer error: permission denied (errno 13)')),
    })
    expect(await answered(held, {}, 'reboot', ECID)).toMatchObject({ outcome: 'no-permission' })
    expect(calls()).toEqual([])
  })
})
