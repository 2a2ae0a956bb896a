import { useEffect, useState } from 'react'
import type { HandOver } from '../../../shared/engine/case.ts'
import { restoreWait } from '../../../shared/engine/restore-watch.ts'
import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { worldMs } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { durationWords, useWhen } from '../../ui/words.ts'

const LOOK_EVERY_MS = 1000

/** Where the phone stands and for how long, in words of its own for each place, and when it left USB so far. */
export function RestoreWatch(props: ScreenProps & { handOver: HandOver }) {
  const t = useTexts()
  const when = useWhen()
  const { clock, state } = props
  const [nowMs, setNowMs] = useState(() => worldMs(clock))
  useEffect(() => {
    const timer = setInterval(() => setNowMs(worldMs(clock)), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [clock])
  const wait = restoreWait(state, Math.max(nowMs, state.atMs))
  const { drops = [] } = props.handOver
  return (
    <>
      {wait !== null && (
        <Notice tone={wait.over ? 'doubt' : 'plain'}>
          {t(wait.over ? `restore-wait.${wait.place}.over` : `restore-wait.${wait.place}`, {
            duration: durationWords(t, wait.forMs),
          })}
        </Notice>
      )}
      {drops.length > 0 && (
        <details className="small">
          <summary>{t('restore-drop.title', { count: drops.length })}</summary>
          <ul>
            {drops.map(({ wallMs, mode, percent }, index) => (
              <li key={`${index} ${wallMs}`}>
                {t(percent === null ? 'restore-drop.from' : 'restore-drop.from.percent', {
                  when: when(wallMs),
                  mode: t(`mode.${mode}`),
                  percent: Math.round(percent ?? 0),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
