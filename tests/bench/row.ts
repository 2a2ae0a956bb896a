/** One line of a benchmark: ours beside the comparison, measured in the same run. `aim` is prose; nothing is gated. */
export type BenchRow = {
  name: string
  unit: string
  ours: number
  against: number
  againstName: string
  ratio: number
  aim: string
}
