import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

const FAILED = readFileSync(join(import.meta.dirname, '../fixtures/logs/finder-4013.log'), 'utf8')
const RESULT = FAILED.indexOf('[18:40:24.0100] Restore completed')

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handhold-live-'))
  process.env['HANDHOLD_LOG_FOLDER'] = folder
})
test.afterAll(() => {
  delete process.env['HANDHOLD_LOG_FOLDER']
  rmSync(folder, { recursive: true })
})

test('a log that the restore program writes is followed: the code needs no typing', async ({ door, page }) => {
  await openApp(page, door)
  await page.getByRole('button', { name: t('home.no-code') }).click()
  const path = join(folder, 'iPhoneUpdater 7.log')
  writeFileSync(path, FAILED.slice(0, RESULT))
  const card = page.getByRole('region', { name: t('log.card', { file: 'iPhoneUpdater 7.log' }) })
  await expect(card).toContainText(t('log.result.running'))
  appendFileSync(path, FAILED.slice(RESULT))
  await expect(card).toContainText(t('log.result.failed.code', { code: '4013' }))
  await expect(page.locator('.case-bar')).toContainText(t('complaint.code', { code: '4013' }))
})
