import type { Effect } from '../../shared/engine/effects.ts'
import { HostFacts } from '../../shared/engine/host-facts.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { appleNamesInHosts } from '../../shared/protocol/host-hosts-file.ts'
import { type Measures, measures } from './host-measures.ts'
import { systemFacts } from './host-systems.ts'
import { type Outside, thisComputer } from './probe.ts'

/** A clock that is off by more than this makes certificates look wrong. Inferred. */
const CLOCK_OFF_MINUTES = 5

const hostsFileOf = (system: HostSystem) =>
  system === 'windows' ? `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\drivers\\etc\\hosts` : '/etc/hosts'

type Sources = { readonly system: HostSystem; readonly outside: Outside; readonly measures: Measures }

type ServerAnswer = Awaited<ReturnType<Measures['askSigningServer']>> | 'not-asked'

const serverWord = (answer: ServerAnswer): HostFacts['signingServer'] => {
  if (answer === 'not-asked' || answer === 'unreachable') return answer
  return answer === null ? 'unknown' : 'reachable'
}

/** Apple's own clock decides where it was asked; then what the system says of itself. */
function clockWord(answer: ServerAnswer, beforeApp: boolean, synchronised: boolean | null): HostFacts['clock'] {
  const ahead = answer !== null && typeof answer === 'object' ? answer.aheadMinutes : null
  if (ahead !== null) return Math.abs(ahead) > CLOCK_OFF_MINUTES ? 'wrong' : 'right'
  if (beforeApp) return 'wrong'
  // a clock that follows no server may be right all the same
  return synchronised === true ? 'right' : 'unknown'
}

/**
 * One look at this computer: each probe within its time limit, all but the load at once, without administrator's rights. `network`: ask Apple's
 * signing server whether it answers; else nothing leaves this computer. Never rejects.
 */
export async function lookAtHost(network: boolean, sources: Sources): Promise<HostFacts> {
  const { system, outside, measures: measured } = sources
  const uptimeMs = measured.uptimeMs
  const checkedWallMs = Date.now()
  // first and alone: the other probes are a load themselves
  const loadPercent = await measured.loadPercent()
  const batteryLook = measured.battery()
  const [hosts, freeGb, battery, memory, programs, server, beforeApp, own] = await Promise.all([
    outside.read(hostsFileOf(system)),
    measured.freeGb(),
    batteryLook,
    measured.memory(),
    measured.programs(),
    network ? measured.askSigningServer() : ('not-asked' as const),
    measured.clockBeforeApp(),
    batteryLook.then((found) => systemFacts(system, outside, found?.has ?? null)),
  ])
  return HostFacts.parse({
    checkedWallMs,
    boot: { bootId: own.bootId, uptimeMs, bootedWallMs: checkedWallMs - uptimeMs },
    freeGb,
    clock: clockWord(server, beforeApp, own.clockSynchronised),
    // no hosts file sends nothing anywhere
    hostsFile: hosts === null ? null : { appleNames: hosts === 'missing' ? [] : appleNamesInHosts(hosts.text) },
    power: {
      mains: battery?.mains ?? null,
      batteryPercent: battery?.percent ?? null,
      sleepsAfterMinutes: own.sleepsAfterMinutes,
    },
    ...{ memory, loadPercent, programs },
    ...{ versions: own.versions, parts: own.parts, accessoryPrompt: own.accessoryPrompt },
    signingServer: serverWord(server),
  } satisfies HostFacts)
}

/** A look at the computer that this runs on. */
export const lookAtThisComputer = (system: HostSystem, network: boolean): Promise<HostFacts> =>
  lookAtHost(network, { system, outside: thisComputer(), measures })

/** Performs `host.check`: one look at a time; what is asked for meanwhile is looked at once more afterwards. */
export function createHost(state: Inbox, look: (network: boolean) => Promise<HostFacts>) {
  let looking = false
  let again: boolean | null = null
  let closed = false
  const start = (network: boolean) => {
    looking = true
    void look(network)
      .then((facts) => {
        if (!closed) state({ kind: 'host.checked', facts })
      })
      .catch(() => undefined)
      .finally(() => {
        looking = false
        const next = again
        again = null
        if (next !== null && !closed) start(next)
      })
  }
  return {
    perform(effect: Effect): void {
      if (effect.kind !== 'host.check' || closed) return
      if (looking) again = (again ?? false) || effect.network
      else start(effect.network)
    },
    close(): void {
      closed = true
    },
  }
}
