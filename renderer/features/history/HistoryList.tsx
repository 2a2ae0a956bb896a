import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { CaseFilter, CaseSort } from '../../../shared/contract/history.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import { ScreenTitle } from '../../ui/ScreenTitle.tsx'
import { CaseRows } from './CaseRows.tsx'
import { type Chosen, filterOf, Filters } from './Filters.tsx'
import { HistoryTabs } from './HistoryTabs.tsx'
import { PhoneGroups } from './PhoneGroups.tsx'
import { SaveButton } from './SaveButton.tsx'
import { writtenIn } from './save-document.ts'
import { useAnswer } from './use-answer.ts'
import './history.css'

const PAGE = 100
/** The contract gives at most this many rows at once. */
const MOST_ROWS = 500

function Tools(props: {
  search: string
  practice: boolean
  onSearch: (search: string) => void
  onPractice: (practice: boolean) => void
}) {
  const t = useTexts()
  return (
    <div className="history-tools">
      <label className="search">
        <Search size="1.1em" aria-hidden />
        <span className="unseen">{t('history.search')}</span>
        <input
          className="field"
          type="search"
          maxLength={200}
          placeholder={t('history.search')}
          value={props.search}
          onChange={(event) => props.onSearch(event.target.value)}
        />
      </label>
      <fieldset className="switch">
        <legend className="unseen">{t('history.world')}</legend>
        {[false, true].map((value) => (
          <label key={String(value)}>
            <input
              type="radio"
              name="world"
              checked={props.practice === value}
              onChange={() => props.onPractice(value)}
            />
            <span>{t(value ? 'history.world.practice' : 'history.world.real')}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

function Empty(props: { narrowed: boolean; practice: boolean }) {
  const t = useTexts()
  return (
    <div className="card empty-history">
      <h2>{t(props.narrowed ? 'history.none' : 'history.empty')}</h2>
      <p className="soft">{t(props.narrowed ? 'history.none.what' : 'history.empty.what')}</p>
      {!props.narrowed && (
        <a className="button" href={routeHash({ name: props.practice ? 'practise' : 'home' })}>
          {t(props.practice ? 'nav.practise' : 'nav.home')}
        </a>
      )}
    </div>
  )
}

/** How many are asked for: one page more each time; another question begins with its first page. */
function useMore(asked: string) {
  const [more, setMore] = useState({ asked, pages: 1 })
  const pages = more.asked === asked ? more.pages : 1
  return { limit: Math.min(MOST_ROWS, PAGE * pages), onMore: () => setMore({ asked, pages: pages + 1 }) }
}

function Count(props: { found: { readonly total: number } | null; failed: boolean; words: string }) {
  const t = useTexts()
  const { found, failed } = props
  return (
    <output className="soft small">
      {failed ? t('history.failed') : found === null ? t('history.reading') : t(props.words, { count: found.total })}
    </output>
  )
}

/** The way to the next page, or how to get to what no page shows. */
function More(props: { shown: number; total: number; onMore: () => void }) {
  const t = useTexts()
  const { shown, total } = props
  if (shown >= total) return null
  return shown < MOST_ROWS ? (
    <button type="button" className="button more" onClick={props.onMore}>
      {t('history.more')}
    </button>
  ) : (
    <p className="soft small">{t('history.narrow', { count: MOST_ROWS })}</p>
  )
}

function Cases(props: { filter: CaseFilter; sort: CaseSort; narrowed: boolean }) {
  const t = useTexts()
  const { filter, sort } = props
  const { limit, onMore } = useMore(JSON.stringify([filter, sort]))
  const { found, failed } = useAnswer('historyList', { ...filter, sort, limit, offset: 0 })
  return (
    <>
      <Count {...{ found, failed }} words="history.count" />
      {found !== null && found.rows.length === 0 && <Empty narrowed={props.narrowed} practice={filter.practice} />}
      <CaseRows rows={found?.rows ?? []} />
      <More shown={found?.rows.length ?? 0} total={found?.total ?? 0} onMore={onMore} />
      {found !== null && found.total > 0 && (
        <div className="buttons">
          <SaveButton
            words={t('history.save.table')}
            request={() => ({ kind: 'table', filter, sort, ...writtenIn(t) })}
          />
          <SaveButton words={t('history.save.cases')} request={() => ({ kind: 'cases', filter })} />
        </div>
      )}
    </>
  )
}

function Phones(props: { filter: CaseFilter; narrowed: boolean }) {
  const { limit, onMore } = useMore(JSON.stringify(props.filter))
  const { found, failed } = useAnswer('historyPhones', { ...props.filter, limit, offset: 0 })
  return (
    <>
      <Count {...{ found, failed }} words="history.phones.count" />
      {found?.rows.length === 0 && <Empty narrowed={props.narrowed} practice={props.filter.practice} />}
      <PhoneGroups filter={props.filter} phones={found?.rows ?? []} />
      <More shown={found?.rows.length ?? 0} total={found?.total ?? 0} onMore={onMore} />
    </>
  )
}

/** All cases: found by words and filters, in any order, or under their phones. Practice is kept apart. */
export function HistoryList() {
  const t = useTexts()
  const [practice, setPractice] = useState(false)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Chosen>({})
  const [sort, setSort] = useState<CaseSort>('newest')
  const [grouped, setGrouped] = useState(false)
  const words = useDeferredValue(search.trim())
  const { found: choices } = useAnswer('historyChoices', { practice })
  const filter = { practice, search: words, ...filterOf(chosen) }
  const narrowed = words !== '' || Object.keys(chosen).length > 0
  const tools = { search, practice, onSearch: setSearch, onPractice: setPractice }
  return (
    <div className="sheet history">
      <header className="history-top">
        <ScreenTitle place="history">{t('history.title')}</ScreenTitle>
        <HistoryTabs here="cases" />
      </header>
      <Tools {...tools} />
      <Filters {...{ choices, chosen, sort, grouped }} onChosen={setChosen} onSort={setSort} onGrouped={setGrouped} />
      {grouped ? (
        <Phones filter={filter} narrowed={narrowed} />
      ) : (
        <Cases filter={filter} sort={sort} narrowed={narrowed} />
      )}
    </div>
  )
}
