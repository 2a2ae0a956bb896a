import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { enterRecovery, factsOfPhone, systemOfPhone } from '../../../electron/adapters/lockdownd.ts'
import { listDevices, listen, type Mux, type MuxNews } from '../../../electron/adapters/usbmuxd.ts'
import type { PhoneName } from '../phone/identities.ts'
import { PHONES } from '../phone/identities.ts'
import { printedUdid, valuesOf } from '../phone/lockdown.ts'
import { PATIENCE_MS, run, Skip, waitFor, type Lab, type Room } from './lab.ts'
import { arrival, watching } from './watcher.ts'

export const MUX_SOCKET = '/var/run/usbmuxd'
const MUX_ADDRESS: Mux = { address: { path: MUX_SOCKET }, timeoutMs: PATIENCE_MS }

/** Before it asks, usbmuxd makes three keys of its own for the pair: half a minute's work for an emulated processor. */
const PAIRING_MS = 600_000

/** Debian's own daemon while `use` runs. `silent`: it does not ask each new phone to pair. */
export const withUsbmuxd = async (lab: Lab, silent: boolean, use: () => Promise<void>): Promise<void> => {
  if (existsSync(MUX_SOCKET)) throw new Skip('a usbmuxd runs here already')
  if ((await run('usbmuxd', ['--version'])).code === 127) throw new Skip('usbmuxd is not installed')
  // Loaded for the first phone, they take it away from whoever was faster: a usbmuxd just then meets a device that is gone.
  await run('modprobe', ['-a', 'apple-mfi-fastcharge', 'ipheth'])
  const daemon = spawn('usbmuxd', ['--foreground', '-v', ...(silent ? ['--no-preflight'] : [])])
  const keep = (text: Buffer) => appendFileSync(join(lab.results, 'usbmuxd.txt'), text)
  daemon.stdout.on('data', keep)
  daemon.stderr.on('data', keep)
  try {
    await waitFor("usbmuxd's socket", () => existsSync(MUX_SOCKET))
    await use()
  } finally {
    daemon.kill('SIGTERM')
    if (daemon.exitCode === null) await Promise.race([once(daemon, 'exit'), pause(5000, null, { ref: false })])
    if (daemon.exitCode === null) daemon.kill('SIGKILL')
    rmSync(MUX_SOCKET, { force: true })
  }
}

/** What `idevice_id -l` lists. */
const listed = async (): Promise<string[]> => {
  const { code, out, err } = await run('idevice_id', ['-l'])
  if (code === 127) throw new Skip('idevice_id is not installed')
  assert.ok(code === 0 || out === '', `idevice_id -l ended with ${code}: ${err}`)
  return out.trim().split('\n').filter(Boolean)
}

const plugForMux = async (lab: Lab, phone: PhoneName, limitMs = PATIENCE_MS): Promise<string> => {
  await lab.plug(phone, 'normal')
  const udid = printedUdid(PHONES[phone].ids.udid)
  await waitFor(`${udid} in usbmuxd's list`, async () => (await listed()).includes(udid), limitMs)
  return udid
}

/** What the app's own client lists. */
const theOnlyPhone = async () => {
  const devices = await listDevices(MUX_ADDRESS)
  assert.ok(devices.ok, JSON.stringify(devices))
  const [phone, another] = devices.value
  assert.ok(phone !== undefined && another === undefined, JSON.stringify(devices.value))
  return phone
}

/** Requests to lockdownd with how they were answered, oldest first. */
const asked = async (lab: Lab, phone: PhoneName): Promise<string[]> => {
  const log = await lab.ask('log', { phone })
  return log.flatMap((record) => (record.what === 'lockdown' ? [`${record.request}: ${record.answer}`] : []))
}

const readFields = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]))

