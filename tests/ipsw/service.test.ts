import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkIpswCommand } from '../../electron/commands/check-ipsw.ts'
import { FirmwareSigning } from '../../shared/contract/firmware.ts'
import { askFirmwareService, serviceAddress } from '../../electron/firmware/service.ts'
import { readServiceAnswer } from '../../shared/protocol/ipsw-service.ts'
import { buildZip } from './build-zip.ts'
import { firmwareParts } from './firmware-parts.ts'

const SHA1 = '0123456789abcdef0123456789abcdef01234567'
const row = (version: string, buildid: string, signed: boolean, releasedate: string) => ({
  ...{ identifier: 'iPhone12,1', version, buildid, signed, releasedate },
  ...{ sha1sum: SHA1.toUpperCase(), md5sum: 'x', filesize: 8_000_000_000, url: 'https://example.invalid/a.ipsw' },
})
const IPHONE_11 = {
  ...{ name: 'iPhone 11', identifier: 'iPhone12,1' },
  firmwares: [
    row('18.3.2', '22D82', true, '2026-03-11T18:00:00Z'),
    row('18.4', '22E240', true, '2026-03-31T18:00:00Z'),
    row('17.7', '21H16', false, '2024-09-16T18:00:00Z'),
  ],
}
const ASKED = { productType: 'iPhone12,1', build: '22D82' }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A service on this computer, in the shape of the public one; gives its address and what it was asked. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
const saying = (body: string, status = 200) =>
  serve((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
const ask = async (address: string, asked = ASKED, limitMs?: number) =>
  FirmwareSigning.parse(await askFirmwareService(address, asked, limitMs))

describe('the public service about firmware', () => {
  test('it is asked for the model and nothing else, and says whether the build is signed and what its sum is', async () => {
    const { address, asked } = await saying(JSON.stringify(IPHONE_11))
    expect(await ask(address)).toEqual({
      ...{ kind: 'known', signed: true, sha1: SHA1, bytes: 8_000_000_000 },
      newestSigned: { version: '18.4', build: '22E240' },
    })
    expect(asked).toEqual(['GET /v4/device/iPhone12,1'])
  })

  test('a build that is no longer signed, and one that it does not know, are told with what is signed now', async () => {
    const { address } = await saying(JSON.stringify(IPHONE_11))
    expect(await ask(address, { ...ASKED, build: '21H16' })).toMatchObject({ kind: 'known', signed: false })
    expect(await ask(address, { ...ASKED, build: '99Z9' })).toEqual({
      kind: 'unknown-build',
      newestSigned: { version: '18.4', build: '22E240' },
    })
  })

  test('no network, silence, an error and a sign-in page are told apart', async () => {
    const gone = await saying('')
    servers.splice(0).forEach((server) => server.close())
    expect(await ask(gone.address)).toEqual({ kind: 'offline' })
    expect(await ask((await serve(() => {})).address, ASKED, 100)).toEqual({ kind: 'stalled' })
    const half = await serve((_request, response) => void response.writeHead(200).write('{"identifier":'))
    expect(await ask(half.address, ASKED, 200)).toEqual({ kind: 'stalled' })
    expect(await ask((await saying('{}', 404)).address)).toEqual({ kind: 'unknown-model' })
    expect(await ask((await saying('{}', 503)).address)).toEqual({ kind: 'refused' })
    expect(await ask((await saying('<html>Sign in</html>')).address)).toEqual({ kind: 'nonsense' })
    const away = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
    )
    expect(await ask(away.address)).toEqual({ kind: 'nonsense' })
    expect(await ask('no address')).toEqual({ kind: 'offline' })
  })

  test('an endless answer is cut off, and what is no model is not asked for at all', async () => {
    const { address, asked } = await serve((_request, response) => {
      const piece = Buffer.alloc(1_048_576, ' ')
      const more = () => {
        while (!response.destroyed && response.write(piece)) continue
      }
      response.on('drain', more)
      more()
    })
    expect(await ask(address)).toEqual({ kind: 'nonsense' })
    expect(await ask(address, { productType: '../v4/keys', build: '22D82' })).toEqual({ kind: 'unknown-model' })
    expect(asked).toHaveLength(1)
  })

  test('answers about another model, and rows that are none, are not believed', () => {
    const about = (value: unknown) => readServiceAnswer(JSON.stringify(value), 'iPhone12,1', '22D82')
    expect(about({ ...IPHONE_11, identifier: 'iPhone12,3' })).toBeNull()
    expect(about({ identifier: 'iPhone12,1' })).toBeNull()
    expect(about([])).toBeNull()
    expect(about(null)).toBeNull()
    const rows = [
      null,
      7,
      {},
      { ...IPHONE_11.firmwares[0], signed: 'yes' },
      { ...IPHONE_11.firmwares[0], version: '<b>' },
    ]
    expect(about({ ...IPHONE_11, firmwares: rows })).toEqual({ kind: 'unknown-build', newestSigned: null })
    const odd = [{ ...IPHONE_11.firmwares[0], sha1sum: 'no sum', filesize: -1 }]
    expect(about({ ...IPHONE_11, firmwares: odd })).toMatchObject({ kind: 'known', sha1: null, bytes: null })
  })

  test('the command asks only with --online, and a firmware that is not signed or not the known file ends with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handhold-service-'))
    const file = join(folder, 'firmware.ipsw')
    buildZip(file, firmwareParts())
    const bytes = readFileSync(file)
    const sha1sum = createHash('sha1').update(bytes).digest('hex')
    const run = async (change: object, ...args: string[]) => {
      const one = { ...IPHONE_11.firmwares[0], sha1sum, filesize: bytes.length, ...change }
      const { address, asked } = await saying(JSON.stringify({ ...IPHONE_11, firmwares: [one] }))
      vi.stubEnv('HANDHOLD_FIRMWARE_SERVICE', address)
      const out: string[] = []
      const io = { stdin: process.stdin, out: (line: string) => void out.push(line), err: () => {} }
      const code = await checkIpswCommand.run([file, '--json', ...args], io)
      const answer = JSON.parse(out[0] ?? 'null') as { signing: unknown; checksum: unknown }
      return { code, asked: asked.length, signing: answer.signing, checksum: answer.checksum }
    }
    try {
      expect(await run({})).toEqual({ code: 0, asked: 0, signing: null, checksum: null })
      expect(await run({}, '--online')).toMatchObject({
        ...{ code: 0, asked: 1, signing: { kind: 'known', signed: true }, checksum: 'same' },
      })
      expect(await run({ signed: false }, '--online')).toMatchObject({ code: 1, signing: { signed: false } })
      expect(await run({ sha1sum: SHA1 }, '--online')).toMatchObject({ code: 1, checksum: 'other' })
      expect(await run({ filesize: 1 }, '--online', '--quick')).toMatchObject({ code: 1, checksum: 'other' })
    } finally {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true })
    }
  })

  test('its address can be another one for tests', () => {
    expect(serviceAddress({})).toBe('https://api.ipsw.me')
    expect(serviceAddress({ HANDHOLD_FIRMWARE_SERVICE: 'http://127.0.0.1:1' })).toBe('http://127.0.0.1:1')
  })
})
