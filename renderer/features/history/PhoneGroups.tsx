import { useState } from 'react'
import type { CaseFilter, PhoneRow } from '../../../shared/contract/history.ts'
import { useTexts } from '../../language.ts'
import { useWhen } from '../../ui/words.ts'
import { CaseRows } from './CaseRows.tsx'
import { useAnswer } from './use-answer.ts'

const MOST_CASES = 100

function CasesOfPhone(props: { filter: CaseFilter; phoneKey: string | null }) {
  const { found } = useAnswer('historyList', {
    ...props.filter,
    phoneKey: props.phoneKey,
    limit: MOST_CASES,
    offset: 0,
  })
  return <CaseRows rows={found?.rows ?? []} />
}

function Group(props: { phone: PhoneRow; filter: CaseFilter }) {
  const t = useTexts()
  const when = useWhen()
  const [open, setOpen] = useState(false)
  const { phone } = props
  const facts = [
    t('history.phones.cases', { count: phone.cases }),
    t('history.phones.fixed', { count: phone.fixed }),
    phone.open > 0 ? t('history.phones.open', { count: phone.open }) : null,
    t('history.phones.last', { when: when(phone.lastWallMs) }),
  ]
  return (
    <details className="phone-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>
          {phone.phoneKey === null ? t('history.phones.unknown') : (phone.phoneName ?? t('phone.unknown-model'))}
        </strong>
        {phone.phoneKey !== null && <span className="soft small figures">{phone.phoneKey}</span>}
        <span className="soft small">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </summary>
      {open && <CasesOfPhone filter={props.filter} phoneKey={phone.phoneKey} />}
    </details>
  )
}

/** Phones with their cases under them, the one seen last first. */
export function PhoneGroups(props: { filter: CaseFilter; phones: readonly PhoneRow[] }) {
  return (
    <div className="phone-groups">
      {props.phones.map((phone) => (
        <Group key={phone.phoneKey ?? ''} phone={phone} filter={props.filter} />
      ))}
    </div>
  )
}
