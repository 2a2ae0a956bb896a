import { FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../language.ts'
import { useStore } from '../store.ts'

/** Practice is unmistakable: a frame around everything and the word, with the way out. */
export function PracticeFrame(props: { practising: boolean; children: ReactNode }) {
  const t = useTexts()
  const store = useStore()
  return (
    <div className="practice-frame">
      <header className="practice-word" aria-label={t('practice-frame.word')}>
        <FlaskConical size="1.1em" aria-hidden />
        <strong>{t('practice-frame.word')}</strong>
        <span>{t('practice-frame.promise')}</span>
        {props.practising && (
          <button type="button" className="practice-stop" onClick={() => void store.practiceStop()}>
            {t('practice-frame.stop')}
          </button>
        )}
      </header>
      <div className="practice-inside">{props.children}</div>
    </div>
  )
}
