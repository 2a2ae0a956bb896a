import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Archive, createArchive } from '../../electron/history/archive.ts'
import type { HistoryOptions } from '../../electron/history/open.ts'
import type { WorkerClient } from '../../electron/history/worker-client.ts'
import type { Retention } from '../../shared/contract/history.ts'
import { open, type Opened } from './sample.ts'
import { NOON, opening, sampleAttempt, sampleCase, save, woke } from './values.ts'

export type Archived = Opened & { readonly archive: Archive; readonly log: string[] }

/** A history with its slow side; both end with the test. */
export function archived(
  file: string,
  options: Partial<HistoryOptions> & { client?: (writes: boolean) => WorkerClient; patienceMs?: number } = {},
): Archived {
  const { client, patienceMs, ...rest } = options
  const opened = open(file, rest)
  const log: string[] = []
  const archive = createArchive({
    history: opened.history,
    appVersion: '0.1.0',
    wallMs: () => NOON,
    onChanged: () => {},
    log: (line) => void log.push(line),
    ...(client && { client }),
    ...(patienceMs !== undefined && { patienceMs }),
  })
  onTestFinished(() => archive.close())
  return { ...opened, archive, log }
}

/** An id like those of the doors. */
export const caseId = (number: number) => `11111111-aaaa-4aaa-8aaa-${String(number).padStart(12, '0')}`

/** A word that stands nowhere else, for one case. */
export const secretOf = (number: number) => `Zyx${String(number).padStart(5, '0')}wvu`

/** A closed case with a guide attempt, a journal and labels, all of which name its secret. */
export function addCase(
  { history }: Pick<Opened, 'history'>,
  number: number,
  more: Parameters<typeof sampleCase>[1] = {},
) {
  const id = caseId(number)
  const secret = secretOf(number)
  const attempt = sampleAttempt(`${id}/guide`, { endedWallMs: NOON + 9000, verdict: 'entered' })
  history.perform(
    save(
      sampleCase(id, {
        complaint: { kind: 'code', code: '4013', text: `${secret} said 4013` },
        attempts: [attempt],
        steps: [
          { id: 'A2', state: 'proved', reason: { key: 'x' }, erases: false, minutes: 1, note: secret, atWallMs: NOON },
        ],
        closedWallMs: NOON + 10_000,
        outcome: 'fixed',
        ...more,
      }),
    ),
  )
  const effect = opening(attempt, id, more.practice ?? false)
  history.perform(effect.kind === 'attempt.open' ? { ...effect, usbPort: '1-2', hubs: 0 } : effect)
  history
    .journalFor('real')
    .append(
      { ...woke(1), kind: 'step.answer', stepId: 'A2', answer: 'done', note: secret },
      { caseId: id, attemptId: attempt.attemptId },
    )
  history.flush()
  history.setLabels(id, { operator: `op ${secret}`, ticket: secret, note: `note ${secret}` })
}

/** The names of all files beside the history in which these bytes stand, in UTF-8. */
export function filesHolding(file: string, words: string): string[] {
  const folder = dirname(file)
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words))
}

/** Stores a rule for keeping without erasing anything by it. */
export const storeRule = ({ history }: Pick<Opened, 'history'>, rule: Retention): void =>
  history.desk.reading(
    (db) =>
      void db
        .prepare(`INSERT OR REPLACE INTO settings (key, value, saved_wall_ms) VALUES ('retention', ?, 0)`)
        .run(JSON.stringify(rule)),
    undefined,
  )
