import { Unplug } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LinkStatus } from '../connection.ts'
import { useTexts } from '../language.ts'
import { useStore } from '../store.ts'

/** Whole seconds until a moment of this page, counted down once a second. */
function useSecondsUntil(pageMs: number | null): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (pageMs === null) return undefined
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [pageMs])
  return pageMs === null ? 0 : Math.max(0, Math.ceil((pageMs - now) / 1000))
}

/** The connection to the computer's side is gone: what is on screen is old, and the next try is on its way. */
export function LinkLost(props: { link: LinkStatus }) {
  const t = useTexts()
  const store = useStore()
  const seconds = useSecondsUntil(props.link.kind === 'lost' ? props.link.retryAtMs : null)
  if (props.link.kind !== 'lost') return null
  return (
    <div className="link-lost" role="alertdialog" aria-labelledby="link-lost-title">
      <Unplug size="1.5em" aria-hidden />
      <div>
        <h2 id="link-lost-title">{t('link.lost')}</h2>
        <p>{t('link.lost.what')}</p>
        <p className="soft small" aria-live="off">
          {t('link.lost.retry', { seconds })}
        </p>
      </div>
      <button type="button" className="button" onClick={() => store.retryNow()}>
        {t('link.retry')}
      </button>
    </div>
  )
}
