import type { CallOutput } from '../../../shared/contract/contract.ts'
import { CASE_SORTS, type CaseFilter, type CaseSort } from '../../../shared/contract/history.ts'
import { OUTCOMES } from '../../../shared/knowledge/vocabulary.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { FilterField } from './FilterField.tsx'

/** What can be chosen; `days` is turned into a moment when the list is asked for. */
export type Chosen = Pick<
  CaseFilter,
  'code' | 'outcome' | 'fixedBy' | 'phoneName' | 'operator' | 'cableLabel' | 'usbPort' | 'hubs'
> & { readonly days?: number }

const DAY_MS = 86_400_000
const PERIODS = [7, 30, 365] as const
/** USB allows five hubs one behind the other (USB 2.0 specification, section 4.1.1). */
const HUBS = [0, 1, 2, 3, 4, 5] as const

const LISTS = [
  { name: 'code', field: 'code', values: 'code' },
  { name: 'fixed-by', field: 'fixedBy', values: 'fixed-by' },
  { name: 'phone', field: 'phoneName', values: 'phone' },
  { name: 'operator', field: 'operator', values: 'operator' },
  { name: 'cable', field: 'cableLabel', values: 'cable' },
  { name: 'port', field: 'usbPort', values: 'port' },
] as const

/** The filter as the list asks for it. Periods begin at the start of a day, so that the question stays the same for that long. */
export function filterOf(chosen: Chosen): Omit<CaseFilter, 'practice' | 'search'> {
  const { days, ...rest } = chosen
  if (days === undefined) return rest
  const today = new Date()
  today.setHours(0, 0, 0, 0)
  return { ...rest, fromWallMs: today.getTime() - days * DAY_MS }
}

const without = (chosen: Chosen, name: keyof Chosen): Chosen => {
  const { [name]: _, ...rest } = chosen
  return rest
}

const valueWords = (t: Translate, list: string, value: string) =>
  list === 'fixed-by' && t.has(`step.${value}.title`) ? t(`step.${value}.title`) : value

type FiltersProps = {
  readonly choices: CallOutput<'historyChoices'> | null
  readonly chosen: Chosen
  readonly sort: CaseSort
  readonly grouped: boolean
  readonly onChosen: (chosen: Chosen) => void
  readonly onSort: (sort: CaseSort) => void
  readonly onGrouped: (grouped: boolean) => void
}

function Choose(props: {
  name: string
  value: string
  options: readonly { value: string; words: string }[]
  onValue: (value: string | null) => void
}) {
  const t = useTexts()
  return (
    <FilterField
      words={t(`history.filter.${props.name}`)}
      value={props.value}
      onValue={(value) => props.onValue(value === '' ? null : value)}
    >
      <option value="">{t('history.filter.any')}</option>
      {props.options.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </FilterField>
  )
}

const isSort = (name: string): name is CaseSort => CASE_SORTS.some((sort) => sort === name)

/** The row of filters, the order, and whether cases stand under their phone. Lists that hold nothing are not shown. */
export function Filters(props: FiltersProps) {
  const t = useTexts()
  const { choices, chosen, onChosen } = props
  const set = (name: keyof Chosen, value: string | number | null) =>
    onChosen(value === null ? without(chosen, name) : { ...chosen, [name]: value })
  return (
    <fieldset className="filters">
      <legend className="unseen">{t('history.filters')}</legend>
      <Choose
        name="outcome"
        value={chosen.outcome ?? ''}
        options={['open', ...OUTCOMES].map((value) => ({ value, words: t(`outcome.${value}`) }))}
        onValue={(value) => set('outcome', value)}
      />
      <Choose
        name="period"
        value={String(chosen.days ?? '')}
        options={PERIODS.map((days) => ({ value: String(days), words: t(`history.period.${days}`) }))}
        onValue={(value) => set('days', value === null ? null : Number(value))}
      />
      {LISTS.filter(({ values, field }) => (choices?.[values].length ?? 0) > 0 || chosen[field] !== undefined).map(
        ({ name, field, values }) => (
          <Choose
            key={name}
            name={name}
            value={chosen[field] ?? ''}
            options={(choices?.[values] ?? []).map(({ value, cases }) => ({
              value,
              words: t('history.filter.choice', { value: valueWords(t, name, value), count: cases }),
            }))}
            onValue={(value) => set(field, value)}
          />
        ),
      )}
      {(choices?.port.length ?? 0) > 0 && (
        <Choose
          name="hubs"
          value={String(chosen.hubs ?? '')}
          options={HUBS.map((hubs) => ({ value: String(hubs), words: t('history.hubs', { count: hubs }) }))}
          onValue={(value) => set('hubs', value === null ? null : Number(value))}
        />
      )}
      {!props.grouped && (
        <FilterField
          words={t('history.filter.sort')}
          value={props.sort}
          onValue={(sort) => isSort(sort) && props.onSort(sort)}
        >
          {CASE_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`history.sort.${sort}`)}
            </option>
          ))}
        </FilterField>
      )}
      <label className="check filter-check">
        <input type="checkbox" checked={props.grouped} onChange={(event) => props.onGrouped(event.target.checked)} />
        <span>{t('history.group')}</span>
      </label>
      {Object.keys(chosen).length > 0 && (
        <button type="button" className="button quiet" onClick={() => onChosen({})}>
          {t('history.filter.clear')}
        </button>
      )}
    </fieldset>
  )
}
