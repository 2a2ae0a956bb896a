// What runs inside: loads the virtual controller, starts the phones' process, runs the rules and says how each ended.
// Arguments: guest|native, the project's path, the path for results, the port of the phones' process, the door's port.
import { appendFileSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { writeMessage, type Message } from '../protocol.ts'
import { ACCESS } from './access-rules.ts'
import { ADAPTER } from './adapter-rules.ts'
import { FLAPPING } from './flapping-rules.ts'
import { JUDGES } from './judge-rules.ts'
import { loadController, startProgram } from './kernel.ts'
import { createLab, run, type Room } from './lab.ts'
import { LIBRARY } from './library-rules.ts'
import { RECOVERY } from './recovery-rules.ts'
import { runRooms } from './run-rules.ts'

const ROOMS: readonly Room[] = [LIBRARY, ADAPTER, RECOVERY, JUDGES, ACCESS, FLAPPING]

/** Only these rooms, by the first word of their names: for work on the lab itself. */
const wanted = (process.env['LAB_ROOMS'] ?? '').split('+').filter(Boolean)
const rooms = ROOMS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

const [kind, project = '', results = '', phonesPort = '', doorPort = ''] = process.argv.slice(2)

const say = (message: Message) => console.log(writeMessage(message))

const main = async (): Promise<number> => {
  say({ kind: 'started', node: process.version, kernel: release() })
  await loadController(kind === 'guest')
  const log = (name: string) => (text: string) => appendFileSync(join(results, name), text)
  const phones = await startProgram(
    join(import.meta.dirname, '../phone/phones-process.ts'),
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
  await runRooms(lab, rooms, (result) => {
    if (result.outcome === 'failed') failed += 1
    say({ kind: 'result', result })
  })
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
