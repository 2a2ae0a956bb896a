import { expect, test } from './serve-fixture.ts'

test('the printed link opens the app, the address is clean after that, and nothing breaks the policy', async ({
  door,
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  await page.goto(door.link())
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(complaints).toEqual([])
})

test('the link works once: another browser is told what to do', async ({ door, page, browser }) => {
  await page.goto(door.link())
  const other = await browser.newContext()
  const stranger = await other.newPage()
  const answer = await stranger.goto(door.link())
  expect(answer?.status()).toBe(401)
  await expect(stranger.locator('body')).toContainText('has been used already')
  await other.close()
})
