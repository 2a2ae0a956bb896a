import type { Benchmark } from './list.ts'
import type { BenchRow } from './row.ts'
import { asMarkdown } from './table.ts'

/** Where and with what the figures were taken, as lines of Markdown. */
export type Circumstances = { readonly date: string; readonly lines: readonly string[] }

export type Ran = { readonly benchmark: Benchmark; readonly rows: readonly BenchRow[]; readonly page: string }

const NOISE = `\`npm run bench\` writes this page when every benchmark has run; \`npm run bench -- <name>\` runs one and only prints. Each benchmark is a process of its own, one
after another, and every figure stands beside its comparison from the same run. There are no gates: the aims are what we hold the figures against by eye.

How far to trust them: these are single runs on a shared machine with few cores, so the slowest values (p95, max) move from run to run, sometimes by half; a median moves
little. A load well above 0 before the start means that others used the cores too: the slowest values are then partly theirs, in the idle rows as well. “Busy” means one
endless loop per core beside everything else, Chromium included. Times across the wire between Node and Chromium are read on two clocks that are joined
before the measuring by 300 questions; how far they may be apart at most stands behind each figure (“clock ±”, ms). Frames are those that a headless Chromium without a
GPU paints; a display, its cable and the sound card come on top. The phone is a stand-in: what the kernel and the USB library need before the event is not in any figure here.`

/** The page of the last full run. */
export function benchPage(circumstances: Circumstances, ran: readonly Ran[]): string {
  const sections = ran.map(({ benchmark, page }) =>
    [`### ${benchmark.name}`, benchmark.means, ...(page === '' ? [] : [page])].join('\n\n'),
  )
  return [
    '# Figures',
    `Last full run: ${circumstances.date}.`,
    circumstances.lines.map((line) => `- ${line}`).join('\n'),
    asMarkdown(ran.flatMap(({ rows }) => rows)),
    NOISE,
    '## What each figure is',
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}
