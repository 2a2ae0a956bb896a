import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { dial, enter, type Screen, sit } from './visitor.ts'

// three programs start here, perhaps on a busy machine
vi.setConfig({ testTimeout: 30_000 })

// the real program, as source; the built one is what the end-to-end tests start
const SERVE = join(import.meta.dirname, '../../electron/serve.ts')
const folder = mkdtempSync(join(tmpdir(), 'handhold-process-'))
const children = new Set<ChildProcess>()

afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Run = { child: ChildProcess; said: string[]; ended: Promise<number | null> }

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [SERVE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, said, ended }
}

async function started(database: string, ...args: string[]): Promise<Run & { link: string }> {
  const running = run('--no-open', '--database', join(folder, database), ...args)
  const lines = createInterface({ input: running.child.stdout ?? process.stdin })
  const [line] = (await once(lines, 'line')) as [string]
  return { ...running, link: /http:\S+/.exec(line)?.[0] ?? '' }
}

async function screenAt(link: string): Promise<Screen> {
  const { port, origin } = new URL(link)
  return sit(await dial(Number(port), { cookie: await enter(link), origin }))
}

test('a case that was open when the process was killed is on the table again after the next start', async () => {
  const first = await started('killed.sqlite')
  const screen = await screenAt(first.link)
  const complaint = { kind: 'code', code: '4013', text: 'error 4013' } as const
  const open = { kind: 'case.open', caseId: 'kept', complaint, phoneId: null } as const
  expect(await screen.call('act', { world: 'real', event: open })).toEqual({ ok: true })
  const saved = await screen.call('historyList', { practice: false, search: '', limit: 10, offset: 0 })
  expect(saved.rows.map((row) => row.id)).toEqual(['kept'])
  first.child.kill('SIGKILL')
  await first.ended

  const second = await started('killed.sqlite')
  const told = await (await screenAt(second.link)).until(({ state }) => state.case !== null)
  expect(told.state.case).toMatchObject({ id: 'kept', complaint })
})

test('a guide that ran when the process was killed is an interrupted attempt of its case, which is resumed', async () => {
  const first = await started('interrupted.sqlite')
  const screen = await screenAt(first.link)
  const act = (event: Parameters<typeof screen.call<'act'>>[1]['event']) => screen.call('act', { world: 'real', event })
  const none = { phoneId: null, product: 'iPhone12,1' } as const
  await act({ kind: 'case.open', caseId: 'kept', complaint: { kind: 'no-code' }, phoneId: null })
  await act({ kind: 'guide.show', guide: 'dfu', way: 'manual', ...none })
  expect(await act({ kind: 'guide.start', attemptId: 'cut', handsFree: false })).toEqual({ ok: true })
  await screen.until(({ state }) => state.guide?.attemptId === 'cut')
  // what a screen reads has been written
  await screen.call('historyCase', { caseId: 'kept' })
  first.child.kill('SIGKILL')
  await first.ended

  const second = await started('interrupted.sqlite')
  const again = await screenAt(second.link)
  const told = await again.until(({ state }) => state.case !== null)
  expect(told.state).toMatchObject({ guide: null, case: { id: 'kept' } })
  const { attempts, events } = await again.call('historyCase', { caseId: 'kept' })
  expect(attempts).toMatchObject([{ attemptId: 'cut', verdict: 'interrupted' }])
  expect(events.map(({ event }) => event.kind)).toContain('guide.start')
})

test('SIGTERM ends it well: what was buffered is written, exit code 0', async () => {
  const first = await started('ended.sqlite')
  const screen = await screenAt(first.link)
  const open = { kind: 'case.open', caseId: 'written', complaint: { kind: 'no-code' }, phoneId: null } as const
  await screen.call('act', { world: 'real', event: open })
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = await started('ended.sqlite')
  const told = await (await screenAt(second.link)).until(({ state }) => state.case !== null)
  expect(told.state.case?.id).toBe('written')
})

test('a second start on the same port says so and ends with 1, and the first goes on', async () => {
  const first = await started('port.sqlite')
  const { port } = new URL(first.link)
  const second = run('--no-open', '--port', port, '--database', join(folder, 'other.sqlite'))
  expect(await second.ended).toBe(1)
  expect(second.said.join('')).toContain(`Port ${port} is taken`)
  const screen = await screenAt(first.link)
  expect(await screen.call('hello', {})).toMatchObject({ door: 'serve' })
})

test('wrong arguments end with 2 and the usage', async () => {
  const refused = run('--port', 'http')
  expect(await refused.ended).toBe(2)
  expect(refused.said.join('')).toContain('Usage: serve')
})

test('a database that cannot be opened is a banner, not the end', async () => {
  const running = await started('no/such/\0/file.sqlite'.replace('\0', 'x'.repeat(300)))
  const told = await (await screenAt(running.link)).until(({ state }) => state.banners.length > 0)
  expect(told.state.banners[0]?.code).toMatch(/^database-/)
})
