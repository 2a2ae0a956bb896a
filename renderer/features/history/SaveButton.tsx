import { Download } from 'lucide-react'
import { useState } from 'react'
import type { DocumentRequest } from '../../../shared/contract/history.ts'
import type { Problem } from '../../../shared/engine/problem.ts'
import { useTexts } from '../../language.ts'
import { useStore } from '../../store.ts'
import { saveDocument } from './save-document.ts'

/** A button that makes a file and saves it; says while it is made, and why it could not be. */
export function SaveButton(props: { words: string; request: () => DocumentRequest }) {
  const t = useTexts()
  const store = useStore()
  const [making, setMaking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async () => {
    setMaking(true)
    const refused = await saveDocument(store, props.request()).catch((): Problem => ({ code: 'not-now' }))
    setProblem(refused)
    setMaking(false)
  }
  return (
    <span className="save-button">
      <button type="button" className="button" disabled={making} onClick={() => void save()}>
        <Download size="1.1em" aria-hidden />
        {making ? t('history.saving') : props.words}
      </button>
      {problem !== null && (
        <output className="small">{t('history.not-saved', { reason: t(`problem.${problem.code}.what`) })}</output>
      )}
    </span>
  )
}
