import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What one runner reported. A runner that left no report counts as one failure: silence is no success. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

const Vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
})
const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).optional(),
})
const Lab = z.object({
  outcome: z.enum(['passed', 'failed', 'skipped']),
  results: z.array(z.object({ outcome: z.enum(['passed', 'failed', 'skipped']) })).optional(),
})

const SILENCE: Count = { passed: 0, failed: 1, skipped: 0 }

/** A file that could not even be loaded has no tests that failed; it fails all the same. */
const atLeastOne = (failed: number, isBad: boolean) => (isBad ? Math.max(1, failed) : failed)

const readVitest = (report: z.infer<typeof Vitest>): Count => ({
  passed: report.numPassedTests,
  failed: atLeastOne(report.numFailedTests, !report.success),
  skipped: report.numPendingTests,
})

const readPlaywright = ({ stats, errors }: z.infer<typeof Playwright>): Count => ({
  passed: stats.expected + stats.flaky,
  failed: atLeastOne(stats.unexpected, (errors?.length ?? 0) > 0),
  skipped: stats.skipped,
})

const readLab = ({ outcome, results }: z.infer<typeof Lab>): Count => {
  if (outcome === 'skipped') return { passed: 0, failed: 0, skipped: 1 }
  const count = (wanted: 'passed' | 'failed' | 'skipped') =>
    (results ?? []).filter((result) => result.outcome === wanted).length
  return {
    passed: count('passed'),
    failed: atLeastOne(count('failed'), outcome === 'failed'),
    skipped: count('skipped'),
  }
}

/** Reads one report by its runner; packages and the lab report alike. A test that passed only when tried again has passed; it says so in its own report. */
export function readCount(runner: 'vitest' | 'playwright' | 'package' | 'lab', text: string | null): Count {
  if (text === null) return SILENCE
  try {
    const report: unknown = JSON.parse(text)
    if (runner === 'vitest') return readVitest(Vitest.parse(report))
    if (runner === 'playwright') return readPlaywright(Playwright.parse(report))
    return readLab(Lab.parse(report))
  } catch {
    return SILENCE
  }
}

const REPORTS = {
  vitest: 'vitest.json',
  playwright: 'playwright.json',
  package: 'package.json',
  lab: 'usb-lab.json',
} as const

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../test-results')
  const counts = (Object.keys(REPORTS) as (keyof typeof REPORTS)[]).map((runner) => {
    const file = join(folder, REPORTS[runner])
    const count = readCount(runner, existsSync(file) ? readFileSync(file, 'utf8') : null)
    console.log(`${runner}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
    return count
  })
  const sum = (what: keyof Count) => counts.reduce((total, count) => total + count[what], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') === 0 ? 0 : 1)
}
