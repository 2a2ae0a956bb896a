import { expect, test } from 'vitest'
import { readCount } from '../../tools/count-tests.ts'
import { findChromium } from '../../tools/find-chromium.ts'

const vitest = (own: object) =>
  JSON.stringify({ success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, ...own })

test('each runner’s report is read in its own shape', () => {
  expect(readCount('vitest', vitest({}))).toEqual({ passed: 5, failed: 0, skipped: 1 })
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
  expect(readCount('playwright', JSON.stringify({ stats, errors: [] }))).toEqual({ passed: 4, failed: 1, skipped: 2 })
  const results = [{ outcome: 'passed' }, { outcome: 'skipped' }, { outcome: 'passed' }]
  expect(readCount('lab', JSON.stringify({ outcome: 'passed', results }))).toEqual({ passed: 2, failed: 0, skipped: 1 })
})

test('a lab that cannot run here is skipped, never passed', () => {
  const report = JSON.stringify({ outcome: 'skipped', reason: 'no QEMU' })
  expect(readCount('lab', report)).toEqual({ passed: 0, failed: 0, skipped: 1 })
})

test('silence, nonsense and runs that broke before their first test count as failures', () => {
  const one = { passed: 0, failed: 1, skipped: 0 }
  expect(readCount('vitest', null)).toEqual(one)
  expect(readCount('playwright', '{"stats"')).toEqual(one)
  expect(readCount('lab', '{}')).toEqual(one)
  expect(readCount('vitest', vitest({ success: false }))).toMatchObject({ failed: 1 })
  expect(readCount('lab', JSON.stringify({ outcome: 'failed', results: [] }))).toEqual(one)
})

test('a Chromium that is named is taken or nothing: no other one is used in its place', async () => {
  const none = async () => ''
  expect(await findChromium({ CHROMIUM: process.execPath, PATH: '/nowhere' }, none)).toBe(process.execPath)
  expect(await findChromium({ CHROMIUM: '/nowhere/chromium', PATH: '/usr/bin' }, none)).toBeNull()
})

test('Playwright’s own Chromium is the last resort', async () => {
  const own = await findChromium({ PATH: '/nowhere' }, async () => process.execPath)
  // machines with one in a usual place take that
  expect([process.execPath, '/usr/bin/chromium', ...(own?.includes('Google') ? [own] : [])]).toContain(own)
})
