import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createHost, lookAtHost, lookAtThisComputer } from '../../electron/adapters/host-look.ts'
import type { Measures } from '../../electron/adapters/host-measures.ts'
import { type Outside, thisComputer, withinLimit } from '../../electron/adapters/probe.ts'
import { HostFacts, hostEvidence } from '../../shared/engine/host-facts.ts'
import { hostFindings, hostVersions } from '../../shared/engine/host-findings.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { en } from '../../shared/texts/en/index.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/host')
const text = (system: HostSystem, name: string) => readFileSync(join(FIXTURES, system, `${name}.txt`), 'utf8')

/** A computer that answers with recorded texts: programs by a piece of their call, files by a piece of their path. */
function recorded(system: HostSystem, answers: Readonly<Record<string, string>>): Outside {
  const answerTo = (asked: string) => {
    const key = Object.keys(answers).find((piece) => asked.includes(piece))
    return key === undefined ? null : text(system, answers[key] ?? '')
  }
  const said = (asked: string) => {
    const found = answerTo(asked)
    return found === null ? ('missing' as const) : { text: found }
  }
  return {
    run: (program, args) => Promise.resolve(said([program, ...args].join(' '))),
    read: (path) => Promise.resolve(said(path)),
  }
}

/** Nothing answers: every program is missing, hangs or is forbidden, and no file can be read. */
const SILENT: Outside = { run: () => Promise.resolve(null), read: () => Promise.resolve(null) }

const calm: Measures = {
  uptimeMs: 3_600_000,
  freeGb: () => Promise.resolve(120),
  battery: () => Promise.resolve({ has: true, mains: true, percent: 81 }),
  memory: () => Promise.resolve({ totalGb: 16, availableGb: 9 }),
  loadPercent: () => Promise.resolve(12),
  programs: () => Promise.resolve([{ name: 'Chrome', kind: 'browser', memoryMb: 700 }]),
  askSigningServer: () => Promise.resolve({ aheadMinutes: 0 }),
  clockBeforeApp: () => Promise.resolve(false),
}
const blind: Measures = {
  ...calm,
  freeGb: () => Promise.resolve(null),
  battery: () => Promise.resolve(null),
  memory: () => Promise.resolve(null),
  loadPercent: () => Promise.resolve(null),
  programs: () => Promise.resolve(null),
  askSigningServer: () => Promise.resolve(null),
}

const MAC = {
  sw_vers: 'sw_vers',
  bootsessionuuid: 'bootsessionuuid',
  'pmset -g': 'pmset',
  plutil: 'mobiledevice',
  '/etc/hosts': 'hosts',
}
const WINDOWS = {
  'iTunes /v': 'reg-itunes',
  CurrentBuild: 'reg-build',
  'Get-AppxPackage': 'packages',
  'sc query': 'sc-running',
  pnputil: 'pnputil',
  powercfg: 'powercfg',
  w32tm: 'w32tm',
  'etc\\hosts': 'hosts',
}
const LINUX = {
  'usbmuxd --version': 'usbmuxd',
  'idevicerestore --version': 'idevicerestore',
  timedatectl: 'timedatectl',
  'os-release': 'os-release',
  boot_id: 'boot_id',
  '/etc/hosts': 'hosts',
}

const look = (system: HostSystem, outside: Outside, measures = calm, network = false) =>
  lookAtHost(network, { system, outside, measures })

