import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'

const TABS = [
  { name: 'cases', route: { name: 'history' } },
  { name: 'insight', route: { name: 'insight' } },
  { name: 'keeping', route: { name: 'keeping' } },
] as const

/** The three parts of the history. */
export function HistoryTabs(props: { here: (typeof TABS)[number]['name'] }) {
  const t = useTexts()
  return (
    <nav className="history-tabs" aria-label={t('history.tabs')}>
      {TABS.map(({ name, route }) => (
        <a key={name} href={routeHash(route)} aria-current={props.here === name ? 'page' : undefined}>
          {t(`history.tab.${name}`)}
        </a>
      ))}
    </nav>
  )
}
