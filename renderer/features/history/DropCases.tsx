import { FileDown, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useTexts } from '../../language.ts'
import { goTo } from '../../routes.ts'
import { type Store, useStore } from '../../store.ts'
import { Notice } from '../../ui/Notice.tsx'
import { isCaseFile } from './case-file.ts'
import { importedWords, sendCases } from './ImportCases.tsx'
import { refusedWords, type Told } from './Telling.tsx'
import './drop-cases.css'

type Imported = CallOutput<'historyImport'>

const takeFile = (store: Store, file: File): Promise<Imported> =>
  file
    .text()
    .then((text) => sendCases(store, text))
    .catch((): Imported => ({ ok: false, problem: { code: 'not-now' } }))

/**
 * Files that are dragged over the window, wherever nothing else takes them. A browser would leave the app for a file that is dropped on it;
 * here it goes to `onFiles`, or nowhere while `ready` is false. Gives whether one hovers over the window now.
 */
function useDroppedFiles(ready: boolean, onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const given = useEffectEvent(onFiles)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // a place of its own on the page takes this one, as the one for logs does
      if (event.defaultPrevented) return setOver(false)
      event.preventDefault()
      event.dataTransfer.dropEffect = ready ? 'copy' : 'none'
      setOver(ready)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (ready) given([...event.dataTransfer.files])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [ready])
  return over && ready
}

/** Takes in exported cases that are dropped anywhere on the window, says what became of them and shows a single one. Not while hands are full. */
export function DropCases(props: { ready: boolean }) {
  const t = useTexts()
  const store = useStore()
  const [told, setTold] = useState<Told>(null)
  const take = async (files: readonly File[]) => {
    const other = files.find((file) => !isCaseFile(file))
    if (other !== undefined) return setTold({ tone: 'doubt', words: t('drop.not-a-case', { file: other.name }) })
    setTold(null)
    const answers: Imported[] = []
    for (const file of files) answers.push(await takeFile(store, file))
    const refused = answers.find((answer) => !answer.ok)
    if (refused !== undefined) return setTold(refusedWords(t, refused.problem))
    const results = answers.flatMap((answer) => (answer.ok ? answer.results : []))
    setTold(importedWords(t, results))
    const taken = results.flatMap((result) => (result.ok ? [result.caseId] : []))
    const [only] = taken
    if (only !== undefined) goTo(taken.length === 1 ? { name: 'case', caseId: only } : { name: 'history' })
  }
  const over = useDroppedFiles(props.ready, (files) => void take(files))
  return (
    <>
      {over && (
        <div className="drop-here" aria-hidden>
          <p>
            <FileDown size="1.3em" />
            {t('drop.here')}
          </p>
        </div>
      )}
      <output className="drop-told">
        {told !== null && (
          <Notice tone={told.tone}>
            {told.words}
            <button
              type="button"
              className="icon-button"
              aria-label={t('banner.dismiss')}
              onClick={() => setTold(null)}
            >
              <X size="1.2em" aria-hidden />
            </button>
          </Notice>
        )}
      </output>
    </>
  )
}
