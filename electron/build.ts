import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import type { Channel } from '../shared/contract/channel.ts'
import type { CallOutput, PracticeSetup, PushValue, World } from '../shared/contract/contract.ts'
import type { Effect } from '../shared/engine/effects.ts'
import type { EventBody } from '../shared/engine/events.ts'
import type { HostFacts } from '../shared/engine/host-facts.ts'
import { createLoop, type Loop } from '../shared/engine/loop.ts'
import { withBest } from '../shared/engine/practice-best.ts'
import { createClock, createTimeline, type Timeline } from './adapters/clock.ts'
import { createHost } from './adapters/host-look.ts'
import { installedIrecovery } from './adapters/irecovery.ts'
import { createPhoneTalk, muxOf } from './adapters/phone-talk.ts'
import { createPracticePhone, drawSeed } from './adapters/practice-phone.ts'
import { createRecovery } from './adapters/recovery.ts'
import { restoreToolRuns } from './adapters/restore-tool.ts'
import { watchForSleep } from './adapters/sleep.ts'
import { createUpdaterLogs, type LogFolder, updaterLogFolders } from './adapters/updater-logs.ts'
import { createUsb } from './adapters/usb.ts'
import { eventsArrive, stringReader } from './adapters/usb-device.ts'
import { importUsb, readLibrary, type UsbModules } from './adapters/usb-library.ts'
import { type Audience, createAudience, type Subject } from './audience.ts'
import { lookAtHost } from './build-host.ts'
import { callHandlers } from './calls.ts'
import { firmwareFolders } from './firmware/copies.ts'
import { serviceAddress } from './firmware/service.ts'
import { createArchive } from './history/archive.ts'
import { openHistory } from './history/open.ts'
import { hostSystem } from './host-system.ts'
import { createPractice, isPhoneEffect, type PracticeWorld } from './practice.ts'

export type AppSetup = {
  readonly door: CallOutput<'hello'>['door']
  /** `:memory:` keeps nothing. */
  readonly databaseFile: string
  readonly appVersion: string
  /** How fast practice runs against life; 1 unless told. */
  readonly practiceRate?: number
  /** `none`: no bus is watched; tests that must not see the machine's own devices. */
  readonly usb?: 'real' | 'none'
  /** How this computer is looked at; nobody looks where no bus is watched, unless told how. */
  readonly lookAtHost?: (network: boolean) => Promise<HostFacts>
  /** Where logs of restores are looked for; the places of this system unless told. */
  readonly logFolders?: readonly LogFolder[]
  /** The modules of the npm package; tests and the bench hand in their own. */
  readonly usbModules?: () => Promise<UsbModules>
  /** A guide runs: keep the computer awake and the window in sight. */
  readonly onAttention?: (on: boolean) => void
  /** One line of the local log. */
  readonly log?: (line: string) => void
}

export type App = {
  /** Serves one more screen over this wire. */
  connect(channel: Channel): void
  /** The computer sleeps or woke. */
  host(event: 'host.suspended' | 'host.resumed'): void
  /** Ends both worlds, writes what is buffered, and lets go of the database. */
  close(): Promise<void>
}

/** A file's folder may be missing at the very first start. Whatever else is wrong with it shows when the file is opened. */
function makeFolder(databaseFile: string): void {
  if (databaseFile === ':memory:') return
  try {
    mkdirSync(dirname(databaseFile), { recursive: true })
  } catch {
    // opening the file says it better
  }
}

/** The real bus behind the usb and recovery ports. */
function realBus(app: AppSetup, state: (event: EventBody) => void, log: (line: string) => void) {
  if (app.usb === 'none') {
    state({ kind: 'usb.access', access: { status: 'unavailable', problem: { code: 'usb-unavailable' } } })
    return { perform: (_effect: Effect) => {}, close: () => {} }
  }
  const system = hostSystem()
  const usb = createUsb({
    load: async () => readLibrary(await (app.usbModules ?? importUsb)(), log),
    readStrings: stringReader(system),
    eventsArrive: () => eventsArrive(system),
    state,
  })
  const recovery = createRecovery({
    find: (deviceId) => usb.find(deviceId),
    state,
    restoreRuns: () => restoreToolRuns(system),
    irecovery: installedIrecovery({ system, path: process.env['PATH'] }),
  })
  const talk = createPhoneTalk({
    mux: muxOf(process.env['USBMUXD_SOCKET_ADDRESS'], system),
    state,
    restoreRuns: () => restoreToolRuns(system),
  })
  return {
    perform(effect: Effect) {
      usb.perform(effect)
      recovery.perform(effect)
      talk.perform(effect)
    },
    close() {
      talk.close()
      usb.close()
    },
  }
}

/** Both worlds hold attention with one hand: it is let go when neither needs it. */
function attentionHold(tell: (on: boolean) => void) {
  const holding = new Set<World>()
  let told = false
  return (world: World, on: boolean) => {
    if (on) holding.add(world)
    else holding.delete(world)
    if (told === holding.size > 0) return
    told = holding.size > 0
    tell(told)
  }
}

const statePush = (world: World, loop: Loop, timeline: Timeline): { name: 'state'; value: PushValue<'state'> } => ({
  name: 'state',
  value: { world, sentAtMs: timeline.nowMs(), rate: timeline.rate, state: loop.current() },
})

/**
 * Joins adapters, history and loops; every door calls it. The real world runs from the start, a practice world from
 * `practiceStart` to `practiceStop`; they share the history and the screens and nothing else. Trouble with the disk or the
 * bus is a state, never a throw.
 */
