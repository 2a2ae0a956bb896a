import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createUpdaterLogs, type LogFolder, updaterLogFolders } from '../../electron/adapters/updater-logs.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import type { LogSummary } from '../../shared/engine/log-summary.ts'

const FAILED = readFileSync(join(import.meta.dirname, '../fixtures/logs/finder-4013.log'), 'utf8')
const WELL = readFileSync(join(import.meta.dirname, '../fixtures/logs/finder-success.log'), 'utf8')
/** The wall time at which the test begins; files are dated by it. */
const NOW = 1_772_600_000_000

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'handhold-logs-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Follows the folders with a timer that the test turns. */
function follow(folders: LogFolder[]) {
  const logs: LogSummary[] = []
  const clock = { wallMs: NOW }
  let work: (() => Promise<void>) | null = null
  const state = (event: EventBody) => void (event.kind === 'log.read' && logs.push(event.log))
  const adapter = createUpdaterLogs({
    folders,
    state,
    wallMs: () => clock.wallMs,
    every: (_ms, next) => {
      work = next
      return () => (work = null)
    },
  })
  return {
    logs,
    clock,
    adapter,
    /** The first look is under way already: of two the second is a whole one. */
    async look() {
      await work?.()
      await work?.()
    },
    on: () => adapter.perform({ kind: 'logs.follow', sinceWallMs: NOW - 60_000 }),
    running: () => work !== null,
  }
}

const write = (path: string, text: string, ageMs = 0) => {
  writeFileSync(path, text)
  utimesSync(path, (NOW - ageMs) / 1000, (NOW - ageMs) / 1000)
}
const grow = (path: string, text: string, ageMs = 0) => {
  appendFileSync(path, text)
  utimesSync(path, (NOW - ageMs) / 1000, (NOW - ageMs) / 1000)
}
const flat = (): LogFolder[] => [{ path: root, search: false }]

describe('logs of this computer’s restore programs', () => {
  test('are looked for where each system has them, and nowhere on Linux', () => {
    const mac = updaterLogFolders({ system: 'macos', env: {}, home: '/Users/a' })
    expect(mac.map(({ path }) => path)).toContain(join('/Users/a', 'Library', 'Logs', 'iPhone Updater Logs'))
    const env = { APPDATA: '/roaming', LOCALAPPDATA: '/local' }
    const windows = updaterLogFolders({ system: 'windows', env, home: '/home' })
    expect(windows.map(({ path }) => path)).toContain(
      join('/roaming', 'Apple Computer', 'iTunes', 'iPhone Updater Logs'),
    )
    expect(windows.filter(({ search }) => search).map(({ path }) => path)).toEqual([
      join('/local', 'Packages', 'AppleInc.AppleDevices_nzyj5cx40ttqa'),
    ])
    expect(updaterLogFolders({ system: 'linux', env: {}, home: '/home/a' })).toEqual([])
    expect(updaterLogFolders({ system: 'linux', env: { HANDHOLD_LOG_FOLDER: '/logs' }, home: '/home/a' })).toEqual([
      { path: '/logs', search: false },
    ])
  })

  test('the newest one counts, whatever its number, and one from before is left alone', async () => {
    write(join(root, 'iPhoneUpdater 9.log'), WELL, 50_000)
    write(join(root, 'iPhoneUpdater 1.log'), FAILED, 1000)
    write(join(root, 'notes.log'), WELL)
    const followed = follow(flat())
    followed.on()
    await followed.look()
    expect(followed.logs).toMatchObject([{ fileName: 'iPhoneUpdater 1.log', source: 'followed', success: false }])
    rmSync(join(root, 'iPhoneUpdater 1.log'))
    rmSync(join(root, 'iPhoneUpdater 9.log'))
    write(join(root, 'iPhoneUpdater 3.log'), WELL, 3_600_000)
    await followed.look()
    expect(followed.logs).toHaveLength(1)
  })

  test('one that grows is read on, and the result is told as soon as its line is there', async () => {
    const path = join(root, 'iPhoneUpdater 2.log')
    const end = FAILED.indexOf('[18:40:24.0100] Restore completed')
    write(path, FAILED.slice(0, end + 20))
    const followed = follow(flat())
    followed.on()
    await followed.look()
    expect(followed.logs.at(-1)).toMatchObject({ success: null, error: null, over: false })
    const before = followed.logs.length
    await followed.look()
    expect(followed.logs).toHaveLength(before)
    grow(path, FAILED.slice(end + 20))
    await followed.look()
    expect(followed.logs.at(-1)).toMatchObject({ success: false, error: { code: 4013 } })
  })

  test('a name that is used again is another log', async () => {
    const path = join(root, 'iPhoneUpdater 2.log')
    write(path, FAILED)
    const followed = follow(flat())
    followed.on()
    await followed.look()
    // longer than the one before, and another from its first line on
    const other = WELL.replaceAll(/^\[\d\d:/gmu, '[09:')
    write(path, `${other}${'[09:59:59.0000] .\n'.repeat(500)}`)
    await followed.look()
    expect(followed.logs.at(-1)).toMatchObject({ success: true })
    expect(followed.logs.at(-1)?.sessions).toBe(1)
  })

  test('a log that is silent for a quarter of an hour in the middle of a restore was cut off', async () => {
    write(join(root, 'iPhoneUpdater.log'), FAILED.slice(0, FAILED.indexOf('[18:40:24.0100]')))
    const followed = follow(flat())
    followed.on()
    await followed.look()
    expect(followed.logs.at(-1)).toMatchObject({ success: null, over: false })
    followed.clock.wallMs = NOW + 16 * 60_000
    await followed.look()
    expect(followed.logs.at(-1)).toMatchObject({ success: false, error: null, over: true })
  })

  test('somewhere inside a package it is found, and a circle of links is not walked', async () => {
    const deep = join(root, 'LocalCache', 'Roaming', 'Apple', 'Logs')
    mkdirSync(deep, { recursive: true })
    symlinkSync(root, join(deep, 'again'))
    write(join(deep, 'iPhoneUpdater 4.log'), FAILED)
    const followed = follow([{ path: root, search: true }])
    followed.on()
    await followed.look()
    expect(followed.logs).toMatchObject([{ fileName: 'iPhoneUpdater 4.log', success: false }])
  })

  test('nothing is stated without a folder, without a log, of what is no log, and after the end', async () => {
    const followed = follow([{ path: join(root, 'missing'), search: true }, ...flat()])
    followed.on()
    write(join(root, 'iPhoneUpdater 5.log'), 'just some words\n')
    await followed.look()
    expect(followed.logs).toEqual([])
    followed.adapter.perform({ kind: 'logs.follow', sinceWallMs: null })
    expect(followed.running()).toBe(false)
    write(join(root, 'iPhoneUpdater 6.log'), FAILED)
    await followed.look()
    expect(followed.logs).toEqual([])
  })
})
