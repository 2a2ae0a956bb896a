import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { addCase, archived, caseId, filesHolding, secretOf, storeRule } from './archived.ts'
import { everything, freshFile } from './sample.ts'
import { NOON } from './values.ts'

const CASES = 320
const DAY_MS = 86_400_000
/** Hundreds of cases are written first, on whatever machine. */
const LONG_MS = 120_000
const CHILD = join(import.meta.dirname, 'keeping-child.ts')

const count = (file: string) => {
  const db = new Database(file, { readonly: true, timeout: 2000 })
  const cases = Number(db.prepare('SELECT count(*) FROM cases').pluck().get())
  db.close()
  return cases
}

/** Runs the child and kills it without warning as soon as `until` holds for the number of cases; gives whether it was in time. */
async function killedWhen(args: string[], file: string, until: (cases: number) => boolean): Promise<boolean> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  while (child.exitCode === null && !(said.includes('begun') && until(count(file))))
    await new Promise((turn) => setImmediate(turn))
  child.kill('SIGKILL')
  await ended
  return !said.includes('done')
}

/** What stands in the tables for each case; every one must be whole or not there at all. */
function piecesOf(file: string) {
  const db = new Database(file, { readonly: true })
  const all = (sql: string) => db.prepare(sql).pluck().all()
  const pieces = {
    cases: all('SELECT id FROM cases ORDER BY id'),
    attempts: all('SELECT case_id FROM attempts ORDER BY case_id'),
    journal: all('SELECT case_id FROM journal ORDER BY case_id'),
    steps: all('SELECT id FROM case_steps JOIN cases ON number = case_number ORDER BY id'),
    found: all('SELECT id FROM case_search JOIN cases ON number = case_search.rowid ORDER BY id'),
    counted: all(`SELECT judged FROM attempt_counts WHERE dimension = 'port' AND judged > 0`),
  }
  db.close()
  return pieces
}

function expectWhole(file: string): void {
  const { cases, counted, ...others } = piecesOf(file)
  for (const piece of Object.values(others)) expect(piece).toEqual(cases)
  expect(counted).toEqual(cases.length > 0 ? [cases.length] : [])
}

it(
  'an import that is killed leaves each case whole or not there; the same file again brings the rest and doubles none',
  async () => {
    const source = archived(freshFile())
    for (let number = 1; number <= CASES; number += 1) addCase(source, number)
    const made = await source.archive.document({ kind: 'cases', filter: { practice: false, search: '' } })
    if (!made.ok) throw new Error(made.problem.code)
    let text = ''
    while (text.length < made.value.characters) text += source.archive.documentPart(made.value.id, text.length)
    const file = freshFile()
    archived(file).history.close()
    const exported = `${file}.json`
    writeFileSync(exported, text)
    expect(await killedWhen([file, 'import', exported], file, (cases) => cases > 20)).toBe(true)
    const here = archived(file)
    const before = here.history.list(everything).total
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(CASES)
    expectWhole(file)
    const again = await here.archive.importPart({ id: 'x', text, last: true })
    expect(again.ok && again.value.filter((one) => one.ok && one.result === 'already-here').length).toBe(before)
    expect(here.history.list(everything).total).toBe(CASES)
    expectWhole(file)
    expect(here.troubles).toEqual([])
  },
  LONG_MS,
)

it(
  'a retention that is killed leaves each case whole or gone; the next start finishes it to the last byte',
  async () => {
    const file = freshFile()
    const first = archived(file)
    const old = { openedWallMs: NOON - 90 * DAY_MS, closedWallMs: NOON - 80 * DAY_MS }
    for (let number = 1; number <= CASES; number += 1) addCase(first, number, number % 8 === 0 ? {} : old)
    storeRule(first, { closedDays: 30, practiceDays: null })
    first.history.close()
    expect(await killedWhen([file, 'retain'], file, (cases) => cases < CASES)).toBe(true)
    const here = archived(file)
    const left = here.history.list(everything).total
    expect(left).toBeLessThan(CASES)
    expectWhole(file)
    await here.archive.startUp()
    await here.archive.close()
    const kept = Array.from({ length: CASES / 8 }, (_, index) => caseId((index + 1) * 8))
    expect(piecesOf(file).cases).toEqual(kept)
    expectWhole(file)
    for (const number of [1, 7, 101, 319]) expect(filesHolding(file, secretOf(number))).toEqual([])
    expect(filesHolding(file, secretOf(8))).not.toEqual([])
    expect(here.troubles).toEqual([])
  },
  LONG_MS,
)
