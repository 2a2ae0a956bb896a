import { useState } from 'react'
import { INSIGHT_SUBJECTS, type Insights, type MissDimension, type MissRow } from '../../../shared/contract/history.ts'
import { devicesByProductType } from '../../../shared/knowledge/devices.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { FilterField } from './FilterField.tsx'
import { HistoryTabs } from './HistoryTabs.tsx'
import { utcOffsetMs } from './save-document.ts'
import { type ShareLine, ShareTable } from './ShareTable.tsx'
import { useAnswer } from './use-answer.ts'
import './history.css'
import './insight.css'

const DIMENSIONS = ['port', 'cable', 'hubs', 'model', 'hour'] as const
const MOST_LINES = 12

type Subject = (typeof INSIGHT_SUBJECTS)[number]

const subjectWords = (t: Translate, subject: Subject) =>
  subject === 'guides' || subject === 'restore' ? t(`insight.subject.${subject}`) : t(`guide-choice.${subject}`)

function valueWords(t: Translate, dimension: MissDimension, value: string): string {
  if (value === '') return t('insight.unknown')
  if (dimension === 'hour') return t('insight.hour', { hour: value })
  if (dimension === 'hubs') return t('history.hubs', { count: Number(value) })
  return dimension === 'model' ? (devicesByProductType(value)[0]?.name ?? value) : value
}

const lineOf = (t: Translate, dimension: MissDimension, row: MissRow): ShareLine => ({
  ...row,
  key: row.value,
  words: valueWords(t, dimension, row.value),
})

/** Hours stand as the day goes; everything else as surely as it misses. */
const ordered = (dimension: MissDimension, rows: readonly MissRow[]) =>
  dimension === 'hour'
    ? rows.toSorted((one, other) => Number(one.value) - Number(other.value))
    : rows.slice(0, MOST_LINES)

function Misses(props: { dimension: MissDimension; rows: readonly MissRow[] }) {
  const t = useTexts()
  const { dimension, rows } = props
  const title = t(`insight.misses.${dimension}`)
  const only = rows.length === 1 && rows[0]?.value === ''
  return (
    <section className="card" aria-labelledby={`misses-${dimension}`}>
      <h2 id={`misses-${dimension}`}>{title}</h2>
      {rows.length === 0 || only ? (
        <p className="soft">{t('insight.empty')}</p>
      ) : (
        <ShareTable
          caption={title}
          head={t(`insight.column.${dimension}`)}
          counted={t('insight.column.missed')}
          lines={ordered(dimension, rows).map((row) => lineOf(t, dimension, row))}
        />
      )}
    </section>
  )
}

function Remarks(props: { insights: Insights }) {
  const t = useTexts()
  const remarks = DIMENSIONS.flatMap((dimension) =>
    props.insights.misses[dimension]
      .filter(({ standsOut, value }) => standsOut && value !== '')
      .map(({ value, hits, of }) => {
        const named = dimension === 'model' ? valueWords(t, dimension, value) : value
        return t(`insight.remark.${dimension}`, { value: named, hits, of })
      }),
  )
  return (
    <section className="card" aria-labelledby="insight-remarks">
      <h2 id="insight-remarks">{t('insight.remarks')}</h2>
      {remarks.length === 0 ? (
        <p className="soft">{t('insight.no-remark')}</p>
      ) : (
        <ul className="remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Repairs(props: { repairs: Insights['repairs'] }) {
  const t = useTexts()
  const codes = [...Map.groupBy(props.repairs, ({ code }) => code)].toSorted(
    ([, one], [, other]) => most(other) - most(one),
  )
  return (
    <section className="card wide" aria-labelledby="insight-repairs">
      <h2 id="insight-repairs">{t('insight.repairs')}</h2>
      <p className="soft small">{t('insight.repairs.what')}</p>
      {codes.length === 0 && <p className="soft">{t('insight.empty')}</p>}
      <div className="repairs">
        {codes.map(([code, rows]) => (
          <div key={code}>
            <h3>{t('insight.repairs.code', { code })}</h3>
            <ShareTable
              caption={t('insight.repairs.code', { code })}
              head={t('insight.column.step')}
              counted={t('insight.column.fixed')}
              lines={rows.slice(0, MOST_LINES).map((row) => ({
                ...row,
                key: row.stepId,
                words: t.has(`step.${row.stepId}.title`) ? t(`step.${row.stepId}.title`) : row.stepId,
              }))}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

const most = (rows: readonly { readonly of: number }[]) => Math.max(...rows.map(({ of }) => of))

const isSubject = (name: string): name is Subject => INSIGHT_SUBJECTS.some((subject) => subject === name)

/** What the history says about ports, cables, hubs, models and hours, and what fixed which code. */
export function InsightPage() {
  const t = useTexts()
  const [subject, setSubject] = useState<Subject>('guides')
  const [practice, setPractice] = useState(false)
  const { found, failed } = useAnswer('historyInsights', { practice, subject, utcOffsetMs: utcOffsetMs() })
  const insights = found?.ok === true ? found.insights : null
  return (
    <div className="sheet history insight">
      <header className="history-top">
        <ScreenTitle place="insight">{t('insight.title')}</ScreenTitle>
        <HistoryTabs here="insight" />
      </header>
      <p className="soft">{t('insight.lead')}</p>
      <div className="history-tools">
        <FilterField
          words={t('insight.subject')}
          value={subject}
          onValue={(name) => isSubject(name) && setSubject(name)}
        >
          {INSIGHT_SUBJECTS.map((name) => (
            <option key={name} value={name}>
              {subjectWords(t, name)}
            </option>
          ))}
        </FilterField>
        <fieldset className="switch">
          <legend className="unseen">{t('history.world')}</legend>
          {[false, true].map((value) => (
            <label key={String(value)}>
              <input type="radio" name="world" checked={practice === value} onChange={() => setPractice(value)} />
              <span>{t(value ? 'history.world.practice' : 'history.world.real')}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {insights === null && <output className="soft">{t(failed ? 'insight.failed' : 'history.reading')}</output>}
      {insights !== null && (
        <div className="insight-grid">
          <Remarks insights={insights} />
          {DIMENSIONS.map((dimension) => (
            <Misses key={dimension} dimension={dimension} rows={insights.misses[dimension]} />
          ))}
          <Repairs repairs={insights.repairs} />
        </div>
      )}
    </div>
  )
}
