import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DONE_FILE, type Message, type RuleResult } from '../protocol.ts'
import { startProgram } from './kernel.ts'
import { waitFor, type Lab } from './lab.ts'

export const DOOR_ROOM = 'the whole app'

/** All that the browser outside does, from the first page to the last. */
const BROWSER_MS = 300_000

/**
 * Starts the built serve door with its database in memory, tells the runner outside, and waits until its browser is done.
 * Gives how the door itself did: it must be there to the end and go when it is told to.
 */
export const openDoor = async (
  lab: Lab,
  port: string,
  log: (text: string) => void,
  say: (message: Message) => void,
): Promise<RuleResult> => {
  const startedMs = performance.now()
  const sentence = 'the serve door stays up while a browser uses it, and ends cleanly when told to'
  const end = (outcome: RuleResult['outcome'], detail = ''): RuleResult => ({
    room: DOOR_ROOM,
    sentence,
    outcome,
    tookMs: Math.round(performance.now() - startedMs),
    detail,
  })
  const folder = '/tmp/handhold-lab'
  mkdirSync(folder, { recursive: true })
  const args = ['--port', port, '--database', join(folder, `history-${port}.sqlite`), '--no-open']
  try {
    const program = join(lab.project, 'test-results/usb-lab/app/serve/serve.js')
    const { child, ready } = await startProgram(program, args, /http:\/\/127\.0\.0\.1:\S+/, log)
    say({ kind: 'door', url: ready[0], phones: lab.phonesAddress })
    const done = join(lab.results, DONE_FILE)
    await waitFor(
      'the browser outside',
      () => {
        if (child.exitCode !== null) throw new Error(`the serve door ended by itself with ${child.exitCode}`)
        return existsSync(done) && readFileSync(done, 'latin1') !== ''
      },
      BROWSER_MS,
    )
    child.kill('SIGTERM')
    if (child.exitCode === null) await Promise.race([once(child, 'exit'), pause(20_000, null, { ref: false })])
    if (child.exitCode === null) child.kill('SIGKILL')
    return child.exitCode === 0 ? end('passed') : end('failed', `its exit code: ${child.exitCode}`)
  } catch (error) {
    return end('failed', String(error))
  } finally {
    await lab.ask('world', null)
  }
}
