import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { type IdentifyAnswer, identifyCommand, identifyLine } from '../../electron/commands/identify.ts'

// Written from the published description of `identify` alone: what one line must give, row by row.

const ECID = '000A1B2C3D4E5F60'
const BOOT = `CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:0E ECID:${ECID}`
const IPHONE_X = {
  apple: true,
  phone: true,
  deviceClass: 'iphone',
  productTypes: ['iPhone10,6'],
  cpid: '8015',
  bdid: '0E',
  ecid: ECID,
  buttonFamily: 'face-id',
} as const
const NOBODY = {
  phone: false,
  deviceClass: 'other',
  mode: 'none',
  stage: null,
  productTypes: [],
  name: null,
  cpid: null,
  bdid: null,
  ecid: null,
  buttonFamily: null,
} as const
const asPath = (serial: string) => serial.toLowerCase().replaceAll(' ', '_')

type Row = readonly [line: object, wanted: Partial<IdentifyAnswer>]
const apple = (pid: string | number, serial?: string | null, product?: string): object => ({
  vid: '05ac',
  pid,
  ...(serial === undefined ? {} : { serial }),
  ...(product === undefined ? {} : { product }),
})

const BOOT_ROWS: readonly Row[] = [
  [
    apple('1281', `SDOM:01 ${BOOT} IBFL:3D SRNM:[F2LXXXXXJCLP] IMEI:[353200000000000]`),
    { ...IPHONE_X, mode: 'recovery', stage: 'iboot' },
  ],
  [apple('1280', `SRNM:[A B:C] IBFL:3D ${BOOT}`), { ...IPHONE_X, mode: 'recovery' }],
  [apple('1283', `SRNM:[CPID:8030 BDID:04] ${BOOT} NONC:AABB`), { ...IPHONE_X, mode: 'recovery' }],
  [apple('1281', `XCPID:8030 ${BOOT}`), IPHONE_X],
  [apple('1281', `CPID:8015\tBDID:0E\tECID:${ECID}`), IPHONE_X],
  [apple('1281', `CPID:8015 BDID:0E ECID:${ECID}\0\0\0`), IPHONE_X],
  [
    apple('1227', `${BOOT} IBFL:3C SRTG:[iBoot-3332.0.0.1.23]`),
    { ...IPHONE_X, mode: 'dfu', stage: 'securerom', problems: [] },
  ],
  [apple('1227', `${BOOT} IBFL:3C SRTG:[iBSS-3332.0.0.1.23]`), { ...IPHONE_X, mode: 'dfu', stage: 'ibss' }],
  [
    apple('1227', `${BOOT} SRTG:[iBoot-3332.0.0.1.23] PWND:[checkm8]`),
    { ...IPHONE_X, mode: 'dfu', stage: 'securerom' },
  ],
  [
    apple(
      '1281',
      'SDOM:01 CPID:8120 CPRV:11 CPFM:03 SCEP:01 BDID:10 ECID:00012345678901EE IBFL:3D SIKA:00 SRNM:[XXXXXXXXXX]',
    ),
    {
      phone: false,
      deviceClass: 'ipad',
      productTypes: ['iPad15,7'],
      ecid: '00012345678901EE',
      buttonFamily: 'ipad-no-home',
    },
  ],
  [
    apple('1222', 'CPID:8900 CPRV:30 CPFM:03 SCEP:05 BDID:00'),
    { phone: true, mode: 'wtf', productTypes: ['iPhone1,1'], ecid: null, buttonFamily: 'home', problems: [] },
  ],
  [apple('f014', `PREV:01 BDID:000000000E801500 ECID:${ECID}`), { ...IPHONE_X, mode: 'port-dfu' }],
  [apple('1881', `${BOOT} IBFL:3D`), { ...IPHONE_X, mode: 'debug-usb', stage: null }],
  [
    { serial: `\\\\?\\usb#vid_05ac&pid_1281#${asPath(BOOT)}_ibfl:3d#{ed82a167-d61a-4af6-9ab6-11e52236c576}` },
    { ...IPHONE_X, mode: 'recovery' },
  ],
  [{ serial: `\\\\?\\kis#vid_05ac&pid_0001#${asPath(BOOT)}#{b36f4137}` }, { ...IPHONE_X, mode: 'debug-usb' }],
  [apple('1281', 'IB0000#5edffa89'), { phone: true, mode: 'recovery', deviceClass: 'other', cpid: null, ecid: null }],
  [
    apple('1227', `CPID:8012 BDID:0A ECID:${ECID} SRTG:[iBoot-3401.0.0.1.16]`),
    { phone: false, mode: 'dfu', deviceClass: 'mac' },
  ],
  [
    apple('1227', `CPID:8103 BDID:24 ECID:${ECID}`),
    { phone: false, deviceClass: 'mac', productTypes: ['MacBookPro17,1'] },
  ],
  [
    apple('1227', `CPID:8301 BDID:18 ECID:${ECID}`),
    { phone: false, deviceClass: 'homepod', productTypes: ['AudioAccessory6,1'] },
  ],
  [
    apple('1281', `CPID:8000 BDID:04 ECID:${ECID}`),
    { phone: true, productTypes: ['iPhone8,1'], name: 'iPhone 6s', buttonFamily: 'home' },
  ],
  [apple('1281', `CPID:8003 BDID:10 ECID:${ECID}`), { phone: false, productTypes: ['iPad6,11'] }],
]

