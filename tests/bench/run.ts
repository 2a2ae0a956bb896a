import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../tools/find-chromium.ts'
import { benchPage, type Circumstances, type Ran } from './docs-page.ts'
import { inDigits } from './figures.ts'
import { type Benchmark, benchmarks } from './list.ts'
import type { Answer } from './one.ts'
import { asText } from './table.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGE = join(ROOT, 'docs/bench.md')
/** A benchmark that takes longer hangs. */
const LONGEST_MS = 300_000
const LAST_WORDS_MS = 5000

const versionOf = (folder: string): string => {
  const about: { version: string } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  return about.version
}

/** Taken before anything runs: the load is that of others. */
async function circumstances(): Promise<Circumstances> {
  const chromium = await findChromium()
  const browser =
    chromium === null ? 'no Chromium' : spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout.trim()
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(', ')
  return {
    date: new Date().toISOString().slice(0, 10),
    lines: [
      `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${inDigits(totalmem() / 2 ** 30)} GiB, ${type()} ${release()} ${arch()}`,
      `Handhold ${versionOf('.')}, Node ${process.versions.node}, ${browser}, better-sqlite3 ${versionOf('node_modules/better-sqlite3')}, usb ${versionOf('node_modules/usb')}`,
      `Load of the machine just before (1, 5, 15 minutes): ${load}`,
    ],
  }
}

/** Runs one benchmark in a process of its own, which is ended when it hangs. */
async function runOne({ name, nodeOptions = [], longestMs = LONGEST_MS }: Benchmark): Promise<Answer> {
  const child = fork(join(import.meta.dirname, 'one.ts'), [name], { execArgv: [...nodeOptions] })
  let answer: Answer = { failed: 'it ended without an answer' }
  child.on('message', (said) => (answer = said as Answer))
  const hang = setTimeout(() => {
    answer = { failed: `it took longer than ${longestMs / 1000} s` }
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), LAST_WORDS_MS).unref()
  }, longestMs)
  await once(child, 'exit')
  clearTimeout(hang)
  return answer
}

async function bench(asked: string | undefined): Promise<number> {
  const all = benchmarks()
  const chosen = asked === undefined ? all : all.filter(({ name }) => name === asked)
  if (chosen.length === 0) {
    console.error(`There is no benchmark ${asked}. There are: ${all.map(({ name }) => name).join(', ')}.`)
    return 2
  }
  const around = await circumstances()
  for (const line of around.lines) console.log(line)
  const ran: Ran[] = []
  for (const benchmark of chosen) {
    const beganMs = performance.now()
    process.stderr.write(`${benchmark.name} …`)
    const answer = await runOne(benchmark)
    process.stderr.write(` ${Math.round((performance.now() - beganMs) / 1000)} s\n`)
    if ('failed' in answer) console.error(`${benchmark.name} failed: ${answer.failed}`)
    else ran.push({ benchmark, ...answer })
  }
  if (ran.length > 0) console.log(`\n${asText(ran.flatMap(({ rows }) => rows))}`)
  for (const { page } of ran) if (page !== '') console.log(`\n${page}`)
  if (ran.length < chosen.length) return 1
  if (asked !== undefined) return 0
  writeFileSync(PAGE, benchPage(around, ran))
  console.log('\nwrote docs/bench.md')
  return 0
}

process.exitCode = await bench(process.argv[2])
