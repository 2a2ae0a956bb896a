import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { caseFilesIn, inParts } from '../../electron/case-files.ts'
import { createCrashBudget } from '../../electron/crash-budget.ts'
import { createLeaving } from '../../electron/leaving.ts'
import { openLogFile } from '../../electron/log-file.ts'
import { answerPage, PAGE_URL } from '../../electron/page-answer.ts'
import { listFiles } from '../../electron/page-files.ts'
import { noticesBetween } from '../../electron/shell-notices.ts'
import { shellWishes } from '../../electron/shell-wishes.ts'
import { readPlace, SMALLEST, windowPlace } from '../../electron/window-place.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import type { Phone } from '../../shared/engine/phone.ts'
import type { State } from '../../shared/engine/state.ts'
import { translator } from '../../shared/texts/translate.ts'
import { menuPlan } from '../../electron/main-menu-plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'handhold-shell-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the window opens where it was', () => {
  const left = { x: 0, y: 25, width: 1920, height: 1055 }
  const right = { x: 1920, y: 0, width: 1280, height: 800 }
  const at = (x: number, y: number, width = 1000, height = 700) => ({
    bounds: { x, y, width, height },
    maximized: false,
  })

  test('on either display', () => {
    expect(windowPlace(at(100, 100), [left, right])).toMatchObject({ x: 100, y: 100, width: 1000, height: 700 })
    expect(windowPlace(at(2000, 50), [left, right])).toMatchObject({ x: 2000, y: 50 })
  })
  test.each([
    ['its display is gone', at(2000, 50)],
    ['only a corner would be in sight', at(-950, 100)],
    ['its title bar would be above the display', at(100, -200)],
    ['its title bar would be below it', at(100, 1075)],
    ['it was never open', null],
  ])('in the middle where %s', (_why, remembered) => {
    const place = windowPlace(remembered, [left])
    expect(place).not.toHaveProperty('x')
    expect(place.width).toBeLessThanOrEqual(left.width)
  })
  test('never larger than the display and never smaller than the app can be', () => {
    expect(windowPlace(at(1920, 0, 4000, 3000), [left, right])).toMatchObject({ width: 1280, height: 800 })
    expect(windowPlace(at(100, 100, 10, 10), [left])).toMatchObject(SMALLEST)
  })
  test('large again where it was large', () => {
    expect(windowPlace({ ...at(100, 100), maximized: true }, [left]).maximized).toBe(true)
  })
  test('what was kept and cannot be read is no place', () => {
    expect(readPlace('{"bounds":{"x":"far"},"maximized":false}')).toBeNull()
    expect(readPlace('not JSON')).toBeNull()
    expect(readPlace(JSON.stringify(at(1, 2)))).toEqual(at(1, 2))
  })
})

const state = (change: Partial<State> = {}): State => ({
  ...initialState(false, 'linux'),
  ...change,
})
const guide = (stage: string) => ({ guide: { stage } }) as unknown as Partial<State>
const restoring = (sinceWallMs = 0) =>
  ({ case: { handOver: { stage: 'restoring', sinceWallMs } } }) as unknown as Partial<State>

describe('what the shell owes to what is going on', () => {
  test.each(['lead-in', 'running', 'settling', 'waiting'])(
    'a guide (%s): in front, awake, and asked before leaving',
    (stage) => {
      const wishes = shellWishes({ real: state(guide(stage)), practice: null })
      expect(wishes).toEqual({ onTop: true, keepAwake: true, unsafe: 'guide' })
    },
  )
  test.each(['card', 'ended'])('a guide that asks for no hands (%s): nothing', (stage) =>
    expect(shellWishes({ real: state(guide(stage)), practice: null })).toEqual({
      onTop: false,
      keepAwake: false,
      unsafe: null,
    }),
  )
  test('a guide in practice stays in front, and may be left', () =>
    expect(shellWishes({ real: state(), practice: state(guide('running')) })).toEqual({
      onTop: true,
      keepAwake: true,
      unsafe: null,
    }))
  test('a restore in another program: awake and asked about, but not in its way', () =>
    expect(shellWishes({ real: state(restoring()), practice: null })).toEqual({
      onTop: false,
      keepAwake: true,
      unsafe: 'restore',
    }))
  test('a restore that only its own log tells of: awake too, until the log states the result', () => {
    const log = { source: 'followed', over: false, success: null, writtenWallMs: 5 }
    const told = (change: object) =>
      state({
        case: { handOver: { stage: 'ready', sinceWallMs: 0 }, logs: [{ ...log, ...change }] },
      } as unknown as Partial<State>)
    expect(shellWishes({ real: told({}), practice: null })).toMatchObject({ keepAwake: true, unsafe: 'restore' })
    expect(shellWishes({ real: told({ success: false }), practice: null }).keepAwake).toBe(false)
    expect(shellWishes({ real: told({ over: true }), practice: null }).keepAwake).toBe(false)
  })
  test('nothing is owed before there is a State', () =>
    expect(shellWishes({ real: null, practice: null }).keepAwake).toBe(false))
})

