import { statSync } from 'node:fs'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { device } from '../adapters/bus.ts'
import { type BenchDoor, openBenchDoor } from './door.ts'
import { inDigits } from './figures.ts'
import type { BenchRow } from './row.ts'

/** Until everything was called often enough to be compiled. */
const WARM_UP = 1500
const CYCLES = 1000
/** Phones on ports of their own, plugged at the same time: a blank serial is read again only after 60 ms. */
const PHONES = 10
const PLUGGED_MS = 75
const PULLED_MS = 10
const MODES = [0x12a8, 0x1281, 0x1227]
/** Longer than the history waits before it writes. */
const SETTLED_MS = 2500

/** One plug cycle: the phone comes in one of three modes, is read, and goes. */
async function cycle({ bus }: BenchDoor, index: number, port: number): Promise<void> {
  const phone = device({
    handle: `cycle-${index}`,
    productId: MODES[index % MODES.length] ?? 0x12a8,
    ports: [1, port],
    serialNumber: `CPID:8015 BDID:06 ECID:${port.toString(16).toUpperCase().padStart(16, '0')}`,
  })
  bus.plug(phone)
  await sleep(PLUGGED_MS)
  bus.pull(phone)
  await sleep(PULLED_MS)
}

async function cycles(door: BenchDoor, count: number): Promise<void> {
  let begun = 0
  const hand = async (port: number) => {
    while (begun < count) {
      begun += 1
      await cycle(door, begun, port)
    }
  }
  await Promise.all(Array.from({ length: PHONES }, (_, phone) => hand(phone + 1)))
}

/** What is held once everything that nobody needs has been collected, in MB. */
async function held(): Promise<{ heap: number; process: number }> {
  if (globalThis.gc === undefined) throw new Error('start Node with --expose-gc')
  await sleep(SETTLED_MS)
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc()
    await turn()
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: (heapUsed + external) / 1e6, process: rss / 1e6 }
}

const ofJournal = (door: BenchDoor) => statSync(door.databaseFile).size / 1e6

/**
 * Memory after 1,000 plug cycles beside before, after a warm-up and with forced collection: real adapter, loop, history on
 * disk (a case is open, so every event is kept) and one screen that is told everything.
 */
export async function benchMemory(): Promise<BenchRow[]> {
  const door = await openBenchDoor()
  let told = 0
  const screen = door.watch({ state: () => void (told += 1), practice: () => {}, historyChanged: () => {} })
  try {
    await door.act({ kind: 'case.open', caseId: 'bench', complaint: { kind: 'no-code' }, phoneId: null })
    await cycles(door, WARM_UP)
    const [before, toldBefore] = [await held(), told]
    await cycles(door, CYCLES)
    const after = await held()
    const detail = `${CYCLES} cycles after ${WARM_UP}, ${told - toldBefore} States told, journal ${inDigits(ofJournal(door))} MB`
    const row = (name: string, what: 'heap' | 'process'): BenchRow => ({
      ...{ name: `memory after ${CYCLES} plug cycles: ${name}`, unit: 'MB', ours: after[what], against: before[what] },
      ...{ againstName: 'before them', ratio: after[what] / before[what], aim: '< 1.05', detail },
    })
    return [row('JavaScript heap and buffers', 'heap'), row('whole process (RSS)', 'process')]
  } finally {
    screen.end()
    await door.close()
  }
}
