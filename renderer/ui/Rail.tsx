import { BookOpen, Clock, LifeBuoy, Play, Settings } from 'lucide-react'
import { useTexts } from '../language.ts'
import { type Route, routeHash } from '../routes.ts'

const PLACES = [
  { name: 'home', Glyph: LifeBuoy },
  { name: 'practise', Glyph: Play },
  { name: 'codes', Glyph: BookOpen },
  { name: 'history', Glyph: Clock },
  { name: 'settings', Glyph: Settings },
] as const

/** The places of the app, always in the same order. */
export function Rail(props: { route: Route }) {
  const t = useTexts()
  const inHistory = ['case', 'replay', 'insight', 'keeping'].includes(props.route.name)
  const here = inHistory ? 'history' : props.route.name
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      {PLACES.map(({ name, Glyph }) => (
        <a
          key={name}
          href={routeHash(name === 'codes' ? { name, code: null } : { name })}
          aria-current={here === name ? 'page' : undefined}
        >
          <Glyph size="1.4em" aria-hidden />
          <span>{t(`nav.${name}`)}</span>
        </a>
      ))}
    </nav>
  )
}
