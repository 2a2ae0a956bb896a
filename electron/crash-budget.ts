const AT_MOST = 3
const WITHIN_MS = 60_000

/** Whether a window that crashed may be opened again: a page that crashes at once must not do so for ever. */
export function createCrashBudget(nowMs: () => number): { spend(): boolean } {
  let crashesMs: number[] = []
  return {
    spend() {
      crashesMs = [...crashesMs.filter((atMs) => nowMs() - atMs < WITHIN_MS), nowMs()]
      return crashesMs.length <= AT_MOST
    },
  }
}
