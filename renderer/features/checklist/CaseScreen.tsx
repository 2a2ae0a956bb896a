import { useState } from 'react'
import type { Case } from '../../../shared/engine/case.ts'
import { checklistStep } from '../../../shared/knowledge/checklist-steps.ts'
import { errorTexts, findError } from '../../../shared/knowledge/errors.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import { complaintWords } from '../../ui/words.ts'
import { CaseLogs } from '../logs/CaseLogs.tsx'
import { Said } from '../../ui/Said.tsx'
import { HandOverScreen } from '../handover/HandOverScreen.tsx'
import { codeTitle } from '../palette/entries.ts'
import { PhonePanel } from '../phones/PhonePanel.tsx'
import { ClosedCase, EndCase } from './EndCase.tsx'
import { Plan } from './Plan.tsx'
import { StepView } from './StepView.tsx'
import { TryAgain } from './TryAgain.tsx'
import './checklist.css'

export type CaseProps = ScreenProps & { readonly current: Case }

/** The line above everything: which case this is, how to leave it open, how to end it. */
function CaseBar(props: CaseProps & { onEnd: () => void }) {
  const t = useTexts()
  const { complaint } = props.current
  const found = complaint.kind === 'code' && complaint.code !== null ? findError(complaint.code) : null
  const texts = found === null ? null : errorTexts(found)
  const title =
    complaint.kind !== 'code'
      ? null
      : complaint.code === null
        ? complaint.text.slice(0, 120)
        : codeTitle(t, complaint.code)
  return (
    <div className="case-bar">
      <p>
        <strong>{complaintWords(t, complaint)}</strong>
      </p>
      <button type="button" className="button quiet" onClick={() => void props.act({ kind: 'case.leave' })}>
        {t('case.leave')}
      </button>
      <button type="button" className="button quiet" onClick={props.onEnd}>
        {t('case.end')}
      </button>
      {title !== null && (
        <p className="case-title">{texts === null ? title : <Said id={texts.title} params={texts.params} />}</p>
      )}
      {texts !== null && found !== null && t.has(texts.meaning) && (
        <details className="case-title small">
          <summary>{t('case.about')}</summary>
          <p>
            <Said id={texts.meaning} params={texts.params} />{' '}
            <a href={routeHash({ name: 'codes', code: found.code })}>{t('case.card')}</a>
          </p>
        </details>
      )}
    </div>
  )
}

/** The work stands in Finder, Apple Devices or iTunes; another step of the plan can still be looked at. */
function handedOver(current: Case): boolean {
  const stage = current.handOver?.stage
  if (stage !== 'ready' && stage !== 'restoring') return false
  if (current.currentStepId === null) return true
  const { guide, erases } = checklistStep(current.currentStepId)
  // nothing erases before its questions were answered, also where the phone is in recovery for another step
  if (erases && current.steps.some(({ id, state }) => id === current.currentStepId && state !== 'checking'))
    return false
  return guide === 'recovery' || guide === 'dfu'
}

function Middle(props: CaseProps & { ending: boolean; onEnding: (ending: boolean) => void }) {
  const { current } = props
  if (current.outcome !== null) return <ClosedCase {...props} />
  if (props.ending) return <EndCase {...props} onBack={() => props.onEnding(false)} />
  if (handedOver(current)) return <HandOverScreen {...props} />
  if (current.retry) return <TryAgain key={current.retry.stepId} {...props} retry={current.retry} />
  const step = current.steps.find((entry) => entry.id === current.currentStepId)
  return step === undefined ? <EndCase {...props} onBack={null} /> : <StepView key={step.id} {...props} step={step} />
}

/** One case: what is plugged in, the one thing to do now, and the plan. */
export function CaseScreen(props: ScreenProps) {
  const [ending, setEnding] = useState(false)
  const current = props.state.case
  if (current === null) return null
  return (
    <div className={current.steps.length === 0 || current.outcome !== null ? 'case without-plan' : 'case'}>
      <PhonePanel state={props.state} act={props.act} />
      <div className="sheet case-middle">
        {current.outcome === null && <CaseBar {...props} current={current} onEnd={() => setEnding(true)} />}
        <Middle {...props} current={current} ending={ending} onEnding={setEnding} />
        {current.outcome === null && current.complaint.kind !== 'guide-only' && !ending && (
          <CaseLogs key={current.id} {...props} current={current} />
        )}
      </div>
      {current.outcome === null && <Plan {...props} current={current} onShow={() => setEnding(false)} />}
    </div>
  )
}
