import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { exportCase, importCase } from '../../electron/history/exchange.ts'
import { type History, type HistoryOptions, openHistory } from '../../electron/history/open.ts'
import type { ImportResult } from '../../shared/contract/history.ts'
import type { Problem } from '../../shared/engine/problem.ts'
import { NOON, woke } from './values.ts'

/** A folder of its own for one test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const freshFile = (): string => join(freshFolder(), 'history.db')

export type Opened = { history: History; troubles: Problem[]; recovered: string[]; changes: { count: number } }

/** Opens a history that is closed at the test's end, and collects what it reports. */
export function open(file: string, options: Partial<HistoryOptions> = {}): Opened {
  const troubles: Problem[] = []
  const recovered: string[] = []
  const changes = { count: 0 }
  const history = openHistory({
    file,
    bootId: 'boot-2',
    appVersion: '0.1.0',
    wallMs: () => NOON,
    onTrouble: (problem) => void troubles.push(problem),
    onRecovered: (code) => void recovered.push(code),
    onChanged: () => void (changes.count += 1),
    openWaitMs: 0,
    ...options,
  })
  onTestFinished(() => void history.close())
  return { history, troubles, recovered, changes }
}

export const codes = (troubles: Problem[]): string[] => troubles.map((problem) => problem.code)

/** Appends `count` events to one attempt of one case. */
export function append(history: History, count: number, place = { caseId: 'case-1', attemptId: 'attempt-1' }): void {
  const journal = history.journalFor('real')
  for (let index = 0; index < count; index += 1) journal.append(woke(index), place)
}

export const everything = { practice: false, search: '', limit: 100, offset: 0 }

/** One case as a file's text, with everything or without these names; null where there is no such case. */
export const exportFrom = ({ desk }: History, caseId: string, redactNames: readonly string[] | null): string | null =>
  desk.reading((db, tables) => exportCase(db, tables, caseId, { appVersion: '0.1.0', wallMs: NOON, redactNames }), null)

/** Takes a file's text in, here and now. */
export const importInto = ({ desk }: History, text: string, newId: () => string): ImportResult | null =>
  desk.reading((db, tables) => importCase(db, tables, text, { newId, wallMs: NOON }), null)
