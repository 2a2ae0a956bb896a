import type { AttemptRecord, JournalEntry } from '../../../shared/contract/history.ts'
import { useTexts } from '../../language.ts'
import { durationWords, tenthsOf } from '../../ui/words.ts'
import { timelineOf } from './timeline-facts.ts'

/** A band narrower than this share of the width carries no word; it is in the list below. */
const WORD_SHARE = 0.11

const percent = (part: number) => `${(part * 100).toFixed(2)}%`

/** An attempt as one looks at it: modes as bands, drops as gaps, moments as ticks; the same as a list for who reads or listens. */
export function Timeline(props: { attempt: AttemptRecord; entries: readonly JournalEntry[] }) {
  const t = useTexts()
  const timeline = timelineOf(props.entries)
  if (timeline === null) return <p className="soft small">{t('timeline.none')}</p>
  const { lengthMs } = timeline
  const word = (mode: string | null) => (mode === null ? t('timeline.off') : t(`mode.${mode}`))
  return (
    <figure className="timeline">
      <figcaption className="small soft">
        {t('timeline.label', { drops: timeline.drops, length: durationWords(t, lengthMs) })}
      </figcaption>
      <svg width="100%" height="58" aria-hidden>
        {timeline.bands.map((band) => {
          const share = (band.toMs - band.fromMs) / lengthMs
          return (
            <g key={band.fromMs} className={`band mode-${band.mode ?? 'off'}`}>
              <rect x={percent(band.fromMs / lengthMs)} y={8} width={percent(share)} height={30} rx={4} />
              {share > WORD_SHARE && (
                <text x={percent((band.fromMs + band.toMs) / 2 / lengthMs)} y={28}>
                  {word(band.mode)}
                </text>
              )}
            </g>
          )
        })}
        {timeline.marks.map((mark) => (
          <line
            key={`${mark.key}-${mark.atMs}`}
            className="mark"
            x1={percent(mark.atMs / lengthMs)}
            x2={percent(mark.atMs / lengthMs)}
            y1={2}
            y2={44}
          />
        ))}
        <text className="axis start" x="0" y={55}>
          {t('duration.seconds', { seconds: 0 })}
        </text>
        <text className="axis end" x="100%" y={55}>
          {durationWords(t, lengthMs)}
        </text>
      </svg>
      <details className="small">
        <summary>{t('timeline.list')}</summary>
        <ol className="timeline-list">
          {[
            ...timeline.bands.map((band) => ({
              atMs: band.fromMs,
              text: t('timeline.band', { mode: word(band.mode), length: durationWords(t, band.toMs - band.fromMs) }),
            })),
            ...timeline.marks.map((mark) => ({ atMs: mark.atMs, text: t(mark.key) })),
          ]
            .toSorted((one, other) => one.atMs - other.atMs)
            .map((line) => (
              <li key={`${line.atMs}-${line.text}`}>
                <span className="soft">{t('timeline.at', { seconds: tenthsOf(t, line.atMs / 1000) })}</span> {line.text}
              </li>
            ))}
        </ol>
      </details>
    </figure>
  )
}
