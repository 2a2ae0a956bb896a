import { Readable } from 'node:stream'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../electron/commands/command.ts'
import { guideCommand } from '../../electron/commands/guide.ts'
import { historyCommand } from '../../electron/commands/history.ts'
import { judgeCommand } from '../../electron/commands/judge.ts'
import { watchLines } from '../../electron/commands/watch.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import { step } from '../../shared/engine/step.ts'
import { DEVICES } from '../../shared/knowledge/devices.ts'
import { GUIDES, MODES } from '../../shared/knowledge/vocabulary.ts'
import { commands } from '../../shared/texts/en/commands.ts'
import { phones } from '../../shared/texts/en/phones.ts'

async function run(command: Command, args: string[], input = '') {
  const out: string[] = []
  const err: string[] = []
  const code = await command.run(args, {
    stdin: Readable.from(input === '' ? [] : [input]),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  })
  return { code, out, err: err.join('\n') }
}

type GuideAnswer = {
  buttonFamily: string
  way: string
  confidence: string
  phases: { id: string; hold: string[]; endsOn: string; mode: string | null; text: string }[]
}
const guideOf = async (...args: string[]): Promise<GuideAnswer> =>
  JSON.parse((await run(guideCommand, [...args, '--json'])).out[0] ?? 'null')

describe('guide', () => {
  test('every guide exists by hand for every phone, iPad and iPod, in words without gaps', async () => {
    const models = DEVICES.filter((row) => ['iphone', 'ipad', 'ipod'].includes(row.deviceClass))
    for (const productType of ['iPhone6,1', 'iPhone9,3', 'iPhone12,8', 'iPad8,1', 'iPod9,1']) {
      for (const guide of GUIDES) {
        const answer = await guideOf(guide, '--product', productType)
        expect(answer.phases.length).toBeGreaterThan(0)
        for (const phase of answer.phases) {
          expect(phase.text).not.toMatch(/^guide\.|[{}]/)
          expect(phase).toHaveProperty('mode')
        }
      }
    }
    const codes = await Promise.all(
      models.map(({ productType }) => run(guideCommand, ['dfu', '--product', productType])),
    )
    expect(codes.every(({ code, err }) => code === 0 && err === '')).toBe(true)
  })

  test('names the buttons of this very model', async () => {
    const held = async (product: string) =>
      new Set((await guideOf('dfu', '--product', product)).phases.flatMap((phase) => phase.hold))
    expect(await held('iPhone8,4')).toEqual(new Set(['top', 'home']))
    expect(await held('iPhone8,1')).toEqual(new Set(['side', 'home']))
    expect(await held('iPhone14,6')).toEqual(new Set(['side', 'volume-down']))
    expect(await held('iPad14,1')).toEqual(new Set(['top', 'volume-far-from-top']))
  })

  test('takes the model in any case, the way when given, and says when buttons are assumed', async () => {
    expect(await guideOf('dfu', '--product', 'IPHONE12,1')).toMatchObject({
      product: 'iPhone12,1',
      way: 'manual',
      buttonFamily: 'face-id',
    })
    expect((await guideOf('dfu', '--product', 'iPhone10,3', '--way', 'assisted')).way).toBe('assisted')
    const assumed = await run(guideCommand, ['dfu', '--product', 'iPhone20,1'])
    expect(assumed).toMatchObject({ code: 0 })
    expect(assumed.err).toContain('iPhone20,1')
    expect((await guideOf('dfu', '--product', 'iPod9,1')).confidence).toBe('unconfirmed')
  })

  test.each([
    [[]],
    [['sleep', '--product', 'iPhone12,1']],
    [['dfu']],
    [['dfu', '--product', 'Nokia3310']],
    [['dfu', '--product', 'iPhone99,11']],
    [['dfu', '--product', 'AppleTV14,1']],
    [['dfu', '--product', '']],
    [['dfu', '--product', 'iPhone12,1', '--way', 'magic']],
    [['exit-dfu', '--product', 'iPhone12,1', '--way', 'assisted']],
    [['dfu', 'recovery', '--product', 'iPhone12,1']],
    [['dfu', '--product', 'iPhone12,1', '--fast']],
  ])('%j is wrong use: a message, no result', async (args) => {
    const { code, out, err } = await run(guideCommand, args)
    expect({ code, out }).toEqual({ code: 2, out: [] })
    expect(err).not.toBe('')
    expect(err).not.toMatch(/^command\./)
  })
})

