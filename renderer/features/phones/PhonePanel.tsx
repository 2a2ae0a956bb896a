import { Cable, LoaderCircle, PlugZap } from 'lucide-react'
import type { Phone } from '../../../shared/engine/phone.ts'
import type { State } from '../../../shared/engine/state.ts'
import { useTexts } from '../../language.ts'
import type { Act } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ConnectionPath } from './ConnectionPath.tsx'
import { LoaderFacts } from './LoaderFacts.tsx'
import { ModeBadge } from './ModeBadge.tsx'
import { RecoveryTrip } from './RecoveryTrip.tsx'
import { phoneName, possibleModels } from './phone-name.ts'
import './phones.css'

/** Phones that matter now: attached or expected back first, those that left stay listed dimly only when nothing else is there. */
export function phonesInView(state: State): Phone[] {
  const here = state.phones.filter((phone) => phone.presence !== 'gone')
  return here.length > 0 ? here : state.phones.slice(-1)
}

/** The phone to work on: the only one on USB, among several the one of the case on the table, else null. */
export function onlyPhone(state: State): Phone | null {
  const here = state.phones.filter((phone) => phone.presence !== 'gone')
  if (here.length === 1) return here[0] ?? null
  const ecid = state.case?.phone?.ecid ?? null
  return ecid === null ? null : (here.find((phone) => phone.identity.ecid === ecid) ?? null)
}

function PhoneCard(props: { phone: Phone; open: boolean; state: State; act: Act }) {
  const t = useTexts()
  const { phone } = props
  const mode = phone.presence === 'attached' ? phone.mode : null
  const models = phone.reading ? [] : possibleModels(phone.identity)
  const { trip } = props.state
  const rebooting = phone.presence === 'away' && trip?.phoneId === phone.id && trip.stage === 'moving'
  return (
    <article className="phone-card">
      <h3 className="phone-name">{phone.reading ? t('phone.reading') : phoneName(t, phone.identity)}</h3>
      <ModeBadge mode={mode} rebooting={rebooting} />
      {models.length > 0 && <p className="soft small">{t('phone.one-of', { names: models.join(', ') })}</p>}
      {mode === null ? (
        <p>{t(phone.presence === 'away' ? 'phone.away' : 'phone.gone', { mode: t(`mode.${phone.mode}`) })}</p>
      ) : (
        <>
          {t.has(`mode.${mode}.screen`) && <p>{t(`mode.${mode}.screen`)}</p>}
          {t.has(`mode.${mode}.next`) && <p className="soft">{t(`mode.${mode}.next`)}</p>}
        </>
      )}
      {mode !== null && phone.access === 'no-permission' && (
        <Notice tone="doubt">
          {t('problem.usb-no-permission.what')} {t('problem.usb-no-permission.do')}
        </Notice>
      )}
      {mode !== null && phone.unasked !== undefined && (
        <Notice tone="doubt">
          {t('verdict.unasked')} {t('change.back-up-and-have-it-looked-at')}
        </Notice>
      )}
      {phone.running?.version != null && (
        <p className="soft small" dir="auto">
          {t(phone.running.deviceName ? 'phone.running.named' : 'phone.running', {
            name: phone.running.deviceName ?? '',
            version: phone.running.version,
          })}
        </p>
      )}
      <RecoveryTrip phone={phone} state={props.state} act={props.act} />
      {props.open && (
        <ConnectionPath phone={phone}>
          <LoaderFacts phone={phone} state={props.state} act={props.act} />
        </ConnectionPath>
      )}
    </article>
  )
}

function NothingHere(props: { state: State }) {
  const t = useTexts()
  const { system, usb } = props.state.host
  const state = usb.status === 'unavailable' ? 'usb-unavailable' : usb.status === 'starting' ? 'starting' : 'nothing'
  if (state === 'starting')
    return (
      <article className="phone-card empty">
        <LoaderCircle size="1.6em" aria-hidden />
        <h3 className="phone-name">{t('phone.starting')}</h3>
      </article>
    )
  const Glyph = state === 'nothing' ? Cable : PlugZap
  return (
    <article className="phone-card empty">
      <Glyph size="1.6em" aria-hidden />
      <h3 className="phone-name">{t(`phone.${state}`)}</h3>
      <p className="soft">{t(`phone.${state}.what`)}</p>
      {t.has(`${state}.help.${system}`) && (
        <details open={state === 'usb-unavailable'}>
          <summary>{t(`phone.${state}.help`)}</summary>
          <div className="small help">
            {t(`${state}.help.${system}`)
              .split('\n')
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </div>
        </details>
      )}
    </article>
  )
}

/** What is plugged in, in words: each phone, or why none is seen and what to do about it. */
export function PhonePanel(props: { state: State; act: Act }) {
  const t = useTexts()
  const phones = phonesInView(props.state)
  const first = phones[0]
  const spoken =
    first === undefined
      ? ''
      : `${phoneName(t, first.identity)}: ${first.presence === 'attached' ? t(`mode.${first.mode}`) : t('phone.not-on-usb')}`
  return (
    <aside className="phone-panel" aria-labelledby="phone-panel-title">
      <h2 className="eyebrow" id="phone-panel-title">
        {t('phone.title', { count: phones.length })}
      </h2>
      <output className="unseen">{spoken}</output>
      {phones.map((phone) => (
        <PhoneCard key={phone.id} phone={phone} open={phones.length === 1} state={props.state} act={props.act} />
      ))}
      {phones.length === 0 && <NothingHere state={props.state} />}
      {phones.length > 1 && <p className="soft small">{t('phone.several')}</p>}
      {props.state.host.usb.status === 'listing-only' && (
        <p className="soft small">
          {t('problem.usb-no-events.what')} {t('problem.usb-no-events.do')}
        </p>
      )}
    </aside>
  )
}
