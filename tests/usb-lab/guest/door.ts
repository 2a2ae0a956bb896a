import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { doneFile, type Message, type RuleResult, type VisitName } from '../protocol.ts'
import { PERSON, startDaemon, stopDaemon } from './access-rules.ts'
import { startProgram } from './kernel.ts'
import { PATIENCE_MS, Skip, waitFor, type Lab } from './lab.ts'
import { withUsbmuxd } from './mux-rules.ts'

export const DOOR_ROOM = 'the whole app'

/** All that the browser outside does, from the first page to the last; each of its steps has a limit of its own. */
const BROWSER_MS = 1_200_000

/** How the app is run for one visit of the browser outside. */
export type DoorSetup = {
  readonly visit: VisitName
  readonly sentence: string
  /** As whom; root where not told. */
  readonly user?: number
}

/**
 * Starts the built serve door with its database in memory, tells the runner outside, and waits until its browser is done.
 * Gives how the door itself did: it must be there to the end and go when it is told to.
 */
export const openDoor = async (
  lab: Lab,
  port: string,
  { visit, sentence, user }: DoorSetup,
  log: (text: string) => void,
  say: (message: Message) => void,
): Promise<RuleResult> => {
  const startedMs = performance.now()
  const end = (outcome: RuleResult['outcome'], detail = ''): RuleResult => ({
    room: DOOR_ROOM,
    sentence,
    outcome,
    tookMs: Math.round(performance.now() - startedMs),
    detail,
  })
  const folder = `/tmp/handhold-lab-${visit}`
  mkdirSync(folder, { recursive: true })
  if (user !== undefined) chownSync(folder, user, user)
  const args = ['--port', port, '--database', join(folder, `history-${port}.sqlite`), '--no-open']
  try {
    const program = join(lab.project, 'test-results/usb-lab/app/serve/serve.js')
    const { child, ready } = await startProgram(program, args, /http:\/\/127\.0\.0\.1:\S+/, log, user)
    say({ kind: 'door', visit, url: ready[0], phones: lab.phonesAddress })
    const done = join(lab.results, doneFile(visit))
    await waitFor(
      'the browser outside',
      () => {
        if (child.exitCode !== null) throw new Error(`the serve door ended by itself with ${child.exitCode}`)
        return existsSync(done) && readFileSync(done, 'latin1') !== ''
      },
      BROWSER_MS,
    )
    child.kill('SIGTERM')
    if (child.exitCode === null) await Promise.race([once(child, 'exit'), pause(PATIENCE_MS, null, { ref: false })])
    if (child.exitCode === null) child.kill('SIGKILL')
    return child.exitCode === 0 ? end('passed') : end('failed', `its exit code: ${child.exitCode}`)
  } catch (error) {
    return end('failed', String(error))
  } finally {
    await lab.ask('world', null)
  }
}

const BESIDE_MUX = "the serve door runs beside Debian's usbmuxd, and ends cleanly"

/** The same on a computer where usbmuxd speaks to phones that run their system. */
export const openMuxDoor = async (
  lab: Lab,
  port: string,
  log: (text: string) => void,
  say: (message: Message) => void,
): Promise<RuleResult> => {
  for (const phone of ['x', 'eleven'] as const) await lab.unplug(phone)
  const place = { room: DOOR_ROOM, sentence: BESIDE_MUX, tookMs: 0 }
  let result: RuleResult | null = null
  try {
    await withUsbmuxd(lab, true, async () => {
      result = await openDoor(lab, port, { visit: 'mux', sentence: BESIDE_MUX }, log, say)
    })
  } catch (error) {
    if (error instanceof Skip) return { ...place, outcome: 'skipped', detail: error.message }
    return { ...place, outcome: 'failed', detail: String(error) }
  }
  return result ?? { ...place, outcome: 'failed', detail: 'it was never opened' }
}

const RESTRICTED = 'the serve door runs for an ordinary user and without a udev daemon, and ends cleanly'

/** The same for somebody who is not root, on a system that announces no devices. */
export const openRestrictedDoor = async (
  lab: Lab,
  port: string,
  log: (text: string) => void,
  say: (message: Message) => void,
): Promise<RuleResult> => {
  if (lab.kind !== 'guest')
    return {
      room: DOOR_ROOM,
      sentence: RESTRICTED,
      outcome: 'skipped',
      tookMs: 0,
      detail: "would change this computer's own settings",
    }
  for (const phone of ['x', 'eleven'] as const) await lab.unplug(phone)
  await stopDaemon()
  try {
    return await openDoor(lab, port, { visit: 'restricted', sentence: RESTRICTED, user: PERSON }, log, say)
  } finally {
    for (const phone of ['x', 'eleven'] as const) await lab.unplug(phone)
    await startDaemon()
  }
}
