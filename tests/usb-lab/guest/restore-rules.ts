import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { writePlist } from '../../../shared/protocol/plist-write.ts'
import { writeFirmware } from './firmware.ts'
import { run, Skip, waitFor, type Lab, type Room } from './lab.ts'
import { plugForTalk, send } from './recovery-rules.ts'
import { watching } from './watcher.ts'

const FOLDER = '/tmp/lab-restore'
const SIGNING_HOST = 'gs.apple.com'
/** The other addresses that the tool asks in turn. */
const SIGNING_ADDRESSES = ['17.171.36.30', '17.151.36.30']

/** What Apple's server says about a version that it signs no more. */
const NOT_SIGNED = "STATUS=94&MESSAGE=This device isn't eligible for the requested build."
const SIGNED = `STATUS=0&MESSAGE=SUCCESS&REQUEST_STRING=${Buffer.from(
  writePlist({ ApImg4Ticket: Buffer.alloc(96, 'ticket') }),
).toString()}`

/** The guest takes itself for Apple's signing server while `use` runs: nothing leaves it. Gives how many asked. */
const withSigningServer = async (answer: string, use: () => Promise<void>): Promise<number> => {
  let asked = 0
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      asked += 1
      response.end(answer)
    })
  })
  server.listen(80)
  await once(server, 'listening')
  const hosts = readFileSync('/etc/hosts')
  appendFileSync('/etc/hosts', `127.0.0.1 ${SIGNING_HOST}\n`)
  for (const address of SIGNING_ADDRESSES) await run('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo'])
  try {
    await use()
  } finally {
    for (const address of SIGNING_ADDRESSES) await run('ip', ['addr', 'del', `${address}/32`, 'dev', 'lo'])
    writeFileSync('/etc/hosts', hosts)
    server.closeAllConnections()
    server.close()
  }
  return asked
}

/**
 * `redirected`: both streams in one file, where errors come before the lines they belong to, because only the other stream
 * waits until it has a block. `terminal`: line by line as a person sees it, with its bars and carriage returns.
 */
type Capture = 'redirected' | 'terminal'

/** Starts Debian's own idevicerestore on that firmware; what it prints goes to `log`. */
const startRestore = (log: string, capture: Capture) => {
  const command = `exec idevicerestore -e -y '${writeFirmware(FOLDER)}'`
  const [program, ...args] =
    capture === 'terminal' ? ['script', '-q', '-f', '-c', command, log] : ['sh', '-c', `${command} >'${log}' 2>&1`]
  const child = spawn(program ?? '', args, { cwd: FOLDER, stdio: 'ignore' })
  return { child, ended: once(child, 'exit') }
}

/** Runs it from the phone in recovery to its end; `during` gets to see what it has said so far. Gives its whole log. */
const restoring = async (
  lab: Lab,
  name: string,
  capture: Capture,
  answer: string,
  during: (log: () => string) => Promise<void>,
): Promise<string> => {
  if (lab.kind !== 'guest') throw new Skip("would change this computer's own settings")
  if ((await run('sh', ['-c', 'command -v idevicerestore'])).code !== 0) throw new Skip('idevicerestore is not here')
  mkdirSync(FOLDER, { recursive: true })
  const log = join(FOLDER, `${name}.log`)
  writeFileSync(log, '')
  const asked = await withSigningServer(answer, async () => {
    const { child, ended } = startRestore(log, capture)
    try {
      await during(() => readFileSync(log, 'utf8'))
      await ended
      assert.equal(child.signalCode, null, `it crashed; it had said:\n${readFileSync(log, 'utf8')}`)
    } finally {
      child.kill('SIGKILL')
      lab.keep(`${name}.log`, readFileSync(log))
    }
  })
  assert.equal(asked, 1, 'it asked the signing server once')
  const text = readFileSync(log, 'utf8')
  rmSync(FOLDER, { recursive: true })
  return text
}

/** Debian's idevicerestore, run for real: its logs are kept for the reader of logs, and the app leaves its phone alone. */
export const RESTORE: Room = {
  name: 'a real idevicerestore',
  rules: [
    {
      sentence: 'idevicerestore takes the virtual phone for one and ends where the firmware is signed no more',
      async run(lab) {
        await lab.plug('x', 'recovery')
        const text = await restoring(lab, 'idevicerestore-debian-not-signed', 'redirected', NOT_SIGNED, async () => {})
        assert.match(text, /^Found device in Recovery mode$/m)
        assert.match(text, /^Identified device as d221ap, iPhone10,6$/m)
        assert.match(text, /^ERROR: TSS request failed \(status=94/m)
      },
    },
    {
      sentence: 'while it holds the phone the app sends nothing, and a boot loader that does not start ends it',
      run: (lab) =>
        watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          const text = await restoring(lab, 'idevicerestore-debian-stays', 'terminal', SIGNED, async (log) => {
            await waitFor('the boot loader to be sent', () => /Sending iBEC/.test(log()))
            assert.equal(await send(watcher, device.deviceId, 'reboot'), 'restoring')
          })
          const commands = (await lab.transfers('x')).filter(({ type }) => type === 0x40).map((one) => one.text)
          assert.deepEqual(commands, ['go'], 'only what idevicerestore sent')
          assert.match(text, /ERROR: Device did not disconnect\. Possibly invalid iBEC/m)
        }),
    },
  ],
}
