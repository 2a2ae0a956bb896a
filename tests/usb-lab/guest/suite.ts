// What runs inside, in one file with all it imports: loads the virtual controller, starts the phones' process, runs the rules and says how each ended.
// Arguments: guest|native, the project's path, the path for results, the port of the phones' process, the door's port.
import { appendFileSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { writeMessage, type Message, type RuleResult } from '../protocol.ts'
import { ACCESS } from './access-rules.ts'
import { ADAPTER } from './adapter-rules.ts'
import { DOOR_ROOM, openDoor, openMuxDoor, openRestrictedDoor } from './door.ts'
import { FIGURE_ROOM } from './figure-rules.ts'
import { FLAPPING } from './flapping-rules.ts'
import { JUDGES } from './judge-rules.ts'
import { loadControllers, startProgram } from './kernel.ts'
import { createLab, run, type Room } from './lab.ts'
import { LIBRARY } from './library-rules.ts'
import { MUX } from './mux-rules.ts'
import { NATIVE } from './native-rules.ts'
import { RECOVERY } from './recovery-rules.ts'
import { RESTORE } from './restore-rules.ts'
import { runRooms } from './run-rules.ts'

const BEFORE_DOOR: readonly Room[] = [NATIVE, LIBRARY, ADAPTER, RECOVERY, JUDGES, RESTORE, MUX, ACCESS]
const AFTER_DOOR: readonly Room[] = [FIGURE_ROOM, FLAPPING]

/** Only these rooms, by the first word of their names: for work on the lab itself. */
const wanted = (process.env['LAB_ROOMS'] ?? '').split('+').filter(Boolean)
const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.includes(word))
const select = (rooms: readonly Room[]) => rooms.filter(({ name }) => isWanted(name))

const [kind, project = '', results = '', phonesPort = '', doorPort = ''] = process.argv.slice(2)

const ALIVE_MS = 10_000

const say = (message: Message) => console.log(writeMessage(message))

const main = async (): Promise<number> => {
  say({ kind: 'started', node: process.version, kernel: release() })
  setInterval(() => say({ kind: 'alive' }), ALIVE_MS).unref()
  await loadControllers(kind === 'guest')
  const log = (name: string) => (text: string) => appendFileSync(join(results, name), text)
  const phones = await startProgram(
    join(import.meta.dirname, 'phones-process.js'),
    [phonesPort],
    /phones: ready/,
    log('phones.txt'),
  )
  const figure = (name: string, value: number, unit: string) => say({ kind: 'figure', name, value, unit })
  const lab = createLab(
    kind === 'guest' ? 'guest' : 'native',
    project,
    results,
    `http://127.0.0.1:${phonesPort}`,
    figure,
  )
  let failed = 0
  const tell = (result: RuleResult) => {
    if (result.outcome === 'failed') failed += 1
    say({ kind: 'result', result })
  }
  await runRooms(lab, select(BEFORE_DOOR), tell)
  if (isWanted(DOOR_ROOM)) {
    const sentence = 'the serve door stays up while a browser uses it, and ends cleanly when told to'
    tell(await openDoor(lab, doorPort, { visit: 'whole', sentence }, log('door.txt'), say))
    tell(await openMuxDoor(lab, doorPort, log('door-mux.txt'), say))
    tell(await openRestrictedDoor(lab, doorPort, log('door-restricted.txt'), say))
  }
  await runRooms(lab, select(AFTER_DOOR), tell)
  phones.child.kill('SIGKILL')
  const { out: kernelLog } = await run('dmesg')
  writeFileSync(join(results, 'kernel-log.txt'), kernelLog)
  say({ kind: 'finished' })
  return failed === 0 ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(3)
  },
)
