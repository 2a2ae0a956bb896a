import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import './manual.css'

const SECTIONS = [
  ...(['begin', 'usb', 'checklist', 'guide', 'assisted', 'handover', 'history', 'practice'] as const),
  ...(['keys', 'window', 'privacy', 'trouble'] as const),
] as const

const KEYS = [
  ['Ctrl K', 'palette'],
  ['Ctrl 1 2 3 4', 'places'],
  ['Ctrl O', 'open'],
  ['Ctrl P', 'pdf'],
  ['F1', 'manual'],
] as const

function Keys() {
  const t = useTexts()
  const isMac = navigator.platform.startsWith('Mac')
  return (
    <>
      <dl className="manual-keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              <kbd dir="ltr">{isMac ? keys.replace('Ctrl', '⌘') : keys}</kbd>
            </dt>
            <dd>{t(`manual.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('manual.keys.single')}</p>
    </>
  )
}

/** The hash is taken by the places of the app, so a line of the contents moves the focus itself. */
function show(section: string): void {
  const heading = document.getElementById(`manual-${section}`)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

/** How to use Handhold, to be read in one go or by its contents. */
export function ManualScreen() {
  const t = useTexts()
  return (
    <div className="sheet manual">
      <ScreenTitle place="manual">{t('manual.title')}</ScreenTitle>
      <nav aria-label={t('manual.contents')}>
        <ul className="manual-contents">
          {SECTIONS.map((section) => (
            <li key={section}>
              <button type="button" className="button quiet" onClick={() => show(section)}>
                {t(`manual.${section}.title`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="manual-text">
        {SECTIONS.map((section) => (
          <section key={section} aria-labelledby={`manual-${section}`}>
            <h2 id={`manual-${section}`} tabIndex={-1}>
              {t(`manual.${section}.title`)}
            </h2>
            {section === 'keys' ? (
              <Keys />
            ) : (
              t(`manual.${section}`)
                .split('\n\n')
                .map((paragraph) => <p key={paragraph}>{paragraph}</p>)
            )}
          </section>
        ))}
        <p>
          <a href={routeHash({ name: 'welcome' })}>{t('manual.welcome')}</a>
        </p>
      </div>
    </div>
  )
}
