import type { Settings } from '../../../shared/engine/state.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { useSnapshot } from '../../store.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import './settings.css'

const SWITCHES = ['sound', 'speech', 'singleLetterKeys', 'handsFree'] as const
const LEAD_INS_MS = [3000, 5000, 8000, 12_000, 20_000] as const
const THEMES = ['system', 'light', 'dark'] as const

/** What a person can set; every change is kept at once. */
export function SettingsScreen(props: ScreenProps) {
  const t = useTexts()
  const { app } = useSnapshot()
  const { settings } = props.state
  const change = (part: Partial<Settings>) =>
    void props.act({ kind: 'settings.change', settings: { ...settings, ...part } })
  return (
    <div className="sheet settings">
      <ScreenTitle place="settings">{t('settings.title')}</ScreenTitle>
      <section className="card" aria-labelledby="settings-guide">
        <h2 id="settings-guide">{t('settings.guide')}</h2>
        {SWITCHES.map((name) => (
          <div className="setting" key={name}>
            <label htmlFor={`setting-${name}`}>
              <strong>{t(`settings.${name}`)}</strong>
              <span className="soft">{t(`settings.${name}.what`)}</span>
            </label>
            <input
              id={`setting-${name}`}
              className="toggle"
              type="checkbox"
              checked={settings[name]}
              onChange={(event) => change({ [name]: event.target.checked })}
            />
          </div>
        ))}
        <label className="setting">
          <span>
            <strong>{t('settings.lead-in')}</strong>
            <span className="soft">{t('settings.lead-in.what')}</span>
          </span>
          <select
            className="field"
            value={settings.leadInMs}
            onChange={(event) => change({ leadInMs: Number(event.target.value) })}
          >
            {[...new Set([...LEAD_INS_MS, settings.leadInMs])]
              .toSorted((one, other) => one - other)
              .map((leadInMs) => (
                <option key={leadInMs} value={leadInMs}>
                  {t('settings.seconds', { seconds: leadInMs / 1000 })}
                </option>
              ))}
          </select>
        </label>
      </section>
      <section className="card" aria-labelledby="settings-look">
        <h2 id="settings-look">{t('settings.look')}</h2>
        <LanguageChoice set={settings.language} change={(language) => change({ language })} />
        <label className="setting">
          <span>
            <strong>{t('settings.theme')}</strong>
          </span>
          <select
            className="field"
            value={settings.theme}
            onChange={(event) => {
              const theme = THEMES.find((name) => name === event.target.value)
              if (theme !== undefined) change({ theme })
            }}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {t(`settings.theme.${theme}`)}
              </option>
            ))}
          </select>
        </label>
      </section>
      {app !== null && (
        <section aria-labelledby="settings-about">
          <h2 id="settings-about">{t('settings.about')}</h2>
          <dl className="facts">
            <dt>{t('settings.version')}</dt>
            <dd>{app.appVersion}</dd>
            <dt>{t('settings.door')}</dt>
            <dd>{t(`settings.door.${app.door}`)}</dd>
            <dt>{t('settings.database')}</dt>
            <dd>{app.databaseFile}</dd>
          </dl>
          <p className="buttons">
            <a href="#/manual">{t('manual.title')}</a>
            <a href="#/welcome">{t('manual.welcome')}</a>
          </p>
        </section>
      )}
    </div>
  )
}
