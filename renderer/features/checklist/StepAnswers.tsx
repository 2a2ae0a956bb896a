import { type SubmitEvent, useState } from 'react'
import type { CaseStep } from '../../../shared/engine/case.ts'
import { firstOpen } from '../../../shared/engine/cases.ts'
import { usbCanSee } from '../../../shared/engine/verification.ts'
import { checklistStep } from '../../../shared/knowledge/checklist-steps.ts'
import { useTexts } from '../../language.ts'
import { type HandOverTask, Instructions } from '../handover/HandOverParts.tsx'
import { showGuide } from '../../ui/show-guide.ts'
import { useFocusOnMount } from '../../ui/use-focus.ts'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import { BeforeErasing } from './BeforeErasing.tsx'
import { BeforeGuide } from './BeforeGuide.tsx'
import type { CaseProps } from './CaseScreen.tsx'
import { Earned, Waiting } from './Earned.tsx'

export type StepProps = CaseProps & { readonly step: CaseStep }

function CannotForm(props: { onCannot: (why: string) => void; onCancel: () => void }) {
  const t = useTexts()
  const field = useFocusOnMount<HTMLInputElement>()
  const [why, setWhy] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onCannot(why.trim())
  }
  return (
    <form className="card cannot" onSubmit={submit}>
      <label className="label">
        {t('step.cannot.why')}
        <input
          ref={field}
          className="field"
          value={why}
          maxLength={2000}
          onChange={(event) => setWhy(event.target.value)}
        />
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
  const mode = phone?.presence === 'attached' ? phone.mode : null
  const answer = (kind: 'done' | 'already' | 'cannot' | 'undo', note: string | null = null) =>
    void act({ kind: 'step.answer', stepId: step.id, answer: kind, note })
  const startGuide = () => void (guide !== null && void showGuide(props, guide))
  return { guide, mode, answer, startGuide }
}

const TASKS: Partial<Record<CaseStep['id'], HandOverTask>> = { D1: 'recovery', D2: 'recovery-restore', D3: 'dfu' }

/** The phone is where the step's guide would take it: what to do in Apple's program. How it went is asked on the hand-over's own screen. */
function AlreadyThere(props: StepProps & { task: HandOverTask; onAsk: (asking: Asking) => void }) {
  const t = useTexts()
  const mode = props.task === 'dfu' ? 'dfu' : 'recovery'
  const begin = () => void props.act({ kind: 'handover.begin', mode })
  return (
    <>
      <h2>{t(`step.already-there.${mode}`)}</h2>
      {props.step.erases ? (
        <p className="soft">{t('step.already-there.erases')}</p>
      ) : (
        <Instructions task={props.task} system={props.state.host.system} />
      )}
      <div className="step-answers buttons">
        <button
          type="button"
          className="button primary"
          onClick={props.step.erases ? () => props.onAsk('guide') : begin}
        >
          {t(props.step.erases ? 'step.already-there.questions' : 'step.already-there.go')}
        </button>
        <button type="button" className="button" onClick={() => props.onAsk('cannot')}>
          {t('step.cannot')}
        </button>
      </div>
    </>
  )
}

/** What the step asks back before it goes on; its instructions step aside meanwhile. */
export type Asking = 'cannot' | 'guide' | null

function OpenAnswers(props: StepProps & { onAsk: (asking: Asking) => void }) {
  const t = useTexts()
  const { guide, mode, answer, startGuide } = useStepActions(props)
  const { step } = props
  // USB ticks it by itself: nobody is asked what it can see
  const ticks = usbCanSee(props.state, step.id)
  const consent = guide !== null && (step.erases || (guide !== 'restart' && mode === 'normal'))
  return (
    <div className="step-answers">
      <Waiting {...props} />
      {!ticks && t.has(`step.${step.id}.done`) && <p className="step-question">{t(`step.${step.id}.done`)}</p>}
      <div className="buttons">
        {guide !== null && (
          <button
            type="button"
            className="button primary"
            onClick={() => (consent ? props.onAsk('guide') : startGuide())}
          >
            {t(`step.start-guide.${guide}`)}
          </button>
        )}
        {!ticks && (
          <button type="button" className={guide === null ? 'button primary' : 'button'} onClick={() => answer('done')}>
            {t('step.done')}
          </button>
        )}
        <button type="button" className="button" onClick={() => answer('already')}>
          {t('step.already')}
        </button>
        <button type="button" className="button" onClick={() => props.onAsk('cannot')}>
          {t('step.cannot')}
        </button>
      </div>
    </div>
  )
}

/** A step that is settled: how that was earned, the way on, and the way back. It never goes on by itself under the reader's eyes. */
function Settled(props: StepProps & { onUndo: () => void }) {
  const t = useTexts()
  const next = firstOpen(props.current.steps)
  return (
    <div className="step-answers">
      <Earned step={props.step} />
      <div className="buttons">
        {next !== null && (
          <button
            type="button"
            className="button primary"
            onClick={() => void props.act({ kind: 'step.show', stepId: next })}
          >
            {t('step.next', { step: t(`step.${next}.title`) })}
          </button>
        )}
        <button type="button" className={next === null ? 'button' : 'button quiet'} onClick={props.onUndo}>
          {t('step.undo')}
        </button>
      </div>
    </div>
  )
}

/** The answers to a step: its guide, done, already tried, not possible; or, once answered, the way back. */
export function StepAnswers(props: StepProps & { asking: Asking; onAsk: (asking: Asking) => void }) {
  const t = useTexts()
  const { guide, mode, answer, startGuide } = useStepActions(props)
  const { step, asking } = props
  const back = () => props.onAsk(null)
  if (asking === 'cannot')
    return <CannotForm onCannot={(why) => answer('cannot', why === '' ? null : why)} onCancel={back} />
  const task = TASKS[step.id]
  const isThere = task !== undefined && mode !== null && mode === guide
  const begin = () => void props.act({ kind: 'handover.begin', mode: task === 'dfu' ? 'dfu' : 'recovery' })
  if (asking === 'guide' && guide !== null)
    return step.erases ? (
      <BeforeErasing
        {...props}
        startWords={isThere ? t('step.already-there.go') : t('before.start', { guide: t(`guide-choice.${guide}`) })}
        onStart={isThere ? begin : startGuide}
        onCancel={back}
      />
    ) : (
      <BeforeGuide
        guide={guide}
        phone={onlyPhone(props.state)}
        system={props.state.host.system}
        onStart={startGuide}
        onCancel={back}
      />
    )
  if (step.state !== 'not-yet' && step.state !== 'checking') return <Settled {...props} onUndo={() => answer('undo')} />
  if (isThere) return <AlreadyThere {...props} task={task} />
  return <OpenAnswers {...props} />
}
