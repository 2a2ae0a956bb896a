import { scaleLinear } from '@visx/scale'
import { Bar, Line } from '@visx/shape'
import type { MissRow } from '../../../shared/contract/history.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'

const whole = (share: number) => Math.round(share * 100)

type Share = Pick<MissRow, 'hits' | 'of' | 'low' | 'high'>

export const rangeWords = (t: Translate, { low, high }: Share): string =>
  t('insight.range', { low: whole(low), high: whole(high) })

/** All bars of all tables stand on this one: 0 to 100 %. */
const scale = scaleLinear<number>({ domain: [0, 1], range: [0, 100] })
const percent = (share: number) => `${scale(share)}%`

/** The range of a share from 0 to 100 %, with a mark where the counted share stands. The numbers stand beside it. */
export function ShareBar(props: { share: Share }) {
  const { hits, of, low, high } = props.share
  return (
    <svg className="share-bar" aria-hidden>
      {scale.ticks(2).map((share) => (
        <Line key={share} className="share-grid" x1={percent(share)} x2={percent(share)} y1="0" y2="100%" />
      ))}
      <Bar
        className="share-range"
        x={percent(low)}
        width={percent(Math.max(0.005, high - low))}
        y="25%"
        height="50%"
        rx={3}
      />
      <circle className="share-mark" cx={percent(hits / of)} cy="50%" r="4.5" />
    </svg>
  )
}

export type ShareLine = Share & { readonly key: string; readonly words: string; readonly standsOut?: boolean }

/** Shares as a table: what, how many of how many, and the range of the true share; never a bare percentage. */
export function ShareTable(props: { head: string; counted: string; caption: string; lines: readonly ShareLine[] }) {
  const t = useTexts()
  return (
    <table className="shares">
      <caption className="unseen">{props.caption}</caption>
      <thead>
        <tr className="small soft">
          <th scope="col">{props.head}</th>
          <th scope="col">{props.counted}</th>
          <th scope="col" colSpan={2}>
            {t('insight.column.range')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              {line.words}
              {line.standsOut === true && <span className="tag doubt">{t('insight.stands-out')}</span>}
            </th>
            <td className="figures">{t('insight.count', { hits: line.hits, of: line.of })}</td>
            <td className="share-cell">
              <ShareBar share={line} />
            </td>
            <td className="figures soft share-words">{rangeWords(t, line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
