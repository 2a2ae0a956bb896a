import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { CaseRow } from '../../../shared/contract/history.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import { useSnapshot, useStore } from '../../store.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { durationWords, rowComplaintWords, useWhen } from '../../ui/words.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import './history.css'

const PAGE = 100

type Found = CallOutput<'historyList'>

/** The newest answer to a question about the history; null while the first is on its way, `failed` when it could not be read. */
function useCases(practice: boolean, search: string, pages: number): { found: Found | null; failed: boolean } {
  const store = useStore()
  const { historyVersion, link } = useSnapshot()
  const [answer, setAnswer] = useState<{ found: Found | null; failed: boolean }>({ found: null, failed: false })
  const open = link.kind === 'open'
  useEffect(() => {
    if (!open) return undefined
    let wanted = true
    store.call('historyList', { practice, search, limit: Math.min(500, PAGE * pages), offset: 0 }).then(
      (found) => wanted && setAnswer({ found, failed: false }),
      () => wanted && setAnswer((before) => ({ ...before, failed: true })),
    )
    return () => {
      wanted = false
    }
  }, [store, open, practice, search, pages, historyVersion])
  return answer
}

function Row(props: { row: CaseRow }) {
  const t = useTexts()
  const when = useWhen()
  const { row } = props
  return (
    <li>
      <a className="case-row" href={routeHash({ name: 'case', caseId: row.id })}>
        <strong className="case-row-what">{rowComplaintWords(t, row.complaint)}</strong>
        <span>{row.phoneName ?? t('phone.unknown-model')}</span>
        <span className="soft">{when(row.openedWallMs)}</span>
        <span className="soft">{t('history.attempts', { count: row.attempts })}</span>
        <span className="soft">
          {row.closedWallMs === null ? '' : durationWords(t, row.closedWallMs - row.openedWallMs)}
        </span>
        <OutcomeTag outcome={row.outcome} />
      </a>
    </li>
  )
}

/** All cases, newest first, with one field that searches them. Practice is kept apart. */
export function HistoryList() {
  const t = useTexts()
  const [practice, setPractice] = useState(false)
  const [search, setSearch] = useState('')
  const [pages, setPages] = useState(1)
  const { found, failed } = useCases(practice, search.trim(), pages)
  return (
    <div className="sheet history">
      <ScreenTitle place="history">{t('history.title')}</ScreenTitle>
      <div className="history-tools">
        <label className="search">
          <Search size="1.1em" aria-hidden />
          <span className="unseen">{t('history.search')}</span>
          <input
            className="field"
            type="search"
            maxLength={200}
            placeholder={t('history.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <fieldset className="switch">
          <legend className="unseen">{t('history.world')}</legend>
          {[false, true].map((value) => (
            <label key={String(value)}>
              <input type="radio" name="world" checked={practice === value} onChange={() => setPractice(value)} />
              <span>{t(value ? 'history.world.practice' : 'history.world.real')}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <output className="soft small">
        {failed
          ? t('history.failed')
          : found === null
            ? t('history.reading')
            : t('history.count', { count: found.total })}
      </output>
      {found !== null && found.rows.length === 0 && (
        <div className="card empty-history">
          <h2>{t(search === '' ? 'history.empty' : 'history.none')}</h2>
          <p className="soft">{t(search === '' ? 'history.empty.what' : 'history.none.what')}</p>
          {search === '' && (
            <a className="button" href={routeHash({ name: practice ? 'practise' : 'home' })}>
              {t(practice ? 'nav.practise' : 'nav.home')}
            </a>
          )}
        </div>
      )}
      <ul className="case-rows">
        {found?.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {found !== null && found.rows.length < found.total && (
        <button type="button" className="button more" onClick={() => setPages(pages + 1)}>
          {t('history.more')}
        </button>
      )}
    </div>
  )
}
