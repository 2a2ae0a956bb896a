import { isLanguageTag, LANGUAGES, SYSTEM_LANGUAGE } from '../../../shared/texts/languages.ts'
import { useTexts } from '../../language.ts'

/** The language as the system has it, or one of Handhold's by its own name, so that it is found in whatever language is shown. */
export function LanguageChoice(props: { set: string; change: (tag: string) => void }) {
  const t = useTexts()
  return (
    <label className="setting">
      <span>
        <strong>{t('settings.language')}</strong>
        <span className="soft">{t('settings.language.what')}</span>
      </span>
      <select
        className="field"
        value={isLanguageTag(props.set) ? props.set : SYSTEM_LANGUAGE}
        onChange={(event) => props.change(event.target.value)}
      >
        <option value={SYSTEM_LANGUAGE}>{t('settings.language.system')}</option>
        {Object.values(LANGUAGES).map((language) => (
          <option key={language.tag} value={language.tag} lang={language.tag} dir={language.direction}>
            {language.name}
          </option>
        ))}
      </select>
    </label>
  )
}
