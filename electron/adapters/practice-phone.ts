import {
  type PRACTICE_TROUBLES,
  type PracticeAction,
  type PracticeSetup,
  type PracticeView,
} from '../../shared/contract/contract.ts'
import type { Effect } from '../../shared/engine/effects.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import { LOADER_VARIABLES, type LoaderVariableName } from '../../shared/protocol/recovery-command.ts'
import { type HandMove, type PracticeScore, scoreOf } from '../../shared/simulator/score.ts'
import * as simulator from '../../shared/simulator/world.ts'
import type { GuideId } from '../../shared/knowledge/vocabulary.ts'
import type { Timeline } from './clock.ts'

/** The bus is listed this often while watched closely, as on a real one. */
const CLOSELY_MS = 2000
/** A loose plug slips out this long after DFU was reached: before it counts as entered. */
const SLIPS_AFTER_MS = 1000
/** What asking a recovery device takes, about. */
const ANSWER_MS = 40

/** How many small transfers a link test makes. */
const TRANSFERS = 20

/** What the virtual iPhone's boot loader tells: a phone that is well. */
const TOLD: Readonly<Record<LoaderVariableName, string | null>> = {
  'build-version': 'iBoot-8419.80.7',
  'build-style': 'RELEASE',
  'boot-stage': '2',
  'radio-error': '0',
  'radio-error-string': null,
}

export type PracticePhone = {
  /** Performs the effects of the usb and recovery ports on the virtual iPhone; leaves every other effect alone. */
  perform(effect: Effect): void
  /** What the hands do. */
  act(action: PracticeAction): void
  view(): PracticeView
  close(): void
}

export type PracticePhoneSetup = {
  readonly setup: PracticeSetup & { readonly seed: number }
  readonly timeline: Timeline
  readonly state: Inbox
  /** The phone's own screen or its buttons changed. */
  readonly onView: () => void
}

/** What the simulator plays for what the person wants to go wrong. */
const TROUBLES: Readonly<Record<(typeof PRACTICE_TROUBLES)[number], Partial<simulator.WorldSetup>>> = {
  none: {},
  'other-id': { dfuShows: 'debug-usb' },
  'not-the-rom': { dfuShows: 'loader-dfu' },
  // see `tell`: nothing about the phone itself
  'loose-plug': {},
  battery: { battery: 'empty' },
  held: { opens: 'busy' },
  taken: { opens: 'busy-later' },
}

/** Draws a seed for a phone that nobody asked to be a certain one. */
export const drawSeed = (): number => Math.floor(Math.random() * 2 ** 31)

/**
 * Plays the usb and recovery ports with the virtual iPhone on the practice timeline. The engine gets the same events as from
 * a real bus and cannot tell the difference. Throws for a product that the simulator does not know.
 */
