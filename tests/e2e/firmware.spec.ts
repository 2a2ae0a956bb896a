import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { buildZip } from '../ipsw/build-zip.ts'
import { firmwareParts } from '../ipsw/firmware-parts.ts'
import { openApp, t } from './screens.ts'
import { expect, type ServeDoor, test } from './serve-fixture.ts'

const NAME = 'iPhone12,1_18.3.2_22D82_Restore.ipsw'
const IMAGE_BYTES = 20_000_000

let folder = ''
let service: Server
const asked: string[] = []
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handhold-firmware-'))
  const image = Buffer.alloc(IMAGE_BYTES, 'image')
  buildZip(join(folder, NAME), [...firmwareParts(), { name: '090-00002-001.dmg', data: image }])
  service = createServer((request, response) => {
    asked.push(request.url ?? '')
    const firmware = { version: '18.3.2', buildid: '22D82', signed: false, sha1sum: 'f'.repeat(40), filesize: 1 }
    const newer = { version: '18.4', buildid: '22E240', signed: true, releasedate: '2026-03-31' }
    response.end(JSON.stringify({ identifier: 'iPhone12,1', firmwares: [firmware, newer] }))
  })
  await new Promise<void>((done) => void service.listen(0, '127.0.0.1', done))
  process.env['HANDHOLD_FIRMWARE_FOLDER'] = folder
  process.env['HANDHOLD_FIRMWARE_SERVICE'] = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
})
test.afterAll(() => {
  delete process.env['HANDHOLD_FIRMWARE_FOLDER']
  delete process.env['HANDHOLD_FIRMWARE_SERVICE']
  service.close()
  rmSync(folder, { recursive: true })
})

async function openCard(page: Page, door: ServeDoor) {
  await openApp(page, door)
  await page.getByRole('button', { name: t('home.no-code') }).click()
  const card = page.locator('.firmware-check')
  await card.locator('summary').first().click()
  return card
}

test('a firmware file that is picked is read in the page: nothing of it crosses the wire', async ({ door, page }) => {
  let sentBytes = 0
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => (sentBytes += payload.length)))
  const posts: string[] = []
  page.on('request', (request) => (request.method() === 'GET' ? undefined : posts.push(request.url())))
  const card = await openCard(page, door)
  const copy = join(folder, 'copy.bin')
  buildZip(copy, [...firmwareParts(), { name: '090-00002-001.dmg', data: Buffer.alloc(IMAGE_BYTES, 'image') }])
  await card.getByLabel(t('firmware.pick')).setInputFiles(copy)
  await expect(card).toContainText(t('firmware.verdict.whole'))
  await expect(card).toContainText('18.3.2')
  await expect(card).toContainText(t('firmware.ways.both'))
  await expect(card).toContainText(t('firmware.fit.no-phone'))
  expect(posts).toEqual([])
  expect(sentBytes).toBeLessThan(100_000)
  truncateSync(copy, 3000)
  await card.getByLabel(t('firmware.pick')).setInputFiles(copy)
  await expect(card).toContainText(t('firmware.verdict.truncated'))
})

test('a firmware file that is dropped on its place is checked, and told where its name says something else', async ({
  door,
  page,
}) => {
  const card = await openCard(page, door)
  const small = join(folder, 'small.bin')
  buildZip(small, firmwareParts())
  const files = await page.evaluateHandle(
    (bytes) => {
      const dragged = new DataTransfer()
      dragged.items.add(new File([new Uint8Array(bytes)], 'iPhone12,1_17.0_21A329_Restore.ipsw'))
      return dragged
    },
    [...readFileSync(small)],
  )
  await card.locator('.file-drop').dispatchEvent('drop', { dataTransfer: files })
  await expect(card).toContainText(t('firmware.verdict.whole'))
  await expect(card).toContainText(t('firmware.renamed'))
})

test('copies on this computer are offered; ipsw.me is asked on a click only, about the model only', async ({
  door,
  page,
}) => {
  asked.length = 0
  const card = await openCard(page, door)
  await expect(card.getByRole('heading', { name: t('firmware.copies.title') })).toBeVisible()
  await card.getByRole('listitem').filter({ hasText: NAME }).getByRole('button').click()
  await expect(card).toContainText(t('firmware.verdict.whole'))
  expect(asked).toEqual([])
  await card.getByRole('button', { name: t('firmware.signing.go') }).click()
  await expect(card).toContainText(t('firmware.signing.not-signed', { model: 'iPhone12,1' }))
  await expect(card).toContainText(t('firmware.signing.newest', { version: '18.4', build: '22E240' }))
  await expect(card).toContainText(t('firmware.sum.other'))
  expect(asked).toEqual(['/v4/device/iPhone12,1'])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
})

test('without the internet the question says so and can be asked again; a path can be given', async ({
  door,
  page,
}) => {
  const card = await openCard(page, door)
  await card
    .locator('summary')
    .filter({ hasText: t('firmware.by-path') })
    .click()
  await card.getByLabel(t('firmware.path')).fill(join(folder, NAME))
  await card
    .locator('form')
    .getByRole('button', { name: t('firmware.go') })
    .click()
  await expect(card).toContainText(t('firmware.verdict.whole'))
  const address = service.address() as AddressInfo
  service.closeAllConnections()
  await new Promise((closed) => service.close(closed))
  await card.getByRole('button', { name: t('firmware.signing.go') }).click()
  await expect(card).toContainText(t('firmware.signing.offline'))
  await new Promise<void>((done) => void service.listen(address.port, '127.0.0.1', done))
  await card.getByRole('button', { name: t('firmware.signing.go') }).click()
  await expect(card).toContainText(t('firmware.sum.other'))
})
