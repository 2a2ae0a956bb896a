import { type SubmitEvent, useState } from 'react'
import type { HandOver } from '../../../shared/engine/case.ts'
import { readErrorCode } from '../../../shared/protocol/dialog-text.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { useWhen } from '../../ui/words.ts'
import type { CaseProps } from '../checklist/CaseScreen.tsx'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import './handover.css'

type HandOverProps = CaseProps & { readonly handOver: HandOver }

/** In recovery Update keeps the data and comes first; Restore only where the plan stands at it. In DFU there is only Restore. */
const taskOf = (props: HandOverProps) =>
  props.handOver.mode === 'dfu' ? 'dfu' : props.current.currentStepId === 'D2' ? 'recovery-restore' : 'recovery'

function Instructions(props: HandOverProps) {
  const t = useTexts()
  const base = `handover.${taskOf(props)}.${props.state.host.system}`
  const lines = [1, 2, 3, 4, 5, 6].map((number) => `${base}.${number}`).filter((key) => t.has(key))
  return (
    <ol className="instructions">
      {lines.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ol>
  )
}

function FailedForm(props: HandOverProps & { onCancel: () => void }) {
  const t = useTexts()
  const [text, setText] = useState('')
  const code = readErrorCode(text).code
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void props.act({
      kind: 'handover.answer',
      answer: 'failed',
      code: code ?? (text.trim() === '' ? null : text.trim()),
    })
  }
  return (
    <form className="card failed-form" onSubmit={submit}>
      <label className="label">
        {t('handover.failed.which')}
        <input
          className="field"
          value={text}
          maxLength={4000}
          autoComplete="off"
          placeholder={t('home.field.example')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className="soft small" aria-live="polite">
        {text.trim() === ''
          ? t('handover.failed.none')
          : code === null
            ? t('home.field.none')
            : t('home.field.code', { code })}
      </p>
      <div className="buttons">
        <button type="submit" className="button primary">
          {t('handover.failed.send')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('handover.failed.back')}
        </button>
      </div>
    </form>
  )
}

function Answers(props: HandOverProps) {
  const t = useTexts()
  const [failing, setFailing] = useState(false)
  const answer = (kind: 'restoring' | 'worked') => void props.act({ kind: 'handover.answer', answer: kind, code: null })
  if (failing) return <FailedForm {...props} onCancel={() => setFailing(false)} />
  return (
    <section aria-labelledby="handover-answers" className="answers">
      <h2 id="handover-answers">{t(props.handOver.stage === 'ready' ? 'handover.how' : 'handover.how.restoring')}</h2>
      <div className="buttons">
        {props.handOver.stage === 'ready' && (
          <button type="button" className="button primary" onClick={() => answer('restoring')}>
            {t('handover.restoring')}
          </button>
        )}
        <button type="button" className="button" onClick={() => answer('worked')}>
          {t('handover.worked')}
        </button>
        <button type="button" className="button" onClick={() => setFailing(true)}>
          {t('handover.failed')}
        </button>
      </div>
    </section>
  )
}

/** Leaving by the buttons keeps the data; it is always one guide away. */
function WayOut(props: HandOverProps) {
  const t = useTexts()
  const phone = onlyPhone(props.state)
  const leave = () =>
    void props.act({
      kind: 'guide.show',
      guide: props.handOver.mode === 'dfu' ? 'exit-dfu' : 'exit-recovery',
      way: 'manual',
      phoneId: phone?.id ?? null,
      product: phone?.identity.productTypes[0] ?? props.current.phone?.productType ?? null,
    })
  return (
    <details className="way-out">
      <summary>{t(`handover.out.${props.handOver.mode}`)}</summary>
      <p className="soft">{t(`handover.out.${props.handOver.mode}.what`)}</p>
      <button type="button" className="button" onClick={leave}>
        {t(`handover.out.${props.handOver.mode}.go`)}
      </button>
    </details>
  )
}

function Restoring(props: HandOverProps) {
  const t = useTexts()
  const when = useWhen()
  return (
    <>
      <ScreenTitle place="restoring">{t('handover.restoring.title')}</ScreenTitle>
      <p className="lead">{t('handover.restoring.lead', { when: when(props.handOver.sinceWallMs) })}</p>
      <Notice tone="plain">{t('handover.restoring.leaves')}</Notice>
      <Answers {...props} />
    </>
  )
}

function Worked(props: HandOverProps) {
  const t = useTexts()
  return (
    <>
      <ScreenTitle place="worked">{t('handover.worked.title')}</ScreenTitle>
      <p className="lead">{t('handover.worked.lead')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          onClick={() => void props.act({ kind: 'case.close', caseId: props.current.id, outcome: 'fixed' })}
        >
          {t('handover.worked.close')}
        </button>
        <button type="button" className="button" onClick={() => void props.act({ kind: 'case.leave' })}>
          {t('end.leave-open')}
        </button>
      </div>
    </>
  )
}

/** After DFU or recovery: what to do now in Finder, Apple Devices or iTunes, and how it went. */
export function HandOverScreen(props: CaseProps) {
  const t = useTexts()
  const { handOver } = props.current
  if (handOver === null) return null
  const all = { ...props, handOver }
  if (handOver.stage === 'restoring')
    return (
      <article className="step">
        <Restoring {...all} />
      </article>
    )
  if (handOver.stage === 'worked')
    return (
      <article className="step">
        <Worked {...all} />
      </article>
    )
  const task = taskOf(all)
  return (
    <article className="step handover">
      <ScreenTitle place={`handover-${task}`}>{t(`handover.${task}.title.${props.state.host.system}`)}</ScreenTitle>
      {task === 'recovery' ? (
        <Notice tone="ok">{t('handover.recovery.data')}</Notice>
      ) : (
        <Notice tone="trouble">{t(`handover.${task}.data`)}</Notice>
      )}
      <Instructions {...all} />
      <Answers {...all} />
      <WayOut {...all} />
    </article>
  )
}