const NORMAL_ROWS: readonly Row[] = [
  [
    apple('12a8', '0000811000AABBCCDDEEFF00'),
    { phone: true, mode: 'normal', stage: null, cpid: '8110', bdid: null, ecid: '00AABBCCDDEEFF00', name: null },
  ],
  [
    { serial: 'USB\\VID_05AC&PID_12A8&MI_01\\00008110-00AABBCCDDEEFF00' },
    { phone: true, mode: 'normal', cpid: '8110', ecid: '00AABBCCDDEEFF00' },
  ],
  [
    apple('12a8', '0123456789abcdef0123456789abcdef01234567', 'iPhone'),
    { phone: true, deviceClass: 'iphone', productTypes: [], cpid: null, ecid: null },
  ],
  [apple('12a8', '0000811000AABBCCDDEEFF0'), { phone: true, cpid: null, ecid: null }],
  [apple('12ab', `00008112${ECID}`, 'iPad'), { phone: false, deviceClass: 'ipad', buttonFamily: 'ipad-no-home' }],
  [
    apple('12a8', null, 'iPhone14,6'),
    { phone: true, productTypes: ['iPhone14,6'], name: 'iPhone SE (3rd gen)', buttonFamily: 'face-id' },
  ],
  [apple('12a8', undefined, 'iPhone8,1'), { productTypes: ['iPhone8,1'], name: 'iPhone 6s', cpid: null }],
  [apple('12ab', `00008030${ECID}`, 'iPad12,1'), { productTypes: ['iPad12,1'], cpid: '8030', buttonFamily: 'home' }],
  [apple('12a7'), { phone: false, mode: 'normal', deviceClass: 'appletv' }],
  [apple('12af'), { phone: false, mode: 'normal', deviceClass: 'watch' }],
  [apple('1298'), { phone: false, mode: 'normal', deviceClass: 'other' }],
]

