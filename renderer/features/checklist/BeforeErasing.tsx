import { useState } from 'react'
import { beforeErasing } from '../../../shared/engine/plan-before-erasing.ts'
import type { EraseAnswers } from '../../../shared/engine/plan-evidence.ts'
import { ERASE_QUESTIONS, type EraseQuestion } from '../../../shared/knowledge/checklist-steps-before-erasing.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useFocusOnMount } from '../../ui/use-focus.ts'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import type { CaseProps } from './CaseScreen.tsx'

const ANSWERS = ['yes', 'no', 'unknown'] as const

function Question(props: {
  id: EraseQuestion
  given: EraseAnswers[EraseQuestion]
  onAnswer: (answer: (typeof ANSWERS)[number]) => void
}) {
  const t = useTexts()
  const { id } = props
  return (
    <fieldset className="erase-question">
      <legend>{t(`erase.${id}.ask`)}</legend>
      <p className="soft small">{t(`erase.${id}.why`)}</p>
      <div className="switch">
        {ANSWERS.map((answer) => (
          <label key={answer}>
            <input type="radio" name={id} checked={props.given === answer} onChange={() => props.onAnswer(answer)} />
            <span>{t(`erase.answer.${answer}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What the answers lead to. Update counts as tried when the person said so or it failed; a skipped one does not. */
function decisionFor(props: CaseProps, answers: EraseAnswers) {
  const update = props.current.steps.find((step) => step.id === 'D1')
  const phone = onlyPhone(props.state)
  return beforeErasing({
    answers,
    phoneStarts: phone?.presence === 'attached' && phone.mode === 'normal' ? true : null,
    updateFailed: update === undefined || update.state === 'failed' || update.state === 'said-by-you',
    system: props.state.host.system,
    product: props.current.phone?.productType ?? phone?.identity.productTypes[0] ?? null,
  })
}

/**
 * The questions before a step that erases, and what follows from them. Nothing is decided for the person: what speaks
 * against it is said, and going on takes a second yes.
 */
export function BeforeErasing(props: CaseProps & { startWords: string; onStart: () => void; onCancel: () => void }) {
  const t = useTexts()
  const heading = useFocusOnMount<HTMLHeadingElement>()
  const [answers, setAnswers] = useState<EraseAnswers>({})
  const [agreed, setAgreed] = useState(false)
  const { decision, say } = decisionFor(props, answers)
  const asked = ERASE_QUESTIONS.filter((id) => !(id === 'dataMatters' && answers.backup === 'yes'))
  const missing = asked.filter((id) => answers[id] === undefined).length
  const clear = decision === 'may-erase'
  const updateFirst = decision === 'update-first'
  return (
    <section className="card before-guide" aria-labelledby="before-erasing-title">
      <h2 id="before-erasing-title" ref={heading} tabIndex={-1}>
        {t('erase.title')}
      </h2>
      {asked.map((id) => (
        <Question
          key={id}
          id={id}
          given={answers[id]}
          onAnswer={(answer) => {
            setAgreed(false)
            setAnswers({ ...answers, [id]: answer })
          }}
        />
      ))}
      <div className="erase-says" aria-live="polite">
        {say.map((message) => (
          <Notice key={message.key} tone={clear ? 'plain' : 'trouble'}>
            {t(message.key, message.params)}
          </Notice>
        ))}
        {missing > 0 && <p className="soft">{t('before.missing', { count: missing })}</p>}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={agreed}
          disabled={missing > 0}
          onChange={(event) => setAgreed(event.target.checked)}
        />
        <span>{t(clear ? 'before.agree.erase' : 'before.agree.anyway')}</span>
      </label>
      <div className="buttons">
        {updateFirst && (
          <button
            type="button"
            className="button primary"
            onClick={() => void props.act({ kind: 'step.show', stepId: 'D1' })}
          >
            {t('before.update-first')}
          </button>
        )}
        <button
          type="button"
          className={updateFirst ? 'button' : 'button primary'}
          disabled={!agreed || missing > 0}
          onClick={props.onStart}
        >
          {props.startWords}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('before.cancel')}
        </button>
      </div>
    </section>
  )
}
