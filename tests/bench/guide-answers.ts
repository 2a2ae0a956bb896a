import type { CueRecord } from '../../renderer/ui/cues/use-cues.ts'
import { cueOf, endGuide, screenIn, setLeadIn, startGuide, takePhone } from './bench-guide.ts'
import { under } from './busy.ts'
import { type BenchDoor, openBenchDoor } from './door.ts'
import { p95, spread } from './figures.ts'
import { type BenchPage, openBenchPage, pause } from './page.ts'
import type { BenchRow, Load } from './row.ts'

/** Guides up to the first sight of DFU, and guides that are stopped once the drop was answered. */
const WHOLE = 10
const SHORT = 20
const LEAD_IN_MS = 1000
/** A hand holds this long, at least, before the phone goes. */
const HOLD_MS = 150

/** Cues whose moment is known ahead; every other one answers USB or a click. */
const TIMED: ReadonlySet<CueRecord['kind']> = new Set(['action', 'ahead', 'release'])

type Measured = { tone: number[]; screen: number[]; late: number[]; silent: number; skipped: number }

/** The phone leaves USB in the middle of the hold; measures until the tone was started and until the new phase was drawn. */
async function drop(page: BenchPage, phone: ReturnType<typeof takePhone>, measured: Measured): Promise<void> {
  const answers = Promise.all([cueOf(page, 'left'), screenIn(page, { phase: 'keep-both' })])
  const firedMs = phone.pull()
  const [{ cue }, seen] = await answers
  if (!cue.toned) measured.silent += 1
  measured.tone.push(page.toProcessMs(cue.pageMs) - firedMs)
  measured.screen.push(page.toProcessMs(seen.paintedMs) - firedMs)
}

async function oneGuide(door: BenchDoor, page: BenchPage, whole: boolean, measured: Measured): Promise<void> {
  const phone = takePhone(door, 'home')
  const held = cueOf(page, 'action', 'hold-both')
  await startGuide(door, phone)
  await held
  await pause(HOLD_MS)
  const release = whole ? cueOf(page, 'release') : null
  await drop(page, phone, measured)
  await release
  if (whole) {
    await pause(HOLD_MS)
    const letGo = cueOf(page, 'let-go')
    phone.plug('dfu')
    await letGo
  }
  await endGuide(door, whole ? phone : null)
}

async function measure(door: BenchDoor, page: BenchPage): Promise<Measured> {
  const measured: Measured = { tone: [], screen: [], late: [], silent: 0, skipped: 0 }
  let lastSeq: number | null = null
  const stop = page.listen((news) => {
    if (news.kind !== 'cue') return
    const { seq, kind, pageMs, plannedAtMs } = news.cue
    if (lastSeq !== null) measured.skipped += seq - lastSeq - 1
    lastSeq = seq
    // at rate 1 the world's clock is this process's
    if (TIMED.has(kind)) measured.late.push(page.toProcessMs(pageMs) - plannedAtMs)
  })
  for (let turn = 0; turn < WHOLE + SHORT; turn += 1) await oneGuide(door, page, turn % 3 === 0, measured)
  stop()
  return measured
}

const rowsOf = (load: Load, page: BenchPage, { tone, screen, late, silent, skipped }: Measured): BenchRow[] => {
  const most = (idleMs: number, busyMs: number) => `≤ ${load === 'idle' ? idleMs : busyMs} ms`
  const row = (name: string, values: number[], againstName: string, aim: string, more = ''): BenchRow => ({
    ...{ name: `${name}, p95`, unit: 'ms', load, ratio: null, ours: p95(values), against: 0, againstName, aim },
    detail: `${spread(values)}${more}, clock ±${page.clockOffByMs.toFixed(2)}`,
  })
  return [
    row('phone leaves USB → tone', tone, 'the event itself', most(80, 150), `, ${silent} without sound`),
    row('phone leaves USB → screen', screen, 'the event itself', most(80, 150)),
    row('timed cue', late, 'its planned moment', most(20, 50), `, ${skipped} skipped`),
  ]
}

/**
 * Guides into DFU in real time, run through the calls, the phone on the fake bus. From the library's disconnect event to
 * the tone's start and to the frame that shows the next phase; and each timed cue's lateness against its planned moment.
 */
export async function benchGuideAnswers(): Promise<BenchRow[]> {
  const door = await openBenchDoor()
  const page = await openBenchPage(door.link)
  try {
    await setLeadIn(door, LEAD_IN_MS)
    const rows: BenchRow[] = []
    for (const load of ['idle', 'busy'] as const)
      rows.push(...rowsOf(load, page, await under(load, () => measure(door, page))))
    return rows
  } finally {
    await page.close()
    await door.close()
  }
}
