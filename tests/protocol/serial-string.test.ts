import { describe, expect, test } from 'vitest'
import { parseSerialString } from '../../shared/protocol/serial-string.ts'

const RECOVERY_A11 =
  'SDOM:01 CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:0E ECID:000A1B2C3D4E5F60 IBFL:3D SRNM:[F2LXXXXXJCLP]'
const DFU_A10 = 'CPID:8010 CPRV:11 CPFM:03 SCEP:01 BDID:0C ECID:000F0E0D0C0B0A09 IBFL:3C SRTG:[iBoot-2696.0.0.1.33]'

describe('boot strings', () => {
  test('a recovery string is read whatever key comes first', () => {
    expect(parseSerialString(RECOVERY_A11)).toMatchObject({
      form: 'boot',
      cpid: '8015',
      bdid: '0E',
      ecid: '000A1B2C3D4E5F60',
      serialNumber: 'F2LXXXXXJCLP',
      bootTag: null,
      problems: [],
    })
    const backwards = RECOVERY_A11.split(' ').toReversed().join(' ')
    expect(parseSerialString(backwards)).toEqual(parseSerialString(RECOVERY_A11))
  })

  test('a DFU string gives its boot tag, and the mark of an exploit', () => {
    expect(parseSerialString(DFU_A10)).toMatchObject({ cpid: '8010', bdid: '0C', bootTag: 'iBoot-2696.0.0.1.33' })
    expect(parseSerialString(`${DFU_A10} PWND:[checkm8]`).pwned).toBe('checkm8')
  })

  test('the fields of newer phones and unknown keys are passed over', () => {
    const facts = parseSerialString(
      'SDOM:01 CPID:8120 CPRV:11 CPFM:03 SCEP:01 BDID:10 ECID:00012345678901EE IBFL:3D SIKA:00 QQQQ:zz SRNM:[XXXXXXXXXX]',
    )
    expect(facts).toMatchObject({ cpid: '8120', bdid: '10', ecid: '00012345678901EE', problems: [] })
  })

  test('a key inside brackets is part of the bracketed value', () => {
    const facts = parseSerialString('SRTG:[x CPID:8030 BDID:04] CPID:8015 BDID:0E ECID:000A1B2C3D4E5F60 IBFL:3C')
    expect(facts).toMatchObject({ cpid: '8015', bdid: '0E' })
  })

  test('of a key that comes twice the first counts', () => {
    expect(parseSerialString('CPID:8015 CPID:8030 BDID:0E IBFL:3C').cpid).toBe('8015')
  })

  test('Windows writes it small, with underscores, at the end of a path', () => {
    const inPath = `\\\\?\\usb#vid_05ac&pid_1281#${RECOVERY_A11.toLowerCase().replaceAll(' ', '_')}#{ed82a167-d61a-4af6-9ab6-11e52236c576}`
    const facts = parseSerialString(inPath)
    expect(facts).toEqual({
      ...parseSerialString(RECOVERY_A11),
      path: { vendorId: 0x05ac, productId: 0x1281, kis: false },
    })
    expect(parseSerialString(DFU_A10.toUpperCase().replaceAll(' ', '_')).bootTag).toBe('iBoot-2696.0.0.1.33')
  })

  test('a debug path is known by its beginning', () => {
    const facts = parseSerialString('\\\\?\\kis#vid_05ac&pid_0001#cpid:8120_bdid:0c_ecid:00012345678901ee#{b36f4137}')
    expect(facts).toMatchObject({
      cpid: '8120',
      bdid: '0C',
      ecid: '00012345678901EE',
      path: { kis: true, productId: 1 },
    })
    expect(parseSerialString('kis#whatever').path?.kis).toBe(true)
  })

  test('Port DFU packs chip and board into the board id', () => {
    const serial = 'CPID:1234 BDID:000000000E801500 ECID:000A1B2C3D4E5F60 PREV:01'
    expect(parseSerialString(serial, true)).toMatchObject({ cpid: '8015', bdid: '0E', problems: [] })
    expect(parseSerialString('CPID:8015 BDID:0E ECID:000A1B2C3D4E5F60', true)).toMatchObject({
      cpid: '8015',
      bdid: '0E',
    })
    expect(parseSerialString(serial, false)).toMatchObject({ bdid: null, problems: ['bdid-unreadable'] })
  })

  test('WTF has no ECID, and that is no problem of the string', () => {
    expect(parseSerialString('CPID:8900 CPRV:30 CPFM:03 SCEP:05 BDID:00')).toMatchObject({ ecid: null, problems: [] })
  })
})

