import { type SubmitEvent, useState } from 'react'
import type { HostSystem } from '../../../shared/knowledge/vocabulary.ts'
import { readErrorCode } from '../../../shared/protocol/dialog-text.ts'
import { useTexts } from '../../language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useFocusOnMount } from '../../ui/use-focus.ts'

/** In recovery Update keeps the data and comes first; Restore only where the plan stands at it. In DFU there is only Restore. */
export type HandOverTask = 'recovery' | 'recovery-restore' | 'dfu'

const LINES = [1, 2, 3, 4, 5, 6] as const

/** What the choice in Apple's program does to the data, then what to do there, line by line. */
export function Instructions(props: { task: HandOverTask; system: HostSystem }) {
  const t = useTexts()
  const base = `handover.${props.task}.${props.system}`
  const lines = LINES.map((number) => `${base}.${number}`).filter((key) => t.has(key))
  return (
    <>
      <Notice tone={props.task === 'recovery' ? 'ok' : 'trouble'}>{t(`handover.${props.task}.data`)}</Notice>
      <ol className="instructions">
        {lines.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
    </>
  )
}

/** "It failed": which code? Gives the code, else the words, else null. `read`: the code that a log names, and its file. */
export function FailedForm(props: {
  read?: { code: string; file: string } | null
  onSend: (code: string | null) => void
  onCancel: () => void
}) {
  const t = useTexts()
  const field = useFocusOnMount<HTMLInputElement>()
  const [text, setText] = useState(props.read?.code ?? '')
  const { code } = readErrorCode(text)
  const words = text.trim()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    props.onSend(code ?? (words === '' ? null : words))
  }
  const help = words === '' ? 'handover.failed.none' : code === null ? 'home.field.none' : 'home.field.code'
  return (
    <form className="card failed-form" onSubmit={submit}>
      <label className="label">
        {t('handover.failed.which')}
        <input
          ref={field}
          className="field"
          value={text}
          maxLength={4000}
          autoComplete="off"
          placeholder={t('home.field.example')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {props.read != null && text === props.read.code && (
        <p className="soft small">{t('log.live.from', { file: props.read.file })}</p>
      )}
      <p className="soft small" aria-live="polite">
        {t(help, { code: code ?? '' })}
      </p>
      <div className="buttons">
        <button type="submit" className="button primary">
          {t('handover.failed.send')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('handover.failed.back')}
        </button>
      </div>
    </form>
  )
}
