import { useState } from 'react'
import type { Phone } from '../../../shared/engine/phone.ts'
import { type PhoneTrip, shownId, whyNoTrip } from '../../../shared/engine/phone-trip.ts'
import type { State } from '../../../shared/engine/state.ts'
import { useTexts } from '../../language.ts'
import type { Act } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { phoneName } from './phone-name.ts'

type TripProps = { readonly phone: Phone; readonly state: State; readonly act: Act }

const TARGETS = { enter: 'recovery', leave: 'normal' } as const

/** How it went: where the phone is now and how long it took, or why it did not go, with what to do about it. */
function Ended(props: TripProps & { trip: PhoneTrip }) {
  const t = useTexts()
  const { trip, state, act, phone } = props
  const { request, outcome, mode } = trip
  const seconds = Math.round((trip.tookMs ?? 0) / 1000)
  if (outcome === 'ok' && mode === TARGETS[request])
    return (
      <Notice tone="ok">
        {t(`trip.${request}.done`, { seconds })} {trip.by !== undefined && t(`trip.by.${trip.by}`)}
      </Notice>
    )
  const cure = `trip.cure.${outcome ?? 'failed'}.${state.host.system}`
  const byButtons = () =>
    void act({
      kind: 'guide.show',
      guide: request === 'enter' ? 'recovery' : 'exit-recovery',
      way: 'manual',
      phoneId: phone.id,
      product: null,
    })
  return (
    <>
      <Notice tone="doubt">
        {outcome !== 'ok'
          ? t(`trip.outcome.${outcome ?? 'failed'}`)
          : mode === null
            ? t('trip.nothing', { seconds })
            : t('trip.other-mode', { mode: t(`mode.${mode}`), seconds })}{' '}
        {outcome !== 'ok' && t.has(cure) && t(cure)} {trip.by !== undefined && t(`trip.by.${trip.by}`)}
      </Notice>
      {outcome !== 'restoring' && (
        <button type="button" className="button" onClick={byButtons}>
          {t(`trip.${request}.by-buttons`)}
        </button>
      )}
    </>
  )
}

function Leave(props: TripProps & { deviceId: string }) {
  const t = useTexts()
  const { phone, deviceId } = props
  const leave = () => void props.act({ kind: 'recovery.leave', phoneId: phone.id, deviceId, shownId: shownId(phone) })
  return (
    <button type="button" className="button" onClick={leave}>
      {t('trip.leave.go')}
    </button>
  )
}

/** Only after the warning was read and the phone named: some faults let a phone into recovery and not out of it. */
function Enter(props: TripProps & { deviceId: string }) {
  const t = useTexts()
  const [read, setRead] = useState(false)
  const { phone, deviceId } = props
  const enter = () => void props.act({ kind: 'recovery.enter', phoneId: phone.id, deviceId, shownId: shownId(phone) })
  return (
    <details className="small">
      <summary>{t('trip.enter.offer')}</summary>
      <Notice tone="doubt">{t('trip.enter.warning')}</Notice>
      <label className="trip-read">
        <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />{' '}
        {t('trip.enter.read')}
      </label>
      <p dir="auto">{t('trip.enter.which', { name: phoneName(t, phone.identity), id: shownId(phone) })}</p>
      <button type="button" className="button" disabled={!read} onClick={enter}>
        {t('trip.enter.go')}
      </button>
    </details>
  )
}

/** Into recovery or out of it by the computer, in one click, and what came of it. Practice has no phone that runs a system to ask. */
export function RecoveryTrip(props: TripProps) {
  const t = useTexts()
  const { phone, state } = props
  const trip = state.trip?.phoneId === phone.id ? state.trip : null
  const deviceId = phone.usb?.deviceId ?? null
  const can = (request: PhoneTrip['request']) => deviceId !== null && whyNoTrip(state, phone, request) === null
  return (
    <div className="recovery-trip" aria-live="polite">
      {trip !== null &&
        (trip.stage === 'ended' ? <Ended {...props} trip={trip} /> : <p>{t(`trip.${trip.request}.${trip.stage}`)}</p>)}
      {deviceId !== null && can('leave') && <Leave {...props} deviceId={deviceId} />}
      {deviceId !== null && !state.practice && can('enter') && <Enter {...props} deviceId={deviceId} />}
    </div>
  )
}
