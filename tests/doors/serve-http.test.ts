import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFiles } from '../../electron/page-files.ts'
import { type Serving, startServing } from '../../electron/serve-http.ts'
import { openConnection, serveCalls } from '../../shared/contract/connection.ts'
import { translator } from '../../shared/texts/translate.ts'
import { heard, quietHandlers, quietPushes } from '../contract/worlds.ts'
import { ask, dial, enter } from './visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'handhold-serve-'))
const pages = join(folder, 'pages')
beforeAll(() => {
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<title>Handhold</title>')
  writeFileSync(join(pages, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(pages, 'assets', 'app.js.map'), '{}')
  writeFileSync(join(folder, 'secret.html'), 'not for you')
})
afterAll(() => rmSync(folder, { recursive: true }))

let serving: Serving
let logged: string[]
let screens: number
beforeEach(async () => {
  logged = []
  screens = 0
  serving = await startServing({
    files: listFiles(pages),
    port: 0,
    translate: translator('en'),
    log: (line) => logged.push(line),
    onScreen(channel) {
      screens += 1
      serveCalls(channel, quietHandlers(), (reason) => logged.push(reason))
    },
  })
})
afterEach(() => serving.close())

const home = () => `http://127.0.0.1:${serving.port}`
const inside = async () => ({ cookie: await enter(serving.link), origin: home() })

describe('the link', () => {
  test('lets one browser in, by a cookie that pages cannot read, and leaves a clean address', async () => {
    const url = new URL(serving.link)
    const answered = await ask(serving.port, `/${url.search}`)
    expect(answered).toMatchObject({ status: 303, headers: { location: '/' } })
    const [cookie] = answered.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^handhold-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const page = await ask(serving.port, '/', { headers: { cookie: cookie?.split(';')[0] ?? '' } })
    expect(page).toMatchObject({ status: 200, body: '<title>Handhold</title>' })
  })

  test('works once; the browser that is in may open it again', async () => {
    const { cookie } = await inside()
    const path = `/${new URL(serving.link).search}`
    expect((await ask(serving.port, path)).status).toBe(401)
    expect((await ask(serving.port, path, { headers: { cookie } })).status).toBe(303)
  })

  test('that is wrong lets nobody in and does not use the right one up', async () => {
    expect((await ask(serving.port, '/?token=guess')).status).toBe(401)
    expect(await enter(serving.link)).toContain('handhold-')
  })
})

describe('a request', () => {
  test.each(['/', '/index.html', '/assets/app.js'])('without the cookie gets nothing of %s', async (path) => {
    const answered = await ask(serving.port, path)
    expect(answered.status).toBe(401)
    expect(answered.body).toContain('only with the link')
  })

  test('with a cookie of another start gets nothing', async () => {
    const cookie = `handhold-${serving.port}=${'a'.repeat(43)}`
    expect((await ask(serving.port, '/', { headers: { cookie } })).status).toBe(401)
  })

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1'])(
    'for the host "%s" is refused, cookie or not',
    async (host) => {
      const { cookie } = await inside()
      expect((await ask(serving.port, '/', { headers: { cookie, host } })).status).toBe(403)
    },
  )

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'from a page of %s is refused, cookie or not',
    async (origin) => {
      const { cookie } = await inside()
      expect((await ask(serving.port, '/', { headers: { cookie, origin } })).status).toBe(403)
    },
  )

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('that wants to %s is refused', async (method) => {
    const { cookie } = await inside()
    expect((await ask(serving.port, '/', { method, headers: { cookie } })).status).toBe(405)
  })

  test.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    String.raw`/..\secret.html`,
    '/assets/app.js.map',
    '/nothing.js',
    '/assets/',
    '//evil.example/',
    '/index.html%00.js',
  ])('for %s finds nothing', async (path) => {
    const { cookie } = await inside()
    const answered = await ask(serving.port, path, { headers: { cookie } })
    expect(answered.status).toBe(404)
    expect(answered.body).not.toContain('not for you')
  })

  test('is answered with a policy without inline code, frames or other sites, refused or not', async () => {
    const { cookie } = await inside()
    const requests: Record<string, string>[] = [{ cookie }, {}]
    for (const headers of requests) {
      const answered = await ask(serving.port, '/', { headers })
      const policy = String(answered.headers['content-security-policy'])
      expect(policy).toMatch(/^default-src 'none';/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(answered.headers['x-content-type-options']).toBe('nosniff')
    }
  })
})

describe('the wire', () => {
  test('opens for the page of this door', async () => {
    const screen = openConnection(await dial(serving.port, await inside()), quietPushes(), () => {})
    expect(await screen.call('hello', {})).toMatchObject({ door: 'serve' })
  })

  test.each([
    ['no cookie', (own: Record<string, string>) => ({ origin: own['origin'] ?? '' }), 401],
    ['no origin', (own: Record<string, string>) => ({ cookie: own['cookie'] ?? '' }), 403],
    ['another origin', (own: Record<string, string>) => ({ ...own, origin: 'http://evil.example' }), 403],
    ['another host', (own: Record<string, string>) => ({ ...own, host: 'evil.example' }), 403],
  ])('stays shut with %s', async (_what, spoil, status) => {
    const headers: Record<string, string> = spoil(await inside())
    await expect(dial(serving.port, headers)).rejects.toThrow(`refused: ${status}`)
    expect(screens).toBe(0)
  })

  test('that brings a broken frame is closed with the reason and logged; the door lives', async () => {
    const headers = await inside()
    const channel = await dial(serving.port, headers)
    const closed = heard<string>()
    channel.onClose(closed)
    channel.send('{"t":"q"}')
    expect(await closed.next).toContain('contract broken')
    expect(logged).toEqual([expect.stringContaining('contract broken')])
    const again = openConnection(await dial(serving.port, headers), quietPushes(), () => {})
    expect(await again.call('hello', {})).toMatchObject({ door: 'serve' })
  })

  test('that brings more bytes than any honest frame is cut; the door lives', async () => {
    const headers = await inside()
    const channel = await dial(serving.port, headers)
    const closed = heard<string>()
    channel.onClose(closed)
    channel.send('x'.repeat(5_000_000))
    await closed.next
    expect(logged).toEqual([expect.stringContaining('Max payload size exceeded')])
    expect((await ask(serving.port, '/', { headers })).status).toBe(200)
  })
})

test('a port that is taken is refused by the system, not shared', async () => {
  const second = startServing({
    files: new Map(),
    port: serving.port,
    translate: translator('en'),
    log: () => {},
    onScreen: () => {},
  })
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
