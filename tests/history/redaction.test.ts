import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AttemptRecord, CaseLabels } from '../../shared/contract/history.ts'
import { Case } from '../../shared/engine/case.ts'
import { EventBody } from '../../shared/engine/events.ts'
import { redact } from '../../shared/protocol/redaction.ts'
import { parseSerialString } from '../../shared/protocol/serial-string.ts'

const ECID = '001A2B3C4D5E6F70'
const DECIMAL = BigInt(`0x${ECID}`).toString()
const OLD_UDID = 'a3f1c09b5d7e2f4a6b8c0d1e2f3a4b5c6d7e8f90'
const IMEI = '356938035643809'
const BOOT = `CPID:8030 CPRV:11 CPFM:03 SCEP:01 BDID:04 ECID:${ECID} IBFL:3C SRTG:[iBoot-4479.0.0.100.4] SRNM:[F2LXK1ABCDEF]`

/** Whatever stood for the originals above in every spelling that tools use. */
const bundle = {
  case: {
    id: '0b0f7a52-6a9f-4b6e-9a55-0c6a44c0a111',
    phone: { name: 'iPhone 11', ecid: ECID, udid: `00008030-${ECID}`, serialNumber: 'F2LXK1ABCDEF' },
    complaint: { kind: 'code', code: '4013', text: `Anna Muster's phone, IMEI ${IMEI}, serial number: F2LXK1ABCDEF` },
    steps: [{ id: 'A1', note: 'asked anna muster; see /Users/amuster/Desktop/log.txt' }],
  },
  events: [
    { kind: 'usb.attached', wallMs: 1_795_262_400_000, device: { serial: BOOT, usbPort: '1-2' } },
    { kind: 'usb.attached', device: { serial: BOOT.toLowerCase().replaceAll(' ', '_'), usbPort: '1-2' } },
    { kind: 'usb.attached', device: { serial: `00008030${ECID}` } },
    { kind: 'usb.attached', device: { serial: OLD_UDID } },
    {
      kind: 'line',
      text: `ECID: ${DECIMAL}, ECID 0x1a2b3c4d5e6f70, C:\\Users\\amuster\\AppData, udid=${OLD_UDID.toUpperCase()}`,
    },
  ],
  [`log of ${ECID}`]: true,
}
const names = ['Anna Muster']
const originals = [ECID, ECID.replace(/^0+/, ''), DECIMAL, OLD_UDID, IMEI, 'F2LXK1ABCDEF', 'Anna Muster', 'amuster']