/** Debian's usbmuxd and the tools above it take the virtual phone for one. */
export const MUX: Room = {
  name: 'usbmux',
  rules: [
    ...(['x', 'eleven'] as const).map((phone) => ({
      sentence: `usbmuxd takes up the phone in its system, idevice_id lists it, ideviceinfo -s reads its values (${PHONES[phone].productType})`,
      run: (lab: Lab) =>
        withUsbmuxd(lab, true, async () => {
          const udid = await plugForMux(lab, phone)
          const { code, out, err } = await run('ideviceinfo', ['-s', '-u', udid])
          assert.equal(code, 0, `${err}${out}`)
          const fields = readFields(out)
          for (const [name, value] of Object.entries(valuesOf(PHONES[phone])))
            if (typeof value === 'string' || typeof value === 'bigint')
              assert.equal(fields.get(name), String(value), name)
          assert.equal(BigInt(fields.get('UniqueChipID') ?? 0), BigInt(`0x${PHONES[phone].ids.ecid}`))
          const type = await run('ideviceinfo', ['-s', '-u', udid, '-k', 'ProductType'])
          assert.equal(type.out.trim(), PHONES[phone].productType)
        }),
    })),
    {
      sentence: 'the protocol of old systems, without counters, is taken too',
      run: (lab) =>
        withUsbmuxd(lab, true, async () => {
          await lab.ask('faults', { phone: 'x', faults: { muxVersion: 1 } })
          const udid = await plugForMux(lab, 'x')
          const type = await run('ideviceinfo', ['-s', '-u', udid, '-k', 'ProductVersion'])
          assert.equal(type.out.trim(), '17.6.1')
        }),
    },
    {
      sentence: 'a phone that is pulled leaves the list, and one that comes back is in it again',
      run: (lab) =>
        withUsbmuxd(lab, true, async () => {
          await plugForMux(lab, 'x')
          await lab.unplug('x')
          await waitFor('an empty list', async () => (await listed()).length === 0)
          await plugForMux(lab, 'x')
        }),
    },
    {
      sentence: 'ideviceenterrecovery sends the phone into recovery, and the app sees one phone that went there',
      run: (lab) =>
        watching(async (watcher) => {
          await withUsbmuxd(lab, true, async () => {
            const udid = await plugForMux(lab, 'eleven')
            const before = await watcher.next('the phone in its system', arrival(0x12a8))
            const { code, out, err } = await run('ideviceenterrecovery', [udid])
            assert.equal(code, 0, `${err}${out}`)
            const after = await watcher.next('recovery', arrival(0x1281))
            assert.equal(after.usbPort, before.usbPort)
            assert.deepEqual((await asked(lab, 'eleven')).at(-1), 'EnterRecovery: Success')
          })
        }),
    },
    {
      sentence: 'a phone that wants trust first refuses to go into recovery, says so, and stays where it is',
      run: (lab) =>
        withUsbmuxd(lab, true, async () => {
          await lab.ask('faults', { phone: 'x', faults: { trustForRecovery: true } })
          const udid = await plugForMux(lab, 'x')
          const { out, err } = await run('ideviceenterrecovery', [udid])
          assert.match(`${out}${err}`, /fail|error/i)
          assert.equal((await lab.ask('state', { phone: 'x' })).showing?.productId, 0x12a8)
          assert.ok((await asked(lab, 'x')).includes('EnterRecovery: SessionInactive'))
        }),
    },
    {
      sentence: 'the app hears of phones through the real usbmuxd, reads what they tell, and never asks to pair',
      run: (lab) =>
        withUsbmuxd(lab, true, async () => {
          const news: MuxNews[] = []
          const stop = listen(MUX_ADDRESS, (one) => news.push(one))
          try {
            const udid = await plugForMux(lab, 'eleven')
            const told = await waitFor('the news', () => news.find(({ kind }) => kind === 'attached'))
            const phone = await theOnlyPhone()
            assert.equal(phone.udid, udid)
            assert.ok(told.kind === 'attached' && told.device.deviceId === phone.deviceId)
            assert.deepEqual(await systemOfPhone(MUX_ADDRESS, phone), { ok: true, value: 'normal' })
            const facts = await factsOfPhone(MUX_ADDRESS, phone)
            assert.ok(facts.ok, JSON.stringify(facts))
            assert.equal(facts.value.productType, PHONES.eleven.productType)
            assert.equal(BigInt(`0x${facts.value.ecid}`), BigInt(`0x${PHONES.eleven.ids.ecid}`))
            await lab.unplug('eleven')
            await waitFor('the news of its departure', () => news.some(({ kind }) => kind === 'detached'))
            assert.deepEqual(await asked(lab, 'eleven'), ['QueryType: told', 'GetValue: told'])
          } finally {
            stop()
          }
        }),
    },
    {
      sentence: 'the app tells a phone that restores from one that runs, and sends it nothing else',
      run: (lab) =>
        withUsbmuxd(lab, true, async () => {
          await lab.plug('x', 'restore')
          await waitFor('a phone in the list', async () => (await listed()).length === 1)
          const phone = await theOnlyPhone()
          assert.deepEqual(await systemOfPhone(MUX_ADDRESS, phone), { ok: true, value: 'restore' })
          assert.deepEqual(await enterRecovery(MUX_ADDRESS, phone), { ok: true, value: 'restoring' })
          assert.deepEqual(new Set(await asked(lab, 'x')), new Set(['QueryType: told']))
        }),
    },
    {
      sentence: 'the app sends a phone into recovery where the phone allows it, and says what is missing where not',
      run: (lab) =>
        watching(async (watcher) => {
          await withUsbmuxd(lab, true, async () => {
            await lab.ask('faults', { phone: 'x', faults: { trustForRecovery: true } })
            await plugForMux(lab, 'x')
            assert.deepEqual(await enterRecovery(MUX_ADDRESS, await theOnlyPhone()), { ok: true, value: 'not-paired' })
            assert.equal((await lab.ask('state', { phone: 'x' })).showing?.productId, 0x12a8)
            await lab.ask('faults', { phone: 'x', faults: { trustForRecovery: false } })
            await plugForMux(lab, 'x')
            assert.deepEqual(await enterRecovery(MUX_ADDRESS, await theOnlyPhone()), { ok: true, value: 'sent' })
            await watcher.next('recovery', arrival(0x1281))
            assert.ok(!(await asked(lab, 'x')).some((each) => each.startsWith('Pair')))
          })
        }),
    },
    {
      sentence: 'a usbmuxd that wants to pair is refused politely, and the phone is listed all the same',
      limitMs: PAIRING_MS + 60_000,
      run: (lab) =>
        withUsbmuxd(lab, false, async () => {
          await plugForMux(lab, 'x', PAIRING_MS)
          assert.ok((await asked(lab, 'x')).includes('Pair: UserDeniedPairing'), String(await asked(lab, 'x')))
        }),
    },
  ],
}