describe('what is told in the background', () => {
  const phone = (change: Partial<Phone>) =>
    ({ id: 'p1', presence: 'attached', mode: 'normal', changes: [], ...change }) as unknown as Phone
  const kinds = (before: State | null, after: State) => noticesBetween(before, after).map(({ kind }) => kind)
  const went = (...modes: (Phone['mode'] | null)[]) =>
    modes.map((mode, index) => ({ atMs: index, wallMs: 100 + index, mode, usbPort: '1-1' }))

  test('a phone that comes, or comes again after it was gone', () => {
    expect(kinds(state(), state({ phones: [phone({})] }))).toEqual(['arrived'])
    const gone = state({ phones: [phone({ presence: 'gone' })] })
    expect(kinds(gone, state({ phones: [phone({})] }))).toEqual(['arrived'])
  })
  test('not a phone that is there already, that only changes its mode, or that the app finds when it starts', () => {
    const here = state({ phones: [phone({})] })
    expect(kinds(here, state({ phones: [phone({ mode: 'recovery' })] }))).toEqual([])
    const away = state({ phones: [phone({ presence: 'away' })] })
    expect(kinds(away, state({ phones: [phone({ mode: 'dfu' })] }))).toEqual([])
    expect(kinds(null, here)).toEqual([])
  })
  test('nothing while a guide runs: its cues speak', () =>
    expect(kinds(state(), state({ ...guide('running'), phones: [phone({})] }))).toEqual([]))
  test('during a restore the restore system is no news, coming back as running is, and so is recovery', () => {
    const away = (changes: Phone['changes']) =>
      state({ ...restoring(100), phones: [phone({ presence: 'away', changes })] })
    const back = (changes: Phone['changes'], mode: Phone['mode']) =>
      state({ ...restoring(100), phones: [phone({ changes, mode })] })
    expect(kinds(away(went('dfu', null)), back(went('dfu', null, 'recovery'), 'recovery'))).toEqual([])
    expect(kinds(away(went('recovery', null)), back(went('recovery', null, 'normal'), 'normal'))).toEqual([])
    const whole = went('recovery', null, 'normal', null, 'normal')
    expect(kinds(away(whole.slice(0, 4)), back(whole, 'normal'))).toEqual(['back-running'])
    const failed = went('recovery', null, 'normal', null, 'recovery')
    expect(kinds(away(failed.slice(0, 4)), back(failed, 'recovery'))).toEqual(['back-waiting'])
  })
})

describe('the ways out', () => {
  test('nobody is asked where nothing runs', () => {
    let left = 0
    createLeaving(
      () => null,
      () => Promise.reject(new Error('asked')),
    ).request(() => (left += 1))
    expect(left).toBe(1)
  })
  test('a no keeps the app, and the next request asks again; a yes goes on and is remembered', async () => {
    const answers = [false, true]
    const asked: string[] = []
    let left = 0
    const leaving = createLeaving(
      () => 'guide',
      async (why) => {
        asked.push(why)
        return answers.shift() ?? false
      },
    )
    expect(leaving.may()).toBe(false)
    for (const round of [1, 2]) {
      leaving.request(() => (left += 1))
      // a second press of the same key asks nothing more
      leaving.request(() => (left += 1))
      await new Promise(setImmediate)
      expect(asked).toHaveLength(round)
    }
    expect(left).toBe(1)
    expect(leaving.may()).toBe(true)
  })
  test('the end of the session is not held up', () => {
    const leaving = createLeaving(
      () => 'restore',
      () => Promise.resolve(false),
    )
    leaving.allow()
    expect(leaving.may()).toBe(true)
  })
})

