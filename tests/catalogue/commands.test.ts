import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import type { Command } from '../../electron/commands/command.ts'
import { explainCommand } from '../../electron/commands/explain.ts'
import { planCommand } from '../../electron/commands/plan.ts'
import { Evidence } from '../../shared/engine/plan-evidence.ts'
import { LAYERS } from '../../shared/knowledge/errors-row.ts'
import { CHECKS } from '../../shared/knowledge/checklist-steps.ts'
import { LIKELIHOODS, STEP_STATES, STEPS } from '../../shared/knowledge/vocabulary.ts'

type Explained = {
  code: string
  known: boolean
  title: string
  meaning: string
  layer: string | null
  serverStatus?: number
  causes: { id: string; text: string; likelihood: string }[]
  steps: { id: string; title: string }[]
  confidence: string
  sources: string[]
}
type Planned = {
  known: boolean
  steps: {
    id: string
    title: string
    reason: string
    minutes: number | null
    erases: boolean
    verifiedBy: string[]
    state: string
    final: boolean
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'handhold-evidence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileWith = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

async function run(command: Command, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exit = await command.run(args, {
    stdin: Readable.from([]),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  })
  return { exit, out, err }
}
const explain = async (...args: string[]): Promise<Explained> => {
  const { exit, out, err } = await run(explainCommand, ...args)
  expect({ exit, err, lines: out.length }).toEqual({ exit: 0, err: [], lines: 1 })
  return JSON.parse(out[0] ?? '')
}
const plan = async (...args: string[]): Promise<Planned> => {
  const { exit, out, err } = await run(planCommand, ...args)
  expect({ exit, err, lines: out.length }).toEqual({ exit: 0, err: [], lines: 1 })
  return JSON.parse(out[0] ?? '')
}

describe('explain', () => {
  it('gives the whole shape for a known code', async () => {
    const { code, known, title, meaning, layer, causes, steps, confidence, sources } = await explain('4013', '--json')
    expect({ code, known, layer }).toEqual({ code: '4013', known: true, layer: 'state-machine' })
    expect(title.length * meaning.length * sources.length).toBeGreaterThan(0)
    expect(confidence).toBe('reported')
    expect(LAYERS).toContain(layer)
    for (const cause of causes) {
      expect(cause.text.length).toBeGreaterThan(3)
      expect(LIKELIHOODS).toContain(cause.likelihood)
    }
    for (const step of steps) {
      expect(STEPS).toContain(step.id)
      expect(step.title.length).toBeGreaterThan(3)
    }
  })
  it.each([[['--code=-1', '--json']], [['--json', '--', '-1']], [['--', '-1', '--json']], [['--', '-1']]])(
    'takes a negative code as %j',
    async (args) => {
      expect(await explain(...args)).toMatchObject({ code: '-1', known: true })
    },
  )
  it.each([
    ['0xe8000065', '0xE8000065'],
    ['(4013)', '4013'],
    ['An unknown error occurred (14).', '14'],
    ['Fehler 9', '9'],
  ])('reads %j as %s', async (typed, code) => {
    expect(await explain(typed)).toMatchObject({ code, known: true })
  })
  it('reads the server’s status out of 3194 and of codes that have only their range', async () => {
    const fixed = await explain('3194')
    expect(fixed.meaning).toContain('94')
    expect(fixed.serverStatus).toBe(94)
    expect(await explain('3150')).toMatchObject({
      code: '3150',
      known: true,
      serverStatus: 50,
      layer: 'signing-server',
    })
    expect(await explain('1417')).toMatchObject({ code: '1417', known: true })
  })
  it('has the steps in the order of the plan', async () => {
    for (const code of ['1413', '4013', '3194', '9', '99999'])
      expect((await explain(code)).steps.map((step) => step.id)).toEqual(
        (await plan(`--code=${code}`)).steps.map((step) => step.id),
      )
  })
  it('says that it does not know a code, with the default order', async () => {
    const unknown = await explain('99999', '--json')
    expect(unknown).toMatchObject({ code: '99999', known: false, causes: [], sources: [], confidence: 'unconfirmed' })
    expect(unknown.steps.map((step) => step.id).join(' ')).toBe('A1 A5 A2 A3 A4 B1 D1 A7 C1 D2 D3 F1')
    expect(unknown.meaning).toContain('99999')
  })
  it('knows a look-alike as no restore error', async () => {
    const film = await explain('3123')
    expect(film).toMatchObject({ known: true, layer: 'not-a-restore-error' })
    expect(film.title).toContain('Not a restore error')
  })
  it.each([[[]], [['']], [['9', '14']], [['-1']], [['--nonsense']]])(
    'refuses %j with exit code 2 and a message',
    async (args) => {
      const { exit, out, err } = await run(explainCommand, ...args)
      expect(exit).toBe(2)
      expect(out).toEqual([])
      expect(err.join('').length).toBeGreaterThan(10)
    },
  )
})

describe('plan', () => {
  it('gives the whole shape of every step', async () => {
    for (const os of ['macos', 'windows', 'linux']) {
      const { known, steps } = await plan('--code=4013', '--product', 'iPhone12,1', '--os', os, '--json')
      expect(known).toBe(true)
      for (const step of steps) {
        expect(STEPS).toContain(step.id)
        expect(step.title.length * step.reason.length).toBeGreaterThan(0)
        expect(step.minutes === null || step.minutes > 0).toBe(true)
        expect([...CHECKS]).toEqual(expect.arrayContaining(step.verifiedBy))
        expect(STEP_STATES).toContain(step.state)
      }
      expect(steps.filter((step) => step.final).map((step) => step.id)).toEqual(['F1'])
      expect(steps.at(-1)?.id).toBe('F1')
    }
  })
  it('reads evidence from a file, also with a byte-order mark', async () => {
    const file = fileWith(
      'good.json',
      `\uFEFF${JSON.stringify({ usb: { hubs: 2 }, answers: { backup: 'no', dataMatters: 'yes' } })}`,
    )
    const { steps } = await plan('--code=4013', '--evidence', file)
    expect(steps[0]?.id).toBe('A4')
    expect(steps[0]?.reason).toContain('2 hubs')
    expect(steps.some((step) => step.erases)).toBe(false)
  })
  it('plans without a code, and for an unknown one, by the default order', async () => {
    expect((await plan('--product', 'iphone12,1')).known).toBe(false)
    expect((await plan('--code=99999')).known).toBe(false)
  })
  it.each([
    ['an unknown product', ['--code=4013', '--product', 'iPhone99,1'], 'iPhone99,1'],
    ['a product that is no phone', ['--code=4013', '--product', 'Watch7,1'], 'Watch7,1'],
    ['an unknown system', ['--code=4013', '--os', 'amiga'], 'amiga'],
    ['a file that is not there', ['--code=4013', '--evidence', '/nowhere/at-all.json'], '/nowhere/at-all.json'],
    ['a folder for a file', ['--code=4013', '--evidence', folder], folder],
    ['a device that never ends', ['--code=4013', '--evidence', '/dev/zero'], '/dev/zero'],
    ['an unknown option', ['--code=4013', '--fast'], 'fast'],
    ['two codes', ['4013', '--code=9'], 'one'],
  ])('refuses %s with exit code 2 and a message that names it', async (_name, args, names) => {
    const { exit, out, err } = await run(planCommand, ...args)
    expect(exit).toBe(2)
    expect(out).toEqual([])
    expect(err.join(' ')).toContain(names)
  })
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['an unknown key', '{"hub":1}'],
    ['a wrong value', '{"steps":[{"id":"Z1","state":"proved"}]}'],
    ['nothing', ''],
    ['brackets without end', '['.repeat(400_000)],
    ['a number that is none', '{"usb":{"hubs":NaN}}'],
    ['more than any evidence', `{"checkup":"${'x'.repeat(1_000_001)}"}`],
  ])('refuses an evidence file with %s', async (name, text) => {
    const { exit, err } = await run(planCommand, '--code=9', '--evidence', fileWith(`${name}.json`, text))
    expect(exit).toBe(2)
    expect(err.length).toBe(1)
  })
  it('takes the example in the docs as it stands', () => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/evidence.md'), 'utf8')
    const example = /```json\n([\s\S]*?)```/u.exec(text)?.[1] ?? ''
    expect(Evidence.safeParse(JSON.parse(example)).success).toBe(true)
    for (const key of Object.keys(Evidence.shape)) expect(text).toContain(`\`${key}`)
  })
})
