import type { HostFacts, HostPart } from '../../shared/engine/host-facts.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { bootIdOf, clockSynchronised, hasAppleRule, linuxName, toolVersion } from '../../shared/protocol/host-linux.ts'
import { asksForAccessories, macosSleepMinutes, macosVersion, plistVersion } from '../../shared/protocol/host-macos.ts'
import {
  hasAppleDriver,
  registryValue,
  serviceState,
  storePackages,
  windowsClockSynchronised,
  windowsSleepMinutes,
} from '../../shared/protocol/host-windows.ts'
import type { Outside, Said } from './probe.ts'

/** What each system tells in its own way. */
export type SystemFacts = Pick<HostFacts, 'versions' | 'parts' | 'accessoryPrompt'> & {
  readonly bootId: string | null
  readonly clockSynchronised: boolean | null
  readonly sleepsAfterMinutes: number | null
}

const map = <T>(said: Said, read: (text: string) => T | null): T | null =>
  said === null || said === 'missing' ? null : read(said.text)

const RULES = ['/etc/udev/rules.d', '/usr/lib/udev/rules.d', '/lib/udev/rules.d'].flatMap((folder) =>
  ['39-usbmuxd', '39-libirecovery', '39-handhold', '69-libmtp', '51-android'].map((name) => `${folder}/${name}.rules`),
)
const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']

/** A tool of Linux wherever it lies: daemons are often not on the path of a person. */
async function toolOf(outside: Outside, name: string): Promise<{ state: HostPart['state']; version: string | null }> {
  const said = await Promise.all(
    [name, ...PLACES.map((place) => `${place}/${name}`)].map((at) => outside.run(at, ['--version'])),
  )
  const there = said.find((each) => each !== null && each !== 'missing')
  if (there !== undefined) return { state: 'fine', version: map(there, toolVersion) }
  return { state: said.includes(null) ? 'unknown' : 'missing', version: null }
}

async function udevRules(outside: Outside): Promise<HostPart['state']> {
  const files = await Promise.all(RULES.map((path) => outside.read(path)))
  const texts = files.flatMap((file) => (file !== null && file !== 'missing' ? [file.text] : []))
  if (texts.some(hasAppleRule)) return 'fine'
  return files.includes(null) ? 'unknown' : 'missing'
}

async function linux(outside: Outside): Promise<SystemFacts> {
  const [release, boot, time, usbmuxd, restore, rules] = await Promise.all([
    outside.read('/etc/os-release'),
    outside.read('/proc/sys/kernel/random/boot_id'),
    outside.run('timedatectl', ['show']),
    toolOf(outside, 'usbmuxd'),
    toolOf(outside, 'idevicerestore'),
    udevRules(outside),
  ])
  return {
    bootId: map(boot, bootIdOf),
    clockSynchronised: map(time, clockSynchronised),
    sleepsAfterMinutes: null,
    versions: [
      { id: 'linux', version: map(release, linuxName) },
      { id: 'usbmuxd', version: usbmuxd.version },
      { id: 'idevicerestore', version: restore.version },
    ],
    parts: [
      { id: 'usbmuxd', state: usbmuxd.state },
      { id: 'udev-rules', state: rules },
    ],
    accessoryPrompt: 'no',
  }
}

const MOBILE_DEVICE = ['/Library/Apple/System', '/System'].map(
  (root) => `${root}/Library/PrivateFrameworks/MobileDevice.framework/Versions/A/Resources/version.plist`,
)

async function macos(outside: Outside, hasBattery: boolean | null): Promise<SystemFacts> {
  const [version, boot, power, arm, ...frameworks] = await Promise.all([
    outside.run('/usr/bin/sw_vers', []),
    outside.run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid']),
    outside.run('/usr/bin/pmset', ['-g']),
    outside.run('/usr/sbin/sysctl', ['-n', 'hw.optional.arm64']),
    ...MOBILE_DEVICE.map((file) =>
      outside.run('/usr/bin/plutil', ['-extract', 'CFBundleShortVersionString', 'raw', file]),
    ),
  ])
  const macos = map(version ?? null, macosVersion)
  const asks = asksForAccessories(macos, map(arm ?? null, (text) => text.trim()) === '1', hasBattery)
  return {
    bootId: map(boot ?? null, bootIdOf),
    // the setting can be read by an administrator only
    clockSynchronised: null,
    sleepsAfterMinutes: map(power ?? null, macosSleepMinutes),
    versions: [
      { id: 'macos', version: macos },
      {
        id: 'mobile-device',
        version: frameworks.map((text) => map(text, plistVersion)).find((one) => one !== null) ?? null,
      },
    ],
    parts: [],
    accessoryPrompt: asks === null ? 'unknown' : asks ? 'possible' : 'no',
  }
}

const SERVICE_STATES = { running: 'fine', stopped: 'stopped', missing: 'missing' } as const

async function windows(outside: Outside): Promise<SystemFacts> {
  const ITUNES = 'HKLM\\SOFTWARE\\Apple Computer, Inc.\\iTunes'
  const PACKAGES = 'Get-AppxPackage AppleInc.* | Select-Object Name,Version | ConvertTo-Json'
  const [itunes, packages, service, drivers, power, time, build] = await Promise.all([
    outside.run('reg', ['query', ITUNES, '/v', 'Version']),
    outside.run('powershell', ['-NoProfile', '-NonInteractive', '-Command', PACKAGES]),
    outside.run('sc', ['query', 'Apple Mobile Device Service']),
    outside.run('pnputil', ['/enum-drivers']),
    outside.run('powercfg', ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE']),
    outside.run('w32tm', ['/query', '/status']),
    outside.run('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', '/v', 'CurrentBuild']),
  ])
  const store = map(packages, storePackages)
  const versionOf = (name: string) => store?.find((each) => each.name === name)?.version ?? null
  const amds = map(service, serviceState)
  const driver = map(drivers, hasAppleDriver)
  // the Store versions bring a service of their own, which runs only with them
  const serviceIs =
    amds === null || (amds === 'missing' && (store === null || store.length > 0)) ? 'unknown' : SERVICE_STATES[amds]
  return {
    bootId: null,
    clockSynchronised: map(time, windowsClockSynchronised),
    sleepsAfterMinutes: map(power, windowsSleepMinutes),
    versions: [
      { id: 'windows', version: map(build, registryValue) },
      { id: 'itunes', version: map(itunes, registryValue) ?? versionOf('AppleInc.iTunes') },
      { id: 'apple-devices', version: versionOf('AppleInc.AppleDevices') },
    ],
    parts: [
      { id: 'apple-mobile-device-service', state: serviceIs },
      { id: 'apple-driver', state: driver === null ? 'unknown' : driver ? 'fine' : 'missing' },
    ],
    accessoryPrompt: 'no',
  }
}

/** Asks this system in its own way; `hasBattery` tells a laptop. Never throws: what cannot be told is null or `unknown`. */
export function systemFacts(system: HostSystem, outside: Outside, hasBattery: boolean | null): Promise<SystemFacts> {
  if (system === 'linux') return linux(outside)
  return system === 'macos' ? macos(outside, hasBattery) : windows(outside)
}
