import { describe, expect, test } from 'vitest'
import { answerOf, fixture, answer, told, unusedFixtures } from './fixtures.ts'

const ids = (name: string) => answerOf(name).phases.map(({ id }) => id)

describe('Apple’s tools', () => {
  test('Finder: 4013 with its phone, firmware, phases and times', () => {
    const found = answerOf('finder-4013.log')
    expect(found).toMatchObject({
      tool: 'finder',
      sessions: 1,
      device: { productType: 'iPhone12,1', cpid: '8030', bdid: '04', ecid: '000A1B2C3D4E5F60' },
      firmware: { version: null, build: '22D82' },
      behaviour: 'update',
      lastPhase: 'boot-restore',
      error: { code: 4013, domain: 'com.apple.MobileDevice.MobileRestore' },
      success: false,
    })
    expect(found.phases.at(-1)).toEqual({
      id: 'boot-restore',
      startedAt: '2026-03-04T18:40:12.000',
      endedAt: '2026-03-04T18:40:24.010',
    })
  })
  test('Finder: a good restore is proved by its status line, and its complaints were noise', () => {
    const found = answerOf('finder-success.log')
    expect(found).toMatchObject({
      tool: 'finder',
      behaviour: 'erase',
      error: null,
      success: true,
      causes: [],
      noise: 2,
    })
    expect(found.device).toMatchObject({ productType: 'iPhone10,3', ecid: '0001122334455667' })
    expect(ids('finder-success.log')).toEqual([
      'prepare', 'normal', 'sign', 'enter-recovery', 'recovery', 'boot-restore', 'restore', 'nand', 'partition',
      'send-image', 'firmware', 'baseband', 'boot',
    ]) // prettier-ignore
  })
  test('iTunes on a Mac: the status line decides, the deepest entry explains, the person’s per cent counts', () => {
    expect(answerOf('itunes-mac-9.log')).toMatchObject({
      tool: 'itunes',
      firmware: { build: '16F156' },
      percent: 54,
      error: { code: 9, domain: 'AMRestoreErrorDomain', text: 'The pipe to the phone stalled.' },
      success: false,
    })
    expect(answerOf('itunes-mac-9.log').phases[1]?.startedAt).toBe('2019-05-04T10:22:40.000')
  })
  test('iTunes on Windows: lines with a thread and no name, error 3194', () => {
    const found = answerOf('itunes-windows-3194.log')
    expect(found).toMatchObject({
      tool: 'itunes',
      behaviour: 'erase',
      error: { code: 3194, domain: 'TSS' },
      success: false,
    })
    expect(found.causes[0]).toMatchObject({ id: 'firmware-unfit', likelihood: 'likely' })
    expect(found.causes[0]?.evidence).toContain(10)
  })
  test('Apple Devices: Finder’s agent on Windows, and a status in hex', () => {
    const found = answerOf('apple-devices-4014.log')
    expect(found).toMatchObject({ tool: 'apple-devices', error: { code: 4014 }, success: false })
    expect(found.device).toMatchObject({ productType: 'iPhone15,2', cpid: '8120', bdid: '0C' })
  })
  test('Configurator: the Mac’s own log and an error in its own bracket', () =>
    expect(answerOf('configurator-14.log')).toMatchObject({
      tool: 'configurator',
      percent: 7,
      lastPhase: 'verify-image',
      error: { code: 14, domain: 'AMRestoreErrorDomain' },
      success: false,
    }))
  test('3uTools: broken lines are put together, and midnight passes', () => {
    const found = answerOf('3utools-4042.log')
    expect(found).toMatchObject({
      tool: '3utools',
      sessions: 1,
      device: { productType: 'iPhone12,3', cpid: '8030', bdid: '06', ecid: '0000ABCDEF012345' },
      firmware: { version: '18.3', build: '22D64' },
      error: { code: 4042 },
      success: false,
    })
    expect(found.noise).toBeGreaterThanOrEqual(2)
    expect(found.phases.at(-1)).toEqual({
      id: 'boot-restore',
      startedAt: '2026-03-03T23:59:40.750',
      endedAt: '2026-03-04T00:09:40.765',
    })
  })
})

