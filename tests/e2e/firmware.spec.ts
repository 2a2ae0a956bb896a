import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildZip } from '../ipsw/build-zip.ts'
import { firmwareParts } from '../ipsw/firmware-parts.ts'
import { openApp, t } from './screens.ts'
import { expect, test } from './serve-fixture.ts'

test('a firmware file is checked inside a case: whole, then cut off', async ({ door, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-firmware-'))
  const path = join(folder, 'iPhone12,1_18.3.2_22D82_Restore.ipsw')
  buildZip(path, firmwareParts())
  await openApp(page, door)
  await page.getByRole('button', { name: t('home.no-code') }).click()
  const check = page.locator('.firmware-check')
  await check.locator('summary').click()
  await check.getByLabel(t('firmware.path')).fill(path)
  await check.getByRole('button', { name: t('firmware.go') }).click()
  await expect(check).toContainText(t('firmware.verdict.whole'))
  await expect(check).toContainText('18.3.2')
  truncateSync(path, 3000)
  await check.getByRole('button', { name: t('firmware.go') }).click()
  await expect(check).toContainText(t('firmware.verdict.truncated'))
  rmSync(folder, { recursive: true })
})
