import { type KeyboardEvent as ReactKeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../language.ts'
import { goTo } from '../../routes.ts'
import type { ScreenProps } from '../../screen.ts'
import { onlyPhone } from '../phones/PhonePanel.tsx'
import { type Entry, paletteEntries } from './entries.ts'
import './palette.css'

/** Opens on Ctrl-K or ⌘-K. */
function usePaletteKey(open: () => void): void {
  const newest = useRef(open)
  useEffect(() => {
    newest.current = open
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      newest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Arrow keys walk from the field through the entries and back. */
function walk(event: ReactKeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')]
  const here = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)]
  event.preventDefault()
  next?.focus()
}

function Search(props: { onChoose: (entry: Entry) => void }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const entries = paletteEntries(t, typed)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const [first] = entries
    if (first !== undefined) props.onChoose(first)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows are a short cut for Tab
    <form onSubmit={submit} onKeyDown={walk}>
      <input
        className="field"
        aria-label={t('palette.title')}
        placeholder={t('palette.example')}
        autoComplete="off"
        maxLength={400}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="palette-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => props.onChoose(entry)}>
              {entry.words}
            </button>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="soft">{t('palette.none')}</p>}
    </form>
  )
}

/** Any place and any code from the keyboard. Not there while a guide runs. */
export function Palette(props: Pick<ScreenProps, 'state' | 'act'>) {
  const t = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  usePaletteKey(() => setOpen(true))
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  const choose = (entry: Entry) => {
    dialog.current?.close()
    if (entry.kind === 'place') return goTo(entry.route)
    goTo({ name: 'home' })
    void props.act({
      kind: 'case.open',
      caseId: crypto.randomUUID(),
      complaint: { kind: 'code', code: entry.code, text: entry.code },
      phoneId: onlyPhone(props.state)?.id ?? null,
    })
  }
  if (!open) return null
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.title')} onClose={() => setOpen(false)}>
      <Search onChoose={choose} />
    </dialog>
  )
}
