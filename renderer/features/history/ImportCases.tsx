import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { CASE_ENDING, type ImportResult, PART_CHARACTERS } from '../../../shared/contract/history.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { useTexts } from '../../language.ts'
import { type Store, useStore } from '../../store.ts'
import { refusedWords, type Told, Telling } from './Telling.tsx'

/** Sends the text of an exported case in parts; the last part's answer tells what became of it. */
export async function sendCases(store: Store, text: string): Promise<CallOutput<'historyImport'>> {
  const id = crypto.randomUUID()
  let from = 0
  for (; from + PART_CHARACTERS < text.length; from += PART_CHARACTERS) {
    const part = text.slice(from, from + PART_CHARACTERS)
    const answer = await store.call('historyImport', { id, text: part, last: false })
    if (!answer.ok || answer.results.length > 0) return answer
  }
  return store.call('historyImport', { id, text: text.slice(from), last: true })
}

/** What became of each case, in one line for the person. */
export function importedWords(t: Translate, results: readonly ImportResult[]): NonNullable<Told> {
  const kinds = ['added', 'continued', 'already-here', 'conflict-kept'] as const
  const taken = kinds
    .map((kind) => results.filter((one) => one.ok && one.result === kind).length)
    .map((count, index) => (count === 0 ? '' : t(`keeping.import.${kinds[index]}`, { count })))
  const reasons = [...new Set(results.flatMap((one) => (one.ok ? [] : [one.reason])))]
  const words = [...taken, ...reasons.map((reason) => t(`keeping.import.${reason}`))].filter(Boolean).join(' ')
  return { tone: reasons.length === 0 ? 'ok' : 'doubt', words }
}

/** Takes in a file that another computer saved, and says of it what became of each case. */
export function ImportCases() {
  const t = useTexts()
  const store = useStore()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState(false)
  const [told, setTold] = useState<Told>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setReading(true)
    setTold(null)
    const answer = await file
      .text()
      .then((text) => sendCases(store, text))
      .catch((): CallOutput<'historyImport'> => ({ ok: false, problem: { code: 'not-now' } }))
    setTold(answer.ok ? importedWords(t, answer.results) : refusedWords(t, answer.problem))
    setReading(false)
    // the same file may be chosen again
    if (input.current !== null) input.current.value = ''
  }
  return (
    <section className="card" aria-labelledby="keeping-import">
      <h2 id="keeping-import">{t('keeping.import')}</h2>
      <p className="soft small">{t('keeping.import.what')}</p>
      <div className="buttons">
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={t('keeping.import.choose')}
          accept={`${CASE_ENDING},.json,application/json`}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <button type="button" className="button" disabled={reading} onClick={() => input.current?.click()}>
          <Upload size="1.1em" aria-hidden />
          {t(reading ? 'keeping.import.reading' : 'keeping.import.choose')}
        </button>
      </div>
      <Telling told={told} />
    </section>
  )
}