describe('a look at a computer of each system', () => {
  test('macOS: versions, sleep, a hosts file with signing-server lines, what cannot be told', async () => {
    const facts = await look('macos', recorded('macos', MAC))
    expect(facts).toMatchObject({
      boot: { bootId: '4a1c2f6e-0b1d-4e55-9c0a-5b7d1e2f3a4b', uptimeMs: 3_600_000 },
      hostsFile: { appleNames: ['gs.apple.com', 'gs2.ww.prod.apple.com'] },
      power: { mains: true, sleepsAfterMinutes: 10 },
      versions: [
        { id: 'macos', version: '15.3.1' },
        { id: 'mobile-device', version: '988.81.1' },
      ],
      clock: 'unknown',
      signingServer: 'not-asked',
      accessoryPrompt: 'no',
    })
    expect(hostEvidence(facts, null)).toMatchObject({ hostsFileClean: false, freeGb: 120, heavyPrograms: [] })
    expect(hostEvidence(facts, null)).not.toHaveProperty('driversFine')
    expect(hostEvidence(facts, null)).not.toHaveProperty('clockRight')
  })
  test('Windows: iTunes, Apple Devices, service, driver, sleep and clock', async () => {
    const facts = await look('windows', recorded('windows', WINDOWS))
    expect(facts).toMatchObject({
      versions: [
        { id: 'windows', version: '22631' },
        { id: 'itunes', version: '12.13.2.3' },
        { id: 'apple-devices', version: '1.8.55.0' },
      ],
      parts: [
        { id: 'apple-mobile-device-service', state: 'fine' },
        { id: 'apple-driver', state: 'fine' },
      ],
      power: { sleepsAfterMinutes: 30 },
      clock: 'right',
      hostsFile: { appleNames: [] },
    })
    expect(hostEvidence(facts, null)).toMatchObject({ driversFine: true, hostsFileClean: true, clockRight: true })
  })
  test('Windows: a service that does not run and a driver that is missing, in German', async () => {
    const names = { ...WINDOWS, 'sc query': 'sc-stopped-german', pnputil: 'pnputil-none-german', w32tm: 'w32tm-german' }
    const facts = await look('windows', recorded('windows', names))
    expect(facts.parts.map(({ state }) => state)).toEqual(['stopped', 'missing'])
    expect(facts.clock).toBe('unknown')
    expect(hostEvidence(facts, null)).toMatchObject({ driversFine: false })
  })
  test('Windows: the service of the Store version runs only with its app, so its absence says nothing', async () => {
    const names = { ...WINDOWS, 'sc query': 'sc-missing', 'Get-AppxPackage': 'package-one', 'iTunes /v': 'reg-missing' }
    const facts = await look('windows', recorded('windows', names))
    expect(facts.parts[0]).toEqual({ id: 'apple-mobile-device-service', state: 'unknown' })
    expect(facts.versions[1]).toEqual({ id: 'itunes', version: null })
  })
  test('Linux: tools, time server, start, udev rules; a rule that only mentions the vendor in a comment is none', async () => {
    const files = { ...recorded('linux', LINUX) }
    const rules = (name: string): Outside => ({
      ...files,
      read: (path) =>
        path.endsWith(name)
          ? Promise.resolve({ text: readFileSync(join(FIXTURES, 'linux', name), 'utf8') })
          : files.read(path),
    })
    const facts = await look('linux', rules('39-usbmuxd.rules'))
    expect(facts).toMatchObject({
      boot: { bootId: '0b1d4e55-4a1c-2f6e-9c0a-5b7d1e2f3a4b' },
      clock: 'right',
      versions: [
        { id: 'linux', version: 'Debian GNU/Linux 12 (bookworm)' },
        { id: 'usbmuxd', version: '1.1.1' },
        { id: 'idevicerestore', version: '1.0.1-26-g4a35b84' },
      ],
      parts: [
        { id: 'usbmuxd', state: 'fine' },
        { id: 'udev-rules', state: 'fine' },
      ],
      hostsFile: { appleNames: [] },
    })
    expect((await look('linux', rules('51-android.rules'))).parts[1]?.state).toBe('missing')
  })
  test.each(['macos', 'windows', 'linux'] as const)('%s that answers nothing settles nothing', async (system) => {
    const facts = await look(system, SILENT, blind)
    expect(hostEvidence(facts, null)).toEqual({})
    expect(facts).toMatchObject({ clock: 'unknown', hostsFile: null })
  })
})

describe('the network', () => {
  test('is asked only when told to, and then says whether the clock is right', async () => {
    let asked = 0
    const counting: Measures = {
      ...calm,
      askSigningServer: () => {
        asked += 1
        return Promise.resolve({ aheadMinutes: 61 })
      },
    }
    expect((await look('macos', SILENT, counting)).signingServer).toBe('not-asked')
    expect(asked).toBe(0)
    expect(await look('macos', SILENT, counting, true)).toMatchObject({ signingServer: 'reachable', clock: 'wrong' })
  })
  test('that does not answer is said so', async () => {
    const facts = await look('linux', SILENT, { ...calm, askSigningServer: () => Promise.resolve('unreachable') }, true)
    expect(hostEvidence(facts, null)).toMatchObject({ signingServerReachable: false })
  })
})

