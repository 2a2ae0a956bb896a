import { TriangleAlert, X } from 'lucide-react'
import type { Problem } from '../../shared/engine/problem.ts'
import { useTexts } from '../language.ts'
import { type Snapshot, useStore } from '../store.ts'

function Banner(props: { problem: Problem; onDismiss: () => void }) {
  const t = useTexts()
  const { code, detail } = props.problem
  return (
    <li className="banner">
      <TriangleAlert size="1.2em" aria-hidden />
      <div>
        <p>
          <strong>{t(`problem.${code}.what`)}</strong> {t.has(`problem.${code}.do`) && t(`problem.${code}.do`)}
        </p>
        {detail !== undefined && (
          <details className="small">
            <summary>{t('banner.detail')}</summary>
            <p className="soft">{detail}</p>
          </details>
        )}
      </div>
      <button type="button" className="icon-button" aria-label={t('banner.dismiss')} onClick={props.onDismiss}>
        <X size="1.2em" aria-hidden />
      </button>
    </li>
  )
}

/** Troubles that do not stop the work: at the bottom, over nothing that moves, until dismissed or ended. */
export function Banners(props: { snapshot: Snapshot }) {
  const t = useTexts()
  const store = useStore()
  const { real, practice, refusal } = props.snapshot
  const banners = (['real', 'practice'] as const).flatMap((world) =>
    ((world === 'real' ? real : practice)?.state.banners ?? []).map((problem) => ({ world, problem })),
  )
  return (
    <ul className="banners" aria-live="polite" aria-label={t('banner.label')}>
      {banners.map(({ world, problem }) => (
        <Banner
          key={`${world}-${problem.code}`}
          problem={problem}
          onDismiss={() => void store.act(world, { kind: 'banner.dismiss', code: problem.code })}
        />
      ))}
      {refusal !== null && <Banner problem={refusal} onDismiss={() => store.dismissRefusal()} />}
    </ul>
  )
}