export function createPracticePhone({ setup, timeline, state, onView }: PracticePhoneSetup): PracticePhone {
  const setAlarm = timeline.alarm()
  let world = simulator.createWorld({ ...setup, ...TROUBLES[setup.trouble ?? 'none'] }, timeline.nowMs())
  let closed = false
  let nextListMs: number | null = null
  /** Ids that the engine was told of and not told back. */
  const told = new Set<string>()
  const answers: { readonly atMs: number; readonly give: () => void }[] = []
  let shown = ''
  /** The try that runs, with what the hands did in it. */
  let trying: { readonly guide: GuideId; readonly startedAtMs: number; readonly moves: HandMove[] } | null = null
  let score: PracticeScore | null = null

  const list = () => {
    const devices = simulator.listDevices(world)
    told.clear()
    for (const device of devices) told.add(device.deviceId)
    state({ kind: 'usb.listed', devices })
  }
  const listDiffers = () => {
    const devices = simulator.listDevices(world)
    return devices.length !== told.size || devices.some((device) => !told.has(device.deviceId))
  }
  const tell = ({ event }: ReturnType<typeof simulator.advance>['happened'][number]) => {
    if (event.kind === 'usb.attached') {
      told.add(event.device.deviceId)
      if (setup.trouble === 'loose-plug' && simulator.truth(world).power === 'dfu')
        answers.push({ atMs: timeline.nowMs() + SLIPS_AFTER_MS, give: () => change({ kind: 'unplug' }) })
    } else told.delete(event.deviceId)
    state(event)
  }

  const view = (): PracticeView => ({
    setup,
    screen: simulator.screenOf(world),
    down: [...world.down],
    plugged: world.phone.plugged,
    score: score && { ...score, bars: [...score.bars] },
  })
  const showView = () => {
    const now = JSON.stringify(view())
    if (now === shown) return
    shown = now
    onView()
  }

  /** Lets everything happen that is due, tells it, and sets the alarm for what comes next. */
  const live = () => {
    if (closed) return
    const nowMs = timeline.nowMs()
    const { world: later, happened } = simulator.advance(world, nowMs)
    world = later
    for (const each of happened) tell(each)
    while (answers[0] && answers[0].atMs <= nowMs) answers.shift()?.give()
    if (nextListMs !== null && nextListMs <= nowMs) {
      nextListMs = nowMs + CLOSELY_MS
      if (listDiffers()) list()
    }
    showView()
    const times = [simulator.nextWakeMs(world), nextListMs, answers[0]?.atMs ?? null].filter((atMs) => atMs !== null)
    if (!closed) setAlarm(times.length > 0 ? Math.min(...times) : null, live)
  }
  const change = (action: simulator.WorldAction) => {
    world = simulator.act(world, timeline.nowMs(), action)
    if (action.kind === 'buttons') trying?.moves.push({ atMs: timeline.nowMs(), down: action.down })
    live()
  }

  const answer = ({ deviceId, request }: Extract<Effect, { kind: 'recovery.send' }>) => {
    const isThis = simulator.listDevices(world).some((device) => device.deviceId === deviceId)
    const outcome = isThis ? simulator.answerTo(world, request) : 'gone'
    if (outcome === 'ok' && request !== 'probe') change({ kind: 'host', command: request })
    state({ kind: 'recovery.answered', deviceId, request, outcome })
  }

  const tellVariables = ({ deviceId }: Extract<Effect, { kind: 'recovery.ask' }>) => {
    const isThis = simulator.listDevices(world).some((device) => device.deviceId === deviceId)
    const outcome = isThis ? simulator.answerTo(world, 'probe') : 'gone'
    const variables = LOADER_VARIABLES.map((name) => ({ name, value: TOLD[name] }))
    state({ kind: 'recovery.told', deviceId, outcome, variables: outcome === 'ok' ? variables : [] })
  }

  /** The virtual cable is whole: what is sent arrives, as long as the phone is there. */
  const tellTransfers = (deviceId: string) => {
    const isThis = simulator.listDevices(world).some((device) => device.deviceId === deviceId)
    state({ kind: 'link.tried', deviceId, outcome: isThis ? 'ok' : 'gone', done: isThis ? TRANSFERS : 0, errors: 0 })
  }

  /** A try begins or ends: only here is it known what the hands did. */
  const mark = (effect: Extract<Effect, { kind: 'attempt.open' | 'attempt.close' }>) => {
    const nowMs = timeline.nowMs()
    if (effect.kind === 'attempt.open') {
      const { guide } = effect.attempt
      score = null
      trying = guide === null ? null : { guide, startedAtMs: nowMs, moves: [{ atMs: nowMs, down: [...world.down] }] }
    } else if (trying !== null) {
      const counts = effect.verdict !== 'cancelled' && effect.verdict !== 'interrupted'
      score = counts ? scoreOf(world, trying.guide, trying.moves, trying.startedAtMs, nowMs) : null
      trying = null
    }
    showView()
  }

  state({ kind: 'usb.access', access: { status: 'watching', problem: null } })
  list()
  live()
  return {
    view,
    act: (action) => change(action),
    perform(effect) {
      if (closed) return
      if (effect.kind === 'attempt.open' || effect.kind === 'attempt.close') mark(effect)
      if (effect.kind === 'usb.relist') list()
      if (effect.kind === 'usb.watch-closely') {
        nextListMs = effect.on ? timeline.nowMs() + CLOSELY_MS : null
        setAlarm(timeline.nowMs(), live)
      }
      if (effect.kind === 'recovery.send' || effect.kind === 'recovery.ask' || effect.kind === 'link.try') {
        const give = () => {
          if (effect.kind === 'recovery.send') answer(effect)
          else if (effect.kind === 'recovery.ask') tellVariables(effect)
          else tellTransfers(effect.deviceId)
        }
        answers.push({ atMs: timeline.nowMs() + ANSWER_MS, give })
        setAlarm(timeline.nowMs(), live)
      }
    },
    close() {
      closed = true
      setAlarm(null, () => {})
    },
  }
}
