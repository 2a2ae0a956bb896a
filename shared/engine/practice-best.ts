import type { Effect } from './effects.ts'
import type { GuideRun } from './guide-run.ts'
import type { Settings } from './state.ts'

/** Under which name a guide's best time is kept. */
export const bestKey = ({ family, guide }: Pick<GuideRun, 'family' | 'guide'>): string => `${family} ${guide}`

/**
 * The settings with a new best time, or null where the attempt that ended set none. Takes the run with its verdict: the time is from
 * Start to the first sight of the goal, in milliseconds of the practice clock.
 */
export function withBest(settings: Settings, effect: Effect, run: GuideRun | null): Settings | null {
  if (effect.kind !== 'attempt.close' || effect.verdict !== 'entered' || !run || run.attemptId !== effect.attemptId)
    return null
  const { startedAtMs, reachedAtMs } = run
  if (startedAtMs === null || reachedAtMs === null) return null
  const tookMs = Math.round(reachedAtMs - startedAtMs)
  const before = settings.practiceBest?.[bestKey(run)]
  if (tookMs <= 0 || (before !== undefined && before <= tookMs)) return null
  return { ...settings, practiceBest: { ...settings.practiceBest, [bestKey(run)]: tookMs } }
}
