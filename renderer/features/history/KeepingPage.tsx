import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { Copies } from './Copies.tsx'
import { EraseAll } from './EraseAll.tsx'
import { FilterField } from './FilterField.tsx'
import { HistoryTabs } from './HistoryTabs.tsx'
import { ImportCases } from './ImportCases.tsx'
import { bytesWords, refusedWords, type Told, Telling } from './Telling.tsx'
import { UsualLabels } from './UsualLabels.tsx'
import { useAnswer } from './use-answer.ts'
import './history.css'
import './keeping.css'

type Keeping = CallOutput<'historyKeeping'>

const DAYS = [30, 90, 365, 730, 1825] as const

function RuleChoice(props: { words: string; value: number | null; onValue: (days: number | null) => void }) {
  const t = useTexts()
  const known = props.value === null || DAYS.some((days) => days === props.value)
  return (
    <FilterField
      words={props.words}
      value={String(props.value ?? '')}
      onValue={(days) => props.onValue(days === '' ? null : Number(days))}
    >
      <option value="">{t('keeping.retention.for-ever')}</option>
      {[...DAYS, ...(known || props.value === null ? [] : [props.value])].map((days) => (
        <option key={days} value={days}>
          {t('keeping.retention.days', { days })}
        </option>
      ))}
    </FilterField>
  )
}

function Rule(props: { keeping: Keeping }) {
  const t = useTexts()
  const store = useStore()
  const [draft, setDraft] = useState<Keeping['retention'] | null>(null)
  const [told, setTold] = useState<Told>(null)
  const rule = draft ?? props.keeping.retention
  const apply = async () => {
    const answer = await store
      .call('historyRetention', rule)
      .catch((): CallOutput<'historyRetention'> => ({ ok: false, problem: { code: 'not-now' } }))
    setTold(
      answer.ok
        ? { tone: 'ok', words: t('keeping.retained', { count: answer.cases }) }
        : refusedWords(t, answer.problem),
    )
    if (answer.ok) setDraft(null)
  }
  return (
    <section className="card" aria-labelledby="keeping-rule">
      <h2 id="keeping-rule">{t('keeping.retention')}</h2>
      <p className="soft small">{t('keeping.retention.what')}</p>
      <div className="history-tools">
        <RuleChoice
          words={t('keeping.retention.closed')}
          value={rule.closedDays}
          onValue={(closedDays) => setDraft({ ...rule, closedDays })}
        />
        <RuleChoice
          words={t('keeping.retention.practice')}
          value={rule.practiceDays}
          onValue={(practiceDays) => setDraft({ ...rule, practiceDays })}
        />
      </div>
      {draft === null && props.keeping.due > 0 && (
        <p className="small">{t('keeping.retention.due', { count: props.keeping.due })}</p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={draft === null && props.keeping.due === 0}
          onClick={() => void apply()}
        >
          {t('keeping.retention.apply')}
        </button>
      </div>
      <Telling told={told} />
    </section>
  )
}

function Where(props: { keeping: Keeping }) {
  const t = useTexts()
  const { keeping } = props
  return (
    <section className="card" aria-labelledby="keeping-file">
      <h2 id="keeping-file">{t('keeping.file')}</h2>
      {keeping.where === 'memory' ? (
        <Notice tone="doubt">{t('keeping.memory')}</Notice>
      ) : (
        <dl className="facts">
          <dt>{t('keeping.file')}</dt>
          <dd>{keeping.file}</dd>
          <dt>{t('keeping.size')}</dt>
          <dd className="figures">{bytesWords(t, keeping.bytes)}</dd>
        </dl>
      )}
      {keeping.cleaning && <output className="soft small">{t('keeping.cleaning')}</output>}
    </section>
  )
}

/** How the history is kept, moved and erased. */
export function KeepingPage() {
  const t = useTexts()
  const { found, failed } = useAnswer('historyKeeping', {})
  return (
    <div className="sheet history keeping">
      <header className="history-top">
        <ScreenTitle place="keeping">{t('keeping.title')}</ScreenTitle>
        <HistoryTabs here="keeping" />
      </header>
      {found === null && <output className="soft">{t(failed ? 'history.failed' : 'history.reading')}</output>}
      {found !== null && (
        <div className="keeping-grid">
          <Where keeping={found} />
          <UsualLabels />
          <ImportCases />
          <Copies copies={found.copies} canCopy={found.where === 'file'} />
          <Rule keeping={found} />
          <EraseAll copies={found.copies.length} />
        </div>
      )}
    </div>
  )
}
