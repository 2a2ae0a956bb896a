import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { goTo, openApp, startPractice, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

const LOGS = join(import.meta.dirname, '../fixtures/logs')
const logs = (page: Page) => page.getByRole('region', { name: t('log.title') })
const card = (page: Page, file: string) => page.getByRole('region', { name: t('log.card', { file }) })

/** Drops a file onto the place for logs, as a hand with a mouse does. */
async function dropLog(page: Page, name: string): Promise<void> {
  const bytes = [...readFileSync(join(LOGS, name))]
  const files = await page.evaluateHandle(
    ({ bytes: content, fileName }) => {
      const dragged = new DataTransfer()
      dragged.items.add(new File([new Uint8Array(content)], fileName, { lastModified: 1_772_600_000_000 }))
      return dragged
    },
    { bytes, fileName: name },
  )
  const place = page.locator('.case-logs > .file-drop')
  await place.dispatchEvent('dragover', { dataTransfer: files })
  await place.dispatchEvent('drop', { dataTransfer: files })
}

async function openWithoutCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('home.no-code') }).click()
  await expect(page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
}

test('a log that is dropped into a case says what happened, fills in the code and leads to the diagnosis', async ({
  door,
  page,
}) => {
  await openApp(page, door)
  await openWithoutCode(page)
  await dropLog(page, 'finder-4013.log')
  const found = card(page, 'finder-4013.log')
  await expect(found).toContainText(t('log.result.failed.code', { code: '4013' }))
  await expect(found).toContainText(t('log.tool.finder'))
  await expect(found).toContainText(t('log.behaviour.update'))
  await expect(found).toContainText('ECID')
  await expect(found.locator('.log-causes li').first()).toContainText(/\d/)
  await expect(page.locator('.case-bar')).toContainText(t('complaint.code', { code: '4013' }))
  const diagnosis = page.locator('.diagnosis')
  await diagnosis.locator('summary').first().click()
  await expect(diagnosis).toContainText(t('diagnosis.lead', { code: '4013' }))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
})

test('a log of another phone is shown as that, and the case learns nothing from it', async ({ door, page }) => {
  await openApp(page, door)
  await startPractice(page)
  await openWithoutCode(page)
  await dropLog(page, 'finder-4013.log')
  await expect(card(page, 'finder-4013.log')).toContainText(t('log.other-phone'))
  await expect(page.locator('.case-bar')).toContainText(t('complaint.no-code'))
  await expect(page.locator('.diagnosis')).toHaveCount(0)
})

test('a file that is no log is said to be none, and changes nothing', async ({ door, page }) => {
  await openApp(page, door)
  await startPractice(page)
  await openWithoutCode(page)
  await logs(page).getByLabel(t('log.pick')).setInputFiles(join(LOGS, 'not-a-log.txt'))
  await expect(logs(page)).toContainText(t('log.read.not-a-log', { file: 'not-a-log.txt' }))
  await expect(page.locator('.case-bar')).toContainText(t('complaint.no-code'))
  await expect(page.locator('.log-card')).toHaveCount(0)
})

test('a log stays with its case: after the app was killed it is there again', async ({ door, page }) => {
  await openApp(page, door)
  await openWithoutCode(page)
  await logs(page).getByLabel(t('log.pick')).setInputFiles(join(LOGS, 'several-sessions.log'))
  await expect(card(page, 'several-sessions.log')).toContainText(/holds/)
  await page.waitForFunction(() => document.querySelectorAll('.log-card').length === 1)
  await door.stop()
  await page.goto(await door.start())
  await goTo(page, 'home')
  await expect(card(page, 'several-sessions.log')).toBeVisible()
})
