import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { checkIpswCommand } from '../../electron/commands/check-ipsw.ts'
import { checkFirmwareAt, NODE_TOOLS } from '../../electron/firmware/check-file.ts'
import { openRandomFile } from '../../electron/firmware/random-file.ts'
import { PAGE_TOOLS } from '../../renderer/features/firmware/page-tools.ts'
import { checkFirmware, type FirmwareQuestion } from '../../shared/protocol/ipsw-check.ts'
import { logs } from '../../shared/texts/en/logs.ts'
import { buildZip, type Part } from './build-zip.ts'
import { firmwareParts, IPHONE_11 } from './firmware-parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'handhold-ipsw-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0
const path = (name = 'firmware.ipsw') => join(folder, `${(made += 1)}-${name}`)

function built(parts: readonly Part[], options: { zip64?: boolean; name?: string } = {}) {
  const file = path(options.name)
  return { file, ...buildZip(file, parts, options) }
}

/** Checks with what a page has and with the computer's own libraries: both must say the same. */
async function check(path: string, question: Partial<FirmwareQuestion> = {}) {
  const file = await openRandomFile(path)
  try {
    const [inPage, onComputer] = [
      await checkFirmware(file, basename(path), PAGE_TOOLS, { phone: null, ...question }),
      await checkFirmware(file, basename(path), NODE_TOOLS, { phone: null, ...question }),
    ]
    expect(inPage).toEqual(onComputer)
    return onComputer
  } finally {
    await file.close()
  }
}
const iphone11 = { productType: 'iPhone12,1', cpid: null, bdid: null }

describe('a whole firmware file', () => {
  test.each([false, true])('is whole, with its version, identities and sum (zip64: %s)', async (zip64) => {
    const { file, bytes } = built(firmwareParts(), { zip64 })
    expect(await check(file, { phone: iphone11 })).toMatchObject({
      verdict: 'whole',
      bytes,
      firmware: { version: '18.3.2', build: '22D82', productTypes: ['iPhone12,1'] },
      fit: 'fits',
      update: true,
      erase: true,
      sha1: createHash('sha1').update(readFileSync(file)).digest('hex'),
      renamed: false,
      problems: [],
    })
  })
  test('beyond 4 GB: places in 64 bits are followed', async () => {
    const parts = firmwareParts()
    const { file, bytes } = built(
      parts.map((part, index) => (index === 2 ? { ...part, holeBefore: 5_000_000_000 } : part)),
    )
    expect(bytes).toBeGreaterThan(5_000_000_000)
    expect(await check(file, { structureOnly: true })).toMatchObject({
      verdict: 'structure-whole',
      firmware: { build: '22D82' },
      problems: [],
    })
    rmSync(file)
  })
  test('progress is told up to the last byte, and a check can be stopped', async () => {
    const { file, bytes } = built([...firmwareParts(), { name: 'large.dmg', data: Buffer.alloc(20_000_000, 7) }])
    const seen: number[] = []
    await checkFirmwareAt(file, { phone: null, onProgress: ({ bytes: at }) => seen.push(at) })
    expect(seen.at(-1)).toBe(bytes)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    let stop = false
    const stopped = await check(file, { stopped: () => stop, onProgress: () => (stop = true) })
    expect(stopped).toMatchObject({ verdict: 'cancelled', sha1: null, firmware: { build: '22D82' } })
  })
  test('its name may say anything, but another build is told', async () => {
    expect((await check(built(firmwareParts(), { name: 'iPhone12,1_18.3.2_22D82_Restore.ipsw' }).file)).renamed).toBe(
      false,
    )
    expect((await check(built(firmwareParts(), { name: 'iPhone12,1_17.0_21A329_Restore.ipsw' }).file)).renamed).toBe(
      true,
    )
    expect((await check(built(firmwareParts(), { name: 'download(1).zip' }).file)).verdict).toBe('whole')
  })
})