describe('judge', () => {
  const serial = (rest: string) => `CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:06 ECID:000A1B2C3D4E5F60 ${rest}`
  const attempt = {
    product: 'iPhone10,3',
    guide: 'dfu',
    way: 'assisted',
    autoBootSet: true,
    before: { mode: 'recovery', serial: serial('IBFL:3D SRNM:[F2LXXXXXJCLP]'), usbPort: '1-1' },
    events: [
      { atMs: 2000, kind: 'reboot-sent' },
      { atMs: 2300, kind: 'detach', usbPort: '1-1' },
      {
        atMs: 6300,
        kind: 'attach',
        usbPort: '1-1',
        vid: '05ac',
        pid: '1227',
        serial: serial('IBFL:3C SRTG:[iBoot-3332.0.0.1.23]'),
      },
    ],
    endAtMs: 75_000,
  }

  test('gives the verdict of a recorded attempt in words', async () => {
    const { code, out } = await run(judgeCommand, ['--json'], JSON.stringify(attempt))
    expect(code).toBe(0)
    const verdict: Record<string, unknown> = JSON.parse(out[0] ?? '')
    expect(Object.keys(verdict)).toEqual(['verdict', 'atMs', 'reasons', 'change', 'text'])
    expect(verdict).toMatchObject({ verdict: 'entered', reasons: [] })
  })

  test.each(['', 'not json', '{}', '[]', JSON.stringify({ ...attempt, guide: 'sleep' })])(
    'an input that is no attempt is told: %s',
    async (input) => {
      const { code, out, err } = await run(judgeCommand, ['--json'], input)
      expect({ code, out }).toEqual({ code: 2, out: [] })
      expect(err).not.toBe('')
    },
  )

  test('written over many lines it is one attempt; one on each line are as many', async () => {
    const pretty = await run(judgeCommand, ['--json'], JSON.stringify(attempt, null, 2))
    expect(pretty).toMatchObject({ code: 0, err: '' })
    expect(pretty.out).toHaveLength(1)
    const early = JSON.stringify({ ...attempt, events: [{ atMs: 900, kind: 'cancelled' }] })
    const both = await run(judgeCommand, ['--json'], `${JSON.stringify(attempt)}\n\n${early}\n`)
    expect(both.code).toBe(0)
    expect(both.out.map((line) => (JSON.parse(line) as { verdict: string }).verdict)).toEqual(['entered', 'cancelled'])
  })

  test('a broken line is told by its number, and the others are judged', async () => {
    const { code, out, err } = await run(judgeCommand, ['--json'], `{"guide": nothing}\n${JSON.stringify(attempt)}`)
    expect(code).toBe(2)
    expect(out).toHaveLength(1)
    expect(err).toMatch(/^Line 1: /)
  })

  test('events that cannot be read are left out and told, and the verdict stands', async () => {
    const careless = { ...attempt, events: ['?', ...attempt.events] }
    const { code, out, err } = await run(judgeCommand, ['--json'], JSON.stringify(careless))
    expect({ code, verdict: (JSON.parse(out[0] ?? '') as { verdict: string }).verdict }).toEqual({
      code: 0,
      verdict: 'entered',
    })
    expect(err).toContain('0')
  })

  test('a file that is not there is told', async () => {
    const { code, err } = await run(judgeCommand, ['/nowhere/attempt.json'])
    expect(code).toBe(2)
    expect(err).toContain('/nowhere/attempt.json')
  })
})

describe('history', () => {
  test('a history that does not exist yet has no cases', async () => {
    expect(await run(historyCommand, ['--json', '--database', '/nowhere/history.sqlite'])).toMatchObject({
      code: 0,
      out: ['{"cases":[]}'],
    })
  })

  test('a file that is none is told and left alone', async () => {
    const { code, out, err } = await run(historyCommand, ['--database', import.meta.filename])
    expect({ code, out }).toEqual({ code: 1, out: [] })
    expect(err).toContain('damaged')
  })
})

describe('watch', () => {
  test('gives a line for each change, with the phone that stays the same through its modes', () => {
    const device = (deviceId: string, productId: number, serial: string | null) => ({
      deviceId,
      vendorId: 0x05ac,
      productId,
      serial,
      product: null,
      usbPort: '1-2',
      hubs: 0,
      speedMbps: 480,
    })
    const boot = 'CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:06 ECID:000A1B2C3D4E5F60 IBFL:3C'
    const events: EventBody[] = [
      { kind: 'usb.access', access: { status: 'watching', problem: null } },
      { kind: 'usb.attached', device: device('a', 0x1281, null) },
      { kind: 'usb.attached', device: device('a', 0x1281, `${boot} SRNM:[F2LXXXXXJCLP]`) },
      { kind: 'usb.detached', deviceId: 'a' },
      { kind: 'usb.attached', device: device('b', 0x1227, `${boot} SRTG:[iBoot-3332.0.0.1.23]`) },
    ]
    let state = initialState(false, 'linux')
    const lines: object[] = []
    events.forEach((event, index) => {
      const now = step(state, { ...event, atMs: index * 1000, wallMs: index * 1000 }).state
      lines.push(...watchLines(state, now))
      state = now
    })
    expect(lines).toMatchObject([
      { kind: 'usb', status: 'watching' },
      { kind: 'arrived', mode: 'recovery', id: 'phone-1', pid: '1281', usbPort: '1-2', at: '1970-01-01T00:00:01.000Z' },
      { kind: 'identified', mode: 'recovery', name: 'iPhone X (Global)', ecid: '000A1B2C3D4E5F60' },
      { kind: 'left', mode: 'none', id: 'phone-1' },
      { kind: 'arrived', mode: 'dfu', id: 'phone-1', pid: '1227' },
    ])
    expect(watchLines(state, state)).toEqual([])
  })
})

describe('texts', () => {
  test('every text of the phones and of the command line can be read by the formatter', () => {
    for (const [key, text] of Object.entries({ ...phones, ...commands })) {
      expect(() => new IntlMessageFormat(text, 'en'), key).not.toThrow()
    }
  })

  test('every mode says what it is, what the screen shows and what to do next', () => {
    for (const mode of [...MODES, 'away', 'gone', 'nothing']) {
      for (const part of ['', '.what', '.screen', '.next']) expect(phones).toHaveProperty([`mode.${mode}${part}`])
    }
  })

  test('recovery is led to Update, never to DFU; DFU says that only an erasing Restore is offered', () => {
    expect(phones['mode.recovery.next']).toMatch(/^Choose Update first/)
    expect(phones['mode.recovery.next']).not.toContain('DFU')
    expect(phones['mode.dfu.next']).toContain('erases')
  })
})
