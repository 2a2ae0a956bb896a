import { ShieldCheck } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import type { CaseStep } from '../../../shared/engine/case.ts'
import { checklistStep, howKeys } from '../../../shared/knowledge/checklist-steps.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import { BeforeGuide } from './BeforeGuide.tsx'
import type { CaseProps } from './CaseScreen.tsx'
import { StepPicture } from './StepPicture.tsx'

type StepProps = CaseProps & { readonly step: CaseStep }

function How(props: StepProps) {
  const t = useTexts()
  const family = onlyPhone(props.state)?.identity.buttonFamily ?? props.current.phone?.buttonFamily ?? null
  const keys = howKeys(props.step.id, props.state.host.system, family).filter((key) => t.has(key))
  if (keys.length === 0) return null
  return (
    <section className="how" aria-labelledby="how-title">
      <h2 id="how-title" className="eyebrow">
        {t('step.heading.how')}
      </h2>
      {keys.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
    </section>
  )
}

/** What the step needs, proves and risks; quiet, for who wants to know. */
function More(props: { step: CaseStep }) {
  const t = useTexts()
  const row = checklistStep(props.step.id)
  const lines = (['proves', 'risk'] as const).filter((line) => t.has(`step.${row.id}.${line}`))
  return (
    <dl className="facts step-facts">
      {row.needs.length > 0 && (
        <>
          <dt>{t('step.heading.needs')}</dt>
          <dd>{row.needs.map((need) => t(`need.${need}`)).join('; ')}</dd>
        </>
      )}
      {lines.map((line) => (
        <div key={line} className="fact-pair">
          <dt>{t(`step.heading.${line}`)}</dt>
          <dd>{t(`step.${row.id}.${line}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

function CannotForm(props: { onCannot: (why: string) => void; onCancel: () => void }) {
  const t = useTexts()
  const [why, setWhy] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onCannot(why.trim())
  }
  return (
    <form className="card cannot" onSubmit={submit}>
      <label className="label">
        {t('step.cannot.why')}
        <input className="field" value={why} maxLength={2000} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="buttons">
        <button type="submit" className="button primary">
          {t('step.cannot.skip')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('step.cannot.back')}
        </button>
      </div>
    </form>
  )
}

function useStepActions(props: StepProps) {
  const { act, step } = props
  const guide = checklistStep(step.id).guide
  const phone = onlyPhone(props.state)
  const answer = (kind: 'done' | 'already' | 'cannot' | 'undo', note: string | null = null) =>
    void act({ kind: 'step.answer', stepId: step.id, answer: kind, note })
  const startGuide = () =>
    guide !== null &&
    void act({
      kind: 'guide.show',
      guide,
      way: 'manual',
      phoneId: phone?.id ?? null,
      product: phone?.identity.productTypes[0] ?? props.current.phone?.productType ?? null,
    })
  return { guide, phone, answer, startGuide }
}

const isOpen = (step: CaseStep) => step.state === 'not-yet' || step.state === 'checking'

function StepButtons(props: StepProps) {
  const t = useTexts()
  const { guide, phone, answer, startGuide } = useStepActions(props)
  const [asking, setAsking] = useState<'cannot' | 'guide' | null>(null)
  const { step } = props
  if (asking === 'cannot')
    return <CannotForm onCannot={(why) => answer('cannot', why === '' ? null : why)} onCancel={() => setAsking(null)} />
  if (asking === 'guide' && guide !== null)
    return (
      <BeforeGuide
        guide={guide}
        system={props.state.host.system}
        erases={step.erases}
        onStart={startGuide}
        onCancel={() => setAsking(null)}
      />
    )
  if (!isOpen(step))
    return (
      <div className="buttons">
        <p className="tag">{t(`step-state.${step.state}`)}</p>
        <button type="button" className="button" onClick={() => answer('undo')}>
          {t('step.undo')}
        </button>
      </div>
    )
  const consent = guide !== null && (step.erases || (guide !== 'restart' && phone?.mode === 'normal'))
  return (
    <>
      {t.has(`step.${step.id}.done`) && guide === null && <p className="step-question">{t(`step.${step.id}.done`)}</p>}
      <div className="buttons">
        {guide !== null && (
          <button
            type="button"
            className="button primary"
            onClick={() => (consent ? setAsking('guide') : startGuide())}
          >
            {t(`step.start-guide.${guide}`)}
          </button>
        )}
        <button type="button" className={guide === null ? 'button primary' : 'button'} onClick={() => answer('done')}>
          {t('step.done')}
        </button>
        <button type="button" className="button" onClick={() => answer('already')}>
          {t('step.already')}
        </button>
        <button type="button" className="button" onClick={() => setAsking('cannot')}>
          {t('step.cannot')}
        </button>
      </div>
    </>
  )
}

/** One step, large: what to do, why it stands here, a picture, how, and the answers. */
export function StepView(props: StepProps) {
  const t = useTexts()
  const { step } = props
  const failed = props.current.handOver?.stage === 'failed' ? props.current.handOver : null
  return (
    <article className="step">
      <header className="step-head">
        <ScreenTitle place={`step-${step.id}`}>{t(`step.${step.id}.title`)}</ScreenTitle>
        {step.erases ? (
          <span className="tag trouble">{t('step.erases')}</span>
        ) : (
          <span className="tag ok">
            <ShieldCheck size="1.1em" aria-hidden />
            {t('step.keeps')}
          </span>
        )}
      </header>
      {failed !== null && (
        <Notice tone="doubt">
          {failed.code === null ? t('handover.failed.again') : t('handover.failed.again.code', { code: failed.code })}
        </Notice>
      )}
      {t.has(`step.${step.id}.why`) && <p className="lead">{t(`step.${step.id}.why`)}</p>}
      <StepPicture id={step.id} />
      <How {...props} />
      <StepButtons {...props} />
      <details className="small">
        <summary>{t('step.more')}</summary>
        <p className="step-reason soft">{t(step.reason.key, step.reason.params)}</p>
        <More step={step} />
      </details>
    </article>
  )
}
