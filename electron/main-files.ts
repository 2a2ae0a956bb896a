import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import { type BrowserWindow, dialog } from 'electron'
import type { OpenConnection } from '../shared/contract/connection.ts'
import { CASE_ENDING, PART_CHARACTERS } from '../shared/contract/history.ts'
import type { Translate } from '../shared/texts/translate.ts'
import { inParts } from './case-files.ts'

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

type Taken = { caseId: string } | { problem: string }

/** Hands the text of an exported case to the history, through the same call that the screens make. */
async function takeCase(t: Translate, seat: OpenConnection, path: string): Promise<Taken> {
  const file = basename(path)
  const id = randomUUID()
  const parts = inParts(await readFile(path, 'utf8'), PART_CHARACTERS)
  for (const [index, text] of parts.entries()) {
    const last = index === parts.length - 1
    const answer = await seat.call('historyImport', { id, text, last })
    if (!answer.ok) {
      const reason = t(`problem.${answer.problem.code}.what`)
      return { problem: t('desktop.open.refused', { file, reason }) }
    }
    if (!last) continue
    const bad = answer.results.find((result) => !result.ok)
    const good = answer.results.find((result) => result.ok)
    if (bad && !good) return { problem: t(`desktop.open.${bad.reason}`, { file }) }
    if (good) return { caseId: good.caseId }
  }
  return { problem: t('desktop.open.foreign', { file }) }
}

/** Takes an exported case over and gives its place in the app; says why not where that fails, and gives null. */
export async function openCaseFile(t: Translate, seat: OpenConnection, path: string): Promise<string | null> {
  const taken = await takeCase(t, seat, path).catch((error: unknown): Taken => ({
    problem: t('desktop.open.unreadable', { file: basename(path), detail: reasonOf(error) }),
  }))
  if ('caseId' in taken) return `#/history/${encodeURIComponent(taken.caseId)}`
  dialog.showErrorBox(t('desktop.open.failed'), taken.problem)
  return null
}

/** Asks which exported cases to open; none when the person thinks better of it. */
export async function chooseCaseFiles(t: Translate, window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: t('desktop.open.title'),
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: t('desktop.open.filter'), extensions: [CASE_ENDING.slice(1), 'json'] }],
  })
  return filePaths
}

/** Asks where to, and writes what the window shows as a PDF. */
export async function savePdf(t: Translate, window: BrowserWindow): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  const { filePath } = await dialog.showSaveDialog(window, {
    title: t('desktop.pdf.title'),
    defaultPath: `handhold-${today}.pdf`,
    filters: [{ name: t('desktop.pdf.filter'), extensions: ['pdf'] }],
  })
  if (!filePath) return
  try {
    await writeFile(filePath, await window.webContents.printToPDF({ printBackground: true }))
  } catch (error) {
    dialog.showErrorBox(t('desktop.pdf.failed'), reasonOf(error))
  }
}
