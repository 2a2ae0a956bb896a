// The USB lab: a virtual iPhone on a real kernel's USB stack, with the app's own adapters and strangers as judges.
// `npm run test:usb-lab`; README.md beside this file tells what it needs and how long it takes.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { consoleTail, startMachine } from './host/machine.ts'
import { runNatively, whyNotNative } from './host/native.ts'
import { CannotRunHere } from './host/packages.ts'
import { BUNDLE, CACHE, PROJECT, REPORT, RESULTS } from './host/places.ts'
import { prepareMachine, type Parts } from './host/prepare.ts'
import { compilePrograms } from './host/programs.ts'
import { doneFile, readMessage, type Message, type RuleResult } from './protocol.ts'

/**
 * The suite says every ten seconds that it lives, and each rule inside has its own limit: only a suite that hangs is silent
 * for so long. Until its first word it takes 8 s where nothing else runs, and more than a minute on a busy computer.
 */
const SILENCE_MS = 300_000

type Figure = { name: string; value: number; unit: string }

type Collected = {
  results: RuleResult[]
  figures: Figure[]
  started: Extract<Message, { kind: 'started' }> | null
  finished: boolean
}

type Door = Extract<Message, { kind: 'door' }>

const say = (line: string) => console.log(line)

const freePort = (): Promise<number> =>
  new Promise((done, refuse) => {
    const server = createServer()
    server.once('error', refuse)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => done(port))
    })
  })

const MARKS = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' } as const

let room = ''

const tell = (result: RuleResult) => {
  if (result.room !== room) say(`\n${result.room}`)
  room = result.room
  const reason = result.outcome === 'skipped' ? ` (skipped: ${result.detail})` : ''
  say(`  ${MARKS[result.outcome]} ${result.sentence}${reason}  ${(result.tookMs / 1000).toFixed(1)} s`)
  if (result.outcome === 'failed') say(result.detail.replace(/^/gm, '         '))
}

const add = (collected: Collected, result: RuleResult) => {
  collected.results.push(result)
  tell(result)
}

/** The app runs inside: a browser out here uses it, and whatever comes of that, the suite inside goes on. */
const visit = async (collected: Collected, { visit: name, url, phones }: Door): Promise<void> => {
  try {
    // Loaded only here: most of the lab needs no browser.
    const { visitApp } = await import('./host/browser.ts')
    await visitApp(name, url, phones, (result) => add(collected, result))
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    add(collected, { room: 'the whole app', sentence: 'a browser opens the app', outcome: 'failed', tookMs: 0, detail })
  }
  writeFileSync(join(RESULTS, doneFile(name)), 'done')
}

const receive = (collected: Collected, line: string): void => {
  const message = readMessage(line)
  if (message === null) {
    if (line.trim() !== '') say(`  | ${line}`)
  } else if (message.kind === 'started') {
    collected.started = message
    say(`the suite runs: Linux ${message.kernel}, Node ${message.node}`)
  } else if (message.kind === 'result') add(collected, message.result)
  else if (message.kind === 'door') void visit(collected, message)
  else if (message.kind === 'figure') collected.figures.push(message)
  else if (message.kind === 'finished') collected.finished = true
}

const suiteCommand = (kind: 'guest' | 'native', results: string, ports: readonly number[]) => [
  process.execPath,
  join(BUNDLE, 'suite.js'),
  kind,
  PROJECT,
  results,
  ...ports.map(String),
]

/** Runs the suite in the emulated computer. Gives why it failed as a whole, or null. */
const runInGuest = async (collected: Collected, ports: readonly number[]): Promise<string | null> => {
  say(`needs about 111 MB of Debian packages (kernel, QEMU, a small system) and keeps them in ${CACHE}`)
  const parts = await prepareMachine(say)
  for (const complaint of await compilePrograms(parts)) say(`not compiled: ${complaint}`)
  let failure = await runOnce(collected, parts, ports)
  if (failure !== null && collected.started === null) {
    say(`${failure}\nthe suite had not begun; once more`)
    failure = await runOnce(collected, parts, ports)
  }
  return failure
}

const runOnce = async (collected: Collected, parts: Parts, ports: readonly number[]): Promise<string | null> => {
  say('starts the emulated computer (QEMU without KVM)')
  const machine = startMachine({
    parts,
    run: suiteCommand('guest', '/results', ports),
    ports,
    memoryMb: 1536,
    silenceMs: SILENCE_MS,
    onLine: (line) => receive(collected, line),
  })
  const end = await machine.ended
  if (collected.finished && end.code !== null) return null
  const why = end.timedOut
    ? `the emulated computer said nothing for ${SILENCE_MS / 1000} s`
    : 'the emulated computer died'
  return `${why} (suite's exit code: ${end.code ?? 'none'})\n${end.complaint}\nthe end of its console:\n${consoleTail(30)}`
}

/** Whether a room that runs the built app is wanted: see suite.ts. */
const usesApp = (): boolean => {
  const wanted = (process.env['LAB_ROOMS'] ?? '').split('+').filter(Boolean)
  return wanted.length === 0 || wanted.some((word) => 'the whole app, figures'.includes(word))
}

const skip = (reason: string): number => {
  say(`skipped: ${reason}`)
  writeReport({ outcome: 'skipped', reason })
  return 0
}

const writeReport = (report: Record<string, unknown>) => {
  mkdirSync(dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`)
}

const main = async (): Promise<number> => {
  const startedMs = performance.now()
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return skip(`this is ${process.platform} on ${process.arch}, the lab needs Linux on x64`)
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  // What was built just now, so that a build in the meantime does not take it away from the guest.
  if (usesApp()) cpSync(join(PROJECT, 'dist'), join(RESULTS, 'app'), { recursive: true })
  // A run inside a run finds the programs made, and could not write them.
  if (!process.env['LAB_BUNDLED']) await (await import('./host/bundle.ts')).bundlePrograms()
  const ports = [await freePort(), await freePort()]
  const collected: Collected = { results: [], figures: [], started: null, finished: false }
  const notNative = await whyNotNative()
  say(
    notNative === null
      ? 'runs on this computer: its kernel has vhci-hcd'
      : `runs in an emulated computer: ${notNative}`,
  )
  let broken: string | null
  try {
    broken =
      notNative === null
        ? await runNatively(suiteCommand('native', RESULTS, ports), SILENCE_MS, (line) => receive(collected, line))
        : await runInGuest(collected, ports)
  } catch (error) {
    if (error instanceof CannotRunHere) return skip(error.message)
    throw error
  }
  const count = (outcome: RuleResult['outcome']) => collected.results.filter((one) => one.outcome === outcome).length
  if (broken === null && collected.results.length === 0) broken = 'no rule was run'
  const failed = count('failed') + (broken === null ? 0 : 1)
  if (broken !== null) say(`\nFAIL ${broken}`)
  for (const { name, value, unit } of collected.figures) say(`figure: ${name}: ${value} ${unit}`)
  const tookMs = Math.round(performance.now() - startedMs)
  const outcome = failed === 0 ? 'passed' : 'failed'
  writeReport({
    outcome,
    where: notNative === null ? 'native' : 'guest',
    tookMs,
    broken,
    ...collected.started,
    ...collected,
  })
  say(`\nthe lab took ${(tookMs / 1000).toFixed(0)} s; ${count('skipped')} rules were skipped; report in ${REPORT}`)
  say(`${count('passed')} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.exit(await main())
