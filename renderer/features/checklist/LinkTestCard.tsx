import { useEffect, useState } from 'react'
import { LINK_TEST_MS } from '../../../shared/engine/link-test.ts'
import type { LinkTest, LinkTransfers } from '../../../shared/engine/verification-facts.ts'
import { useTexts } from '../../language.ts'
import { type ClockAnchor, worldMs } from '../../store.ts'

const TONES = {
  'clean-at-idle': 'plain',
  drops: 'trouble',
  'transfer-errors': 'trouble',
  slow: 'doubt',
  'cannot-test': 'plain',
} as const

/** The bar of the running minute; drawn four times a second, which is smooth enough for a minute. */
function Minute(props: { endsAtMs: number; clock: ClockAnchor }) {
  const { endsAtMs, clock } = props
  const [nowMs, setNowMs] = useState(() => worldMs(clock))
  useEffect(() => {
    const timer = setInterval(() => setNowMs(worldMs(clock)), 250)
    return () => clearInterval(timer)
  }, [clock])
  const passed = Math.min(1, Math.max(0, 1 - (endsAtMs - nowMs) / LINK_TEST_MS))
  return (
    <div className="minute" aria-hidden>
      <span style={{ inlineSize: `${passed * 100}%` }} />
    </div>
  )
}

/** The few small transfers at the beginning: how many arrived, or why none could be made. */
function Transfers(props: { transfers: LinkTransfers }) {
  const t = useTexts()
  const { outcome, done, errors } = props.transfers
  const all = done + errors
  if (outcome === null) return <p className="small">{t('link-test.transfers.running')}</p>
  if (errors > 0) return <p className="small">{t('link-test.transfers.failed', { errors, all })}</p>
  if (outcome === 'ok') return <p className="small">{t('link-test.transfers.ok', { done })}</p>
  const why = t(`link-test.transfers.why.${outcome}`)
  return <p className="small">{t('link-test.transfers.not', { why })}</p>
}

/** The link test: waiting, its minute, or its grade, which is never better than "clean at idle". */
export function LinkTestCard(props: { test: LinkTest; clock: ClockAnchor }) {
  const t = useTexts()
  const { test } = props
  const tone = test.grade === null ? 'plain' : TONES[test.grade]
  const words =
    test.grade === null
      ? t(`link-test.${test.status}`, { drops: test.drops })
      : t(`link-test.grade.${test.grade}`, {
          drops: test.drops,
          speed: test.speedMbps ?? 0,
          why: test.why === null ? '' : t(`link-test.why.${test.why}`),
        })
  return (
    <section className={`link-test notice ${tone}`} aria-labelledby="link-test-title">
      <h2 id="link-test-title" className="eyebrow">
        {t('link-test.title')}
        {test.speedMbps !== null && test.grade !== 'slow' && (
          <span className="tag">{t('link-test.speed', { speed: test.speedMbps })}</span>
        )}
      </h2>
      <output>{words}</output>
      {test.transfers && <Transfers transfers={test.transfers} />}
      {test.status === 'running' && test.endsAtMs !== null && <Minute endsAtMs={test.endsAtMs} clock={props.clock} />}
    </section>
  )
}
