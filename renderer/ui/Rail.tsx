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

/** The app's icon (assets/icons/handhold.svg) in the lines of the page: a phone, and a hand that holds it. */
function Mark() {
  return (
    <svg className="rail-mark" viewBox="190 110 644 830" width="1.9em" height="2.45em" aria-hidden>
      <rect className="rail-mark-phone" x="372" y="150" width="280" height="580" rx="60" />
      <path className="rail-mark-hand" d="M286 566v44c0 150 92 246 226 246s226-96 226-246V360" />
      <circle className="rail-mark-button" cx="512" cy="440" r="54" />
    </svg>
  )
}

/** The places of the app, always in the same order. */
export function Rail(props: { route: Route }) {
  const t = useTexts()
  const inHistory = ['case', 'replay', 'insight', 'keeping'].includes(props.route.name)
  const here = inHistory ? 'history' : props.route.name
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <Mark />
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
