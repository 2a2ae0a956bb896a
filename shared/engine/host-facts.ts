import { z } from 'zod'
import { PROGRAM_KINDS } from '../knowledge/host-programs.ts'
import { oldSoftware } from './host-software.ts'
import type { Evidence } from './plan-evidence.ts'
import { BootMark, type Strain } from './verification-facts.ts'

const Name = z.string().max(80)

/** A program that runs now and is known to be in the way. */
export const RunningProgram = z.object({
  name: Name,
  kind: z.enum(PROGRAM_KINDS),
  memoryMb: z.number().nullable(),
})
export type RunningProgram = z.infer<typeof RunningProgram>

/** A version that was read; null: it is not there, or does not tell. */
const Version = z.object({
  id: z.enum(['macos', 'windows', 'linux', 'itunes', 'apple-devices', 'usbmuxd', 'idevicerestore', 'mobile-device']),
  version: Name.nullable(),
})

/** A driver or service; `unknown` where it could not be asked. */
const Part = z.object({
  id: z.enum(['apple-mobile-device-service', 'apple-driver', 'usbmuxd', 'udev-rules']),
  state: z.enum(['fine', 'stopped', 'missing', 'unknown']),
})
export type HostPart = z.infer<typeof Part>

/**
 * What a look at this computer showed. Every fact is null (or `unknown`) where the look could not tell: a probe had no right, took
 * too long, or does not exist on this system. Nothing is kept that names a person or a file of theirs.
 */
export const HostFacts = z.object({
  checkedWallMs: z.number(),
  boot: BootMark.nullable(),
  freeGb: z.number().nullable(),
  clock: z.enum(['right', 'wrong', 'unknown']),
  /** Lines of the hosts file that send Apple's servers elsewhere, as host names. */
  hostsFile: z.object({ appleNames: z.array(Name).max(20) }).nullable(),
  power: z.object({
    mains: z.boolean().nullable(),
    batteryPercent: z.number().nullable(),
    /** 0: never. */
    sleepsAfterMinutes: z.number().nullable(),
  }),
  memory: z.object({ totalGb: z.number(), availableGb: z.number() }).nullable(),
  loadPercent: z.number().nullable(),
  programs: z.array(RunningProgram).max(30).nullable(),
  versions: z.array(Version).max(10),
  parts: z.array(Part).max(10),
  /** macOS on laptops with Apple silicon asks before a new accessory may talk. */
  accessoryPrompt: z.enum(['possible', 'no', 'unknown']),
  signingServer: z.enum(['reachable', 'unreachable', 'not-asked', 'unknown']),
})
export type HostFacts = z.infer<typeof HostFacts>

const known = <K extends string, V>(key: K, value: V | null | undefined): { [key in K]?: V } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { [key in K]: V })

/** Memory pressure from here on names the programs; with plenty free a browser alone is no reason. Inferred. */
const SHORT_AVAILABLE_GB = 2
const BUSY_PERCENT = 80
/** Where the memory could not be read, a program that takes this much counts as heavy. Inferred. */
const HEAVY_MB = 1500

/** The programs to close, heaviest first: all known ones where memory or time is short, else only those that always take both. */
export function heavyPrograms(facts: HostFacts): readonly string[] | null {
  if (facts.programs === null) return null
  const short =
    (facts.memory !== null && facts.memory.availableGb < SHORT_AVAILABLE_GB) ||
    (facts.loadPercent !== null && facts.loadPercent >= BUSY_PERCENT)
  const ALWAYS = ['virtual-machine', 'video-editor', 'game']
  return facts.programs
    .filter(({ kind }) => kind !== 'phone-tool')
    .filter(
      ({ kind, memoryMb }) => short || ALWAYS.includes(kind) || (facts.memory === null && (memoryMb ?? 0) >= HEAVY_MB),
    )
    .toSorted((a, b) => (b.memoryMb ?? 0) - (a.memoryMb ?? 0))
    .map(({ name }) => name)
}

/** Drivers and services together: one that is missing or stopped decides; fine only where none is unknown. */
function partsFine(parts: readonly HostPart[]): boolean | null {
  if (parts.some(({ state }) => state === 'missing' || state === 'stopped')) return false
  return parts.length > 0 && parts.every(({ state }) => state === 'fine') ? true : null
}

const namesOf = (programs: readonly RunningProgram[] | null, kind: RunningProgram['kind'][]) =>
  programs?.filter((program) => kind.includes(program.kind)).map(({ name }) => name) ?? null

/** How busy this computer was when it was looked at. */
export const strainOf = ({ checkedWallMs, memory, loadPercent }: HostFacts): Strain => ({
  ...{ atWallMs: checkedWallMs, availableGb: memory?.availableGb ?? null, loadPercent },
})

/**
 * The look in the words of the plan's evidence, for this phone where it is known. What could not be told is left out and settles
 * nothing: so is software that is not known to be too old, because what is newest only the network knows.
 */
export function hostEvidence(facts: HostFacts, product: string | null): NonNullable<Evidence['host']> {
  const { signingServer: server } = facts
  const heavy = heavyPrograms(facts)
  return {
    ...known('softwareCurrent', oldSoftware(facts, product).length > 0 ? false : null),
    ...known('freeGb', facts.freeGb),
    ...known('clockRight', facts.clock === 'unknown' ? null : facts.clock === 'right'),
    ...known('hostsFileClean', facts.hostsFile && facts.hostsFile.appleNames.length === 0),
    ...known('signingServerReachable', server === 'reachable' ? true : server === 'unreachable' ? false : null),
    ...known('driversFine', partsFine(facts.parts)),
    ...known('heavyPrograms', heavy && [...heavy]),
    ...known('phonePrograms', namesOf(facts.programs, ['phone-tool', 'virtual-machine'])),
  }
}
