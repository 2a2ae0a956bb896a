import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { ElectronApplication, Page } from 'playwright/test'
import { USUAL_MODEL } from '../../renderer/features/practice/models.ts'
import { dropFiles } from '../e2e/drop-files.ts'
import { actOnCues, obedient, showCard, verdict } from '../e2e/person.ts'
import { goTo, openCase, startPractice, t } from '../e2e/screens.ts'
import { exportOnlyCase } from '../history/export-only.ts'
import { expect, REASONS, test, whyNot } from './app-fixture.ts'

test.skip(({ runner }) => whyNot(runner) !== null, REASONS)

const OBEDIENT = obedient({ guide: 'dfu', family: 'face-id', way: 'manual', from: 'normal', power: 'side' })

/** Answers the next question of the app, and keeps what it asked. */
const answerQuestions = (app: ElectronApplication, response: number) =>
  app.evaluate(({ dialog }, answer) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, { message }: { message: string }) => {
      asked.push(message)
      return Promise.resolve({ response: answer, checkboxChecked: false })
    })
  }, response)
const asked = (app: ElectronApplication) => app.evaluate(() => Reflect.get(globalThis, 'asked') as string[])

const windowFacts = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return { onTop: window?.isAlwaysOnTop(), visible: window?.isVisible(), bounds: window?.getNormalBounds() }
  })

/** Presses Start, again where the press came before the card knew the phone. */
async function start(page: Page) {
  const guide = page.locator('.guide')
  const button = page.getByRole('button', { name: t('guide-screen.start'), exact: true })
  await expect(async () => {
    if ((await guide.getAttribute('data-stage')) === 'card') await button.click({ timeout: 1000 })
    await expect(guide).not.toHaveAttribute('data-stage', 'card', { timeout: 1000 })
  }).toPass()
}

async function practiseDfu(page: Page) {
  await startPractice(page)
  await showCard(page, 'dfu')
}

test('the window opens on the first screen, which came over the port', async ({ desk }) => {
  const { app, page } = await desk.launch()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
  expect(await windowFacts(app)).toMatchObject({ visible: true, onTop: false })
  await goTo(page, 'settings')
  await expect(page.getByText(t('settings.door.desktop'))).toBeVisible()
  await expect(page.getByText(desk.databaseFile)).toBeVisible()
})

test('practice works to the end: a guide into DFU, with the window in front and the computer awake while it runs', async ({
  desk,
}) => {
  const { app, page } = await desk.launch()
  await app.evaluate(({ powerSaveBlocker }) => {
    const started: number[] = []
    Reflect.set(globalThis, 'started', started)
    const begin = powerSaveBlocker.start.bind(powerSaveBlocker)
    Reflect.set(powerSaveBlocker, 'start', (kind: 'prevent-display-sleep') => {
      const id = begin(kind)
      started.push(id)
      return id
    })
  })
  const awake = () =>
    app.evaluate(({ powerSaveBlocker }) =>
      (Reflect.get(globalThis, 'started') as number[]).map((id) => powerSaveBlocker.isStarted(id)),
    )
  await practiseDfu(page)
  await actOnCues(page, OBEDIENT)
  await start(page)
  await expect.poll(async () => (await windowFacts(app)).onTop).toBe(true)
  expect(await awake()).toEqual([true])
  await expect(verdict(page)).toHaveAttribute('data-verdict', /./, { timeout: 45_000 })
  await expect.poll(async () => (await windowFacts(app)).onTop).toBe(false)
  expect(await awake()).toEqual([false])
})

test('quitting in the middle writes everything: the attempt and its events are in the history', async ({ desk }) => {
  const { app, page } = await desk.launch()
  await openCase(page, '4013')
  await goTo(page, 'practise')
  await page.getByRole('button', { name: t('practice-screen.begin') }).click()
  await showCard(page, 'dfu')
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', 'running')
  await app.close()
  const db = new Database(desk.databaseFile, { readonly: true })
  const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()
  const kinds = db
    .prepare<[], string>(`SELECT body ->> '$.kind' FROM journal WHERE attempt_id IS NOT NULL`)
    .pluck()
    .all()
  expect(count('cases')).toBe(2)
  expect(count('attempts')).toBe(1)
  expect(kinds).toContain('guide.start')
  // the very last thing that happened, a moment before the program ended
  expect(kinds).toContain('guide.cancel')
  expect(count('attempts WHERE ended_wall_ms IS NOT NULL')).toBe(1)
  db.close()
  const again = await desk.launch()
  await expect(again.page.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
})

test('leaving while a guide runs is asked about, and staying goes on', async ({ desk }) => {
  const { app, page } = await desk.launch()
  await answerQuestions(app, 0)
  await showCard(page, 'power-off')
  // nothing is plugged in, so the person says which phone it is
  await page
    .locator('.guide')
    .getByLabel(/model is not known/)
    .selectOption({ value: USUAL_MODEL['face-id'] })
  await start(page)
  await expect(page.locator('.guide')).toHaveAttribute('data-stage', /lead-in|running/)
  await expect.poll(async () => (await windowFacts(app)).onTop).toBe(true)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => asked(app)).toEqual([t('desktop.leave.guide')])
  await app.evaluate(({ app: each }) => each.quit())
  await expect.poll(() => asked(app)).toHaveLength(2)
  await expect(page.locator('.guide')).toBeVisible()
  await answerQuestions(app, 1)
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: each }) => each.quit())
  await closed
})

