import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FirmwareView } from '../../shared/contract/firmware.ts'
import { firmwareCallHandlers } from '../../electron/firmware-calls.ts'
import { buildZip } from './build-zip.ts'
import { firmwareParts } from './firmware-parts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handhold-firmware-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const PHONE = { productType: 'iPhone12,1', cpid: '8030', bdid: '04' }

/** Begins a check and gives how it ended. */
async function checked(path: string, phone: typeof PHONE | null = PHONE): Promise<FirmwareView> {
  const calls = firmwareCallHandlers({ folders: [], service: 'http://127.0.0.1:9' })
  FirmwareView.parse(await calls.firmwareCheck({ path, phone }))
  return vi.waitFor(async () => {
    const view = FirmwareView.parse(await calls.firmwareLook({}))
    expect(view.stage).not.toBe('checking')
    return view
  })
}

test('a whole file that fits is said to be both, with version and ways', async () => {
  const path = join(folder, 'iPhone12,1_18.3.2_22D82_Restore.ipsw')
  buildZip(path, firmwareParts())
  expect(await checked(`  "${path}" `)).toMatchObject({
    stage: 'done',
    path,
    result: { verdict: 'whole', fit: 'fits', version: '18.3.2', build: '22D82', update: true, erase: true },
  })
})

test('another model, a cut file and something else altogether are told apart', async () => {
  const path = join(folder, 'one.ipsw')
  buildZip(path, firmwareParts())
  expect(await checked(path, { productType: 'iPhone10,3', cpid: '8015', bdid: '06' })).toMatchObject({
    result: { fit: 'other-model' },
  })
  truncateSync(path, 3000)
  expect(await checked(path)).toMatchObject({ result: { verdict: 'truncated' } })
  const words = join(folder, 'words.ipsw')
  writeFileSync(words, 'just some words, many times over. '.repeat(100))
  expect(await checked(words)).toMatchObject({ result: { verdict: 'not-a-zip' } })
})

test('a path that leads nowhere, or that depends on where this program was started, is not read', async () => {
  expect(await checked(join(folder, 'missing.ipsw'))).toMatchObject({ stage: 'unreadable' })
  expect(await checked('package.json')).toMatchObject({ stage: 'unreadable' })
})

test('a check that is stopped leaves nothing behind, not even its late result', async () => {
  const path = join(folder, 'one.ipsw')
  buildZip(path, firmwareParts())
  const calls = firmwareCallHandlers({ folders: [], service: 'http://127.0.0.1:9' })
  await calls.firmwareCheck({ path, phone: null })
  expect(await calls.firmwareStop({})).toEqual({ stage: 'idle' })
  await calls.firmwareCheck({ path: join(folder, 'missing.ipsw'), phone: null })
  await vi.waitFor(async () => expect(await calls.firmwareLook({})).toMatchObject({ stage: 'unreadable' }))
})
