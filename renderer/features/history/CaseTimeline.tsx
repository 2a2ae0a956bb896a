import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import type { Case } from '../../../shared/engine/case.ts'
import { isOtherPhones, type LogSummary, partsOf } from '../../../shared/engine/log-summary.ts'
import { stepWords } from '../../../shared/texts/step-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { durationWords, useWhen } from '../../ui/words.ts'
import { attemptName, attemptResult } from './attempt-words.ts'
import { utcOffsetMs } from './save-document.ts'
import { bandsOfCase } from './timeline-facts.ts'
import type { Item, Lane } from './TimelinePlot.tsx'
import { TimelineView } from './TimelineView.tsx'

const LONG_MS = 6 * 3_600_000
/** A log from long before the case was opened would make everything else a line. */
const BEFORE_MS = 24 * 3_600_000

const TONES: Readonly<Record<string, string>> = { proved: 'good', likely: 'good', 'said-by-you': 'said', failed: 'bad' }

/** A stretch or a moment on the clock on the wall. */
type Dated = Omit<Item, 'fromMs' | 'toMs'> & { readonly fromWallMs: number; readonly toWallMs: number }

const moment = (wallMs: number, words: string, tone: string): Dated => ({
  ...{ fromWallMs: wallMs, toWallMs: wallMs, words, tone },
})

const triedIn = (t: Translate, attempts: readonly AttemptRecord[], nowWallMs: number) =>
  attempts.map((attempt): Dated => {
    const name = attemptName(t, attempt)
    const result = attemptResult(t, attempt)
    const good = attempt.verdict === 'entered' || attempt.result === 'worked'
    return {
      ...{ fromWallMs: attempt.startedWallMs, toWallMs: attempt.endedWallMs ?? nowWallMs, short: name },
      ...{ words: t('timeline.attempt', { name, result }), tone: good ? 'ask good' : 'ask' },
    }
  })

const stepsOf = (t: Translate, entry: Case) =>
  entry.steps.flatMap((step): Dated[] =>
    step.atWallMs === null
      ? []
      : [
          moment(
            step.atWallMs,
            t('timeline.step', { title: t(`step.${step.id}.title`), state: stepWords(t, step) }) +
              (step.note === null ? '' : ` · ${step.note}`),
            `mark ${TONES[step.state] ?? ''}`,
          ),
        ],
  )

const seenIn = (t: Translate, events: readonly JournalEntry[], endWallMs: number) =>
  bandsOfCase(events, endWallMs).map(({ mode, usbPort, fromMs, toMs }): Dated => {
    const short = mode === null ? t('timeline.off') : t(`mode.${mode}`)
    const words = t('timeline.band', { mode: short, length: durationWords(t, toMs - fromMs) })
    const place = usbPort === null ? '' : ` · ${t('attempt.where', { port: usbPort })}`
    return { fromWallMs: fromMs, toWallMs: toMs, short, words: words + place, tone: `mode-${mode ?? 'off'}` }
  })

/** How a log's last run ended, where it says so. */
function endOf(t: Translate, log: LogSummary, atWallMs: number): Dated[] {
  if (log.success === null) return []
  if (log.success) return [moment(atWallMs, t('log.result.success'), 'mark good')]
  const code = log.error?.code ?? null
  const words = code === null ? t('log.result.failed') : t('log.result.failed.code', { code: String(code) })
  return [moment(atWallMs, words, 'mark bad')]
}

function toldBy(t: Translate, log: LogSummary): Dated[] {
  const parts = partsOf(log, utcOffsetMs())
  const items = parts.map(({ id, fromWallMs, toWallMs }, index): Dated => {
    const end = toWallMs ?? parts[index + 1]?.fromWallMs ?? Math.max(fromWallMs, log.writtenWallMs)
    const short = t(`log.phase.${id}`)
    const words = t('timeline.log', { part: short, length: durationWords(t, end - fromWallMs), file: log.fileName })
    return { fromWallMs, toWallMs: end, short, words, tone: 'log' }
  })
  const last = items.at(-1)
  return last === undefined ? [] : [...items, ...endOf(t, log, last.toWallMs)]
}

const logsOf = (t: Translate, { logs = [], openedWallMs, phone }: Case) =>
  logs
    .filter((log) => !isOtherPhones(log, phone))
    .flatMap((log) => {
      const items = toldBy(t, log)
      return items.every(({ fromWallMs }) => fromWallMs >= openedWallMs - BEFORE_MS) ? items : []
    })

const momentsOf = (t: Translate, { openedWallMs, closedWallMs, outcome }: Case): Dated[] => [
  moment(openedWallMs, t('timeline.opened'), 'mark'),
  ...(closedWallMs === null
    ? []
    : [
        moment(
          closedWallMs,
          t('timeline.closed', { outcome: t(`outcome.${outcome ?? 'open'}`) }),
          outcome === 'fixed' ? 'mark good' : 'mark',
        ),
      ]),
]

/** Everything that a case knows a moment of; the last one ends the timeline. */
function lastWallMs(entry: Case, attempts: readonly AttemptRecord[], events: readonly JournalEntry[]): number {
  const known = [
    ...[entry.closedWallMs, entry.openedWallMs + 1000, events.at(-1)?.wallMs ?? null],
    ...entry.steps.map(({ atWallMs }) => atWallMs),
    ...attempts.flatMap(({ startedWallMs, endedWallMs }) => [startedWallMs, endedWallMs]),
  ]
  return Math.max(...known.filter((wallMs) => wallMs !== null))
}

/**
 * The whole case over wall time: where USB saw its phone, its attempts, what logs of the restores tell, what the checklist found out
 * and when, opened and closed.
 */
export function CaseTimeline(props: {
  entry: Case
  attempts: readonly AttemptRecord[]
  events: readonly JournalEntry[]
}) {
  const t = useTexts()
  const when = useWhen()
  const { entry, attempts, events } = props
  const lastKnown = lastWallMs(entry, attempts, events)
  const dated: readonly (readonly [string, Dated[]])[] = [
    ['modes', seenIn(t, events, lastKnown)],
    ['attempts', triedIn(t, attempts, lastKnown)],
    ['log', logsOf(t, entry)],
    ['steps', stepsOf(t, entry)],
    ['marks', momentsOf(t, entry)],
  ]
  const all = dated.flatMap(([, items]) => items)
  const startWallMs = Math.min(entry.openedWallMs, ...all.map(({ fromWallMs }) => fromWallMs))
  const lengthMs = Math.max(lastKnown, ...all.map(({ toWallMs }) => toWallMs)) - startWallMs
  const lanes = dated.map(([name, items]): Lane => ({
    name: t(`timeline.lane.${name}`),
    items: items.map(({ fromWallMs, toWallMs, ...item }) => ({
      ...item,
      fromMs: fromWallMs - startWallMs,
      toMs: toWallMs - startWallMs,
    })),
  }))
  return (
    <TimelineView
      lengthMs={lengthMs}
      lanes={lanes}
      label={t('timeline.case.label', { attempts: attempts.length, length: durationWords(t, lengthMs) })}
      // within some hours the time since the beginning says more than the clock
      atWords={(atMs) => (lengthMs < LONG_MS ? durationWords(t, atMs) : when(startWallMs + atMs))}
    />
  )
}
