import { diagnose, type RankedCause } from '../../../shared/engine/plan-diagnosis.ts'
import { type HardwareVerdict, hardwareRule } from '../../../shared/engine/plan-hardware.ts'
import { caseEvidence, presentCode } from '../../../shared/engine/verification-evidence.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { CaseProps } from './CaseScreen.tsx'
import './proof.css'

/** The likeliest few are enough to act on; the others stay folded. */
const FIRST = 3

function Cause(props: { cause: RankedCause }) {
  const t = useTexts()
  const { id, likelihood, evidence, wouldChange } = props.cause
  return (
    <li className="cause">
      <p>
        <strong>{t(`cause.${id}`)}</strong> <span className="tag">{t(`likelihood.${likelihood}`)}</span>
      </p>
      <ul className="soft small">
        {evidence.length === 0 && <li>{t('diagnosis.from-row')}</li>}
        {evidence.map((message) => (
          <li key={`${message.key} ${JSON.stringify(message.params)}`}>{t(message.key, message.params)}</li>
        ))}
      </ul>
      <p className="small">{t(wouldChange.key, wouldChange.params)}</p>
    </li>
  )
}

/** The hardware rule over all failures so far, once there are two: the verdict, or what has not been varied yet. */
function Hardware(props: CaseProps & { rule: HardwareVerdict }) {
  const t = useTexts()
  const { verdict, say, missing } = props.rule
  if (missing.includes('failures')) return null
  const words = say.map(({ key, params }) => <p key={key}>{t(key, params)}</p>)
  if (verdict !== 'probably-hardware')
    return (
      <section className="small" aria-label={t('diagnosis.hardware')}>
        <h2 className="eyebrow">{t('diagnosis.hardware')}</h2>
        {words}
      </section>
    )
  return (
    <Notice tone="trouble">
      <div className="hardware-says">
        {words}
        <button type="button" className="button" onClick={() => void props.act({ kind: 'step.show', stepId: 'F1' })}>
          {t('step.next', { step: t('step.F1.title') })}
        </button>
      </div>
    </Notice>
  )
}

/** After a failure: which causes come forward, by what evidence, and what would change that. */
export function Diagnosis(props: CaseProps) {
  const t = useTexts()
  const { state, current } = props
  const code = presentCode(current)
  const evidence = caseEvidence(state, current)
  const { summary, causes } = diagnose(code, evidence)
  const rule = hardwareRule(evidence.failures ?? [], evidence.answers)
  if (causes.length === 0) return null
  const likely = causes.filter(({ likelihood }) => likelihood !== 'unlikely').slice(0, FIRST)
  const others = causes.filter((cause) => !likely.includes(cause))
  const probable = rule.verdict === 'probably-hardware' && props.current.currentStepId !== 'F1'
  return (
    <>
      {probable && <Hardware {...props} rule={rule} />}
      <details className="card diagnosis">
        <summary>
          <span className="eyebrow">{t('diagnosis.title')}</span>
          <span className="diagnosis-top">{likely.map(({ id }) => t(`cause.${id}`)).join('; ')}</span>
        </summary>
        {code !== null && <p className="soft small">{t('diagnosis.lead', { code })}</p>}
        {code !== null && <p>{t(summary.key, summary.params)}</p>}
        {!probable && <Hardware {...props} rule={rule} />}
        <ol>
          {likely.map((cause) => (
            <Cause key={cause.id} cause={cause} />
          ))}
        </ol>
        {others.length > 0 && (
          <details className="small">
            <summary>{t('diagnosis.more', { count: others.length })}</summary>
            <ol>
              {others.map((cause) => (
                <Cause key={cause.id} cause={cause} />
              ))}
            </ol>
          </details>
        )}
      </details>
    </>
  )
}