describe('idevicerestore and futurerestore', () => {
  test('the log file: “reconnected in Recovery mode” is 4013, and the phone’s own version is not the firmware’s', () =>
    expect(answerOf('idevicerestore-log-file-4013.log')).toMatchObject({
      tool: 'idevicerestore',
      device: { productType: 'iPhone12,8', ecid: '000A1B0F6F7F1F60' },
      firmware: { version: '18.3.2', build: '22D82' },
      behaviour: 'update',
      lastPhase: 'boot-restore',
      error: { code: 4013 },
      success: false,
    }))
  test('the older output: 53 is the pairing of parts, and the numbers in brackets are steps', () => {
    const found = answerOf('idevicerestore-old-53.log')
    expect(found).toMatchObject({ behaviour: 'erase', error: { code: 53 }, lastPhase: 'paired-parts', success: false })
    expect(found.causes[0]).toMatchObject({ id: 'paired-part', likelihood: 'likely' })
    // the gas gauge is 46 before protocol 14, and 47 since
    expect(found.phases.filter(({ id }) => id === 'battery')).toHaveLength(2)
  })
  test('plain progress: shares become per cent, and both lines together prove the restore', () =>
    expect(answerOf('idevicerestore-plain-progress.log')).toMatchObject({
      tool: 'idevicerestore',
      percent: 100,
      lastPhase: 'baseband',
      error: null,
      success: true,
    }))
  test('the signing server’s status 94 is 3194', () => {
    expect(answerOf('idevicerestore-not-signed.log').error).toMatchObject({ code: 3194, domain: 'TSS' })
    expect(answerOf('itunes-windows-status-94.log').error).toMatchObject({ code: 3194, domain: 'TSS' })
  })
  test('a run that was meant to stop proves nothing', () => {
    expect(answerOf('idevicerestore-stopped-on-purpose.log').success).toBe(null)
    expect(answerOf('idevicerestore-no-action.log').success).toBe(null)
  })
  test('a run that breaks off after parts began has failed, and where it stopped points to a cause', () => {
    const found = answerOf('idevicerestore-cut-off.log')
    expect(found).toMatchObject({ error: null, success: false, lastPhase: 'nand' })
    expect(found.causes).toEqual([{ id: 'nand', likelihood: 'possible', evidence: [6] }])
  })
  test('futurerestore: the phone’s failed checkpoint is the error', () =>
    expect(answerOf('futurerestore-14.log')).toMatchObject({
      tool: 'futurerestore',
      percent: 1,
      error: { code: 14, domain: 'AMRestoreErrorDomain' },
      success: false,
    }))
})

test('several runs in one file: each is told, the last one first', () => {
  const log = told(fixture('several-sessions.log'))
  expect(log?.sessions).toBe(3)
  expect(log?.reports.map(({ success, error }) => [success, error?.code ?? null])).toEqual([
    [true, null],
    [false, null],
    [false, 3194],
  ])
  expect(log?.reports.map(({ firstLine }) => firstLine)).toEqual([7, 5, 1])
})

describe('Debian’s own idevicerestore', () => {
  // The real ones are of Debian 12's idevicerestore 1.0.0, run against the USB lab's phone: tests/usb-lab/guest/restore-rules.ts.

  const PHONE = { productType: 'iPhone10,6', cpid: '8015', bdid: '0E', ecid: '000A1D2E3C4B5A69' }
  const FIRMWARE = { version: '16.7.10', build: '20H350' }

  const phases = (name: string) => answerOf(name).phases.map(({ id }) => id)

  test('a real log that was redirected into a file is read, though its errors come before all else', () => {
    const name = 'idevicerestore-debian-not-signed.log'
    expect(answerOf(name)).toMatchObject({
      tool: 'idevicerestore',
      sessions: 1,
      device: PHONE,
      firmware: FIRMWARE,
      behaviour: 'erase',
      error: { code: 3194, domain: 'TSS' },
      success: false,
    })
    expect(answerOf(name).causes[0]).toMatchObject({ id: 'firmware-unfit', likelihood: 'likely' })
    expect(phases(name)).toEqual(['detect', 'prepare', 'sign'])
  })

  test('a real log as a terminal showed it ends where the phone did not start what it was sent', () => {
    const name = 'idevicerestore-debian-stays.log'
    expect(answerOf(name)).toMatchObject({
      tool: 'idevicerestore',
      sessions: 1,
      device: PHONE,
      firmware: FIRMWARE,
      behaviour: 'erase',
      error: { code: null, domain: 'idevicerestore', text: expect.stringMatching(/^Device did not disconnect/u) },
      success: false,
    })
    expect(answerOf(name).causes[0]).toMatchObject({ id: 'phone-glitch', likelihood: 'likely' })
    expect(phases(name)).toEqual(['detect', 'prepare', 'sign', 'recovery'])
  })

  test('connections that were tried in vain before one was made are no cause', () =>
    expect(answerOf('idevicerestore-debian-stays.log').causes.map(({ id }) => id)).not.toContain('network'))
})

test('a log that only names the firmware neither proves nor denies', () =>
  expect(answerOf('nothing-proved.log')).toMatchObject({ success: null, error: null, lastPhase: 'prepare' }))

test('a file that is no log of a restore is none, whatever words it has', () =>
  expect(answer(fixture('not-a-log.txt'))).toBe(null))

test('every fixture is used', () => expect(unusedFixtures()).toEqual([]))
