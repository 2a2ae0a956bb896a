import type { CaseRow } from '../../../shared/contract/history.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { routeHash } from '../../routes.ts'
import { durationWords, rowComplaintWords, useWhen } from '../../ui/words.ts'
import { OutcomeTag } from './OutcomeTag.tsx'

/** A value under the name of its column; the name is heard, and seen above. */
function Cell(props: { name: string; value: string | null; soft?: boolean }) {
  const t = useTexts()
  if (props.value === null || props.value === '') return null
  return (
    <span className={props.soft === true ? 'cell soft' : 'cell'}>
      <span className="unseen">{t(`history.column.${props.name}`)}: </span>
      {props.value}
    </span>
  )
}

const placeWords = (t: Translate, { usbPort, hubs }: CaseRow): string | null => {
  if (usbPort === null) return null
  return hubs === null ? usbPort : `${usbPort} · ${t('history.hubs', { count: hubs })}`
}

function Row(props: { row: CaseRow }) {
  const t = useTexts()
  const when = useWhen()
  const { row } = props
  const length = row.closedWallMs === null ? null : durationWords(t, row.closedWallMs - row.openedWallMs)
  return (
    <li>
      <a className="case-row" href={routeHash({ name: 'case', caseId: row.id })}>
        <span className="cells">
          <strong className="cell">{rowComplaintWords(t, row.complaint)}</strong>
          <Cell name="phone" value={row.phoneName ?? t('phone.unknown-model')} />
        </span>
        <span className="cells">
          <Cell name="opened" value={when(row.openedWallMs)} />
          <Cell name="length" value={length} soft />
        </span>
        <span className="cells">
          <Cell
            name="fixed-by"
            value={row.fixedBy !== null && t.has(`step.${row.fixedBy}.title`) ? t(`step.${row.fixedBy}.title`) : null}
          />
          <Cell name="attempts" value={t('history.attempts', { count: row.attempts })} soft />
        </span>
        <span className="cells">
          <Cell name="ticket" value={row.ticket} />
          <Cell name="operator" value={row.operator} soft />
        </span>
        <span className="cells">
          <Cell name="cable" value={row.cableLabel} />
          <Cell name="port" value={placeWords(t, row)} soft />
        </span>
        <OutcomeTag outcome={row.outcome} />
      </a>
    </li>
  )
}

const HEADS = [
  ['what', 'phone'],
  ['opened', 'length'],
  ['fixed-by', 'attempts'],
  ['ticket', 'operator'],
  ['cable', 'port'],
  ['outcome'],
] as const

/** Cases as a list of two-line rows under the names of their columns. */
export function CaseRows(props: { rows: readonly CaseRow[] }) {
  const t = useTexts()
  if (props.rows.length === 0) return null
  return (
    <div className="case-table">
      <div className="case-row case-heads soft" aria-hidden>
        {HEADS.map((names) => (
          <span key={names[0]} className="cells">
            {names.map((name) => (
              <span key={name} className="cell">
                {t(`history.column.${name}`)}
              </span>
            ))}
          </span>
        ))}
      </div>
      <ul className="case-rows">
        {props.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </div>
  )
}
