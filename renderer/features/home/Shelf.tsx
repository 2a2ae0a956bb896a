import { useTexts } from '../../language.ts'
import type { ScreenProps } from '../../screen.ts'
import { complaintWords, useWhen } from '../../ui/words.ts'

/** Open cases that wait: each goes on where it stood. */
export function Shelf(props: ScreenProps) {
  const t = useTexts()
  const when = useWhen()
  if (props.state.shelf.length === 0) return null
  return (
    <section className="shelf" aria-labelledby="shelf-title">
      <h2 id="shelf-title">{t('shelf.title')}</h2>
      <ul>
        {props.state.shelf.map((entry) => {
          const interrupted = entry.attempts.at(-1)?.verdict === 'interrupted'
          return (
            <li key={entry.id}>
              <button
                type="button"
                className="shelf-case"
                onClick={() => void props.act({ kind: 'case.resume', caseId: entry.id })}
              >
                <strong>{complaintWords(t, entry.complaint)}</strong>
                <span className="soft">
                  {t('shelf.line', {
                    phone: entry.phone?.name ?? t('phone.unknown-model'),
                    when: when(entry.openedWallMs),
                    attempts: entry.attempts.length,
                  })}
                </span>
                {interrupted && <span className="tag doubt">{t('shelf.interrupted')}</span>}
                <span className="shelf-go">{t('shelf.go')}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