export function buildApp(setup: AppSetup): App {
  const log = setup.log ?? (() => {})
  const system = hostSystem()
  const subjects = new Map<string, Subject>()
  const audience: Audience = createAudience(subjects, log)
  const hold = attentionHold((on) => setup.onAttention?.(on))
  /** Troubles of the disk that come before there is a loop to tell. */
  const early: EventBody[] = []
  let tellBoth = (event: EventBody) => void early.push(event)

  makeFolder(setup.databaseFile)
  const history = openHistory({
    file: setup.databaseFile,
    bootId: randomUUID(),
    appVersion: setup.appVersion,
    wallMs: Date.now,
    onTrouble: (problem) => tellBoth({ kind: 'trouble.began', problem }),
    onRecovered: (code) => tellBoth({ kind: 'trouble.ended', code }),
    onChanged: () => audience.news('history'),
  })

  const look = setup.lookAtHost ?? (setup.usb === 'none' ? null : lookAtHost)
  const host = look && createHost((event) => real.state(event), look)

  const logs = createUpdaterLogs({
    folders: setup.logFolders ?? updaterLogFolders({ system, env: process.env, home: homedir() }),
    state: (event) => real.state(event),
    wallMs: Date.now,
  })

  const archive = createArchive({
    history,
    appVersion: setup.appVersion,
    wallMs: Date.now,
    onChanged: () => audience.news('history'),
    log,
  })

  /** A loop whose bus effects go to `bus` and whose other effects go where they always go. */
  const makeLoop = (world: World, timeline: Timeline, bus: (effect: Effect) => void): Loop => {
    const loop: Loop = createLoop(
      {
        clock: createClock(timeline),
        journal: history.journalFor(world),
        publish: () => audience.news(world),
        perform(effect) {
          if (isPhoneEffect(effect)) bus(effect)
          else if (effect.kind === 'attention.hold') hold(world, effect.on)
          // practice is not about this computer
          else if (effect.kind === 'host.check') {
            if (world === 'real') host?.perform(effect)
          } else if (effect.kind === 'logs.follow') {
            if (world === 'real') logs.perform(effect)
          } else history.perform(effect)
          if (world === 'practice' && (effect.kind === 'attempt.open' || effect.kind === 'attempt.close')) {
            bus(effect)
            const best = withBest(real.current().settings, effect, loop.current().guide)
            if (best) for (const one of [real, loop]) one.state({ kind: 'settings.change', settings: best })
          }
          // with its events, what was believed at Start is all that it takes to play it again
          if (effect.kind === 'attempt.open' && effect.attempt.kind === 'guide')
            history.attemptBegan(effect.attempt.attemptId, loop.current())
        },
      },
      { practice: world === 'practice', system },
    )
    return loop
  }

  const makePracticeWorld = (asked: PracticeSetup): PracticeWorld => {
    const timeline = createTimeline(setup.practiceRate ?? 1)
    const chosen = { ...asked, seed: asked.seed ?? drawSeed() }
    const settings = real.current().settings
    // while the phone is being made it states its list by itself
    let performOnPhone = (_effect: Effect) => {}
    const loop = makeLoop('practice', timeline, (effect) => performOnPhone(effect))
    loop.state({ kind: 'app.started', system, settings, openCases: [], resumeCaseId: null })
    const phone = createPracticePhone({
      setup: chosen,
      timeline,
      state: (event) => loop.state(event),
      onView: () => audience.news('view'),
    })
    performOnPhone = (effect) => phone.perform(effect)
    return { loop, timeline, phone }
  }
  const practice = createPractice(makePracticeWorld, () => {
    if (practice.current() === null) hold('practice', false)
    audience.news('practice')
    audience.news('view')
  })

  const timeline = createTimeline()
  let performOnBus = (_effect: Effect) => {}
  const real = makeLoop('real', timeline, (effect) => performOnBus(effect))
  subjects.set('real', () => statePush('real', real, timeline))
  subjects.set('practice', () => {
    const world = practice.current()
    return world && statePush('practice', world.loop, world.timeline)
  })
  subjects.set('view', () => ({ name: 'practice', value: practice.view() }))
  subjects.set('history', () => ({ name: 'historyChanged', value: {} }))

  real.state({ kind: 'app.started', system, ...history.startUp() })
  tellBoth = (event) => {
    real.state(event)
    practice.state(event)
  }
  for (const event of early.splice(0)) real.state(event)
  const bus = realBus(setup, (event) => real.state(event), log)
  performOnBus = (effect) => bus.perform(effect)
  // the desktop door is told by the system
  const stopWatching = setup.door === 'serve' ? watchForSleep(() => real.state({ kind: 'host.resumed' })) : () => {}

  void archive.startUp().catch((error: unknown) => log(`the history's upkeep failed: ${String(error)}`))

  const { door, appVersion, databaseFile } = setup
  const hello = { appVersion, door, system, databaseFile }
  const outside = { system, env: process.env, home: homedir() }
  const firmware = { folders: firmwareFolders(outside), service: serviceAddress(process.env) }
  const handlers = callHandlers({ hello, real, practice, history, archive, firmware })
  return {
    connect: (channel) => audience.connect(channel, handlers),
    host: (kind) => real.state({ kind }),
    async close() {
      audience.close('Handhold is closing')
      stopWatching()
      bus.close()
      host?.close()
      logs.close()
      practice.stop()
      real.stop()
      await archive.close()
      const { lost } = history.close()
      if (lost > 0) log(`${lost} changes could not be written to ${databaseFile}`)
    },
  }
}
