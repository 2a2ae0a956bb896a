import { BookOpen, Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { CodeCard } from './CodeCard.tsx'
import { allCodes, byLayer, type CodeEntry, searchCodes } from './find-codes.ts'
import './codes.css'

function Row(props: { entry: CodeEntry; here: boolean }) {
  const { entry, here } = props
  const t = useTexts()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (here) item.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <li ref={item}>
      <a
        className="code-entry"
        href={routeHash({ name: 'codes', code: entry.code })}
        aria-current={here ? 'page' : undefined}
      >
        <strong>{entry.shown}</strong>
        {entry.inEnglish ? (
          <span>
            <bdi lang="en" dir="ltr">
              {entry.title}
            </bdi>{' '}
            <span className="tag">{t('languages.in-english')}</span>
          </span>
        ) : (
          <span>{entry.title}</span>
        )}
      </a>
    </li>
  )
}

/** Every code and range that Handhold knows, with a field to search them. */
function CodeList(props: { code: string | null }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const entries = useMemo(() => allCodes(t), [t])
  const found = searchCodes(entries, typed)
  const groups = typed.trim() === '' ? byLayer(found) : [{ layer: null, entries: found }]
  return (
    <section className="code-list" aria-label={t('codes.title')}>
      <div className="code-search">
        <ScreenTitle place="codes">{t('codes.title')}</ScreenTitle>
        <label className="code-field">
          <Search size="1.1em" aria-hidden />
          <span className="unseen">{t('codes.search')}</span>
          <input
            className="field"
            type="search"
            placeholder={t('codes.example')}
            autoComplete="off"
            maxLength={400}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p className="soft small" aria-live="polite">
          {t('codes.count', { count: found.length })}
        </p>
      </div>
      {groups.map(({ layer, entries: rows }) => (
        <section key={layer ?? 'found'} aria-label={layer === null ? t('codes.found') : t(`layer.${layer}`)}>
          {layer !== null && <h2 className="eyebrow code-layer">{t(`layer.${layer}`)}</h2>}
          <ul>
            {rows.map((entry) => (
              <Row key={`${entry.code}-${entry.shown}`} entry={entry} here={entry.code === props.code} />
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className="soft code-none">{t('codes.none')}</p>}
    </section>
  )
}

/** The library of codes: the list, and the card of the chosen one beside it (instead of it where there is little room). */
export function CodeLibrary(props: ScreenProps & { code: string | null }) {
  const t = useTexts()
  return (
    <div className={props.code === null ? 'codes' : 'codes with-card'}>
      <CodeList code={props.code} />
      {props.code === null ? (
        <div className="soft code-empty">
          <BookOpen size="2.4em" strokeWidth={1.5} aria-hidden />
          <p>{t('codes.choose')}</p>
        </div>
      ) : (
        <CodeCard key={props.code} {...props} code={props.code} />
      )}
    </div>
  )
}
