import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findCopies, firmwareFolders } from '../../electron/firmware/copies.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'handhold-copies-'))
})
afterEach(() => rmSync(home, { recursive: true }))

function put(path: readonly string[], ageS: number, bytes = 10): string {
  const file = join(home, ...path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, Buffer.alloc(bytes))
  utimesSync(file, 2_000_000_000 - ageS, 2_000_000_000 - ageS)
  return file
}
const NAME = 'iPhone12,1_18.3.2_22D82_Restore.ipsw'
const namesOn = async (system: 'macos' | 'windows' | 'linux', env = {}) =>
  (await findCopies(firmwareFolders({ system, env, home }))).map(({ path }) => path)

describe('firmware files that lie on this computer', () => {
  test('on a Mac: what Finder and Configurator downloaded; Downloads is not looked into, as the Mac would ask first', async () => {
    const finder = put(['Library', 'iTunes', 'iPhone Software Updates', NAME], 2)
    const configurator = put(
      [
        ...['Library', 'Group Containers', 'K36BKF7T3D.group.com.apple.configurator'],
        'Library',
        'Caches',
        'Firmware',
        NAME,
      ],
      1,
    )
    put(['Downloads', NAME], 0)
    expect(await namesOn('macos')).toEqual([configurator, finder])
  })

  test('on Windows: iTunes from both sources, Apple Devices, and Downloads', async () => {
    const [roaming, local] = [
      ['AppData', 'Roaming'],
      ['AppData', 'Local', 'Packages'],
    ]
    const expected = [
      put([...roaming, 'Apple Computer', 'iTunes', 'iPad Software Updates', NAME], 1),
      put(
        [
          ...[...local, 'AppleInc.iTunes_nzyj5cx40ttqa', 'LocalCache', 'Roaming', 'Apple Computer', 'iTunes'],
          ...['iPhone Software Updates', NAME],
        ],
        2,
      ),
      put(
        [
          ...[...local, 'AppleInc.AppleDevices_nzyj5cx40ttqa', 'LocalCache', 'Roaming', 'Apple', 'AMPDevicesAgent'],
          ...['iPod Software Updates', NAME],
        ],
        3,
      ),
      put(['Downloads', NAME], 4),
    ]
    expect(await namesOn('windows')).toEqual(expected)
    expect(await namesOn('windows', { APPDATA: join(home, 'none'), LOCALAPPDATA: join(home, 'none') })).toEqual(
      expected.slice(3),
    )
  })

  test('each is told with its size, its age and what its name says, the newest first; other files are left out', async () => {
    put(['Downloads', NAME], 20, 1234)
    put(['Downloads', 'own name.IPSW'], 10)
    put(['Downloads', 'notes.txt'], 0)
    mkdirSync(join(home, 'Downloads', 'folder.ipsw'))
    expect(await findCopies(firmwareFolders({ system: 'linux', env: {}, home }))).toEqual([
      {
        ...{ path: join(home, 'Downloads', 'own name.IPSW'), name: 'own name.IPSW', bytes: 10 },
        ...{ writtenWallMs: 1_999_999_990_000, version: null, build: null },
      },
      {
        ...{ path: join(home, 'Downloads', NAME), name: NAME, bytes: 1234 },
        ...{ writtenWallMs: 1_999_999_980_000, version: '18.3.2', build: '22D82' },
      },
    ])
  })

  test('folders that are missing or are files hold none, a further one can be named, and the list has an end', async () => {
    put(['Downloads'], 0)
    expect(await namesOn('linux')).toEqual([])
    for (let index = 0; index < 40; index += 1) put(['mine', `${index}.ipsw`], index)
    expect(await namesOn('linux', { HANDHOLD_FIRMWARE_FOLDER: join(home, 'mine') })).toHaveLength(30)
  })
})
