import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { refusedWords, type Told, Telling } from './Telling.tsx'

/** What the call wants to hear; the person types the same in their own language. */
const CONFIRMED = 'erase everything'

/** Erases the whole history after a word was typed; nothing else on this page erases more than is named. */
export function EraseAll(props: { copies: number }) {
  const t = useTexts()
  const store = useStore()
  const [typed, setTyped] = useState('')
  const [copiesToo, setCopiesToo] = useState(true)
  const [told, setTold] = useState<Told>(null)
  const erase = async () => {
    const answer = await store
      .call('historyEraseAll', { confirmed: CONFIRMED, copiesToo })
      .catch((): CallOutput<'historyEraseAll'> => ({ ok: false, problem: { code: 'not-now' } }))
    setTyped('')
    setTold(
      answer.ok ? { tone: 'ok', words: t('keeping.erased', { count: answer.cases }) } : refusedWords(t, answer.problem),
    )
  }
  return (
    <section className="card" aria-labelledby="keeping-erase">
      <h2 id="keeping-erase">{t('keeping.erase-all')}</h2>
      <p className="soft small">{t('keeping.erase-all.what')}</p>
      <label className="label-field">
        <span className="small soft">{t('keeping.erase-all.word', { word: t('keeping.erase-all.type') })}</span>
        <input className="field" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </label>
      {props.copies > 0 && (
        <label className="check">
          <input type="checkbox" checked={copiesToo} onChange={(event) => setCopiesToo(event.target.checked)} />
          <span>{t('keeping.erase-all.copies')}</span>
        </label>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={typed.trim().toLocaleLowerCase() !== t('keeping.erase-all.type')}
          onClick={() => void erase()}
        >
          <Trash2 size="1.1em" aria-hidden />
          {t('keeping.erase-all.yes')}
        </button>
      </div>
      <Telling told={told} />
    </section>
  )
}
