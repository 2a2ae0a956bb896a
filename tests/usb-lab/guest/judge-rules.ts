import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { identify } from '../../../shared/engine/identify.ts'
import { DEVICES } from '../../../shared/knowledge/devices.ts'
import { PHONES, showingOf, type PhoneMode, type PhoneName } from '../phone/identities.ts'
import { run, Skip, waitFor, type Lab, type Output, type Room } from './lab.ts'
import { plugForTalk, send } from './recovery-rules.ts'
import { arrival, departure, watching } from './watcher.ts'

/** Runs a stranger's program, which must be there and succeed. */
const consult = async (program: string, args: readonly string[]): Promise<Output> => {
  const output = await run(program, args)
  if (output.code === 127) throw new Skip(`${program} is not installed`)
  assert.equal(output.code, 0, `${program} ${args.join(' ')} ended with ${output.code}: ${output.err}${output.out}`)
  return output
}

/** `NAME: value` lines as irecovery prints them. */
const readFields = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^([A-Z]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value.trim()]))

const plugAndWait = async (lab: Lab, phone: PhoneName, mode: PhoneMode, productId: number) => {
  await watching(async (watcher) => {
    await lab.plug(phone, mode)
    await watcher.next(`the phone in ${mode}`, arrival(productId))
  })
}

const hex = (text: string | undefined | null) => Number.parseInt(text ?? '', 16)

const askIrecovery = async (lab: Lab, phone: PhoneName, mode: 'recovery' | 'dfu') => {
  await plugAndWait(lab, phone, mode, mode === 'dfu' ? 0x1227 : 0x1281)
  const fields = readFields((await consult('irecovery', ['-q'])).out)
  const { serial, product, vendorId, productId } = showingOf(PHONES[phone], mode)
  const { cpid, bdid, ecid } = identify({ vendorId, productId, serial, product }).identity
  assert.equal(hex(fields.get('CPID')), hex(cpid), 'chip')
  assert.equal(hex(fields.get('BDID')), hex(bdid), 'board')
  assert.equal(BigInt(fields.get('ECID') ?? 0), BigInt(`0x${ecid}`), 'ECID')
  assert.equal(`NONC:${fields.get('NONC')} SNON:${fields.get('SNON')}`, PHONES[phone].nonces)
  return fields
}

const shape = (transfers: Awaited<ReturnType<Lab['transfers']>>) =>
  transfers.map(({ type, request, value, index, data }) => ({ type, request, value, index, data }))

/** Programs nobody here wrote: they must take the virtual phone for one, and send what we send. */
export const JUDGES: Room = {
  name: 'the judges',
  rules: [
    ...(['x', 'eleven'] as const).map((phone) => ({
      sentence: `irecovery -q reads the same phone in recovery as we do (${PHONES[phone].productType})`,
      async run(lab: Lab) {
        const fields = await askIrecovery(lab, phone, 'recovery')
        assert.equal(fields.get('SRNM'), PHONES[phone].ids.serialNumber)
        assert.equal(fields.get('MODE'), 'Recovery')
      },
    })),
    {
      sentence: 'irecovery -q reads the same phone in DFU as we do',
      async run(lab) {
        const fields = await askIrecovery(lab, 'x', 'dfu')
        assert.equal(fields.get('MODE'), 'DFU')
        assert.match(fields.get('SRTG') ?? '', /^iBoot-/)
      },
    },
    {
      sentence: 'to leave recovery we send the requests irecovery -n sends, byte for byte and in its order',
      async run(lab) {
        await plugAndWait(lab, 'x', 'recovery', 0x1281)
        await consult('irecovery', ['-n'])
        await waitFor('normal mode', async () => (await lab.ask('state', { phone: 'x' })).showing?.productId === 0x12a8)
        const theirs = shape(await lab.transfers('x')).filter(({ type }) => type === 0x40)
        assert.equal(theirs.length, 3)
        await lab.unplug('x')
        await lab.ask('reset', { phone: 'x' })
        await watching(async (watcher) => {
          const device = await plugForTalk(lab, watcher)
          assert.equal(await send(watcher, device.deviceId, 'set-auto-boot'), 'ok')
          assert.equal(await send(watcher, device.deviceId, 'reboot'), 'ok')
          await watcher.next('the phone to leave', departure(device.deviceId))
        })
        assert.deepEqual(shape(await lab.transfers('x')), theirs)
      },
    },
    {
      sentence: 'lsusb -v reads all descriptors in every mode without a complaint',
      async run(lab) {
        for (const [mode, productId] of [
          ['normal', 0x12a8],
          ['recovery', 0x1281],
          ['dfu', 0x1227],
        ] as const) {
          await plugAndWait(lab, 'x', mode, productId)
          const { out, err } = await consult('lsusb', ['-v', '-d', `05ac:${productId.toString(16)}`])
          const { serial, product } = showingOf(PHONES.x, mode)
          assert.match(out, new RegExp(`idProduct\\s+0x${productId.toString(16)}`))
          assert.ok(out.includes(product), `no product in:\n${out}`)
          assert.ok(out.includes(serial), `no serial in:\n${out}`)
          assert.doesNotMatch(`${out}${err}`, /can't|cannot|couldn't|invalid|unable|error|warning/i)
          await lab.unplug('x')
        }
      },
    },
    {
      sentence: "the device table agrees with libirecovery's own on every row that both have",
      async run(lab) {
        const program = join(lab.results, 'libirecovery-devices')
        if (!existsSync(program)) throw new Skip('it was not compiled: there is no gcc here')
        const rows = (await consult(program, [])).out
          .trim()
          .split('\n')
          .map((line) => line.split('\t'))
        const ours = new Map(DEVICES.map((row) => [`${row.productType} ${row.board}`, `${row.cpid} ${row.bdid}`]))
        const both = rows.filter(([type, board]) => ours.has(`${type} ${board}`))
        const differing = both.filter(([type, board, cpid, bdid]) => ours.get(`${type} ${board}`) !== `${cpid} ${bdid}`)
        lab.figure("rows of libirecovery's device table", rows.length, 'rows')
        lab.figure('of these in ours', both.length, 'rows')
        assert.ok(both.length > 100, `only ${both.length} rows in common`)
        assert.deepEqual(differing, [])
      },
    },
  ],
}