describe('a redacted bundle', () => {
  it('holds none of the originals in any byte, whatever the case of the letters', () => {
    const text = JSON.stringify(redact(bundle, { names }).value).toLowerCase()
    for (const original of originals) expect(text).not.toContain(original.toLowerCase())
    const before = JSON.stringify(bundle).toLowerCase()
    for (const original of originals) expect(before).toContain(original.toLowerCase())
  })

  it('gives one original the same stand-in in every spelling', () => {
    const { value } = redact(bundle, { names })
    const serials = value.events.map((event) => parseSerialString(event.device?.serial ?? null))
    const ecid = value.case.phone.ecid
    expect(serials.slice(0, 3).map((facts) => facts.ecid)).toEqual([ecid, ecid, ecid])
    expect(value.case.phone.udid).toBe(`00008030-${ecid}`)
    expect(value.events[4]?.text).toContain(BigInt(`0x${ecid}`).toString())
    expect(value.events[4]?.text).toContain(ecid.replace(/^0+/, '').toLowerCase())
  })

  it('reads like the original in all that does not name a phone or a person', () => {
    const { value } = redact(bundle, { names })
    const before = parseSerialString(BOOT)
    const after = parseSerialString(value.events[0]?.device?.serial ?? null)
    const standIns = { ecid: after.ecid, serialNumber: after.serialNumber }
    expect(after).toEqual({ ...before, ...standIns })
    expect(value.case.id).toBe(bundle.case.id)
    expect(value.case.phone.name).toBe('iPhone 11')
    expect(value.case.complaint.code).toBe('4013')
    expect(value.events.map((event) => event.kind)).toEqual(bundle.events.map((event) => event.kind))
    expect(value.events[0]?.wallMs).toBe(1_795_262_400_000)
  })

  it('is the same each time', () => {
    expect(redact(structuredClone(bundle), { names })).toEqual(redact(bundle, { names }))
  })

  it('keeps two phones apart, also when one has the number that is a stand-in for the other', () => {
    const first = redact([ECID].map((ecid) => ({ ecid }))).value[0]?.ecid
    const { value } = redact([{ ecid: ECID }, { ecid: first }, { ecid: '001A2B3C4D5E6F71' }])
    expect(new Set(value.map((phone) => phone.ecid)).size).toBe(3)
    expect(value.map((phone) => phone.ecid)).not.toContain(ECID)
    expect(value.map((phone) => phone.ecid)).not.toContain(first)
  })

  it('counts what was replaced', () => {
    expect(redact(bundle, { names }).replaced).toEqual({
      ecid: 1,
      udid: 1,
      'serial-number': 1,
      imei: 1,
      name: 2,
      path: 2,
    })
  })

  it('leaves a program word alone although a person is called like it, and takes the person out of the texts', () => {
    const { value } = redact({ kind: 'guide', note: 'guide', text: 'Guide wrote this' }, { names: ['guide'] })
    expect(value).toEqual({ kind: 'guide', note: 'person-1', text: 'person-1 wrote this' })
  })

  it('leaves alone what only looks like an id: codes, times, versions, the placeholder of a restoring phone', () => {
    const value = {
      a: '4013',
      b: 'f'.repeat(40),
      c: 'iBoot-4479.0.0.100.4',
      d: 1_795_262_400_000,
      e: '123456789012345',
      f: null,
    }
    expect(redact(value).value).toEqual(value)
  })

  it('takes a text full of signs as text', () => {
    const value = { text: 'a (b|c)* [x] $1 \\ anna.*muster' }
    expect(redact(value, { names: ['anna.*muster', '$1'] }).value.text).toBe('a (b|c)* [x] person-2 \\ person-1')
  })
})

describe('a path', () => {
  it.each([
    ['see /Users/amuster/Kunden/Meier Anna/log.txt, please', 'see /path-1, please'],
    ['file:///home/amuster/a.ipsw', 'file:///path-1'],
    ['C:\\Users\\amuster\\My Files\\x.log was read', '/path-1 was read'],
    ['on \\\\server\\kunden\\x', 'on /path-1'],
    ['/Volumes/Backup of Meier/x.ipsw', '/path-1'],
    ['C:\\Windows\\System32\\drivers\\etc\\hosts', 'C:\\Windows\\System32\\drivers\\etc\\hosts'],
    ['/usr/lib/x and 3/4 and https://support.apple.com/a', '/usr/lib/x and 3/4 and https://support.apple.com/a'],
  ])('(%s) of a person goes as a whole, one of the system stays', (text, redacted) => {
    expect(redact({ text }).value.text).toBe(redacted)
  })

  it('keeps its stand-in wherever it comes again', () => {
    const lines = ['a /home/x/one', 'b /home/x/two', 'c /home/x/one']
    expect(redact({ lines }).value.lines).toEqual(['a /path-1', 'b /path-2', 'c /path-1'])
  })
})

/** What the program itself puts there; ids of phones are found by what they look like. */
const OWN_WORDS = [
  ...[
    'id',
    'caseId',
    'attemptId',
    'phoneId',
    'phaseId',
    'resumeCaseId',
    'deviceId',
    'bootId',
    'shownId',
    'key',
    'kind',
  ],
  ...[
    'productType',
    'productTypes',
    'product_type',
    'family',
    'language',
    'usbPort',
    'cameOnPort',
    'cpid',
    'bdid',
    'ecid',
    'udid',
  ],
  ...['serialNumber', 'bootTag', 'startedAt', 'endedAt', 'change', 'button', 'part'],
]

