import { diagnose, type RankedCause } from '../../../shared/engine/plan-diagnosis.ts'
import { caseEvidence, presentCode } from '../../../shared/engine/verification-evidence.ts'
import { useTexts } from '../../language.ts'
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

/** After a failure: which causes come forward, by what evidence, and what would change that. */
export function Diagnosis(props: CaseProps) {
  const t = useTexts()
  const { state, current } = props
  const code = presentCode(current)
  const { summary, causes } = diagnose(code, caseEvidence(state, current))
  if (causes.length === 0) return null
  const likely = causes.filter(({ likelihood }) => likelihood !== 'unlikely').slice(0, FIRST)
  const others = causes.filter((cause) => !likely.includes(cause))
  return (
    <details className="card diagnosis">
      <summary>
        <span className="eyebrow">{t('diagnosis.title')}</span>
        <span className="diagnosis-top">{likely.map(({ id }) => t(`cause.${id}`)).join('; ')}</span>
      </summary>
      {code !== null && <p className="soft small">{t('diagnosis.lead', { code })}</p>}
      {code !== null && <p>{t(summary.key, summary.params)}</p>}
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
  )
}
