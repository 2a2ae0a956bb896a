import { Check, CircleAlert, CircleHelp } from 'lucide-react'
import { useEffect } from 'react'
import { useTexts } from '../../language.ts'
import { goTo, routeHash } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import { useSnapshot } from '../../store.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { needs } from './needs.ts'
import { UdevRule } from './UdevRule.tsx'
import './first-run.css'

const GLYPHS = { ok: Check, look: CircleAlert, unknown: CircleHelp } as const
const DOES = ['watches', 'coaches', 'explains'] as const

function Needs(props: ScreenProps) {
  const t = useTexts()
  const { act } = props
  const { system, facts } = props.state.host
  const isLooking = facts == null
  useEffect(() => {
    if (isLooking) void act({ kind: 'host.look', network: false })
  }, [isLooking, act])
  return (
    <section className="card needs-card" aria-labelledby="welcome-needs">
      <h2 id="welcome-needs">{t('welcome.needs.title')}</h2>
      <ul className="needs">
        {needs(t, props.state).map(({ id, level, words }) => {
          const Glyph = GLYPHS[level]
          return (
            <li key={id} className={level} data-need={id}>
              <Glyph size="1.2em" aria-hidden />
              <span>
                <span className="unseen">{t(`host.level.${level}`)}: </span>
                {words}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="soft small">
        <button
          type="button"
          className="button quiet needs-again"
          onClick={() => void act({ kind: 'host.look', network: false })}
        >
          {t('welcome.needs.again')}
        </button>
        {isLooking && ` ${t('welcome.needs.looking')}`}
      </p>
      <p>{t(`welcome.prompt.${system}`)}</p>
      {system === 'linux' && <UdevRule />}
    </section>
  )
}

/** What Handhold is, what it needs here (checked live), what it keeps, and the way into practice. */
export function WelcomeScreen(props: ScreenProps) {
  const t = useTexts()
  const { app } = useSnapshot()
  const { settings } = props.state
  const begin = () => {
    void props.act({ kind: 'settings.change', settings: { ...settings, welcomed: true } })
    goTo({ name: 'home' })
  }
  return (
    <div className="sheet welcome">
      <ScreenTitle place="welcome">{t('welcome.title')}</ScreenTitle>
      <p className="lead">{t('welcome.lead')}</p>
      <ul className="plain-list">
        {DOES.map((what) => (
          <li key={what}>{t(`welcome.does.${what}`)}</li>
        ))}
      </ul>
      <Needs {...props} />
      <section className="card" aria-labelledby="welcome-stays">
        <h2 id="welcome-stays">{t('welcome.stays.title')}</h2>
        <p>{t('welcome.stays')}</p>
        {app !== null && <code dir="ltr">{app.databaseFile}</code>}
        <h2>{t('welcome.not.title')}</h2>
        <p>{t('welcome.not')}</p>
      </section>
      <section className="card" aria-labelledby="welcome-practice">
        <h2 id="welcome-practice">{t('welcome.practice.title')}</h2>
        <p>{t('welcome.practice')}</p>
        <div className="buttons">
          <a className="button" href={routeHash({ name: 'practise' })}>
            {t('welcome.practice.go')}
          </a>
        </div>
      </section>
      <div className="buttons">
        <button type="button" className="button primary" onClick={begin}>
          {t('welcome.begin')}
        </button>
        <a className="button quiet" href={routeHash({ name: 'manual' })}>
          {t('welcome.manual')}
        </a>
      </div>
    </div>
  )
}