test('a window that fails again and again is given up, one that fails now and then is not', () => {
  let nowMs = 0
  const budget = createCrashBudget(() => nowMs)
  expect([budget.spend(), budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, true, false])
  nowMs = 61_000
  expect(budget.spend()).toBe(true)
})

test('the log stays small: a full file makes room and the one before it is kept', () => {
  const log = openLogFile(join(folder, 'logs'), () => 'now')
  log.write('first\nwith a second line')
  expect(readFileSync(log.file, 'utf8')).toBe('now first\n  with a second line\n')
  writeFileSync(log.file, 'x'.repeat(600_000))
  log.write('after')
  expect(readFileSync(log.file, 'utf8')).toBe('now after\n')
  expect(readFileSync(join(folder, 'logs/handhold.before.log'), 'utf8')).toHaveLength(600_000)
})

test('a disk that refuses costs the line and not the app', () => {
  writeFileSync(join(folder, 'a-file'), '')
  expect(() => openLogFile(join(folder, 'a-file')).write('lost')).not.toThrow()
})

test('exported cases are told from switches and other files', () => {
  const args = ['--flag=x.handhold', 'C:\\Cases\\one.HANDHOLD', '/home/me/two.handhold', 'three.json', '.']
  expect(caseFilesIn(args)).toEqual(['C:\\Cases\\one.HANDHOLD', '/home/me/two.handhold'])
})

test('a long text goes in parts that make it whole again', () => {
  expect(inParts('abcdefg', 3)).toEqual(['abc', 'def', 'g'])
  expect(inParts('abc', 3)).toEqual(['abc'])
  expect(inParts('', 3)).toEqual([''])
})

describe('the pages of the window', () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'secret.key'), 'secret')
  const files = listFiles(folder)
  const ask = (url: string, method = 'GET') => answerPage(files, { url, method })

  test('are given with the policy, under their own address', async () => {
    const response = await ask(PAGE_URL)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<!doctype html>')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
    expect(await (await ask(PAGE_URL, 'HEAD')).text()).toBe('')
  })
  test.each([
    ['handhold://app/secret.key'],
    ['handhold://app/../../etc/passwd'],
    ['handhold://app/%2e%2e/secret.key'],
    ['handhold://elsewhere/index.html'],
    ['handhold://app/missing.js'],
    ['nonsense'],
  ])('%s does not exist', async (url) => expect((await ask(url)).status).toBe(404))
  test('nothing can be sent to them', async () => expect((await ask(PAGE_URL, 'POST')).status).toBe(404))
})

describe('the menus', () => {
  const t = translator('en')
  const flat = (items: ReturnType<typeof menuPlan>): ReturnType<typeof menuPlan> =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  const plan = (platform: NodeJS.Platform, packed = true) => flat(menuPlan(t, { platform, packed }, () => {}))

  test.each(['darwin', 'win32', 'linux'] as const)(
    'on %s every item has words, and no shortcut is given twice',
    (platform) => {
      const items = plan(platform)
      expect(
        items.filter(({ type }) => type !== 'separator').filter(({ label }) => !label || label.startsWith('desktop.')),
      ).toEqual([])
      const shortcuts = items.flatMap(({ accelerator }) => accelerator ?? [])
      expect(new Set(shortcuts).size).toBe(shortcuts.length)
      // the page's own
      expect(shortcuts).not.toContain('CmdOrCtrl+K')
      expect(items.map(({ role }) => role)).toContain('quit')
    },
  )
  test('a packed app has no developer tools and cannot be reloaded', () => {
    expect(plan('linux').map(({ role }) => role)).not.toContain('toggleDevTools')
    expect(plan('linux', false).map(({ role }) => role)).toContain('toggleDevTools')
    expect(plan('linux', false).map(({ role }) => role)).not.toContain('reload')
  })
  test('every place has its shortcut', () => {
    const run: unknown[] = []
    const items = flat(menuPlan(t, { platform: 'linux', packed: true }, (command) => run.push(command)))
    for (const item of items.filter(({ id }) => id?.startsWith('go-') || id === 'settings' || id === 'manual'))
      item.click?.({} as never, undefined, {} as never)
    expect(run).toEqual(
      ['#/settings', '#/', '#/practise', '#/codes', '#/history', '#/manual'].map((hash) => ({ kind: 'go', hash })),
    )
  })
})
