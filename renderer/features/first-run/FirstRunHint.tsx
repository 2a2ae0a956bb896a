import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import './first-run.css'

/** Once, on the first screen, below the question: who has a phone in the hand goes on, who has time may look around. */
export function FirstRunHint(props: ScreenProps) {
  const t = useTexts()
  const { settings } = props.state
  if (props.world !== 'real' || settings.welcomed === true) return null
  const notNow = () => void props.act({ kind: 'settings.change', settings: { ...settings, welcomed: true } })
  return (
    <section className="card first-run-hint" aria-labelledby="first-run-hint">
      <div>
        <strong id="first-run-hint">{t('welcome.hint.title')}</strong>
        <p className="soft">{t('welcome.hint.text')}</p>
      </div>
      <div className="buttons">
        <a className="button" href={routeHash({ name: 'welcome' })}>
          {t('welcome.hint.open')}
        </a>
        <a className="button quiet" href={routeHash({ name: 'practise' })}>
          {t('welcome.hint.practise')}
        </a>
        <button type="button" className="button quiet" onClick={notNow}>
          {t('welcome.hint.not-now')}
        </button>
      </div>
    </section>
  )
}
