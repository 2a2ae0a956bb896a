import { useState } from 'react'
import type { Answer, CallOutput } from '../../../shared/contract/contract.ts'
import type { Copy } from '../../../shared/contract/history.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { useWhen } from '../../ui/words.ts'
import { bytesWords, refusedWords, type Told, Telling } from './Telling.tsx'

type Asking = { readonly fileName: string; readonly what: 'restore' | 'remove' }

function CopyLine(props: {
  copy: Copy
  asking: Asking | null
  onAsk: (asking: Asking | null) => void
  onDo: () => void
}) {
  const t = useTexts()
  const when = useWhen()
  const { copy, asking, onAsk } = props
  const { fileName, kind } = copy
  return (
    <li>
      <span>
        <strong>{t(`keeping.copy.${kind}`)}</strong>{' '}
        <span className="soft small">
          {when(copy.wallMs)} · {bytesWords(t, copy.bytes)}
        </span>
        <span className="soft small file-name">{fileName}</span>
      </span>
      {asking?.fileName === fileName ? (
        <div className="copy-sure">
          <p className="small">{t(`keeping.copy.${asking.what}.sure`)}</p>
          <div className="buttons">
            <button type="button" className="button" onClick={() => onAsk(null)}>
              {t('case.erase.no')}
            </button>
            <button type="button" className="button" onClick={props.onDo}>
              {t(`keeping.copy.${asking.what}.yes`)}
            </button>
          </div>
        </div>
      ) : (
        <div className="buttons">
          {kind !== 'damaged' && (
            <button type="button" className="button" onClick={() => onAsk({ fileName, what: 'restore' })}>
              {t('keeping.copy.restore')}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => onAsk({ fileName, what: 'remove' })}>
            {t('keeping.copy.remove')}
          </button>
        </div>
      )}
    </li>
  )
}

/** The copies beside the history: make one, go back to one, remove one. Both of the latter ask first. */
export function Copies(props: { copies: readonly Copy[]; canCopy: boolean }) {
  const t = useTexts()
  const store = useStore()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [told, setTold] = useState<Told>(null)
  const failed = (): { ok: false; problem: { code: 'not-now' } } => ({ ok: false, problem: { code: 'not-now' } })
  const backUp = async () => {
    const answer = await store.call('historyBackUp', {}).catch((): CallOutput<'historyBackUp'> => failed())
    setTold(
      answer.ok
        ? { tone: 'ok', words: t('keeping.backed-up', { name: answer.fileName }) }
        : refusedWords(t, answer.problem),
    )
  }
  const perform = async () => {
    if (asking === null) return
    const { fileName, what } = asking
    setAsking(null)
    const call = what === 'restore' ? 'historyRestore' : 'historyRemoveCopy'
    const answer = await store.call(call, { fileName }).catch((): Answer => failed())
    if (!answer.ok) setTold(refusedWords(t, answer.problem))
    else setTold(what === 'restore' ? { tone: 'ok', words: t('keeping.restored', { name: fileName }) } : null)
  }
  return (
    <section className="card" aria-labelledby="keeping-copies">
      <h2 id="keeping-copies">{t('keeping.copies')}</h2>
      <p className="soft small">{t(props.copies.length === 0 ? 'keeping.copies.none' : 'keeping.copies.what')}</p>
      <ul className="copies">
        {props.copies.map((copy) => (
          <CopyLine key={copy.fileName} copy={copy} asking={asking} onAsk={setAsking} onDo={() => void perform()} />
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" disabled={!props.canCopy} onClick={() => void backUp()}>
          {t('keeping.back-up')}
        </button>
      </div>
      <Telling told={told} />
    </section>
  )
}
