import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { checkupCommand } from '../../electron/commands/checkup.ts'
import type { Command } from '../../electron/commands/command.ts'
import { planCommand } from '../../electron/commands/plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'handhold-checkup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(command: Command, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdin: Readable.from([]),
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  return { exit: await command.run(args, io), out, err }
}

test('what checkup says is an evidence file as it is, and settles steps of a plan', async () => {
  const { exit, out } = await run(checkupCommand, '--json')
  expect(exit).toBe(0)
  expect(out).toHaveLength(1)
  const said = JSON.parse(out[0] ?? '') as { host: { freeGb: number }; checkup: { findings: unknown[] } }
  expect(said.host.freeGb).toBeGreaterThan(0)
  expect(said.checkup.findings.length).toBeGreaterThan(8)
  const file = join(folder, 'here.json')
  writeFileSync(file, JSON.stringify({ ...said, host: { ...said.host, freeGb: 3 } }))
  const planned = await run(planCommand, '--code=4013', '--evidence', file)
  expect(planned.err).toEqual([])
  const { steps } = JSON.parse(planned.out[0] ?? '') as { steps: { id: string; reason: string }[] }
  expect(steps.slice(0, 6).find(({ id }) => id === 'C3')?.reason).toContain('3 GB')
}, 20_000)

test('for people it is a list: what needs a look, what is fine, what cannot be told', async () => {
  const { exit, out } = await run(checkupCommand)
  expect(exit).toBe(0)
  expect(out.length).toBeGreaterThan(10)
  expect(out.join('\n')).not.toMatch(/host\.[a-z]|\{|undefined/u)
}, 20_000)

test('a wrong option ends with 2 and says which', async () => {
  const { exit, err } = await run(checkupCommand, '--everything')
  expect(exit).toBe(2)
  expect(err[0]).toContain('--everything')
})
