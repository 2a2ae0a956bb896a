import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { type IdentifyAnswer, identifyCommand, identifyLine } from '../../electron/commands/identify.ts'
import { linesOf } from '../../electron/commands/lines.ts'

const line = (value: unknown) => identifyLine(JSON.stringify(value))
const codes = (answer: IdentifyAnswer) => answer.problems.map((problem) => problem.code)

/** Runs the command over an input; gives what it wrote. */
async function run(input: NodeJS.ReadableStream, args = ['--json']) {
  const out: string[] = []
  const err: string[] = []
  const code = await identifyCommand.run(args, {
    stdin: input,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  })
  return { code, err, answers: out.map((text): IdentifyAnswer => JSON.parse(text)) }
}

const FIELDS = [
  'apple',
  'phone',
  'deviceClass',
  'mode',
  'stage',
  'productTypes',
  'name',
  'cpid',
  'bdid',
  'ecid',
  'buttonFamily',
  'problems',
]

describe('one line', () => {
  test('gives exactly the published fields, in every case', () => {
    const lines = [
      '{"vid":"05ac","pid":"1281","serial":"CPID:8015 BDID:0E"}',
      '{"vid":"18d1","pid":"4ee7"}',
      '',
      'x',
      '[]',
      'null',
      '7',
      '{}',
    ]
    for (const text of lines) expect(Object.keys(identifyLine(text))).toEqual(FIELDS)
  })

  test('reads ids as hex digits in any case, with or without 0x, and as numbers', () => {
    const wanted = line({ vid: '05ac', pid: '1227' })
    for (const [vid, pid] of [
      ['0x05AC', '0x1227'],
      ['5ac', '1227'],
      [1452, 4647],
      ['05AC', 4647],
    ]) {
      expect(line({ vid, pid })).toEqual(wanted)
    }
    expect(wanted).toMatchObject({ apple: true, phone: true, mode: 'dfu' })
  })

  test('a Windows path gives the ids that the line leaves out', () => {
    const answer = line({ serial: 'USB\\VID_05AC&PID_12A8\\0000811000AABBCCDDEEFF00' })
    expect(answer).toMatchObject({
      apple: true,
      phone: true,
      mode: 'normal',
      cpid: '8110',
      ecid: '00AABBCCDDEEFF00',
      problems: [],
    })
  })

  test.each([
    ['not json', ['line-not-json']],
    ['', ['line-not-json']],
    ['[1]', ['line-not-object']],
    ['null', ['line-not-object']],
    ['{}', ['vid-unreadable', 'pid-unreadable']],
    ['{"vid":"05ac"}', ['pid-unreadable']],
    ['{"vid":"zz","pid":"1227"}', ['vid-unreadable']],
    ['{"vid":"05ac","pid":70000}', ['pid-unreadable']],
    ['{"vid":"05ac","pid":"12a8","serial":5,"product":[]}', ['serial-not-string', 'product-not-string']],
  ])('%s is answered with what is wrong', (text, wanted) => {
    const answer = identifyLine(text)
    expect(codes(answer)).toEqual(wanted)
    for (const problem of answer.problems) expect(problem.text).not.toMatch(/^identify\.|[{}]/)
  })

  test('the keys of an object’s prototype are no ids', () => {
    expect(codes(identifyLine('{"__proto__":{"vid":"05ac","pid":"1227"}}'))).toEqual([
      'vid-unreadable',
      'pid-unreadable',
    ])
  })
})

describe('a stream of lines', () => {
  test('is answered line by line, before it ends', async () => {
    const input = new PassThrough()
    const answered: string[] = []
    const first = new Promise<void>((resolve) => {
      void identifyCommand.run([], {
        stdin: input,
        out: (text) => {
          answered.push(text)
          resolve()
        },
        err: () => {},
      })
    })
    input.write('{"vid":"05ac","pid":"12')
    input.write('27"}\n{"vid":')
    await first
    expect(answered).toHaveLength(1)
    input.end()
  })

  test('goes on after broken, huge and binary lines, one answer each', async () => {
    const good = '{"vid":"05ac","pid":"1281"}'
    const input = [
      good,
      'broken',
      `{"serial":"${'x'.repeat(3_000_000)}"}`,
      '',
      `{"vid":"05ac","pid":"1227","serial":"${'A'.repeat(10_000)}"}`,
      good,
    ]
    const bytes = Buffer.concat([Buffer.from(input.join('\r\n')), Buffer.from([0x0a, 0xff, 0xfe, 0x00, 0x80])])
    const { code, answers } = await run(
      Readable.from(
        Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) =>
          bytes.subarray(index * 65_536, (index + 1) * 65_536),
        ),
      ),
    )
    expect(code).toBe(0)
    expect(answers.map(codes)).toEqual([
      ['serial-missing'],
      ['line-not-json'],
      ['line-too-long'],
      ['line-not-json'],
      ['serial-too-long', 'serial-unknown-form'],
      ['serial-missing'],
      ['line-not-json'],
    ])
  })

  test('needs no line break at its end, and an empty input has no answers', async () => {
    expect((await run(Readable.from(['{"vid":1452,"pid":4648}']))).answers).toHaveLength(1)
    expect((await run(Readable.from([]))).answers).toEqual([])
  })

  test('bytes of one character that come in two pieces stay one character', async () => {
    const bytes = Buffer.from('{"product":"é"}\n')
    const lines = []
    for await (const found of linesOf(Readable.from([bytes.subarray(0, 13), bytes.subarray(13)]), 100))
      lines.push(found)
    expect(lines).toEqual([{ kind: 'line', text: '{"product":"é"}' }])
  })

  test('an option that does not exist is wrong use', async () => {
    const { code, err } = await run(Readable.from([]), ['--jsn'])
    expect(code).toBe(2)
    expect(err.join('\n')).toContain('--jsn')
  })
})
