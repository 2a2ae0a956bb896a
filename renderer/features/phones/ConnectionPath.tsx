import type { ReactNode } from 'react'
import { useTexts } from '../../language.ts'
import { phoneName } from './phone-name.ts'
import type { Phone } from '../../../shared/engine/phone.ts'

type Hop = {
  readonly id: string
  readonly what: string
  readonly fact: string
  readonly tone: 'plain' | 'doubt' | 'off'
}

/** How often the phone left USB since this computer first saw it, as far as the changes are kept. */
function dropsOf(phone: Phone): number {
  return phone.changes.filter((change) => change.mode === null).length
}

/** The path as USB shows it: computer, each hub, cable, phone. Colour is by fact, the words say the fact. */
function usePath(phone: Phone): Hop[] {
  const t = useTexts()
  const hubs = phone.usb?.hubs ?? null
  const attached = phone.presence === 'attached'
  const hubHops = Array.from({ length: hubs ?? 0 }, (_, index): Hop => ({
    id: `hub-${index}`,
    what: t('path.hub'),
    fact: t(index === 0 ? 'path.hub.fact' : 'path.hub.again'),
    tone: 'doubt',
  }))
  const direct =
    hubs === 0 ? t('path.computer.direct') : hubs === null ? t('path.computer.unknown') : t('path.computer.through')
  return [
    { id: 'computer', what: t('path.computer'), fact: direct, tone: 'plain' },
    ...hubHops,
    {
      id: 'cable',
      what: t('path.cable'),
      fact: t('path.cable.fact', { drops: dropsOf(phone) }),
      tone: attached ? 'plain' : 'off',
    },
    {
      id: 'phone',
      what: phoneName(t, phone.identity),
      fact: t(attached ? 'path.phone.here' : 'path.phone.away'),
      tone: attached ? 'plain' : 'off',
    },
  ]
}

/** The connection drawn as the path it really is; port and speed stand behind "details", with what is handed in. */
export function ConnectionPath(props: { phone: Phone; children: ReactNode }) {
  const t = useTexts()
  const hops = usePath(props.phone)
  const { usb } = props.phone
  return (
    <section className="path" aria-label={t('path.title')}>
      <h3 className="eyebrow">{t('path.title')}</h3>
      <ol>
        {hops.map((hop) => (
          <li key={hop.id} className={`hop ${hop.tone}`}>
            <span className="hop-what">{hop.what}</span>
            <span className="hop-fact">{hop.fact}</span>
          </li>
        ))}
      </ol>
      {usb !== null && (
        <details>
          <summary>{t('path.details')}</summary>
          <dl className="facts small">
            <dt>{t('path.usb-port')}</dt>
            <dd>{usb.usbPort}</dd>
            <dt>{t('path.speed')}</dt>
            <dd>{usb.speedMbps === null ? t('path.speed.unknown') : t('path.speed.value', { mbps: usb.speedMbps })}</dd>
            <dt>{t('path.ids')}</dt>
            <dd>{`${usb.vendorId.toString(16).padStart(4, '0')}:${usb.productId.toString(16).padStart(4, '0')}`}</dd>
            {props.phone.identity.ecid !== null && (
              <>
                <dt>{t('path.ecid')}</dt>
                <dd>{props.phone.identity.ecid}</dd>
              </>
            )}
          </dl>
          {props.children}
        </details>
      )}
    </section>
  )
}
