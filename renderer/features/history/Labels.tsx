import { useState } from 'react'
import type { CaseLabels } from '../../../shared/contract/history.ts'
import type { Answer } from '../../../shared/contract/contract.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'

type Saved = { readonly kind: 'none' | 'saving' | 'saved' } | { readonly kind: 'failed'; readonly reason: string }

/**
 * A field that keeps what is written when it is left or Enter is pressed, and says so. While it has the focus, news from elsewhere
 * do not change it.
 */
export function LabelField(props: {
  label: string
  value: string | null
  length: number
  lines?: number
  save: (value: string | null) => Promise<Answer>
}) {
  const t = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  const [saved, setSaved] = useState<Saved>({ kind: 'none' })
  const keep = async () => {
    if (draft === null) return
    const value = draft.trim() === '' ? null : draft
    if (value !== props.value) {
      setSaved({ kind: 'saving' })
      const answer = await props.save(value).catch((): Answer => ({ ok: false, problem: { code: 'not-now' } }))
      setSaved(answer.ok ? { kind: 'saved' } : { kind: 'failed', reason: t(`problem.${answer.problem.code}.what`) })
      // what could not be kept stays in the field
      if (!answer.ok) return
    }
    setDraft(null)
  }
  const field = {
    className: 'field',
    maxLength: props.length,
    value: draft ?? props.value ?? '',
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: () => void keep(),
  }
  const words =
    saved.kind === 'failed'
      ? t('labels.failed', { reason: saved.reason })
      : saved.kind === 'none' || draft !== null
        ? ''
        : t(`labels.${saved.kind}`)
  return (
    <div className="label-field">
      <label>
        <span className="small soft">{props.label}</span>
        {props.lines === undefined ? (
          <input type="text" {...field} onKeyDown={(event) => event.key === 'Enter' && void keep()} />
        ) : (
          <textarea rows={props.lines} {...field} />
        )}
      </label>
      <output className="small soft">{words}</output>
    </div>
  )
}

/** What a workshop writes on a case: operator, ticket, cable and a note. */
export function Labels(props: { caseId: string; labels: CaseLabels }) {
  const t = useTexts()
  const store = useStore()
  const save = (name: keyof CaseLabels) => (value: string | null) =>
    store.call('historyLabel', { caseId: props.caseId, labels: { [name]: value } })
  const { operator, ticket, cableLabel, note } = props.labels
  return (
    <section className="card labels" aria-labelledby="labels-title">
      <h2 id="labels-title">{t('labels.title')}</h2>
      <div className="label-row">
        <LabelField label={t('labels.operator')} value={operator} length={80} save={save('operator')} />
        <LabelField label={t('labels.ticket')} value={ticket} length={80} save={save('ticket')} />
        <LabelField label={t('labels.cable')} value={cableLabel} length={80} save={save('cableLabel')} />
      </div>
      <LabelField label={t('labels.note')} value={note} length={8000} lines={3} save={save('note')} />
    </section>
  )
}
