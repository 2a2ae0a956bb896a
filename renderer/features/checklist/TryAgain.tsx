import { useState } from 'react'
import { codeOfTry } from '../../../shared/engine/case-logs.ts'
import type { Retry } from '../../../shared/engine/verification-facts.ts'
import { useTexts } from '../../language.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { FailedForm } from '../handover/HandOverParts.tsx'
import type { CaseProps } from './CaseScreen.tsx'
import { Earned } from './Earned.tsx'
import { LinkTestCard } from './LinkTestCard.tsx'

/** A step is done: how it was earned, the link test, and the next try with its outcome. */
export function TryAgain(props: CaseProps & { retry: Retry }) {
  const t = useTexts()
  const [failing, setFailing] = useState(false)
  const { stepId } = props.retry
  const step = props.current.steps.find(({ id }) => id === stepId)
  const test = props.current.linkTest
  const elsewhere = stepId === 'A7'
  const answer = (kind: 'worked' | 'failed' | 'later', code: string | null = null) =>
    void props.act({ kind: 'retry.answer', answer: kind, code })
  return (
    <article className="step try-again">
      <p className="eyebrow">{t('retry.done', { step: t(`step.${stepId}.title`) })}</p>
      <ScreenTitle place={`retry-${stepId}`}>{t(elsewhere ? 'retry.title.elsewhere' : 'retry.title')}</ScreenTitle>
      <p className="lead">{t(elsewhere ? 'retry.lead.elsewhere' : `retry.lead.${props.state.host.system}`)}</p>
      {step !== undefined && <Earned step={step} />}
      {test && test.stepId === stepId && <LinkTestCard test={test} clock={props.clock} />}
      {failing ? (
        <FailedForm
          read={codeOfTry(props.current)}
          onSend={(code) => answer('failed', code)}
          onCancel={() => setFailing(false)}
        />
      ) : (
        <div className="step-answers">
          <div className="buttons">
            <button type="button" className="button primary" onClick={() => answer('worked')}>
              {t('retry.worked')}
            </button>
            <button type="button" className="button" onClick={() => setFailing(true)}>
              {t('retry.failed')}
            </button>
            <button type="button" className="button quiet" onClick={() => answer('later')}>
              {t('retry.later')}
            </button>
          </div>
        </div>
      )}
    </article>
  )
}
