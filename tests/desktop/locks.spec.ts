import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../e2e/screens.ts'
import { expect, REASONS, ROOT, test, whyNot } from './app-fixture.ts'

test.skip(({ runner }) => whyNot(runner) !== null, REASONS)

test('the page sees one word of the bridge and nothing of the computer', async ({ desk }) => {
  const { page } = await desk.launch()
  const seen = await page.evaluate(() => ({
    bridge: JSON.stringify(Reflect.get(window, 'handhold')),
    frozen: Object.isFrozen(Reflect.get(window, 'handhold')),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen).toEqual({ bridge: '{"door":"desktop"}', frozen: true, node: [] })
})

test('the page goes nowhere: no link, no window, no frame, no request', async ({ desk, elsewhere }) => {
  const { app, page } = await desk.launch()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await page.evaluate(async (url) => {
    window.open(url)
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' })
    document.body.append(link)
    link.click()
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
    document.body.append(Object.assign(document.createElement('img'), { src: url }))
    await fetch(url).catch(() => {})
    location.href = url
  }, elsewhere.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  // the page answers after all that, and it is still ours
  expect(await page.evaluate(() => Reflect.get(window, 'handhold') !== undefined)).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(elsewhere.hits()).toBe(0)
})

test('no permission is given, asked or unasked', async ({ desk }) => {
  const { page } = await desk.launch()
  const answers = await page.evaluate(async () => {
    const position = await new Promise<string>((told) =>
      navigator.geolocation.getCurrentPosition(
        () => told('given'),
        ({ code }) => told(code === 1 ? 'denied' : `another error (${code})`),
      ),
    )
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'denied',
    )
    const names = ['geolocation', 'notifications', 'midi'] as const
    const queried = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    )
    return { position, media, queried: queried.map(({ state }) => state) }
  })
  expect(answers).toEqual({ position: 'denied', media: 'denied', queried: ['denied', 'denied', 'denied'] })
})

test('nothing inline and nothing that was made of text runs in the page', async ({ desk }) => {
  const { page } = await desk.launch()
  const broken = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
    const script = Object.assign(document.createElement('script'), { textContent: 'window.inlineRan = true' })
    document.body.append(script)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.attributeRan = true')
    document.body.append(button)
    button.click()
    const style = Object.assign(document.createElement('style'), { textContent: 'body { outline: 7px solid }' })
    document.body.append(style)
    await new Promise((later) => setTimeout(later, 0))
    return {
      directives: [...new Set(directives)].toSorted(),
      ran: ['inlineRan', 'attributeRan'].filter((name) => name in window),
      outline: getComputedStyle(document.body).outlineWidth === '7px',
    }
  })
  expect(broken.ran).toEqual([])
  expect(broken.outline).toBe(false)
  expect(broken.directives).toEqual(['script-src-attr', 'script-src-elem', 'style-src-elem'])
})

test('another page gets no wire, even with our preload', async ({ desk, elsewhere }) => {
  const { app, page } = await desk.launch()
  const opened = app.waitForEvent('window')
  await app.evaluate(
    async ({ BrowserWindow }, { url, preload }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await stranger.loadURL(url)
    },
    { url: elsewhere.url, preload: join(ROOT, 'dist/preload/preload.cjs') },
  )
  const stranger = await opened
  await stranger.waitForURL(elsewhere.url)
  expect(await stranger.evaluate(() => Reflect.get(window, 'handhold')?.door)).toBe('desktop')
  await stranger.evaluate(() => {
    const told: unknown[] = []
    Reflect.set(window, 'told', told)
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => told.push(data))
    port1.start()
    window.postMessage('handhold:connect', '*', [port2])
    port1.postMessage('{"t":"q","m":"hello","a":[{}],"i":"1"}')
  })
  const log = () => (existsSync(desk.logFile) ? readFileSync(desk.logFile, 'utf8') : '')
  await expect.poll(log).toContain(`refused a connection from ${elsewhere.url}`)
  // whoever is let in is told the State in the same breath; our own page goes on being told
  await goTo(page, 'history')
  await expect(page).toHaveURL(/#\/history$/)
  expect(await stranger.evaluate(() => Reflect.get(window, 'told') as unknown[])).toEqual([])
})

test('a frame inside our own window gets no wire either', async ({ desk }) => {
  const { app, page } = await desk.launch()
  // what the main process is told about the sender cannot be made up by a page
  const refused = await app.evaluate(({ ipcMain, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    let closed = false
    const port = { close: () => (closed = true), on: () => {}, start: () => {}, postMessage: () => {} }
    const frame = { url: window?.webContents.mainFrame.url }
    ipcMain.emit('handhold:connect', { ports: [port], senderFrame: frame, sender: window?.webContents })
    return closed
  })
  expect(refused).toBe(true)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
