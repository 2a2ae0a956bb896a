import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { CaseStep } from '../../../shared/engine/case.ts'
import { checklistStep, howKeys } from '../../../shared/knowledge/checklist-steps.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import { Diagnosis } from './Diagnosis.tsx'
import { HostLook } from './HostLook.tsx'
import { type Asking, StepAnswers, type StepProps } from './StepAnswers.tsx'
import { StepPicture } from './StepPicture.tsx'

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

/** Why, a picture, how, and the rest for who wants it. */
function Instruction(props: StepProps) {
  const t = useTexts()
  const { step } = props
  return (
    <>
      {t.has(`step.${step.id}.why`) && <p className="lead">{t(`step.${step.id}.why`)}</p>}
      <StepPicture id={step.id} />
      <How {...props} />
      {step.id === 'A7' && (
        <p>
          <a href={routeHash({ name: 'case', caseId: props.current.id })}>{t('step.A7.export')}</a>
        </p>
      )}
      <HostLook {...props} />
      <details className="small">
        <summary>{t('step.more')}</summary>
        <p className="step-reason soft">{t(step.reason.key, step.reason.params)}</p>
        <More step={step} />
      </details>
    </>
  )
}

/** One step, large: what to do, why it stands here, a picture, how, and the answers. */
export function StepView(props: StepProps) {
  const t = useTexts()
  const { step } = props
  const [asking, setAsking] = useState<Asking>(null)
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
      {failed !== null && <Diagnosis {...props} />}
      {asking === null && <Instruction {...props} />}
      <StepAnswers {...props} asking={asking} onAsk={setAsking} />
    </article>
  )
}
