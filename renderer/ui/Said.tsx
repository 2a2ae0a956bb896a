import type { TextParams } from '../../shared/texts/translate.ts'
import { useTexts } from '../language.ts'

/** A text that may be missing in the reader's language: it then comes in English, in its own direction, and is marked so. */
export function Said(props: { id: string; params?: TextParams }) {
  const t = useTexts()
  const words = t(props.id, props.params)
  if (!t.inEnglish(props.id)) return words
  return (
    <>
      <bdi lang="en" dir="ltr">
        {words}
      </bdi>{' '}
      <span className="tag">{t('languages.in-english')}</span>
    </>
  )
}
