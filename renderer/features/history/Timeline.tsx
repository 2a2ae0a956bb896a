import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import { phaseWords } from '../../../shared/texts/phase-words.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { durationWords } from '../../ui/words.ts'
import { type Ask, type Timeline as Facts, timelineOf } from './timeline-facts.ts'
import type { Item, Lane } from './TimelinePlot.tsx'
import { TimelineView } from './TimelineView.tsx'

const askShort = (t: Translate, { phase, stage }: Ask): string =>
  phase === null ? t(`timeline.stage.${stage}`) : phaseWords(t, phase).short

function lanesOf(t: Translate, facts: Facts, attempt: AttemptRecord): Lane[] {
  const length = (fromMs: number, toMs: number) => durationWords(t, toMs - fromMs)
  const modes = facts.bands.map(({ mode, usbPort, fromMs, toMs }): Item => {
    const short = mode === null ? t('timeline.off') : t(`mode.${mode}`)
    const words = t('timeline.band', { mode: short, length: length(fromMs, toMs) })
    const place = usbPort === null ? '' : ` · ${t('attempt.where', { port: usbPort })}`
    return { fromMs, toMs, short, words: words + place, tone: `mode-${mode ?? 'off'}` }
  })
  const asks = facts.asks.map((ask): Item => {
    const { fromMs, toMs } = ask
    const short = askShort(t, ask)
    return {
      ...{ fromMs, toMs, short, tone: ask.phase === null ? 'ask-wait' : 'ask' },
      words: t('timeline.phase', { words: short, length: length(fromMs, toMs) }),
    }
  })
  const marks = facts.marks.map(({ atMs, key }): Item => ({ fromMs: atMs, toMs: atMs, words: t(key), tone: 'mark' }))
  const verdict = attempt.verdict === null ? [] : [attempt.verdict]
  const ended = verdict.map((id): Item => ({
    ...{ fromMs: facts.lengthMs, toMs: facts.lengthMs, tone: id === 'entered' ? 'mark good' : 'mark' },
    words: t('timeline.verdict', { verdict: t(`verdict.name.${id}`) }),
  }))
  return [
    { name: t('timeline.lane.modes'), items: modes },
    { name: t('timeline.lane.phases'), items: asks },
    { name: t('timeline.lane.marks'), items: [...marks, ...ended] },
  ]
}

/** An attempt as one looks at it: modes as bands with drops as gaps, what the guide asked for, moments, and the verdict. */
export function Timeline(props: { attempt: AttemptRecord; entries: readonly JournalEntry[] }) {
  const t = useTexts()
  const facts = timelineOf(props.entries, props.attempt)
  if (facts === null) return <p className="soft small">{t('timeline.none')}</p>
  const { lengthMs, drops } = facts
  return (
    <TimelineView
      lengthMs={lengthMs}
      lanes={lanesOf(t, facts, props.attempt)}
      label={t('timeline.label', { drops, length: durationWords(t, lengthMs) })}
      atWords={(atMs) => t('timeline.at', { seconds: (atMs / 1000).toFixed(atMs % 1000 === 0 ? 0 : 1) })}
    />
  )
}
