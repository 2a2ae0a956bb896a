import { ArrowLeft, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { planSteps } from '../../../shared/engine/plan.ts'
import { errorTexts, findError, type FoundError } from '../../../shared/knowledge/errors.ts'
import { fullError } from '../../../shared/knowledge/errors-full.ts'
import { useTexts } from '../../language.ts'
import { goTo, routeHash } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Said } from '../../ui/Said.tsx'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import { CodeInDepth } from './CodeInDepth.tsx'

/** Likely causes first, each with its word. */
function Causes(props: { found: FoundError }) {
  const t = useTexts()
  const { causes } = props.found.row
  if (causes.length === 0) return null
  return (
    <section aria-labelledby="code-causes">
      <h3 id="code-causes">{t('codes.causes')}</h3>
      <ul className="code-causes">
        {causes.map(({ id, likelihood }) => (
          <li key={id}>
            <span className="tag">{t(`likelihood.${likelihood}`)}</span>
            <span>{t(`cause.${id}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The plan's own order: nothing that erases before everything that keeps the data. */
function Steps(props: ScreenProps & { code: string }) {
  const t = useTexts()
  const { steps } = planSteps({ code: props.code, product: null, system: props.state.host.system })
  return (
    <section aria-labelledby="code-steps">
      <h3 id="code-steps">{t('codes.steps')}</h3>
      <ol className="code-steps">
        {steps.map(({ id, title, erases, minutes }) => (
          <li key={id}>
            <span>
              {t(title)} {erases && <span className="tag trouble">{t('plan.erases')}</span>}
            </span>
            {minutes !== null && <span className="soft small">{t('plan.minutes', { minutes })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Sources(props: { found: FoundError }) {
  const t = useTexts()
  const { sources, confidence } = props.found.row
  return (
    <section aria-labelledby="code-sources">
      <h3 id="code-sources">{t('codes.sources')}</h3>
      <p className="soft">{t('codes.confidence', { confidence: t(`confidence.${confidence}`) })}</p>
      <ul className="code-points soft">
        {sources.map((id) => (
          <li key={id}>{t(`source.${id}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function StartCase(props: ScreenProps & { code: string }) {
  const t = useTexts()
  const start = () => {
    goTo({ name: 'home' })
    void props.act({
      kind: 'case.open',
      caseId: crypto.randomUUID(),
      complaint: { kind: 'code', code: props.code, text: props.code },
      phoneId: onlyPhone(props.state)?.id ?? null,
    })
  }
  return (
    <div className="buttons">
      <button type="button" className="button primary" onClick={start}>
        {t('codes.start', { code: props.code })}
      </button>
    </div>
  )
}

/** Everything that is known about one code. A code without a row says so and gets the default order. */
export function CodeCard(props: ScreenProps & { code: string }) {
  const t = useTexts()
  const found = findError(props.code)
  const code = found?.code ?? props.code
  const texts = found === null ? null : errorTexts(found)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  const full = fullError(code)
  const risk = found?.row.dataAtRisk ?? 'by-erasing-steps'
  return (
    <article className="code-card" aria-labelledby="code-card-title">
      <a className="button quiet code-back" href={routeHash({ name: 'codes', code: null })}>
        <ArrowLeft size="1.1em" aria-hidden />
        {t('codes.back')}
      </a>
      <header>
        <p className="eyebrow">{t('complaint.code', { code })}</p>
        <h2 id="code-card-title" className="code-title" ref={heading} tabIndex={-1}>
          {texts === null ? t('error.unknown.title', { code }) : <Said id={texts.title} params={texts.params} />}
        </h2>
        {found !== null && <p className="soft">{t('codes.layer', { layer: t(`layer.${found.row.layer}`) })}</p>}
      </header>
      <p className="code-meaning">
        {texts === null ? t('error.unknown.meaning', { code }) : <Said id={texts.meaning} params={texts.params} />}
      </p>
      {found !== null && found.row.confidence === 'unconfirmed' && (
        <Notice tone="doubt">{t('codes.unconfirmed')}</Notice>
      )}
      <p className={risk === 'no' ? 'code-risk ok' : 'code-risk'}>
        {risk === 'no' ? <ShieldCheck size="1.2em" aria-hidden /> : <ShieldAlert size="1.2em" aria-hidden />}
        <span>{t(`risk.${risk}`)}</span>
      </p>
      <StartCase {...props} code={code} />
      {found !== null && <Causes found={found} />}
      <Steps {...props} code={code} />
      {full !== null && <CodeInDepth full={full} />}
      {found !== null && <Sources found={found} />}
    </article>
  )
}