describe('a line gives', () => {
  test.each([...BOOT_ROWS, ...NORMAL_ROWS])('%j', (line, wanted) => {
    expect(identifyLine(JSON.stringify(line))).toMatchObject(wanted)
  })

  test('nobody, where the id belongs to an Apple thing that is no phone', () => {
    const ids = [
      '1201',
      '120a',
      '1223',
      '1225',
      '1231',
      '1240',
      '1242',
      '1243',
      '1245',
      '1246',
      '1255',
      '1260',
      '1267',
      '1300',
      '1303',
      '1392',
      '1393',
      '0250',
      '1104',
    ]
    for (const pid of ids)
      expect(identifyLine(JSON.stringify(apple(pid))), pid).toMatchObject({ apple: true, ...NOBODY })
    for (const pid of ['8600', '1901', '1905'])
      expect(identifyLine(JSON.stringify(apple(pid))), pid).toMatchObject({
        phone: false,
        mode: 'none',
        deviceClass: 'mac',
      })
  })

  test('a new model with the buttons of its kind, and says that it is unknown', () => {
    const rows = [
      [apple('1281', `CPID:8160 BDID:08 ECID:${ECID}`), 'face-id', 'chip-unknown'],
      [apple('1227', `CPID:8150 BDID:7E ECID:${ECID}`), 'face-id', 'model-unknown'],
      [apple('12a8', `00008160${ECID}`), 'face-id', 'chip-unknown'],
      [apple('12ab', `00008162${ECID}`, 'iPad'), 'ipad-no-home', 'chip-unknown'],
      [apple('12a8', undefined, 'iPhone19,1'), 'face-id', 'type-unknown'],
      [apple('12ab', undefined, 'iPad18,3'), 'ipad-no-home', 'type-unknown'],
    ] as const
    for (const [line, buttonFamily, code] of rows) {
      const answer = identifyLine(JSON.stringify(line))
      expect(answer).toMatchObject({ name: null, buttonFamily })
      expect(answer.problems.map((problem) => problem.code)).toEqual([code])
    }
    expect(identifyLine(JSON.stringify(apple('12a8', undefined, 'iPhone19,1'))).productTypes).toEqual(['iPhone19,1'])
  })

  test('the models of the chip where the named type has another', () => {
    const answer = identifyLine(JSON.stringify(apple('12a8', `00008030${ECID}`, 'iPhone13,1')))
    expect(answer).toMatchObject({ cpid: '8030', deviceClass: 'iphone' })
    expect(answer.productTypes).not.toContain('iPhone13,1')
  })

  test('that a boot string names no chip', () => {
    const { problems } = identifyLine(JSON.stringify(apple('1281', `BDID:04 ECID:${ECID}`)))
    expect(problems.map(({ code }) => code)).toEqual(['cpid-missing'])
  })

  test.each([
    ...['', '0x', 'zz', '05ag', '105ac', '-5ac', '+5ac', '٠٥ac', -1, 65_536, 1.5, 1e99, true, null, [], {}].map(
      (vid) => ({ vid, pid: '1227' }),
    ),
    { pid: '1227' },
    { VID: '05ac', PID: '1227' },
  ])('nobody and a problem for a vendor id that is none: %j', (line) => {
    const answer = identifyLine(JSON.stringify(line))
    expect(answer).toMatchObject({ apple: false, ...NOBODY })
    expect(answer.problems.length).toBeGreaterThan(0)
  })

  test.each([
    '{',
    'NaN',
    "{'vid':'05ac'}",
    '{"vid":"05ac","pid":"1227"} x',
    '[{"vid":"05ac","pid":"1227"}]',
    '['.repeat(5000),
    '{"a":'.repeat(5000),
    '\0',
  ])('nobody and a problem for a broken line', (line) => {
    expect(identifyLine(line)).toMatchObject({ apple: false, ...NOBODY, problems: [{}] })
  })

  test('the value of a key that comes twice that JSON keeps, the last', () => {
    expect(identifyLine('{"vid":"dead","vid":"05ac","pid":"1227"}')).toMatchObject({ apple: true, mode: 'dfu' })
  })
})

test('a byte order mark, carriage returns, blanks around and bytes that are no UTF-8 do not stop a line', async () => {
  const line = '{"vid":"05ac","pid":"1227"}'
  const bytes = [
    Buffer.from(`\uFEFF${line}\r\n  ${line} \t\n{"vid":"05ac","pid":"1281","serial":"`),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(` ${BOOT}"}`),
  ]
  const out: string[] = []
  await identifyCommand.run(['--json'], {
    stdin: Readable.from([Buffer.concat(bytes)]),
    out: (text) => out.push(text),
    err: () => {},
  })
  const answers = out.map((text): IdentifyAnswer => JSON.parse(text))
  expect(answers.map(({ mode }) => mode)).toEqual(['dfu', 'dfu', 'recovery'])
  expect(answers[2]).toMatchObject({ ...IPHONE_X, problems: [{ code: 'serial-not-text' }] })
})
