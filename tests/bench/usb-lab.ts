import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIGURES } from '../usb-lab/protocol.ts'
import type { BenchReport } from './row.ts'

const ROOT = join(import.meta.dirname, '../..')
const REPORT = join(ROOT, 'test-results/usb-lab-part.json')
const PLUGS = 30
const QUESTIONS = 2
/** Below the runner's own limit, so that the lab ends by its own hand. */
const LIMIT_MS = 290_000

type LabReport = {
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly reason?: string
  readonly where?: string
  readonly kernel?: string
  readonly figures?: readonly { readonly name: string; readonly value: number }[]
}

/** Runs the lab's room of figures. Throws where it fails; where it cannot run its report says so. */
function runLab(): LabReport {
  const env = { ...process.env, LAB_ROOMS: 'figures', LAB_PLUGS: String(PLUGS), LAB_QUESTIONS: String(QUESTIONS) }
  const ran = spawnSync(process.execPath, [join(ROOT, 'tests/usb-lab/run.ts')], {
    ...{ env, cwd: ROOT, encoding: 'utf8', timeout: LIMIT_MS },
  })
  if (ran.status !== 0)
    throw new Error(`the USB lab ended with ${ran.status}:\n${ran.stdout.slice(-2000)}${ran.stderr}`)
  // written by the lab of the same checkout
  return JSON.parse(readFileSync(REPORT, 'utf8')) as LabReport
}

/**
 * A phone that is plugged into a real kernel: until our adapter states it, beside a bare libusb listener in C; and the answer
 * that nothing is attached, beside `irecovery -q`. Where the lab cannot run there are no rows, and the page says why.
 */
export function benchUsbLab(): BenchReport {
  const report = runLab()
  if (report.outcome === 'skipped') return { rows: [], page: `Skipped: ${report.reason ?? 'no reason was given'}.` }
  const figureOf = (name: string): number | null =>
    report.figures?.find((figure) => figure.name === name)?.value ?? null
  const pair = (name: string, ours: string, against: string, againstName: string, aim: string, detail: string) => {
    const [mine, theirs] = [figureOf(ours), figureOf(against)]
    if (mine === null || theirs === null) return []
    return [{ name, unit: 'ms', ours: mine, against: theirs, againstName, ratio: null, aim, detail }]
  }
  const later = `${PLUGS} plugs; ours came later by ${figureOf(FIGURES.laterMedian)} ms (median), ${figureOf(FIGURES.laterP95)} ms (p95)`
  const rows = [
    ...pair(
      'plugging in → our event, real kernel, median',
      ...([
        FIGURES.attachOurs,
        FIGURES.attachBare,
        'bare libusb listener in C',
        'no more than 50 ms later',
        later,
      ] as const),
    ),
    ...pair(
      '“nothing attached” in an app that runs, median',
      ...([
        FIGURES.nothingAdapter,
        FIGURES.nothingTheirs,
        'end of `irecovery -q`',
        'sooner',
        `${QUESTIONS} questions`,
      ] as const),
    ),
    ...pair(
      '“nothing attached”, first line of `handhold watch`, median',
      ...([
        FIGURES.nothingOurs,
        FIGURES.nothingTheirs,
        'end of `irecovery -q`',
        'sooner',
        `${QUESTIONS} questions`,
      ] as const),
    ),
  ]
  const left = rows.length === 3 ? '' : 'A rule of the lab was skipped there (no gcc here?), so a row is missing.'
  return { rows, page: left }
}