test('a second start brings the first to the front and ends', async ({ desk }) => {
  const { app } = await desk.launch()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await desk.run([])).toMatchObject({ code: 0 })
  const facts = () =>
    app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows()
      return { windows: windows.length, minimized: windows[0]?.isMinimized() }
    })
  await expect.poll(facts).toEqual({ windows: 1, minimized: false })
})

test('the window comes back where it was', async ({ desk }) => {
  const { app } = await desk.launch()
  const bounds = { x: 60, y: 50, width: 1000, height: 700 }
  await app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds)
  await app.close()
  const again = await desk.launch()
  expect((await windowFacts(again.app)).bounds).toEqual(bounds)
})

test('a page that dies is opened again at the same place, with everything still there, and it is written down', async ({
  desk,
}) => {
  const { app, page } = await desk.launch()
  await openCase(page, '4013')
  const next = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  const fresh = await next
  await expect(fresh.getByRole('heading', { name: t('plan.title'), exact: true })).toBeVisible()
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(readFileSync(desk.logFile, 'utf8')).toContain('the page of the window is gone')
})

test('what goes wrong inside the page is written down on this computer', async ({ desk }) => {
  const { page } = await desk.launch()
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault of the page')
    }, 0)
  })
  await expect
    .poll(() => (existsSync(desk.logFile) ? readFileSync(desk.logFile, 'utf8') : ''))
    .toMatch(/the page: .*a fault of the page/)
})

test('menus lead to places, and the whole page can be saved as a PDF, not only what fits the window', async ({
  desk,
}) => {
  const { app, page } = await desk.launch()
  const choose = (id: string) =>
    app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id)
  await choose('go-history')
  await expect(page).toHaveURL(/#\/history$/)
  const file = join(desk.folder, 'page.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', () => Promise.resolve({ canceled: false, filePath }))
  }, file)
  await choose('manual')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('manual.title'))
  await choose('save-pdf')
  const pdf = () => (existsSync(file) ? readFileSync(file, 'latin1') : '')
  await expect.poll(pdf).toMatch(/^%PDF-[^]*%%EOF\s*$/)
  expect(pdf().match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0).toBeGreaterThan(1)
})

test('an exported case that the app is started with is taken over and shown', async ({ desk }) => {
  const first = await desk.launch()
  await openCase(first.page, '4013')
  await first.app.close()
  const file = join(desk.folder, 'from-elsewhere.handhold')
  writeFileSync(file, exportOnlyCase(desk.databaseFile))
  for (const ending of ['', '-wal', '-shm']) rmSync(`${desk.databaseFile}${ending}`, { force: true })
  const { page } = await desk.launch(file)
  await expect(page).toHaveURL(/#\/history\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
})

test('an exported case that is dropped on the window is taken over and shown, and another file is not opened', async ({
  desk,
}) => {
  const first = await desk.launch()
  await openCase(first.page, '4013')
  await first.app.close()
  const text = exportOnlyCase(desk.databaseFile)
  for (const ending of ['', '-wal', '-shm']) rmSync(`${desk.databaseFile}${ending}`, { force: true })
  const { page } = await desk.launch()
  expect(await dropFiles(page, 'h1', { 'letter.txt': 'Dear Sir' })).toBe(true)
  await expect(page.getByText(t('drop.not-a-case', { file: 'letter.txt' }))).toBeVisible()
  await dropFiles(page, 'h1', { 'from-elsewhere.handhold': text })
  await expect(page).toHaveURL(/#\/history\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4013')
  await expect(page.getByText(t('keeping.import.added', { count: 1 }))).toBeVisible()
})

test('a file that is no exported case is refused by name', async ({ desk }) => {
  const file = join(desk.folder, 'letter.handhold')
  writeFileSync(file, 'Dear Sir')
  const { app } = await desk.launch()
  await app.evaluate(({ app: each, dialog }, path) => {
    const shown: string[] = []
    Reflect.set(globalThis, 'shown', shown)
    Reflect.set(dialog, 'showErrorBox', (_title: string, content: string) => shown.push(content))
    each.emit('open-file', { preventDefault() {} }, path)
  }, file)
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'shown') as string[]))
    .toEqual([t('desktop.open.foreign', { file: 'letter.handhold' })])
})

test('the check of an installed app finds both native packages and a page that answers', async ({ desk }) => {
  const { code, said } = await desk.run(['--self-check'])
  const found = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
  expect(found).toMatchObject({ ok: true, page: 'connected', usb: { loaded: true } })
  expect(code).toBe(0)
})

test('the app’s own program is the command line too: only results on standard output, no window, beside a running app', async ({
  desk,
}) => {
  const { app } = await desk.launch()
  const phone = '{"vid":"05ac","pid":"1281","serial":"CPID:8015 BDID:0E ECID:000A1B2C3D4E5F60 IBFL:3D"}'
  const answered = await desk.run(['identify', '--json'], `${phone}\nbroken\n`)
  const lines = answered.said.trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'iPhone X (GSM)', mode: 'recovery' })
  expect(answered.code).toBe(0)
  expect(await desk.run(['guide', 'dfu', '--product', 'Nokia3310'])).toEqual({ code: 2, said: '' })
  expect(await desk.run(['identfy'])).toEqual({ code: 2, said: '' })
  expect((await desk.run(['--help'])).said).toContain('  identify --json')
  expect(app.windows()).toHaveLength(1)
})
