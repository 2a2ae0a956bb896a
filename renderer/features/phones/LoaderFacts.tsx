import { Fragment } from 'react'
import { type NotAsked, whyNotAsked } from '../../../shared/engine/loader.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import type { State } from '../../../shared/engine/state.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import type { Act } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'

type Loader = NonNullable<Phone['loader']>
type Variable = Loader['variables'][number]

/** A modem that is well says 0, in decimal or hexadecimal. */
const isNone = (value: string) => /^(0x)?0*$/i.test(value)

function valueOf(t: Translate, { name, value }: Variable): string {
  if (value === null) return t('path.loader.refused')
  return name === 'radio-error' && isNone(value) ? t('path.loader.radio-error.none') : value
}

function Told(props: { loader: Loader }) {
  const t = useTexts()
  const { outcome, variables } = props.loader
  if (outcome === 'no-permission')
    return (
      <p className="small">
        {t('problem.usb-no-permission.what')} {t('problem.usb-no-permission.do')}
      </p>
    )
  if (outcome !== 'ok') {
    const known = outcome === 'gone' || outcome === 'busy' ? outcome : 'failed'
    return <p className="small">{t(`path.loader.${known}`)}</p>
  }
  const fault = variables.some(({ name, value }) => name === 'radio-error' && value !== null && !isNone(value))
  return (
    <>
      <dl className="facts small">
        {variables.map((variable) => (
          <Fragment key={variable.name}>
            <dt>{t(`path.loader.${variable.name}`)}</dt>
            <dd>{valueOf(t, variable)}</dd>
          </Fragment>
        ))}
      </dl>
      {fault && <Notice tone="doubt">{t('path.loader.radio-error.hint')}</Notice>}
    </>
  )
}

const REASONS: Readonly<Record<Exclude<NotAsked, 'not-in-recovery'>, string>> = {
  'guide-runs': 'path.loader.guide',
  'restore-suspected': 'path.loader.restore',
  'restore-runs': 'trip.outcome.restoring',
}

/** What the phone's boot loader tells in recovery: asked for by hand, never while a guide or a restore may be running. */
export function LoaderFacts(props: { phone: Phone; state: State; act: Act }) {
  const t = useTexts()
  const { phone, state } = props
  const reason = whyNotAsked(state, phone)
  if (reason === 'not-in-recovery') return null
  return (
    <section className="loader" aria-label={t('path.loader')}>
      <h4 className="eyebrow">{t('path.loader')}</h4>
      {phone.loader && <Told loader={phone.loader} />}
      {reason === null ? (
        <>
          <button
            type="button"
            className="button quiet"
            onClick={() => void props.act({ kind: 'phone.ask', phoneId: phone.id })}
          >
            {t('path.loader.ask')}
          </button>
          <p className="soft small">{t('path.loader.what')}</p>
        </>
      ) : (
        <p className="soft small">{t(REASONS[reason])}</p>
      )}
    </section>
  )
}
