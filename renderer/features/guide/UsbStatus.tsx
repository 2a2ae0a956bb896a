import { useRef } from 'react'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import type { Phone } from '../../../shared/engine/phone.ts'
import { useTexts } from '../../language.ts'
import { type ClockAnchor, worldMs } from '../../store.ts'
import { tenthsOf } from '../../ui/words.ts'
import { ModeBadge } from '../phones/ModeBadge.tsx'
import { useEveryFrame } from './use-every-frame.ts'

/** How long ago the phone left USB; tenths of a second, since each of them matters here. */
function LeftUsb({ leftAtMs, clock }: { leftAtMs: number; clock: ClockAnchor }) {
  const t = useTexts()
  const words = useRef<HTMLSpanElement>(null)
  useEveryFrame((pageMs) => {
    const seconds = tenthsOf(t, Math.max(0, (worldMs(clock, pageMs) - leftAtMs) / 1000))
    if (words.current !== null) words.current.textContent = t('guide-screen.usb.left', { seconds })
  })
  return <span ref={words} aria-hidden="true" />
}

/** What USB shows of the guided phone now. */
export function UsbStatus({ run, phone, clock }: { run: GuideRun; phone: Phone | null; clock: ClockAnchor }) {
  const t = useTexts()
  if (phone === null) return <span className="guide-usb">{t('guide-screen.usb.unseen')}</span>
  const leftAtMs = run.leftAtMs ?? phone.leftAtMs
  const rebooting = run.leftAtMs !== null && run.target !== null && run.stage !== 'card' && run.stage !== 'ended'
  return (
    <span className="guide-usb">
      <ModeBadge mode={phone.presence === 'attached' ? phone.mode : null} rebooting={rebooting} />
      {phone.presence !== 'attached' && leftAtMs !== null && <LeftUsb leftAtMs={leftAtMs} clock={clock} />}
      {phone.presence === 'attached' && run.restartSentAtMs !== null && run.leftAtMs === null && (
        <span>{t('guide-screen.usb.restart-sent')}</span>
      )}
    </span>
  )
}
