import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { fillHistory } from './history-filled.ts'
import { goTo, openApp, t } from './screens.ts'
import { expect, openServeDoor, test as base, type ServeDoor } from './serve-fixture.ts'

/** A door whose history is a workshop's: 60 cases, three of them played by the simulator. */
const test = base.extend<{ filled: ServeDoor }>({
  filled: async ({ practiceRate }, use) => {
    const door = await openServeDoor(practiceRate)
    await door.stop()
    fillHistory(door.databaseFile)
    await door.start()
    await use(door)
    await door.end()
  },
})

// a filled history, axe twice and pictures take their time on a busy machine
test.slow()

/** Where pictures go that somebody looks at; nothing is taken without it. */
const PICTURES = process.env['HANDHOLD_PICTURES']

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1440, 900],
      [1024, 640],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}-${width}.png`) })
    }
}

async function expectNothingFound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([])
  }
}

/** Nothing is wider than its place at the smallest window. */
async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 640 })
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll('.sheet, .sheet > *, .card')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.className),
  )
  expect(overflow).toEqual([])
}

const rows = (page: Page) => page.locator('.case-rows > li')
const history = async (page: Page, door: ServeDoor) => {
  await openApp(page, door)
  await goTo(page, 'history')
  await expect(rows(page)).toHaveCount(60)
}

test('the list is searched while typing, filtered, put in order and grouped by phone', async ({ filled, page }) => {
  await history(page, filled)
  await look(page, 'list')
  await expectNothingFound(page)
  await expectFits(page)
  await page.getByRole('searchbox').fill('T-1007')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('T-1007')
  await page.getByRole('searchbox').fill('')
  await page.getByLabel(t('history.filter.operator')).selectOption('Berta')
  await expect(rows(page)).toHaveCount(19)
  await page.getByLabel(t('history.filter.code'), { exact: true }).selectOption('9')
  await expect(rows(page)).not.toHaveCount(19)
  const nines = rows(page).filter({ hasText: t('complaint.code', { code: '9' }) })
  await expect(nines).toHaveCount(await rows(page).count())
  await page.getByRole('button', { name: t('history.filter.clear') }).click()
  await expect(rows(page)).toHaveCount(60)
  await page.getByLabel(t('history.filter.hubs')).selectOption('2')
  await expect(rows(page)).toHaveCount(19)
  await page.getByRole('button', { name: t('history.filter.clear') }).click()
  await expect(rows(page)).toHaveCount(60)
  await page.getByLabel(t('history.filter.sort')).selectOption('ticket')
  await expect(rows(page).first()).toContainText('T-1000')
  await page.getByRole('checkbox', { name: t('history.group') }).check()
  await expect(page.locator('.phone-group')).toHaveCount(14)
  await page
    .locator('.phone-group > summary', { hasText: t('history.phones.cases', { count: 5 }) })
    .first()
    .click()
  await expect(rows(page)).toHaveCount(5)
  await look(page, 'phones')
  await expectNothingFound(page)
})

test('a search that finds nothing says so, and its filters are cleared by one button', async ({ filled, page }) => {
  await history(page, filled)
  await page.getByRole('searchbox').fill('nobody has this')
  await expect(page.getByRole('heading', { name: t('history.none') })).toBeVisible()
})

const openPlayed = async (page: Page, door: ServeDoor) => {
  await history(page, door)
  await page.getByRole('searchbox').fill('played')
  await rows(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
}

test('a case shows its timelines, which the keyboard walks through and zooms', async ({ filled, page }) => {
  await openPlayed(page, filled)
  await look(page, 'case')
  await expectNothingFound(page)
  await expectFits(page)
  // over the whole case: where USB saw the phone, what the log of the restore told, how the checklist knows
  const whole = page.locator('.timeline').first()
  for (const lane of ['modes', 'attempts', 'log', 'steps', 'marks'])
    await expect(whole.locator('.timeline-names')).toContainText(t(`timeline.lane.${lane}`))
  await whole.locator('summary').click()
  const told = whole.getByRole('listitem')
  await expect(told.filter({ hasText: t('log.phase.send-image') })).toHaveCount(1)
  await expect(told.filter({ hasText: t('log.result.failed.code', { code: '4013' }) })).toHaveCount(1)
  await expect(told.filter({ hasText: t('step.A1.title') })).toContainText('no newer version here')
  await look(page, 'case-list')
  await whole.locator('summary').click()
  const timeline = page.locator('.attempt .timeline').first()
  await timeline.scrollIntoViewIfNeeded()
  await look(page, 'timeline')
  const plot = timeline.getByRole('slider')
  await plot.focus()
  await page.keyboard.press('Home')
  const first = await plot.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(plot).not.toHaveAttribute('aria-valuetext', first ?? '')
  const ticks = () => timeline.locator('.axis').allTextContents()
  const all = await ticks()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  expect(await ticks()).not.toEqual(all)
  await look(page, 'timeline-zoomed')
  await page.keyboard.press('0')
  expect(await ticks()).toEqual(all)
  // the wheel with Ctrl zooms where the pointer is, dragging moves on
  const drawing = timeline.locator('svg').first()
  await drawing.hover({ position: { x: 200, y: 20 } })
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(ticks).not.toEqual(all)
  const before = await ticks()
  await page.mouse.down()
  await page.mouse.move(80, 40, { steps: 4 })
  await page.mouse.up()
  await expect.poll(ticks).not.toEqual(before)
  await timeline.getByRole('button', { name: t('timeline.whole') }).click()
  await expect.poll(ticks).toEqual(all)
  // pointing at a band says what it is
  await timeline.locator('.item.mode-normal rect').first().hover()
  await expect(timeline.locator('.timeline-said')).toContainText(t('mode.normal'))
  await timeline.locator('summary').click()
  await expect(timeline.getByRole('listitem').filter({ hasText: t('verdict.name.entered') })).toHaveCount(1)
})

test('what is written on a case is kept and found', async ({ filled, page }) => {
  await openPlayed(page, filled)
  const ticket = page.getByLabel(t('labels.ticket'))
  await ticket.fill('R-4711')
  await ticket.press('Enter')
  await expect(page.getByText(t('labels.saved'))).toBeVisible()
  await page.getByRole('textbox', { name: t('labels.note'), exact: true }).fill('left in the rain')
  await page.getByRole('textbox', { name: t('labels.note'), exact: true }).blur()
  await page.reload()
  await expect(ticket).toHaveValue('R-4711')
  await goTo(page, 'history')
  await page.getByRole('searchbox').fill('rain R-4711')
  await expect(rows(page)).toHaveCount(1)
})

test('an attempt is played again on the guide’s screen, moment by moment', async ({ filled, page }) => {
  await openPlayed(page, filled)
  await page
    .getByRole('link', { name: t('attempt.replay') })
    .first()
    .click()
  const stage = page.locator('.guide')
  await expect(stage).toHaveAttribute('data-stage', 'lead-in')
  const slider = page.getByRole('slider', { name: t('replay.position') })
  await slider.fill(String(12_000))
  await expect(stage).toHaveAttribute('data-stage', 'running')
  await look(page, 'replay')
  await expectNothingFound(page)
  await page.setViewportSize({ width: 1024, height: 640 })
  await slider.press('End')
  await expect(page.locator('[data-verdict="entered"]')).toBeVisible()
  await look(page, 'replay-end')
  await slider.press('Home')
  await page.getByRole('button', { name: t('replay.step-on') }).click()
  await expect(slider).not.toHaveValue('0')
  await page.getByRole('link', { name: t('replay.back') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
})

test('insight counts with ranges, says what stands out, and nothing of three cases', async ({ filled, page }) => {
  await history(page, filled)
  await page.getByRole('link', { name: t('history.tab.insight') }).click()
  await page.getByLabel(t('insight.subject')).selectOption('dfu')
  await expect(page.getByText(t('insight.remark.port', { value: '1-4', hits: 15, of: 20 }))).toBeVisible()
  await expect(page.getByRole('row', { name: /^old white/ })).toContainText(t('insight.count', { hits: 5, of: 6 }))
  await expect(page.getByText(/old white.*more than the other/)).toBeVisible()
  await look(page, 'insight')
  await expectNothingFound(page)
  await expectFits(page)
  await expect(page.getByRole('heading', { name: t('insight.repairs.code', { code: '4013' }) })).toBeVisible()
  await page.locator('#insight-repairs').scrollIntoViewIfNeeded()
  await look(page, 'insight-repairs')
})

test('a report, a table and a bundle for a forum are saved as files', async ({ filled, page }) => {
  await openPlayed(page, filled)
  const saved = async (words: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: words, exact: true }).click()
    const file = await coming
    return { name: file.suggestedFilename(), path: await file.path() }
  }
  const report = await saved(t('case.files.report'))
  expect(report.name).toMatch(/^handhold-report-4013-.*\.html$/)
  await page.getByLabel(t('case.files.forum.names')).fill('Anna Muster')
  const bundle = await saved(t('case.files.forum'))
  expect(bundle.name).toMatch(/^handhold-forum-.*\.handhold$/)
  const forum = await readFile(bundle.path, 'utf8')
  expect(forum).not.toContain('Anna Muster')
  expect(forum).toContain('person-')
  const html = await readFile(report.path, 'utf8')
  expect(html).toContain('Anna Muster')
  await page.goto('about:blank')
  await page.setContent(html)
  await look(page, 'report')
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages).toHaveLength(1)
})

test('cases move to another computer, are recognised there, and what is foreign is refused', async ({
  filled,
  page,
  door,
}) => {
  await history(page, filled)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: t('history.save.cases') }).click()
  const file = await (await coming).path()
  await openApp(page, door)
  await goTo(page, 'history')
  await page.getByRole('link', { name: t('history.tab.keeping') }).click()
  await look(page, 'keeping')
  await expectNothingFound(page)
  await expectFits(page)
  const choose = page.locator('input[type=file]')
  await choose.setInputFiles(file)
  await expect(page.getByText(t('keeping.import.added', { count: 60 }))).toBeVisible()
  await choose.setInputFiles(file)
  await expect(page.getByText(t('keeping.import.already-here', { count: 60 }))).toBeVisible()
  await choose.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
  await expect(page.getByText(t('keeping.import.foreign'))).toBeVisible()
  await page.getByRole('link', { name: t('history.tab.cases') }).click()
  await expect(rows(page)).toHaveCount(60)
})

test('a backup brings back what was erased, and everything can be erased after typing the word', async ({
  filled,
  page,
}) => {
  await history(page, filled)
  await page.getByRole('link', { name: t('history.tab.keeping') }).click()
  await page.getByRole('button', { name: t('keeping.back-up') }).click()
  await expect(page.locator('.copies > li')).toHaveCount(1)
  const word = page.getByLabel(t('keeping.erase-all.word', { word: t('keeping.erase-all.type') }))
  const erase = page.getByRole('button', { name: t('keeping.erase-all.yes') })
  await expect(erase).toBeDisabled()
  await word.fill(t('keeping.erase-all.type'))
  await page.getByRole('checkbox', { name: t('keeping.erase-all.copies') }).uncheck()
  await erase.click()
  await expect(page.getByText(t('keeping.erased', { count: 61 }))).toBeVisible()
  await page.getByRole('button', { name: t('keeping.copy.restore') }).click()
  await page.getByRole('button', { name: t('keeping.copy.restore.yes') }).click()
  await expect(page.locator('.copies > li')).toHaveCount(2)
  await look(page, 'keeping-copies')
  await page.getByRole('link', { name: t('history.tab.cases') }).click()
  await expect(rows(page)).toHaveCount(60)
})

test('one case is erased after asking, and is found no more', async ({ filled, page }) => {
  await openPlayed(page, filled)
  await page.getByRole('button', { name: t('case.erase'), exact: true }).click()
  await page.getByRole('button', { name: t('case.erase.yes') }).click()
  await expect(rows(page)).toHaveCount(59)
})

test('a step that fixed this code here comes earlier, says so, and nothing that erases moves', async ({
  filled,
  page,
}) => {
  await openApp(page, filled)
  await page.getByLabel(t('home.field.label')).fill('4013')
  await page.getByRole('button', { name: t('home.go'), exact: true }).click()
  const plan = page.locator('.plan')
  await expect(plan.getByText(/Your own history: in/).first()).toBeVisible()
  const steps = await plan.locator('.plan-step').allTextContents()
  const erasing = steps.findIndex((words) => words.includes(t('plan.erases')))
  const own = steps.findLastIndex((words) => words.includes('Your own history'))
  expect(own).toBeGreaterThanOrEqual(0)
  expect(own).toBeLessThan(erasing)
  await look(page, 'plan')
})
