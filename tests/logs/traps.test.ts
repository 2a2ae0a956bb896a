import { describe, expect, test } from 'vitest'
import { LOG_FRAGMENTS } from '../../shared/knowledge/log-patterns.ts'
import { operationByNumber, OPERATIONS } from '../../shared/knowledge/log-patterns-operations.ts'
import { STAGES_OF_FAILURE, STATUS_WORDS } from '../../shared/knowledge/log-patterns-stages.ts'
import { endLog, readLogBytes, startLog, tellLog } from '../../shared/protocol/log-reader.ts'
import { answer, fixture, fixtureNames, lines, told } from './fixtures.ts'

const OPENED = '[10:00:00.0000] restore library built Mar  3 2026 at 20:11:05'
const after = (...texts: string[]) => answer(lines(OPENED, ...texts))

describe('traps', () => {
  test('a number in brackets behind a step is the step’s, not an error', () => {
    const found = answer(
      lines('Found device in Recovery mode', 'About to restore device...', 'Unmounting filesystems (29)'),
    )
    expect(found).toMatchObject({ error: null, lastPhase: 'restore' })
  })
  test('“failed: 2008” is noise, and a status line of 2008 is not', () => {
    expect(after('[10:00:01.0000] getenv radio-error failed: 2008')).toMatchObject({
      noise: 1,
      error: null,
      success: null,
    })
    expect(after('[10:00:01.0000] Restore completed, status: 2008')?.error?.code).toBe(2008)
  })
  test('a deeper entry never replaces the status line’s number', () => {
    const found = after(
      '[10:00:01.0000] Restore completed, status: 21',
      '[10:00:01.0001] Failure Description:',
      '[10:00:01.0002] Depth:0 Code:21 Error:Failed to restore.',
      '[10:00:01.0003] Depth:2 Code:2006 Error:The phone does not answer.',
      '[10:00:01.0004] Depth:1 Code:6 Error:In between.',
    )
    expect(found?.error).toMatchObject({ code: 21, text: 'The phone does not answer.' })
    expect(found?.causes.flatMap(({ evidence }) => evidence)).toContain(5)
  })
  test('ffffffff is -1, written by the phone or by the computer', () => {
    expect(after('0: AMRestoreErrorDomain/ffffffff: it could not be verified')?.error?.code).toBe(-1)
    expect(after('[10:00:01.0000] Restore completed, status: 4294967295')?.error?.code).toBe(-1)
    expect(after('[10:00:01.0000] Restore completed, status: -1')?.error?.code).toBe(-1)
  })
  test('“Restore Finished” alone and “DONE” alone prove nothing', () => {
    const began = ['Found device in Recovery mode', 'About to restore device...', 'Restoring image (13)']
    expect(answer(lines(...began, 'Status: Restore Finished'))?.success).toBe(false)
    expect(answer(lines(...began, 'DONE'))?.success).toBe(null)
    expect(answer(lines(...began, 'Status: Restore Finished', 'DONE'))?.success).toBe(true)
    expect(answer(lines(...began, 'Status: Restore Finished', 'RESTORE FAILED'))?.success).toBe(false)
  })
  test('an error that is got over is none in the end', () =>
    expect(
      answer(
        lines(
          'Found device in DFU mode',
          'ERROR: Unable to send iBEC',
          'About to restore device...',
          'Status: Restore Finished',
          'DONE',
        ),
      ),
    ).toMatchObject({ success: true, error: null }))
  test('a reason comes before the line that only sums up', () =>
    expect(
      answer(
        lines(
          'Found device in DFU mode',
          'Sending iBSS (1 bytes)...',
          'ERROR: Unable to connect to ASR',
          'ERROR: Unable to restore device',
        ),
      ),
    ).toMatchObject({ error: { code: null, text: 'Unable to connect to ASR' }, success: false }))
  test('an unknown status of the phone is the number itself, negative ones too', () => {
    const status = (text: string) =>
      answer(lines('Found device in DFU mode', 'About to restore device...', text))?.error?.code
    expect(status('Unhandled status message (68)')).toBe(68)
    expect(status('Unhandled status message (18446744073709551615)')).toBe(-1)
    for (const { words, code } of STATUS_WORDS) if (code !== 0) expect(status(`Status: ${words}.`)).toBe(code)
  })
  test('a word that is an object’s own is only a word', () =>
    expect(
      after(
        '[10:00:01.0000] Finished constructor Restore Phase: Successful',
        '[10:00:01.0000] <Restore Device 0x1>: operation 28 progress 1',
      )?.phases.map(({ id }) => id),
    ).toEqual(['nand']))
  test('the agent is Finder’s on a Mac and Apple Devices’ on Windows', () => {
    const tool = (...texts: string[]) => after(...texts)?.tool
    const image = (path: string) => `[10:00:02.0000] Sent image successfully from: ${path}/x.dmg`
    expect(tool('[10:00:01.0000] AMPDevicesAgent: Restore error 9')).toBe('finder')
    expect(tool('[10:00:01.0000] AMPDevicesAgent: Restore error 9', image('C:\\Users\\a'))).toBe('apple-devices')
    expect(tool(image('/Users/a'))).toBe('finder')
    expect(tool(image('C:\\Users\\a'))).toBe('apple-devices')
    expect(tool('[10:00:01.0000] Restore completed, status: 9')).toBe(null)
    expect(answer(lines('2021-03-09 18:40:07.512 [9120:2f14]: AMPDevicesAgent: Restore error 9'))?.tool).toBe(
      'apple-devices',
    )
  })
  test('a per cent of -1 is none', () =>
    expect(after('[10:00:01.0000] <Restore Device 0x1>: operation 28 progress -1')).toMatchObject({
      percent: null,
      lastPhase: 'nand',
    }))
  test('a redrawn bar is read by its last state', () => {
    const bar = (percent: string) => `\rUploading [${'='.repeat(25).padEnd(50)}] ${percent}% `
    expect(answer(Buffer.from(`Found device in Recovery mode\n${bar(' 10.0')}${bar(' 42.1')}\nDONE\n`))?.percent).toBe(
      42.1,
    )
  })
  test('a time that does not exist is no time', () =>
    expect(after('[99:00:01.0000] <Restore Device 0x1>: operation 28 progress -1')?.phases[0]?.id).toBe('nand'))
  test('two steps of one number in two modes are two', () =>
    expect(
      after(
        '[10:00:01.0000] <DFU Device 0x1>: operation 28 progress 1',
        '[10:00:02.0000] <Restore Device 0x1>: operation 28 progress 2',
      )?.phases.map(({ id }) => id),
    ).toEqual(['dfu', 'nand']))
})

