import { Check, CircleDashed, LoaderCircle, type LucideIcon, Minus, SkipForward, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CaseStep } from '../../../shared/engine/case.ts'
import { checklistStep } from '../../../shared/knowledge/checklist-steps.ts'
import type { StepState } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { minutesWords } from '../../ui/words.ts'
import type { CaseProps } from './CaseScreen.tsx'

const MARKS: Readonly<Record<StepState, LucideIcon>> = {
  'not-yet': CircleDashed,
  checking: LoaderCircle,
  proved: Check,
  likely: Check,
  failed: X,
  'said-by-you': Check,
  skipped: SkipForward,
  'not-applicable': Minus,
}

function PlanStep(props: { step: CaseStep; number: number; current: boolean; onShow: () => void }) {
  const t = useTexts()
  const { step, current } = props
  const Mark = MARKS[step.state]
  const settled = step.state !== 'not-yet'
  const entry = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) entry.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const shown = step.state === 'proved' || step.state === 'likely' || step.state === 'checking'
  const under =
    shown && step.earnedBy !== undefined
      ? t(step.earnedBy.key, step.earnedBy.params)
      : settled
        ? [t(`step-state.${step.state}`), step.note].filter((part) => part !== null).join(': ')
        : t(step.reason.key, step.reason.params)
  return (
    <li ref={entry}>
      <button
        type="button"
        className={`plan-step ${step.state}`}
        aria-current={current ? 'step' : undefined}
        onClick={props.onShow}
      >
        <span className="plan-number">
          {props.number}
          <Mark size="1em" aria-hidden />
        </span>
        <span className="plan-words">
          <span className="plan-title">
            {t(`step.${step.id}.title`)} {step.erases && <span className="tag trouble">{t('plan.erases')}</span>}
          </span>
          <span className="plan-under">{under}</span>
        </span>
        <span className="plan-minutes">
          {step.minutes !== null && !settled && t('plan.minutes', { minutes: step.minutes })}
          {checklistStep(step.id).downloads && !settled && <span>{t('plan.download')}</span>}
        </span>
      </button>
    </li>
  )
}

/** The whole plan: each step with its place, its reason, its minutes and its verdict; what differs from the published order is said. */
export function Plan(props: CaseProps & { onShow: () => void }) {
  const t = useTexts()
  const { steps, currentStepId, deviations } = props.current
  if (steps.length === 0) return null
  const open = steps.filter((step) => step.state === 'not-yet')
  const minutes = open.filter((step) => !step.erases).reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  const firstErasing = steps.findIndex((step) => step.erases) + 1
  return (
    <section className="plan" aria-labelledby="plan-title">
      <h2 id="plan-title" className="eyebrow">
        {t('plan.title')}
      </h2>
      <p className="soft small plan-sum">
        {t('plan.sum', { time: minutesWords(t, minutes) })}{' '}
        {firstErasing > 0 ? t('plan.safe-until', { number: firstErasing }) : t('plan.safe')}
      </p>
      <ol>
        {steps.map((step, index) => (
          <PlanStep
            key={step.id}
            step={step}
            number={index + 1}
            current={step.id === (props.current.retry?.stepId ?? currentStepId)}
            onShow={() => {
              props.onShow()
              void props.act({ kind: 'step.show', stepId: step.id })
            }}
          />
        ))}
      </ol>
      {deviations.length > 0 && (
        <details className="small deviations">
          <summary>{t('plan.deviations', { count: deviations.length })}</summary>
          <ul>
            {deviations.map((message) => (
              <li key={message.key}>{t(message.key, message.params)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
