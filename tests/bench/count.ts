import { cueOf, endGuide, setLeadIn, startGuide, takePhone } from './bench-guide.ts'
import { under } from './busy.ts'
import { type BenchDoor, openBenchDoor } from './door.ts'
import { countErrorMs, inDigits, median, p95, percentile, spread } from './figures.ts'
import { type BenchPage, openBenchPage, pause } from './page.ts'
import type { BenchRow } from './row.ts'
import { type CountFrame, recordCounts } from './watch-page.ts'

const LONG_ENOUGH_MS = 30_000
const LEAD_IN_MS = 5000
/** A frame that shows a count further away than this from its phase belongs to another guide. */
const NEARBY_MS = 1000

/** One count that the engine pushed: the phase (or lead-in) it belongs to, on this process's clock. */
type Count = { readonly phase: string; readonly beganMs: number; readonly endsMs: number }

/** Runs one guide up to the end of its last count; gives the counts as the engine planned them. */
async function countedGuide(door: BenchDoor, page: BenchPage): Promise<Count[]> {
  const phone = takePhone(door, 'face-id')
  const held = cueOf(page, 'action', 'hold-power')
  await startGuide(door, phone)
  const { guide } = await door.look()
  if (guide?.startedAtMs == null) throw new Error('the guide did not start')
  let endsMs = guide.startedAtMs
  const counts: Count[] = [{ phase: 'lead-in', beganMs: endsMs - guide.leadInMs, endsMs }]
  for (const phase of guide.phases) {
    if (phase.endsOn !== 'time') break
    const beganMs = endsMs
    endsMs += phase.maxMs
    counts.push({ phase: phase.id, beganMs, endsMs })
  }
  await held
  await pause(0)
  const release = cueOf(page, 'release')
  phone.pull()
  const after = (await door.look()).guide
  const phase = after?.phases[after.phaseIndex]
  if (!phase || after.phaseBeganAtMs === null || after.phaseEndsAtMs === null)
    throw new Error('no count after the drop')
  counts.push({ phase: phase.id, beganMs: after.phaseBeganAtMs, endsMs: after.phaseEndsAtMs })
  await release
  await endGuide(door, null)
  return counts
}

type Frame = CountFrame & { readonly atMs: number; readonly count: Count }

/** Every painted frame with its count; a frame without one is a fault of the bench. */
function framesOf(painted: readonly CountFrame[], counts: readonly Count[], page: BenchPage): Frame[] {
  return painted.map((frame) => {
    const atMs = page.toProcessMs(frame.paintedMs)
    const count = counts.find(
      ({ phase, beganMs, endsMs }) => phase === frame.phase && atMs > beganMs - NEARBY_MS && atMs < endsMs + NEARBY_MS,
    )
    if (count === undefined) throw new Error(`a count is shown in ${frame.phase} where none is due`)
    return { ...frame, atMs, count }
  })
}

/** How late each new number stood on the screen, in the first frame that showed it. */
const changesLate = (frames: readonly Frame[]): number[] =>
  frames.flatMap((frame, index) => {
    const before = frames[index - 1]
    if (before?.count !== frame.count || before.shown === frame.shown) return []
    return [frame.atMs - (frame.count.endsMs - frame.shown * 1000)]
  })

function rowsOf(frames: readonly Frame[], page: BenchPage): BenchRow[] {
  const gaps = frames.flatMap((frame, index) => {
    const before = frames[index - 1]
    return before?.count === frame.count ? [frame.atMs - before.atMs] : []
  })
  const errors = frames.map(({ shown, atMs, count }) => countErrorMs(shown, count.endsMs - atMs))
  const changes = changesLate(frames)
  const frameMs = median(gaps)
  const right = errors.filter((errorMs) => errorMs === 0).length / errors.length
  const worst = percentile(errors, 1)
  const row = (name: string, ours: number, detail: string): BenchRow => ({
    ...{ name, unit: 'ms', load: 'busy', ours, against: frameMs, againstName: 'one frame', ratio: ours / frameMs },
    ...{ aim: '≤ one frame', detail: `${detail}, clock ±${page.clockOffByMs.toFixed(2)}` },
  })
  const share = `${errors.length} frames, ${inDigits(right * 100)} % right, frames p95 ${inDigits(p95(gaps))}`
  return [
    row('number shown against the clock, p95 of all painted frames', p95(errors), share),
    row('number shown against the clock, the worst painted frame', worst, share),
    row('each new number in its first frame, p95', p95(changes), spread(changes)),
  ]
}

/** The number on screen in every painted frame, beside what is truly left of the phase, for at least 30 s of counting. */
export async function benchCount(): Promise<BenchRow[]> {
  const door = await openBenchDoor()
  const page = await openBenchPage(door.link)
  try {
    await setLeadIn(door, LEAD_IN_MS)
    await page.page.evaluate(recordCounts)
    const counts: Count[] = []
    const counted = () => counts.reduce((sum, { beganMs, endsMs }) => sum + endsMs - beganMs, 0)
    await under('busy', async () => {
      while (counted() < LONG_ENOUGH_MS) counts.push(...(await countedGuide(door, page)))
    })
    const painted = await page.page.evaluate((): CountFrame[] => Reflect.get(window, 'benchCounts'))
    return rowsOf(framesOf(painted, counts, page), page)
  } finally {
    await page.close()
    await door.close()
  }
}
