import { heavyPrograms, type HostFacts, type HostPart } from './host-facts.ts'
import { oldSoftware } from './host-software.ts'
import type { Message } from './message.ts'

/** One thing that was looked at: fine, worth a look, or not to be told. */
export type HostFinding = {
  readonly id: string
  readonly level: 'ok' | 'look' | 'unknown'
  readonly text: Message
}

const ENOUGH_GB = 20
const SHORT_GB = 2
const BUSY_PERCENT = 80
/** A restore with its download may well take an hour. */
const AWAKE_MINUTES = 60

/** `good` null: it cannot be told. */
const finding = (id: string, good: boolean | null, params?: Message['params']): HostFinding => {
  const level = good === null ? 'unknown' : good ? 'ok' : 'look'
  return { id, level, text: { key: `host.${id}.${level}`, ...(params === undefined ? {} : { params }) } }
}

const listed = (id: string, names: readonly string[] | null): HostFinding =>
  finding(id, names && names.length === 0, { names: names?.join(', ') ?? '' })

const PART_LEVELS = { fine: 'ok', stopped: 'look', missing: 'look', unknown: 'unknown' } as const
const partFinding = ({ id, state }: HostPart): HostFinding => ({
  id,
  level: PART_LEVELS[state],
  text: { key: `host.part.${state}`, params: { part: id } },
})

const sleepsLate = (minutes: number | null) => (minutes === null ? null : minutes === 0 || minutes >= AWAKE_MINUTES)

/** Too old for this phone, or not to be told: never that it is current. */
function softwareFinding(facts: HostFacts, product: string | null): HostFinding {
  const [old] = oldSoftware(facts, product)
  if (!old) return finding('software', null)
  const { id, ...params } = old
  return finding('software', false, { ...params, name: id })
}

/** Everything that the look found, each with its sentence; what needs a look first, what cannot be told last. `product`: the phone's model. */
export function hostFindings(facts: HostFacts, product: string | null): readonly HostFinding[] {
  const { freeGb, clock, hostsFile, power, memory, loadPercent, programs, accessoryPrompt, signingServer } = facts
  const holders = programs?.filter(({ kind }) => kind === 'phone-tool' || kind === 'virtual-machine') ?? null
  const all = [
    finding('free', freeGb === null ? null : freeGb >= ENOUGH_GB, { free: freeGb ?? 0 }),
    finding('clock', clock === 'unknown' ? null : clock === 'right'),
    finding('hosts-file', hostsFile && hostsFile.appleNames.length === 0, {
      names: hostsFile?.appleNames.join(', ') ?? '',
    }),
    finding('mains', power.mains, { percent: power.batteryPercent ?? 0 }),
    finding('sleep', sleepsLate(power.sleepsAfterMinutes), { minutes: power.sleepsAfterMinutes ?? 0 }),
    finding('memory', memory && memory.availableGb >= SHORT_GB, {
      available: memory?.availableGb ?? 0,
      total: memory?.totalGb ?? 0,
    }),
    finding('load', loadPercent === null ? null : loadPercent < BUSY_PERCENT, { percent: loadPercent ?? 0 }),
    listed('heavy', heavyPrograms(facts)),
    listed('phone-programs', holders?.map(({ name }) => name) ?? null),
    ...facts.parts.map(partFinding),
    softwareFinding(facts, product),
    finding('accessory', accessoryPrompt === 'unknown' ? null : accessoryPrompt === 'no'),
    finding('server', signingServer === 'reachable' ? true : signingServer === 'unreachable' ? false : null),
  ]
  const rank = { look: 0, ok: 1, unknown: 2 } as const
  return all.toSorted((a, b) => rank[a.level] - rank[b.level])
}

/** The versions that were asked for, each with its sentence. */
export const hostVersions = ({ versions }: HostFacts): readonly Message[] =>
  versions.map(({ id, version }): Message =>
    version === null
      ? { key: 'host.version.none', params: { name: id } }
      : { key: 'host.version', params: { name: id, version } },
  )