describe('the right phone', () => {
  const fit = async (parts: Part[], phone: FirmwareQuestion['phone']) => (await check(built(parts).file, { phone })).fit
  const twoChips = [
    { chip: '0x8000', board: '0x04', behaviour: 'Erase' as const },
    { chip: 0x8003, board: 4, behaviour: 'Erase' as const },
  ]
  test('another model does not fit', async () =>
    expect(await fit(firmwareParts(), { productType: 'iPhone10,3', cpid: null, bdid: null })).toBe('other-model'))
  test('the model must be listed and the chip and board named, as text or as a number', async () => {
    for (const cpid of ['8000', '8003'])
      expect(await fit(firmwareParts(['iPhone8,1'], twoChips), { productType: 'iPhone8,1', cpid, bdid: '04' })).toBe(
        'fits',
      )
    expect(
      await fit(firmwareParts(['iPhone8,1'], twoChips.slice(0, 1)), {
        productType: 'iPhone8,1',
        cpid: '8003',
        bdid: '04',
      }),
    ).toBe('other-chip')
    expect(
      await fit(firmwareParts(['iPhone8,1', 'iPhone12,1']), { productType: 'iPhone8,1', cpid: '8000', bdid: '04' }),
    ).toBe('other-chip')
  })
  test('a model with two chips, of which one is served, depends on the chip', async () => {
    expect(
      await fit(firmwareParts(['iPhone8,1'], twoChips.slice(0, 1)), {
        productType: 'iPhone8,1',
        cpid: null,
        bdid: null,
      }),
    ).toBe('depends-on-chip')
    expect(
      await fit(firmwareParts(['iPhone8,1'], twoChips), { productType: 'iPhone8,1', cpid: null, bdid: null }),
    ).toBe('fits')
  })
  test('only the parts of the wanted phone must be there, and research variants need not', async () => {
    const identities = [
      ...IPHONE_11,
      { chip: '0x8015', board: '0x06', behaviour: 'Erase' as const, paths: ['other.dmg'] },
      {
        chip: '0x8030',
        board: '0x04',
        behaviour: 'Erase' as const,
        variant: 'Research Customer Erase Install (IPSW)',
        paths: ['research.dmg'],
      },
    ]
    const parts = firmwareParts(['iPhone12,1', 'iPhone10,3'], identities).filter(
      ({ name }) => !/^(?:other|research)/u.test(name),
    )
    const { file } = built(parts)
    expect((await check(file, { phone: iphone11 })).verdict).toBe('whole')
    expect(await check(file)).toMatchObject({
      verdict: 'incomplete',
      problems: [{ id: 'missing', entry: 'other.dmg' }],
    })
  })
})

describe('a file that is not whole', () => {
  const whole = built(firmwareParts(), { zip64: true })
  const cut = (bytes: number) => {
    const file = path()
    copyFileSync(whole.file, file)
    truncateSync(file, bytes)
    return file
  }
  const ends: [string, number][] = [
    ['after its first header', whole.headers[0]! + 31],
    ['in the data of a file', whole.headers[1]! + 100],
    ['before the directory', whole.directoryAt],
    ['inside the directory', whole.directoryEntries[1]! + 10],
    ['before the zip64 record', whole.end64At!],
    ['inside the zip64 record', whole.end64At! + 30],
    ['before the end record', whole.endAt],
    ['inside the end record', whole.endAt + 10],
    ['one byte early', whole.bytes - 1],
  ]
  test.each(ends)('cut %s is truncated', async (_where, bytes) =>
    expect(await check(cut(bytes))).toMatchObject({ verdict: 'truncated', sha1: null }),
  )
  test('cut at any byte is never whole and never throws', async () => {
    for (let bytes = 0; bytes < whole.bytes; bytes += 37)
      expect((await check(cut(bytes))).verdict, `${bytes}`).toMatch(/^(?:truncated|not-a-zip|damaged)$/u)
  })
  test('a byte changed in the data is found, stored or packed', async () => {
    for (const index of [1, 3]) {
      const file = path()
      const bytes = readFileSync(whole.file)
      const at = whole.headers[index]! + 30 + 60
      bytes[at] = bytes[at]! ^ 0xff
      writeFileSync(file, bytes)
      expect((await check(file)).verdict, `${index}`).toMatch(/^(?:damaged|hostile)$/u)
    }
  })
  test('bytes behind packed data are found', async () => {
    const data = Buffer.concat([deflateRawSync(Buffer.from('kernel')), Buffer.from('and more')])
    const part = { name: 'odd.im4p', data, method: 8, crc: crc32(Buffer.from('kernel')), bytes: 6 }
    expect((await check(built([...firmwareParts(), part]).file)).verdict).toBe('damaged')
  })
  test('zeros where the download left a hole are found', async () => {
    const file = path()
    const bytes = readFileSync(whole.file)
    bytes.fill(0, whole.headers[2]! - 20, whole.headers[2]! + 40)
    writeFileSync(file, bytes)
    expect((await check(file)).verdict).toBe('damaged')
  })
  test('an empty file, a web page, and a zip of something else', async () => {
    const file = path()
    writeFileSync(file, '')
    expect((await check(file)).verdict).toBe('truncated')
    writeFileSync(file, '<!DOCTYPE html><p>Sign in to continue')
    expect((await check(file)).verdict).toBe('not-a-zip')
    expect(await check(built([{ name: 'holiday.jpg', data: Buffer.alloc(9) }]).file)).toMatchObject({
      verdict: 'not-firmware',
    })
    expect((await check(built([{ name: 'BuildManifest.plist', data: Buffer.from('no list') }]).file)).verdict).toBe(
      'damaged',
    )
  })
  test('the firmware packed once more is told with its name', async () => {
    const inner = readFileSync(built(firmwareParts()).file)
    expect(await check(built([{ name: 'folder/iPhone12,1.ipsw', data: inner }]).file)).toMatchObject({
      verdict: 'nested',
      problems: [{ entry: 'folder/iPhone12,1.ipsw' }],
    })
    expect(
      (await check(built(firmwareParts().map((part) => ({ ...part, name: `iPhone/${part.name}` }))).file)).verdict,
    ).toBe('nested')
  })
})

