import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { eventsArrive, stringReader } from '../../../electron/adapters/usb-device.ts'
import { importUsb, readLibrary } from '../../../electron/adapters/usb-library.ts'
import { createUsb } from '../../../electron/adapters/usb.ts'
import type { EventBody } from '../../../shared/engine/events.ts'
import { FIGURES } from '../protocol.ts'
import { run, Skip, waitFor, type Lab, type Room } from './lab.ts'

const PLUGS = Number(process.env['LAB_PLUGS'] ?? 10)
const QUESTIONS = Number(process.env['LAB_QUESTIONS'] ?? 1)
/** The command's own start takes many seconds under emulation; only the bench has them. */
const ASKS_COMMAND = process.env['LAB_QUESTIONS'] !== undefined
const MODES = [
  ['recovery', '1281', 0x1281],
  ['dfu', '1227', 0x1227],
] as const

/** The kernel's monotonic clock, the same in every process. */
const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const tenths = (value: number) => Math.round(value * 10) / 10

type Heard = { readonly productId: string; readonly atMs: number }

/** The bare listener as a program of its own, while `use` runs. */
const withBareListener = async (lab: Lab, use: (heard: readonly Heard[]) => Promise<void>): Promise<void> => {
  const program = join(lab.results, 'libusb-hotplug')
  if (!existsSync(program)) throw new Skip('it was not compiled: there is no gcc here')
  const child = spawn(program, [], { stdio: ['ignore', 'pipe', 'inherit'] })
  const heard: Heard[] = []
  let isReady = false
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, productId = '', ns = '0'] = line.split(' ')
    if (what === 'ready') isReady = true
    if (what === 'arrived') heard.push({ productId, atMs: Number(BigInt(ns) / 1000n) / 1000 })
  })
  try {
    await waitFor('the bare listener', () => isReady)
    await use(heard)
  } finally {
    child.kill('SIGKILL')
  }
}

/** The app's adapter, with the moment of each arrival it states. */
const withAdapter = async (use: (heard: readonly Heard[]) => Promise<void>): Promise<void> => {
  const heard: Heard[] = []
  let isListed = false
  const state = (event: EventBody) => {
    if (event.kind === 'usb.listed') isListed = true
    if (event.kind !== 'usb.attached') return
    heard.push({ productId: event.device.productId.toString(16), atMs: monotonicMs() })
  }
  const adapter = createUsb({
    load: async () => readLibrary(await importUsb(), () => {}),
    readStrings: stringReader('linux'),
    eventsArrive: () => eventsArrive('linux'),
    state,
  })
  try {
    await waitFor('the first list', () => isListed)
    await use(heard)
  } finally {
    adapter.close()
  }
}

/** From just before the phone is put in until the kernel has taken it up and the listener is told. */
const measurePlugs = async (lab: Lab, bare: readonly Heard[], ours: readonly Heard[]) => {
  const [toBare, toOurs]: [number[], number[]] = [[], []]
  for (let plug = 0; plug < PLUGS; plug += 1) {
    const [mode, productId] = MODES[plug % MODES.length] ?? MODES[0]
    const from = { bare: bare.length, ours: ours.length }
    await lab.plug('x', mode)
    const find = (heard: readonly Heard[], first: number) => () =>
      heard.slice(first).find((one) => one.productId === productId)
    const byBare = await waitFor('the bare listener', find(bare, from.bare))
    const byOurs = await waitFor('the adapter', find(ours, from.ours))
    const log = await lab.ask('log', { phone: 'x' })
    const plugged = log.findLast((record) => record.what === 'plugged')
    assert.ok(plugged?.what === 'plugged')
    toBare.push(byBare.atMs - plugged.monotonicMs)
    toOurs.push(byOurs.atMs - plugged.monotonicMs)
    await pause(150)
    await lab.unplug('x')
  }
  return { toBare, toOurs }
}

/** How long until a program that was just started has printed this, or has ended without a line of it. */
const timeUntil = async (program: string, args: readonly string[], expected: RegExp): Promise<number> => {
  const startedMs = monotonicMs()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  let answeredMs: number | null = null
  const take = (chunk: Buffer) => {
    text += chunk.toString()
    if (expected.test(text)) answeredMs ??= monotonicMs()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  let hasEnded = false
  child.once('close', () => (hasEnded = true))
  const endMs = await waitFor(
    `${program} to say ${expected}`,
    () => {
      if (hasEnded && answeredMs === null) throw new Error(`${program} ended and had said: ${text}`)
      return answeredMs ?? undefined
    },
    60_000,
  )
  child.kill('SIGKILL')
  return endMs - startedMs
}

/** How long the adapter of an app that runs takes until it has said that nothing is there. */
const timeOfAdapter = async (): Promise<number> => {
  const startedMs = monotonicMs()
  return new Promise((done) => {
    const adapter = createUsb({
      load: async () => readLibrary(await importUsb(), () => {}),
      readStrings: stringReader('linux'),
      eventsArrive: () => eventsArrive('linux'),
      state(event) {
        if (event.kind !== 'usb.listed') return
        done(monotonicMs() - startedMs)
        setImmediate(() => adapter.close())
      },
    })
  })
}

/** What is measured here is reported, not judged: other work shares the processors. */
export const FIGURE_ROOM: Room = {
  name: 'figures',
  rules: [
    {
      sentence: `from plugging in to the app's event, beside a bare libusb listener: ${PLUGS} times`,
      run: (lab) =>
        withBareListener(lab, (bare) =>
          withAdapter(async (ours) => {
            const { toBare, toOurs } = await measurePlugs(lab, bare, ours)
            const later = toOurs.map((ms, at) => ms - (toBare[at] ?? Number.NaN))
            lab.figure(FIGURES.attachOurs, tenths(quantile(toOurs, 0.5)), 'ms')
            lab.figure(FIGURES.attachBare, tenths(quantile(toBare, 0.5)), 'ms')
            lab.figure(FIGURES.laterMedian, tenths(quantile(later, 0.5)), 'ms')
            lab.figure(FIGURES.laterP95, tenths(quantile(later, 0.95)), 'ms')
            lab.figure(FIGURES.plugs, PLUGS, 'plugs')
            assert.equal(toOurs.length, PLUGS)
          }),
        ),
    },
    {
      sentence: `with nothing attached, our answer beside irecovery -q: ${QUESTIONS} times`,
      async run(lab) {
        if ((await run('irecovery', ['-V'])).code === 127) throw new Skip('irecovery is not installed')
        const cli = join(lab.project, 'test-results/usb-lab/app/cli/cli.js')
        const askOurs = () => timeUntil(process.execPath, [cli, 'watch', '--json'], /"status":"watching"/)
        const [adapter, ours, theirs]: [number[], number[], number[]] = [[], [], []]
        // the first start reads the program through the shared file system
        if (ASKS_COMMAND) await askOurs()
        for (let question = 0; question < QUESTIONS; question += 1) {
          adapter.push(await timeOfAdapter())
          if (ASKS_COMMAND) ours.push(await askOurs())
          theirs.push(await timeUntil('irecovery', ['-q'], /unable to connect|no device/i))
        }
        lab.figure(FIGURES.nothingAdapter, tenths(quantile(adapter, 0.5)), 'ms')
        if (ASKS_COMMAND) lab.figure(FIGURES.nothingOurs, Math.round(quantile(ours, 0.5)), 'ms')
        lab.figure(FIGURES.nothingTheirs, Math.round(quantile(theirs, 0.5)), 'ms')
        lab.figure(FIGURES.questions, QUESTIONS, 'questions')
        assert.equal(theirs.length, QUESTIONS)
      },
    },
  ],
}
