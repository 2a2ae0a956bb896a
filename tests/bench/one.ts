import type { BenchReport } from './row.ts'

/** What the runner gets from the process of one benchmark. */
export type Answer = Exclude<BenchReport, readonly unknown[]> | { readonly failed: string }

type Run = () => BenchReport | Promise<BenchReport>

async function run(name: string): Promise<Answer> {
  try {
    const exported: Record<string, unknown> = await import(`./${name}.ts`)
    const [benchmark, another] = Object.entries(exported).filter(([key]) => /^bench[A-Z]/.test(key))
    if (benchmark === undefined || another !== undefined) throw new Error(`${name}.ts must export one bench… function`)
    const report = await (benchmark[1] as Run)()
    return Array.isArray(report) ? { rows: report, page: '' } : report
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// one benchmark in a process of its own; whatever it left open ends with it
const answer = await run(process.argv[2] ?? '')
process.send?.(answer, () => process.exit())