describe('a hostile file', () => {
  const more = (part: Part, options = {}) => check(built([...firmwareParts(), part], options).file)
  const data = Buffer.alloc(100, 1)
  test.each(['../../evil', '/etc/passwd', 'C:\\evil', 'a\\..\\b', 'a/../../b', 'nul\0', ''])(
    'a name that leads out: %j',
    async (name) => expect((await more({ name, data })).verdict).toBe('hostile'),
  )
  test('a name twice', async () => expect((await more({ name: 'BuildManifest.plist', data })).verdict).toBe('hostile'))
  test('sizes that lie', async () => {
    expect((await more({ name: 'a', data, bytes: 99 })).verdict).toBe('hostile')
    expect((await more({ name: 'a', data, deflate: true, bytes: 50 })).verdict).toBe('hostile')
    expect((await more({ name: 'a', data, deflate: true, bytes: 150 })).verdict).toBe('hostile')
  })
  test('a bomb by its own words, and one that hides it', async () => {
    const bomb = Buffer.alloc(50_000_000)
    expect((await more({ name: 'a', data: Buffer.alloc(10), deflate: true, bytes: 10_000_000 })).verdict).toBe(
      'hostile',
    )
    expect((await more({ name: 'a', data: bomb, deflate: true, bytes: 40_000 })).verdict).toBe('hostile')
    expect(
      (await check(built([{ name: 'BuildManifest.plist', data: bomb, deflate: true, bytes: 60_000 }]).file)).verdict,
    ).toBe('damaged')
  })
  test('files over each other', async () =>
    expect((await more({ name: 'a', data, headerAt: 0 })).verdict).toBe('hostile'))
  test('two ways of packing for one file, an unknown one, and encryption', async () => {
    expect((await more({ name: 'a', data, localMethod: 8 })).verdict).toBe('hostile')
    expect((await more({ name: 'a', data, method: 14 })).verdict).toBe('hostile')
    expect((await more({ name: 'a', data, flags: 1 })).verdict).toBe('hostile')
  })
  test('bytes changed anywhere in the structures never throw and never hang', async () => {
    const { file, directoryAt, bytes } = built(firmwareParts(), { zip64: true })
    const good = readFileSync(file)
    const broken = path()
    for (let at = directoryAt; at < bytes; at += 3) {
      const copy = Buffer.from(good)
      copy[at] = copy[at]! ^ (at % 2 === 0 ? 0xff : 0x01)
      writeFileSync(broken, copy)
      const { verdict } = await check(broken)
      expect(typeof verdict).toBe('string')
    }
  })
})

describe('the command', () => {
  async function run(...args: string[]) {
    const out: string[] = []
    const err: string[] = []
    const code = await checkIpswCommand.run(args, {
      stdin: process.stdin,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    })
    return { code, answer: JSON.parse(out[0] ?? 'null') as Record<string, unknown> | null, err: err.join('\n') }
  }
  test('a whole file that fits: 0; one that does not: 1', async () => {
    const { file } = built(firmwareParts())
    const good = await run(file, '--product', 'iphone12,1', '--json')
    expect(good).toMatchObject({
      code: 0,
      answer: { verdict: 'whole', whole: true, fits: true, product: 'iPhone12,1', build: '22D82' },
    })
    expect(await run(file, '--product', 'iPhone10,3', '--json')).toMatchObject({
      code: 1,
      answer: { whole: true, fits: false },
    })
    expect(await run(file, '--cpid', '0x8030', '--bdid', '4', '--json')).toMatchObject({
      code: 0,
      answer: { fits: true },
    })
    expect(await run(file, '--quick')).toMatchObject({ code: 0, answer: { whole: null, sha1: null, fits: null } })
  })
  test('wrong use and a file that cannot be read: 2, with a reason', async () => {
    const { file } = built(firmwareParts())
    for (const args of [
      [],
      [file, file],
      [file, '--product', 'Phone'],
      [file, '--cpid', '8030'],
      [join(folder, 'none')],
      [folder],
      [file, '--nope'],
    ]) {
      const { code, answer, err } = await run(...args)
      expect({ code, answer }).toEqual({ code: 2, answer: null })
      expect(err).not.toMatch(/^$|command\.|[{}]/u)
    }
  })
  test('every problem that is told has its words', async () => {
    const { answer } = await run(built([{ name: 'a.ipsw', data: Buffer.alloc(1) }]).file)
    expect(answer?.['problems']).toEqual([
      expect.objectContaining({ id: 'nested', text: expect.stringContaining('a.ipsw') as string }),
    ])
    for (const id of [
      'empty',
      'not-a-zip',
      'truncated',
      'damaged-directory',
      'damaged-entry',
      'hostile',
      'nested',
      'no-manifest',
      'manifest-unreadable',
      'missing',
    ])
      expect(`ipsw.problem.${id}` in logs).toBe(true)
  })
})