describe('values that are not as they should be', () => {
  test.each([
    ['CPID: BDID:0E ECID:000A1B2C3D4E5F60', { cpid: null, bdid: '0E' }, ['cpid-unreadable']],
    ['CPID:80G5 BDID:0E ECID:000A1B2C3D4E5F60', { cpid: null, bdid: '0E' }, ['cpid-unreadable']],
    ['CPID:8015 BDID:ZZ ECID:000A1B2C3D4E5F60', { cpid: '8015', bdid: null }, ['bdid-unreadable']],
    ['CPID:8015 BDID:E ECID:A1B2C3D4E5F60 IBFL:3D', { bdid: '0E', ecid: '000A1B2C3D4E5F60' }, []],
    ['CPID:00008015 BDID:0E ECID:0000000A1B2C3D4E5F60', { cpid: '8015', ecid: '000A1B2C3D4E5F60' }, []],
    ['CPID:8015 BDID:0E ECID:1000A1B2C3D4E5F60', { ecid: null }, ['ecid-unreadable']],
    ['CPID:8015 BDID:0E ECID:0000000000000000', { ecid: null }, []],
  ])('%s', (serial, wanted, problems) => {
    const facts = parseSerialString(serial)
    expect(facts).toMatchObject(wanted)
    expect(facts.problems).toEqual(problems)
  })

  test('whatever length a string is cut to, no wrong chip, board, ECID or serial number comes out', () => {
    for (const whole of [RECOVERY_A11, DFU_A10]) {
      const right = parseSerialString(whole)
      for (let length = 0; length < whole.length; length += 1) {
        const facts = parseSerialString(whole.slice(0, length))
        expect([null, right.cpid]).toContain(facts.cpid)
        expect([null, right.bdid]).toContain(facts.bdid)
        expect([null, right.ecid]).toContain(facts.ecid)
        expect([null, right.serialNumber]).toContain(facts.serialNumber)
        expect([null, right.bootTag]).toContain(facts.bootTag)
      }
    }
    expect(parseSerialString('CPID:8015 CPRV:11 BDID:0E ECID:000A1B').problems).toEqual(['serial-truncated'])
    expect(parseSerialString('SDOM:01 CPID:8015 CPRV:11 CPF').problems).toEqual(['serial-truncated'])
  })
})

describe('serial numbers of running systems', () => {
  test('a new UDID holds chip and ECID, with or without dash, in any case', () => {
    const wanted = {
      form: 'udid',
      cpid: '8110',
      ecid: '00AABBCCDDEEFF00',
      udid: '00008110-00AABBCCDDEEFF00',
      problems: [],
    }
    expect(parseSerialString('0000811000AABBCCDDEEFF00')).toMatchObject(wanted)
    expect(parseSerialString('00008110-00aabbccddeeff00')).toMatchObject(wanted)
    expect(parseSerialString('USB\\VID_05AC&PID_12A8\\0000811000AABBCCDDEEFF00')).toMatchObject({
      ...wanted,
      path: { vendorId: 0x05ac, productId: 0x12a8, kis: false },
    })
    expect(parseSerialString('0000811000AABBCCDDEEFF00\0\0\0')).toMatchObject(wanted)
  })

  test('an old UDID is an identity and says nothing more', () => {
    const facts = parseSerialString('0123456789ABCDEF0123456789abcdef01234567')
    expect(facts).toMatchObject({
      form: 'udid',
      udid: '0123456789abcdef0123456789abcdef01234567',
      cpid: null,
      ecid: null,
    })
  })

  test('forty times f is nobody', () => {
    expect(parseSerialString('f'.repeat(40))).toMatchObject({ udid: null, problems: ['serial-placeholder'] })
  })

  test('ids that a driver made up are told from identities', () => {
    const generated = [
      'IB0000#5edffa89',
      'USB\\VID_05AC&PID_12A8&MI_00\\7&2a3b4c5d&0&0000',
      '\\\\?\\usb#vid_05ac&pid_1281#ib0000#5edffa89#{ed82a167}',
    ]
    for (const serial of generated) {
      expect(parseSerialString(serial)).toMatchObject({
        form: 'generated',
        udid: null,
        ecid: null,
        problems: ['serial-generated'],
      })
    }
  })
})

describe('what is no serial string at all', () => {
  test('nothing and blanks are empty', () => {
    for (const serial of [null, '', '   ', '\0\0\0'])
      expect(parseSerialString(serial)).toMatchObject({ form: 'none', problems: [] })
  })

  test('ten kilobytes are read without harm, and named', () => {
    const long = parseSerialString(`${RECOVERY_A11} ${'A'.repeat(10_000)}`)
    expect(long).toMatchObject({ cpid: '8015', ecid: '000A1B2C3D4E5F60' })
    expect(long.problems).toContain('serial-too-long')
    expect(parseSerialString(`CPID:8015 SRNM:[${'A'.repeat(10_000)}]`).serialNumber).toBeNull()
  })

  test('bytes that were no text are named', () => {
    expect(parseSerialString('\uFFFD\uFFFD\uFFFD').problems).toEqual(['serial-not-text', 'serial-unknown-form'])
    expect(parseSerialString('\uD800 CPID:8015 BDID:0E ECID:000A1B2C3D4E5F60 \u0007').cpid).toBe('8015')
  })

  test('no string makes it throw', () => {
    const pieces = [
      'CPID:',
      'BDID:',
      '[',
      ']',
      '\\\\?\\',
      'usb#',
      'kis#',
      '#{',
      '\0',
      '_',
      ' ',
      'ECID:',
      'f'.repeat(40),
      '\uDC00',
      'SRNM:[',
    ]
    for (const a of pieces) {
      for (const b of pieces) {
        for (const c of pieces) {
          const facts = parseSerialString(a + b + c)
          expect(facts.ecid).toBeNull()
          expect(facts.cpid).toBeNull()
        }
      }
    }
  })
})
