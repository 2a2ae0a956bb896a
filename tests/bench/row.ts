/** One line of a benchmark: ours beside the comparison, measured in the same run. `aim` is prose; nothing is gated. */
export type BenchRow = {
  name: string
  unit: string
  ours: number
  against: number
  againstName: string
  /** `null`: the difference says more. */
  ratio: number | null
  aim: string
  /** Whether the cores were left alone or kept busy; left out where that was not varied. */
  load?: Load
  /** How many were measured and how they spread. */
  detail?: string
}

export type Load = 'idle' | 'busy'

/** What a benchmark function gives: rows, and where rows are not enough a piece of markdown for the page below the table. */
export type BenchReport = BenchRow[] | { rows: BenchRow[]; page: string }
