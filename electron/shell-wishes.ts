import { restoreRuns } from '../shared/engine/restore-watch.ts'
import type { State } from '../shared/engine/state.ts'

/** What the worlds look like to the window's shell; null where there is none (yet). */
export type Worlds = { readonly real: State | null; readonly practice: State | null }

/** What runs on a real phone now and would be left alone. */
export type Unsafe = 'guide' | 'restore'

export type ShellWishes = {
  /** The window stays above all others. */
  readonly onTop: boolean
  /** Neither the display nor the computer may fall asleep. */
  readonly keepAwake: boolean
  /** Why leaving needs a question first; null: it needs none. */
  readonly unsafe: Unsafe | null
}

const guideRuns = (state: State | null): boolean =>
  state?.guide != null && state.guide.stage !== 'card' && state.guide.stage !== 'ended'

/** Whether no guide asks for anybody's hands in this world. */
export const guidesIdle = (state: State): boolean => !guideRuns(state)

/** As far as the person or the restore's own log told us: on USB a restore looks like a phone that runs. */
const restoring = ({ case: open }: State): boolean => open !== null && restoreRuns(open)

/**
 * What the shell owes to what is going on. A guide in practice keeps the window in front too, so that practice is like the
 * real thing, but nothing is lost by leaving it.
 */
export function shellWishes({ real, practice }: Worlds): ShellWishes {
  const onTop = guideRuns(real) || guideRuns(practice)
  const restores = real !== null && restoring(real)
  const unsafe = guideRuns(real) ? 'guide' : restores ? 'restore' : null
  return { onTop, keepAwake: onTop || restores, unsafe }
}