describe('numbers of steps', () => {
  test('before protocol 14 those above 35 are one lower', () => {
    expect(operationByNumber(46, 13)?.operation).toBe(47)
    expect(operationByNumber(35, 13)?.operation).toBe(35)
    expect(operationByNumber(47, 14)?.operation).toBe(47)
    expect(operationByNumber(47, null)?.operation).toBe(47)
    expect(operationByNumber(999, null)).toBe(null)
  })
  test('every step, stage and fragment is named once', () => {
    for (const names of [
      OPERATIONS.map(({ name }) => name),
      STAGES_OF_FAILURE.map(({ fragment }) => fragment),
      LOG_FRAGMENTS.map(({ text }) => text),
    ])
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
  test('every stage of failure is recognised in both generations of idevicerestore', () => {
    for (const { fragment, code } of STAGES_OF_FAILURE) {
      const modern = answer(
        lines('10:00:00.000    <Info> Found device in DFU mode', `10:00:01.000   <Error> ${fragment}.`),
      )
      const older = answer(lines('Found device in DFU mode', `ERROR: ${fragment}.`))
      for (const found of [modern, older]) {
        expect(found, fragment).toMatchObject({ success: false, error: { code } })
        expect(found?.error?.text).toContain(fragment)
      }
    }
  })
})

describe('bytes', () => {
  const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
    return littleEndian ? bytes : bytes.swap16()
  }
  const inShapes = (text: string): [string, Buffer][] => [
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with its mark', utf16(text, true, true)],
    ['UTF-16 LE without', utf16(text, true, false)],
    ['UTF-16 BE with its mark', utf16(text, false, true)],
    ['UTF-16 BE without', utf16(text, false, false)],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CRLF in UTF-16', utf16(text.replaceAll('\n', '\r\n'), true, true)],
    ['no last line break', Buffer.from(text.trimEnd())],
  ]
  test.each(fixtureNames())('%s says the same in every encoding, and cut anywhere', (name) => {
    const text = fixture(name).toString()
    const plain = answer(Buffer.from(text))
    for (const [shape, bytes] of inShapes(text)) expect(answer(bytes), shape).toEqual(plain)
    for (const pieceBytes of [1, 3, 7, 64, 1000])
      expect(answer(Buffer.from(text), pieceBytes), `${pieceBytes}`).toEqual(plain)
    expect(answer(utf16(text, true, true), 3)).toEqual(plain)
  })
  test('an empty file, zeros and a mark alone are no logs', () => {
    for (const bytes of [[], [0], [0xff, 0xfe], [0xef, 0xbb, 0xbf], Array.from({ length: 4096 }, () => 0)])
      expect(answer(Uint8Array.from(bytes))).toBe(null)
  })
  test('a line of many megabytes costs one line’s memory, and what follows is read', () => {
    const long = Buffer.concat([
      lines(OPENED),
      Buffer.alloc(20_000_000, 'error '),
      lines('', '[10:00:01.0000] Restore completed, status: 9'),
    ])
    expect(answer(long, 65_536)).toMatchObject({ error: { code: 9 }, success: false })
  })
  test('endless repetitions stay bounded', () => {
    const reader = startLog()
    const flapping = lines(
      '[10:00:00.0000] <Restore Device 0x1>: operation 28 progress -1',
      '[10:00:00.0000] <Restore Device 0x1>: operation 13 progress 5',
      '[10:00:01.0000] Recovery mode device connected with ECID: 0x1',
      '[10:00:01.0000] Depth:0 Code:9 Error:x',
    )
    for (let round = 0; round < 5000; round += 1) readLogBytes(reader, flapping)
    for (let round = 0; round < 500; round += 1)
      readLogBytes(reader, lines(OPENED, '[10:00:01.0000] Restore completed, status: 0'))
    endLog(reader)
    const log = tellLog(reader, null, true)
    expect(log?.sessions).toBe(501)
    expect(JSON.stringify([reader.session, reader.earlier, reader.broken]).length).toBeLessThan(300_000)
  })
})

describe('hostile bytes', () => {
  /** A small generator of numbers, the same on every run. */
  const dice = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const broken = (bytes: Buffer, roll: () => number): Buffer => {
    const copy = Buffer.from(bytes)
    for (let change = 0; change < 1 + roll() * 40; change += 1) {
      const at = Math.floor(roll() * copy.length)
      if (roll() < 0.5) copy[at] = Math.floor(roll() * 256)
      else copy.copy(copy, at, Math.floor(roll() * copy.length), Math.floor(roll() * copy.length))
    }
    return copy.subarray(0, Math.floor(roll() * (copy.length + 1)))
  }
  test('a damaged log never throws and never gives a shape that is not the published one', () => {
    const roll = dice(20_260_304)
    for (const name of fixtureNames())
      for (let round = 0; round < 60; round += 1) {
        const found = answer(broken(fixture(name), roll), 1 + Math.floor(roll() * 500))
        if (found === null) continue
        expect([true, false, null]).toContain(found.success)
        expect(found.percent === null || (found.percent >= 0 && found.percent <= 100)).toBe(true)
        for (const { evidence } of found.causes) expect(evidence.every((line) => line >= 1)).toBe(true)
      }
  })
  test('random bytes are no log', () => {
    const roll = dice(7)
    for (let round = 0; round < 50; round += 1)
      expect(answer(Uint8Array.from({ length: 2000 }, () => Math.floor(roll() * 256)))).toBe(null)
  })
  test('lines built to make patterns run long are read at once', () => {
    const long = 'A'.repeat(60_000)
    for (const text of [
      `2026-01-01 10:00:00.000 ${long}[`,
      `[10:00:00.000] State Machine Dump ${'[state:'.repeat(8000)}`,
      `ERROR: ${'TSS '.repeat(15_000)}`,
      `{ap=(${'),bp='.repeat(10_000)}personalize=YES`,
      `${'Restore error '.repeat(4000)}`,
      `Uploading ${'[=== '.repeat(10_000)}% DONE`,
      `Variant: ${long}`,
      `0: ${'a.'.repeat(30_000)}AMRestoreErrorDomain/`,
    ])
      expect(() => answer(lines(OPENED, text))).not.toThrow()
  }, 4000)
})

describe('a log that grows', () => {
  test('it is told at any moment, and a run that goes on has not failed', () => {
    const reader = startLog()
    readLogBytes(reader, lines(OPENED, '[10:00:01.0000] <Restore Device 0x1>: operation 13 progress 5'))
    expect(tellLog(reader, null, false)?.reports[0]).toMatchObject({
      success: null,
      percent: 5,
      lastPhase: 'send-image',
    })
    readLogBytes(reader, Buffer.from('[10:00:02.0000] <Restore Device 0x1>: operation 13 prog'))
    readLogBytes(reader, lines('ress 6'))
    expect(tellLog(reader, null, false)?.reports[0]?.percent).toBe(6)
    readLogBytes(reader, lines('[10:00:03.0000] Restore completed, status: 4005'))
    expect(tellLog(reader, null, false)?.reports[0]).toMatchObject({ success: false, error: { code: 4005 } })
  })
  test('modes that came and went are kept with their lines, for the timeline', () => {
    const [report] = told(fixture('finder-4013.log'))?.reports ?? []
    expect(report?.modes.map(({ mode, present, line }) => [mode, present, line])).toEqual([
      ['recovery', true, 4],
      ['recovery', false, 18],
      ['recovery', true, 20],
    ])
  })
})
