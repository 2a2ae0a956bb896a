import { statfs, stat } from 'node:fs/promises'
import { cpus, homedir, uptime } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HostFacts } from '../../shared/engine/host-facts.ts'
import { knownPrograms } from '../../shared/protocol/host-programs.ts'
import { withinLimit } from './probe.ts'

/** What is measured the same way on the three systems. */
export type Measures = {
  readonly uptimeMs: number
  freeGb(): Promise<number | null>
  battery(): Promise<{ readonly mains: boolean | null; readonly percent: number | null; readonly has: boolean } | null>
  memory(): Promise<HostFacts['memory']>
  loadPercent(): Promise<number | null>
  programs(): Promise<HostFacts['programs']>
  /** Minutes that this clock is ahead of Apple's server, `unreachable`, or null where the question failed. */
  askSigningServer(): Promise<{ readonly aheadMinutes: number | null } | 'unreachable' | null>
  /** The clock says a time before this app was made. */
  clockBeforeApp(): Promise<boolean>
}

const GB = 1e9
const tenths = (value: number) => Math.round(value * 10) / 10

/** Loaded when a look is taken: it is large, and most commands never look. */
const information = async () => (await import('systeminformation')).default

/** The load between two moments; what the processors did since their start says nothing about now. */
async function loadPercent(): Promise<number> {
  const sums = () =>
    cpus().reduce(
      ({ idle, all }, { times }) => ({
        idle: idle + times.idle,
        all: all + times.user + times.nice + times.sys + times.irq + times.idle,
      }),
      { idle: 0, all: 0 },
    )
  const before = sums()
  await sleep(500)
  const after = sums()
  const all = after.all - before.all
  return all > 0 ? Math.round(100 * (1 - (after.idle - before.idle) / all)) : 0
}

const SIGNING_SERVER = 'http://gs.apple.com/'
const ANSWER_LIMIT_MS = 5000

/** Any answer counts: the server is there. Sent without anything about the phone or the person. */
async function askSigningServer(): Promise<{ aheadMinutes: number | null } | 'unreachable'> {
  try {
    const answer = await fetch(SIGNING_SERVER, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    })
    const date = Date.parse(answer.headers.get('date') ?? '')
    return { aheadMinutes: Number.isNaN(date) ? null : Math.round((Date.now() - date) / 60_000) }
  } catch {
    return 'unreachable'
  }
}

/** The measures of this computer, by Node and `systeminformation`. None of them throws. */
export const measures: Measures = {
  get uptimeMs() {
    return Math.round(uptime() * 1000)
  },
  freeGb: () =>
    withinLimit(async () => {
      const { bavail, bsize } = await statfs(homedir())
      return tenths((bavail * bsize) / GB)
    }),
  battery: () =>
    withinLimit(async () => {
      const found = await (await information()).battery()
      return found.hasBattery
        ? { has: true, mains: found.acConnected, percent: found.percent }
        : { has: false, mains: true, percent: null }
    }),
  memory: () =>
    withinLimit(async () => {
      const { total, available } = await (await information()).mem()
      return total > 0 ? { totalGb: tenths(total / GB), availableGb: tenths(available / GB) } : null
    }),
  loadPercent: () => withinLimit(loadPercent),
  programs: () =>
    withinLimit(async () => {
      const { list } = await (await information()).processes()
      // an empty list is a list that could not be had: this very process is one
      if (list.length === 0) return null
      return knownPrograms(list.map(({ name, memRss }) => ({ name, memoryMb: memRss > 0 ? memRss / 1024 : null })))
    }),
  askSigningServer: () => withinLimit(askSigningServer),
  async clockBeforeApp() {
    const made = await withinLimit(() => stat(import.meta.filename))
    return made !== null && Date.now() < made.mtimeMs - 86_400_000
  },
}
