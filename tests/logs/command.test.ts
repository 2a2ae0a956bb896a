import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLogCommand } from '../../electron/commands/read-log.ts'
import { type Answer, fixture, fixtureNames } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'handhold-logs-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await readLogCommand.run(args, {
    stdin: process.stdin,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  })
  return { code, out, err: err.join('\n') }
}
const written = (name: string, bytes: Uint8Array) => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

describe('read-log', () => {
  test('gives one line of JSON with the published keys and nothing else, for every log', async () => {
    for (const name of fixtureNames().filter((each) => each.endsWith('.log'))) {
      const { code, out, err } = await run(written(name, fixture(name)), '--json')
      expect({ code, err, lines: out.length }, name).toEqual({ code: 0, err: '', lines: 1 })
      const answer = JSON.parse(out[0] ?? '') as Answer
      expect(Object.keys(answer)).toEqual([
        'tool', 'sessions', 'device', 'firmware', 'behaviour', 'phases', 'lastPhase', 'percent', 'error', 'causes', 'noise',
        'success',
      ]) // prettier-ignore
      for (const part of answer.phases) expect(Object.keys(part)).toEqual(['id', 'startedAt', 'endedAt'])
      for (const cause of answer.causes) expect(Object.keys(cause)).toEqual(['id', 'likelihood', 'evidence'])
      expect(answer.lastPhase).toBe(answer.phases.at(-1)?.id ?? null)
    }
  })
  test('takes the day of stamps without a date from the file’s own', async () => {
    const file = written('dated.log', fixture('finder-4013.log'))
    const noon = new Date(2026, 0, 2, 12)
    utimesSync(file, noon, noon)
    const answer = JSON.parse((await run(file)).out[0] ?? '') as Answer
    expect(answer.phases[0]?.startedAt).toMatch(/^2026-01-02T18:40:01\./u)
  })
  test('ends with 2 and says why: no file, two files, no such file, a folder, a wrong option, no log', async () => {
    const log = written('a.log', fixture('finder-4013.log'))
    const other = written('b.txt', fixture('not-a-log.txt'))
    const empty = written('empty.log', new Uint8Array(0))
    for (const args of [[], [log, log], [join(folder, 'none.log')], [folder], [log, '--nope'], [other], [empty]]) {
      const { code, out, err } = await run(...args)
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: [] })
      expect(err).not.toMatch(/^$|command\.|[{}]/u)
    }
  })
})

test('the published examples of every shape are read as what they are', async () => {
  const tool = async (...lines: string[]) => {
    const { out } = await run(written('shape.log', Buffer.from(lines.join('\r\n'))))
    return (JSON.parse(out[0] ?? 'null') as Answer | null)?.tool ?? null
  }
  expect(await tool('2019-05-04 10:22:31.000 iTunes[812:307]: iTunes: Software payload version: 16F156')).toBe('itunes')
  expect(await tool('2021-03-09 18:40:07.512 [9120:2f14]: requested restore behavior: Erase')).toBe('itunes')
  expect(await tool('2021-03-09 18:40:07.512 iTunes.exe[9120:2f14]: requested restore behavior: Erase')).toBe('itunes')
  expect(await tool('18:40:07.512: <Recovery Mode Device 0x6000>: operation 4 progress -1')).toBe('3utools')
  expect(await tool('18:40:07.512    <Info> Found device in Recovery mode')).toBe('idevicerestore')
  expect(
    await tool(
      "[18:40:07.0512] Changing state from 'Restoring' to 'Transitioning'",
      '[18:40:08.0000] Restore completed, status: 9',
    ),
  ).toBe(null)
})
