import { rmSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { exportOnlyCase } from '../history/export-only.ts'
import { actOnCues, obedient, practise, showCard, start } from './person.ts'
import { goTo, openApp, openCase, t } from './screens.ts'
import { expect, type ServeDoor, test } from './serve-fixture.ts'
import { dropFiles } from './drop-files.ts'

/** A case as another computer exported it: this door's own history is gone. */
async function exportedElsewhere(page: Page, door: ServeDoor, words: string): Promise<string> {
  await openApp(page, door)
  await openCase(page, words)
  await door.stop()
  const text = exportOnlyCase(door.databaseFile)
  for (const ending of ['', '-wal', '-shm']) rmSync(`${door.databaseFile}${ending}`, { force: true })
  await page.goto(await door.start())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
  return text
}

const told = (page: Page) => page.locator('.drop-told')

test('an exported case that is dropped anywhere on the window is taken in and shown, and the same one once more is recognised', async ({
  door,
  page,
}) => {
  const text = await exportedElsewhere(page, door, '4013')
  await goTo(page, 'settings')
  await dropFiles(page, 'h1', { 'from-elsewhere.handhold': text })
  await expect(page).toHaveURL(/#\/history\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
  await expect(told(page)).toContainText(t('keeping.import.added', { count: 1 }))
  await goTo(page, 'codes')
  await dropFiles(page, 'h1', { 'the-same.json': text })
  await expect(told(page)).toContainText(t('keeping.import.already-here', { count: 1 }))
  await expect(page).toHaveURL(/#\/history\/.+/)
  await told(page).getByRole('button').click()
  await expect(told(page)).toBeEmpty()
  await dropFiles(page, 'h1', { 'older-export.JSON': text.replace('"redacted":false', '"redacted":0') })
  await expect(told(page)).toContainText(t('keeping.import.foreign'))
})

test('a case that is dropped on the place for logs is taken in as a case', async ({ door, page }) => {
  const text = await exportedElsewhere(page, door, '1413')
  await openCase(page, '4014')
  await dropFiles(page, '.case-logs > .file-drop', { 'case.handhold': text })
  await expect(page).toHaveURL(/#\/history\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1413')
})

test('another file is refused by its name, and the app stays where it was', async ({ door, page }) => {
  await openApp(page, door)
  const place = page.url()
  expect(await dropFiles(page, 'h1', { 'letter.txt': 'Dear Sir' })).toBe(true)
  await expect(told(page)).toContainText(t('drop.not-a-case', { file: 'letter.txt' }))
  expect(page.url()).toBe(place)
})

test('while hands are full nothing is taken in, and the guide stays on screen', async ({ door, page }) => {
  await practise(page, door)
  await showCard(page, 'dfu')
  await actOnCues(page, obedient({ guide: 'dfu', family: 'face-id', way: 'manual', from: 'normal', power: 'side' }))
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', /lead-in|running/)
  // prevented all the same: a browser would open the file in place of the guide
  expect(await dropFiles(page, '.guide', { 'case.handhold': '{}' })).toBe(true)
  await expect(told(page)).toBeEmpty()
  await expect(page.locator('.guide')).toBeVisible()
})
