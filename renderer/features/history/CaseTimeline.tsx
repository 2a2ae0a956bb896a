import type { AttemptRecord } from '../../../shared/contract/history.ts'
import type { Case } from '../../../shared/engine/case.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { durationWords, useWhen } from '../../ui/words.ts'
import { attemptName, attemptResult } from './attempt-words.ts'
import { type Item, type Lane, TimelineView } from './TimelineView.tsx'

const LONG_MS = 6 * 3_600_000

const TONES: Readonly<Record<string, string>> = { proved: 'good', likely: 'good', 'said-by-you': 'said', failed: 'bad' }

function lanesOf(t: Translate, entry: Case, attempts: readonly AttemptRecord[], endWallMs: number): Lane[] {
  const at = (wallMs: number) => Math.max(0, wallMs - entry.openedWallMs)
  const tried = attempts.map((attempt): Item => {
    const name = attemptName(t, attempt)
    const result = attemptResult(t, attempt)
    const good = attempt.verdict === 'entered' || attempt.result === 'worked'
    return {
      ...{ fromMs: at(attempt.startedWallMs), toMs: at(attempt.endedWallMs ?? endWallMs), short: name },
      ...{ words: t('timeline.attempt', { name, result }), tone: good ? 'ask good' : 'ask' },
    }
  })
  const steps = entry.steps.flatMap((step): Item[] => {
    if (step.atWallMs === null) return []
    const state = t(`step-state.${step.state}`)
    const note = step.note === null ? '' : ` · ${step.note}`
    return [
      {
        ...{ fromMs: at(step.atWallMs), toMs: at(step.atWallMs), tone: `mark ${TONES[step.state] ?? ''}` },
        words: t('timeline.step', { title: t(`step.${step.id}.title`), state }) + note,
      },
    ]
  })
  const closed = entry.closedWallMs
  const moments: Item[] = [
    { fromMs: 0, toMs: 0, words: t('timeline.opened'), tone: 'mark' },
    ...(closed === null
      ? []
      : [
          {
            ...{ fromMs: at(closed), toMs: at(closed), tone: entry.outcome === 'fixed' ? 'mark good' : 'mark' },
            words: t('timeline.closed', { outcome: t(`outcome.${entry.outcome ?? 'open'}`) }),
          },
        ]),
  ]
  return [
    { name: t('timeline.lane.attempts'), items: tried },
    { name: t('timeline.lane.steps'), items: steps },
    { name: t('timeline.lane.marks'), items: moments },
  ]
}

/** The whole case over wall time: its attempts, what the checklist found out and when, opened and closed. */
export function CaseTimeline(props: { entry: Case; attempts: readonly AttemptRecord[] }) {
  const t = useTexts()
  const when = useWhen()
  const { entry, attempts } = props
  const known = [
    ...[entry.closedWallMs, entry.openedWallMs + 1000, ...entry.steps.map(({ atWallMs }) => atWallMs)],
    ...attempts.flatMap(({ startedWallMs, endedWallMs }) => [startedWallMs, endedWallMs]),
  ]
  const endWallMs = Math.max(...known.filter((wallMs) => wallMs !== null))
  const lengthMs = endWallMs - entry.openedWallMs
  return (
    <TimelineView
      lengthMs={lengthMs}
      lanes={lanesOf(t, entry, attempts, endWallMs)}
      label={t('timeline.case.label', { attempts: attempts.length, length: durationWords(t, lengthMs) })}
      // within some hours the time since the opening says more than the clock
      atWords={(atMs) => (lengthMs < LONG_MS ? durationWords(t, atMs) : when(entry.openedWallMs + atMs))}
    />
  )
}