/** The names of all fields that may hold any text at all. */
function freeFields(schema: z.core.$ZodType, field: string, seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return []
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } }
  const inside = (one: unknown, name = field) => freeFields(one as z.core.$ZodType, name, new Set([...seen, schema]))
  if (def.type === 'string') return [field]
  if (def.type === 'object') return Object.entries(def['shape'] as object).flatMap(([name, one]) => inside(one, name))
  if (def.type === 'array') return inside(def['element'])
  if (def.type === 'record') return inside(def['valueType'], 'params')
  if (def.type === 'union') return (def['options'] as unknown[]).flatMap((one) => inside(one))
  return def['innerType'] === undefined ? [] : inside(def['innerType'])
}

describe('a name in small letters', () => {
  const schemas = { case: Case, attempt: AttemptRecord, labels: CaseLabels, event: EventBody }
  const fields = [...new Set(Object.values(schemas).flatMap((schema) => freeFields(schema, '')))].toSorted()

  it('is looked for in fields of every kind that a case has', () => {
    for (const field of ['text', 'note', 'operator', 'deviceName', 'fileName', 'detail', 'serial'])
      expect(fields).toContain(field)
  })

  it.each(fields.filter((field) => !OWN_WORDS.includes(field)))('goes from the field %s', (field) => {
    const value = field === 'params' ? { params: { any: 'anna' } } : { [field]: 'anna' }
    expect(JSON.stringify(redact(value, { names: ['Anna'] }).value)).not.toContain('anna')
  })
})

describe('a name in another form', () => {
  const name = 'Zoë Müller-Lüdenscheidt'
  const utf8 = (before: string) => Buffer.from(`${before}${name} wrote`).toString('base64')
  const utf16 = (before: string) => Buffer.from(`${before}${name} wrote`, 'utf16le').toString('base64')
  it.each([
    ['with accents apart, as in file names on macOS', name.normalize('NFD')],
    ['in an address', `file:///x/${encodeURIComponent(name)}/a`],
    ['in an address with plus signs', `?q=${encodeURIComponent(name).replaceAll('%20', '+')}`],
    ['in JSON with escapes', String.raw`Zo\u00eb M\u00fcller-L\u00fcdenscheidt`],
    ['in UTF-16 read as single bytes', Buffer.from(name, 'utf16le').toString('latin1')],
    ...['', 'a', 'ab'].map((before): [string, string] => [`in base64 after ${before.length} letters`, utf8(before)]),
    ...['', 'a'].map((before): [string, string] => [
      `in base64 of UTF-16 after ${before.length} letters`,
      utf16(before),
    ]),
  ])('(%s) goes too', (_, text) => {
    const { value } = redact({ text }, { names: [name] })
    const opened = [value.text, Buffer.from(value.text, 'base64').toString('utf8')]
    opened.push(
      Buffer.from(value.text, 'base64').toString('utf16le'),
      value.text.normalize('NFC'),
      value.text.replaceAll('\0', ''),
    )
    opened.push(value.text.replaceAll(/%[0-9A-F]{2}/g, ''))
    for (const form of opened) for (const part of [name, 'Müller', 'denscheidt']) expect(form).not.toContain(part)
    expect(value.text).toContain('person-1')
  })

  it('goes for ids as well', () => {
    const value = { ecid: ECID, text: `plist ${Buffer.from(`ECID ${DECIMAL}; ${ECID}`).toString('base64')}` }
    const text = Buffer.from(redact(value).value.text.slice(6), 'base64').toString('latin1')
    expect(text).not.toContain(ECID.slice(4, -2))
  })
})

it('a phone that nobody named takes no word from the texts', () => {
  const value = { deviceName: 'iPhone', text: 'The iPhone “iPhone” could not be restored', product: 'iPhone' }
  expect(redact(value).value).toEqual(value)
})

it('who works here is taken out of the settings and of every text', () => {
  const { value } = redact({ settings: { operator: 'berta' }, events: [{ note: 'Berta tried it' }] })
  expect(JSON.stringify(value).toLowerCase()).not.toContain('berta')
})

it('a name that is a number leaves numbers numbers', () => {
  expect(redact({ atMs: 4013, text: 'case 4013' }, { names: ['4013'] }).value).toEqual({
    atMs: 4013,
    text: 'case person-1',
  })
})
