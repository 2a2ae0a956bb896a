import assert from 'node:assert/strict'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { PHONES, showingOf } from '../phone/identities.ts'
import { run, Skip, waitFor, type Lab, type Room } from './lab.ts'
import { arrival, startWatcher, watching } from './watcher.ts'

/** The ordinary user of the guest. */
export const PERSON = 1000

const RULES = '/run/udev/rules.d'
const RULE_FILE = '39-handhold.rules'

const onlyInGuest = (lab: Lab) => {
  if (lab.kind !== 'guest') throw new Skip("would change this computer's own settings")
}

/** The device file of the one phone in this mode. */
const deviceFile = (productId: string): string => {
  const root = '/sys/bus/usb/devices'
  const read = (name: string, file: string) =>
    existsSync(join(root, name, file)) ? readFileSync(join(root, name, file), 'latin1').trim() : ''
  const name = readdirSync(root).find(
    (each) => read(each, 'idVendor') === '05ac' && read(each, 'idProduct') === productId,
  )
  assert.ok(name !== undefined, `no device ${productId}`)
  const number = (file: string) => read(name, file).padStart(3, '0')
  return `/dev/bus/usb/${number('busnum')}/${number('devnum')}`
}

const plugAndWait = (lab: Lab, mode: 'recovery' | 'normal') =>
  watching(async (watcher) => {
    await lab.plug('x', mode)
    await watcher.next(`the phone in ${mode}`, arrival(mode === 'recovery' ? 0x1281 : 0x12a8))
    await run('udevadm', ['settle', '-t', '20'])
  })

/** What the app says to somebody who is not root. */
const askAsPerson = async (): Promise<{ user: number; outcome: string; serial: string | null; status: string }> => {
  const program = join(import.meta.dirname, 'person-program.js')
  const ask = () => run('su', ['person', '-c', `'${process.execPath}' '${program}'`], 180_000)
  let { code, out, err } = await ask()
  // A shell gives 128 and the signal's number: Node's crash at its start under emulation, as in `startProgram`.
  if (out === '' && (code === null || code > 128)) ({ code, out, err } = await ask())
  assert.equal(code, 0, `as an ordinary user: ${err}${out}`)
  const found: unknown = JSON.parse(out.trim().split('\n').at(-1) ?? '')
  assert.ok(typeof found === 'object' && found !== null && 'user' in found && 'outcome' in found)
  // Printed by person-program.ts in this very form.
  const said = found as {
    user: number
    outcome: string
    device: { serial: string }
    access: { access: { status: string } }
  }
  return { user: said.user, outcome: said.outcome, serial: said.device.serial, status: said.access.access.status }
}

const joinGroup = (group: string, member: string) => {
  const file = '/etc/group'
  const lines = readFileSync(file, 'latin1').split('\n')
  const withMember = lines.map((line) => (line.startsWith(`${group}:`) ? line.replace(/:[^:]*$/, `:${member}`) : line))
  writeFileSync(file, withMember.join('\n'))
}

const installRule = async (lab: Lab) => {
  mkdirSync(RULES, { recursive: true })
  copyFileSync(join(lab.project, 'assets/udev', RULE_FILE), join(RULES, RULE_FILE))
  await run('udevadm', ['control', '--reload'])
}

const removeRule = async () => {
  rmSync(join(RULES, RULE_FILE), { force: true })
  joinGroup('plugdev', '')
  await run('udevadm', ['control', '--reload'])
}

const isWritableForAll = (file: string) => (statSync(file).mode & 0o002) !== 0

export const startDaemon = async () => {
  await run('/usr/lib/systemd/systemd-udevd', ['--daemon', '--resolve-names=late'])
  await waitFor('the udev daemon', () => existsSync('/run/udev/control'))
}

export const stopDaemon = async () => {
  await run('udevadm', ['control', '--exit'])
  await waitFor('the udev daemon to end', async () => (await run('pidof', ['systemd-udevd'])).code !== 0)
  rmSync('/run/udev/control', { force: true })
}

/** Who may talk to a phone, and what is left where the system tells of nothing. */
export const ACCESS: Room = {
  name: 'access',
  rules: [
    {
      sentence: 'an ordinary user sees the phone and its serial, and is told that permission is missing to talk to it',
      async run(lab) {
        onlyInGuest(lab)
        await plugAndWait(lab, 'recovery')
        const { user, ...rest } = await askAsPerson()
        assert.equal(user, PERSON)
        const { serial } = showingOf(PHONES.x, 'recovery')
        assert.deepEqual(rest, { outcome: 'no-permission', serial, status: 'watching' })
      },
    },
    {
      sentence: 'the shipped udev rule cures that for members of its group',
      async run(lab) {
        onlyInGuest(lab)
        await installRule(lab)
        try {
          joinGroup('plugdev', 'person')
          await plugAndWait(lab, 'recovery')
          assert.equal((await askAsPerson()).outcome, 'ok')
        } finally {
          await removeRule()
        }
      },
    },
    {
      sentence: 'the shipped udev rule leaves everybody else out, and phones in normal mode alone',
      async run(lab) {
        onlyInGuest(lab)
        await plugAndWait(lab, 'normal')
        const untouched = statSync(deviceFile('12a8'))
        await installRule(lab)
        try {
          await plugAndWait(lab, 'recovery')
          assert.equal((await askAsPerson()).outcome, 'no-permission', 'not a member of the group')
          const file = deviceFile('1281')
          assert.equal(isWritableForAll(file), false)
          assert.equal(statSync(file).mode & 0o777, 0o660)
          await plugAndWait(lab, 'normal')
          const { mode, gid } = statSync(deviceFile('12a8'))
          assert.deepEqual({ mode, gid }, { mode: untouched.mode, gid: untouched.gid })
        } finally {
          await removeRule()
        }
      },
    },
    {
      sentence: 'without a udev daemon the app says that it only lists, and still finds phones that come and go',
      async run(lab) {
        onlyInGuest(lab)
        await stopDaemon()
        try {
          const watcher = await startWatcher('listing-only')
          try {
            const access = watcher.events.find((event) => event.kind === 'usb.access')
            assert.equal(access?.access.problem?.code, 'usb-no-events')
            await lab.plug('x', 'recovery')
            await waitFor('the phone', () => watcher.attached().some(({ productId }) => productId === 0x1281))
            await lab.plug('x', 'dfu')
            await waitFor('DFU', () => watcher.attached().some(({ productId }) => productId === 0x1227))
            assert.equal(watcher.attached().length, 1)
            await lab.unplug('x')
            await waitFor('nothing', () => watcher.attached().length === 0)
          } finally {
            watcher.close()
          }
        } finally {
          await startDaemon()
        }
      },
    },
  ],
}