describe('programs', () => {
  const running = (programs: NonNullable<HostFacts['programs']>, more: Partial<Measures> = {}) =>
    look('macos', SILENT, { ...calm, programs: () => Promise.resolve(programs), ...more })
  const chrome = { name: 'Chrome', kind: 'browser', memoryMb: 700 } as const
  test('a browser with memory to spare is no reason, and is one when memory is short', async () => {
    expect(hostEvidence(await running([chrome]), null).heavyPrograms).toEqual([])
    const short = await running([chrome], { memory: () => Promise.resolve({ totalGb: 8, availableGb: 1.2 }) })
    expect(hostEvidence(short, null).heavyPrograms).toEqual(['Chrome'])
  })
  test('a virtual machine is heavy and can take the phone', async () => {
    const facts = await running([{ name: 'VMware', kind: 'virtual-machine', memoryMb: 4000 }])
    expect(hostEvidence(facts, null)).toMatchObject({ heavyPrograms: ['VMware'], phonePrograms: ['VMware'] })
  })
})

describe('limits', () => {
  test('a probe that takes too long, fails or is not there gives null', async () => {
    expect(await withinLimit(() => new Promise(() => {}), 5)).toBeNull()
    expect(await withinLimit(() => Promise.reject(new Error('no right')))).toBeNull()
    const outside = thisComputer(2000)
    expect(await outside.run('/nowhere/at-all', ['--version'])).toBe('missing')
    expect(await outside.read('/nowhere/at-all')).toBe('missing')
    expect(await outside.run(process.execPath, ['-e', 'process.exitCode = 3; console.log("said")'])).toMatchObject({
      text: expect.stringContaining('said') as string,
    })
  })
  test('a program that hangs is ended', async () => {
    expect(await thisComputer(200).run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])).toBeNull()
  })
})

test('every finding and version has its sentence', async () => {
  const bad: Measures = {
    ...calm,
    freeGb: () => Promise.resolve(3),
    battery: () => Promise.resolve({ has: true, mains: false, percent: 30 }),
    memory: () => Promise.resolve({ totalGb: 8, availableGb: 1 }),
    loadPercent: () => Promise.resolve(97),
    clockBeforeApp: () => Promise.resolve(true),
    askSigningServer: () => Promise.resolve('unreachable'),
  }
  const facts = await Promise.all([
    look('macos', recorded('macos', MAC)),
    look('windows', recorded('windows', WINDOWS), bad, true),
    look('linux', SILENT, blind),
  ])
  const keys = facts.flatMap((each) => [
    ...hostFindings(each, null).map(({ text: { key } }) => key),
    ...hostVersions(each).map(({ key }) => key),
  ])
  expect(keys.length).toBeGreaterThan(30)
  expect(keys.filter((key) => !(key in en))).toEqual([])
})

test('this very computer is looked at, for real, and what it says is well formed', async () => {
  const system: HostSystem =
    process.platform === 'darwin' ? 'macos' : process.platform === 'win32' ? 'windows' : 'linux'
  const facts = await lookAtThisComputer(system, false)
  expect(HostFacts.safeParse(facts).success).toBe(true)
  expect(facts.freeGb).toBeGreaterThan(0)
  expect(facts.memory?.totalGb).toBeGreaterThan(0)
  expect(facts.boot?.uptimeMs).toBeGreaterThan(0)
  expect(facts.programs).not.toBeNull()
}, 20_000)

describe('the effect host.check', () => {
  test('is answered by one event per look, and what is asked for meanwhile is looked at once more', async () => {
    const facts = await look('linux', SILENT, blind)
    const events: EventBody[] = []
    const asked: boolean[] = []
    const heard = Promise.withResolvers<void>()
    const host = createHost(
      (event) => {
        events.push(event)
        if (events.length === 2) heard.resolve()
      },
      (network) => {
        asked.push(network)
        return Promise.resolve(facts)
      },
    )
    host.perform({ kind: 'host.check', network: false })
    host.perform({ kind: 'host.check', network: true })
    host.perform({ kind: 'host.check', network: false })
    await heard.promise
    expect(asked).toEqual([false, true])
    expect(events.map(({ kind }) => kind)).toEqual(['host.checked', 'host.checked'])
  })
  test('says nothing any more once it is closed', async () => {
    const facts = await look('linux', SILENT, blind)
    const events: EventBody[] = []
    const looked = Promise.resolve(facts)
    const host = createHost(
      (event) => events.push(event),
      () => looked,
    )
    host.perform({ kind: 'host.check', network: false })
    host.close()
    await looked
    expect(events).toEqual([])
  })
})
