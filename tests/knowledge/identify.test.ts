import { describe, expect, test } from 'vitest'
import { identify } from '../../shared/engine/identify.ts'
import { DEVICES } from '../../shared/knowledge/devices.ts'
import { translator } from '../../shared/texts/translate.ts'

const looks = (productId: number, serial: string | null = null, product: string | null = null, vendorId = 0x05ac) =>
  identify({ vendorId, productId, serial, product })

const bootString = (cpid: string, bdid: string) =>
  `SDOM:01 CPID:${cpid} CPRV:11 CPFM:03 SCEP:01 BDID:${bdid} ECID:000A1B2C3D4E5F60 IBFL:3D`
const codes = (found: ReturnType<typeof looks>) => found.problems.map((problem) => problem.code)

describe('a device that says its chip and board', () => {
  test('is that model in recovery and DFU, and a phone only when it is an iPhone', () => {
    for (const row of DEVICES) {
      for (const productId of [0x1281, 0x1227]) {
        const found = looks(productId, bootString(row.cpid, row.bdid))
        expect(found.identity).toMatchObject({
          productTypes: [row.productType],
          name: row.name,
          deviceClass: row.deviceClass,
        })
        expect(found.phone, row.productType).toBe(row.deviceClass === 'iphone')
        expect(found.problems).toEqual([])
      }
    }
  })

  test('an unknown new phone is a phone with the newest buttons, and is said to be unknown', () => {
    const found = looks(0x1281, bootString('8160', '04'))
    expect(found).toMatchObject({
      phone: true,
      familyAssumed: true,
      identity: { deviceClass: 'other', buttonFamily: 'face-id' },
    })
    expect(codes(found)).toEqual(['chip-unknown'])
    const board = looks(0x1227, bootString('8150', 'FE'))
    expect(board).toMatchObject({
      phone: true,
      familyAssumed: true,
      identity: { buttonFamily: 'face-id', productTypes: [] },
    })
    expect(codes(board)).toEqual(['model-unknown'])
  })

  test('an unknown board on a chip that no iPhone has is no phone', () => {
    expect(looks(0x1227, bootString('8103', 'FE'))).toMatchObject({ phone: false, identity: { buttonFamily: null } })
  })
})

describe('a device that says less', () => {
  test('with its chip alone it may be any model of that chip', () => {
    const found = looks(0x1281, 'SDOM:01 CPID:8015 CPRV:11 CPFM:03 SCEP:01 BDID:0')
    expect(found.identity.productTypes).toHaveLength(6)
    expect(found.identity).toMatchObject({ deviceClass: 'iphone', name: null, bdid: null, buttonFamily: 'face-id' })
    expect(looks(0x1227, 'SDOM:01 CPID:8010 IBFL:3C').identity).toMatchObject({
      deviceClass: 'other',
      buttonFamily: null,
    })
  })

  test('without strings it counts as a phone in recovery, DFU and WTF, and nothing is assumed about its buttons', () => {
    for (const productId of [0x1281, 0x1227]) {
      const found = looks(productId, '')
      expect(found).toMatchObject({
        phone: true,
        familyAssumed: false,
        identity: { deviceClass: 'other', buttonFamily: null },
      })
      expect(codes(found)).toEqual(['serial-missing'])
    }
    expect(looks(0x1222)).toMatchObject({ phone: true, mode: 'wtf', problems: [] })
    for (const productId of [0xf014, 0x1881, 0x1229]) expect(looks(productId).phone).toBe(false)
  })

  test('a product string that names another device says otherwise', () => {
    expect(looks(0x1281, null, 'iPad')).toMatchObject({ phone: false, identity: { deviceClass: 'ipad' } })
    expect(looks(0x1281, null, 'Apple Mobile Device (Recovery Mode)').phone).toBe(true)
  })
})

describe('a running system', () => {
  test('a new UDID gives the types of its chip, those of its class first, and the family they share', () => {
    const phone = looks(0x12a8, '00008030001A2B3C4D5E6F70', 'iPhone')
    expect(phone).toMatchObject({ phone: true, mode: 'normal' })
    expect(phone.identity).toMatchObject({
      cpid: '8030',
      ecid: '001A2B3C4D5E6F70',
      buttonFamily: 'face-id',
      deviceClass: 'iphone',
    })
    expect(phone.identity.productTypes).toEqual([
      'iPhone12,1',
      'iPhone12,3',
      'iPhone12,5',
      'iPhone12,8',
      'iPad12,1',
      'iPad12,2',
    ])
    const pad = looks(0x12ab, '00008030-001A2B3C4D5E6F70', 'iPad')
    expect(pad).toMatchObject({ phone: false, identity: { deviceClass: 'ipad', buttonFamily: 'home' } })
  })

  test('an old UDID says no model, and the USB id still says the class', () => {
    const found = looks(0x12a8, '0123456789abcdef0123456789abcdef01234567', 'iPhone')
    expect(found).toMatchObject({
      phone: true,
      identity: { deviceClass: 'iphone', productTypes: [], buttonFamily: null },
    })
    expect(looks(0x12a8).phone).toBe(true)
    expect(looks(0x12aa).identity.deviceClass).toBe('ipod')
  })

  test('the product string decides where the id and it disagree', () => {
    expect(looks(0x12a8, null, 'iPad')).toMatchObject({ phone: false, identity: { deviceClass: 'ipad' } })
  })
})

describe('modes and stages', () => {
  const dfu = (tag: string) => looks(0x1227, `${bootString('8010', '0C')} SRTG:[${tag}]`).identity.stage

  test('the boot tag tells the ROM’s DFU from a loader’s', () => {
    expect(dfu('iBoot-2696.0.0.1.33')).toBe('securerom')
    expect(dfu('iBSS-636.66.33')).toBe('ibss')
    expect(looks(0x1227, bootString('8010', '0C')).identity.stage).toBeNull()
    expect(looks(0x1281, bootString('8010', '0C')).identity.stage).toBe('iboot')
  })

  test('the debug path of Windows is the debug connection whatever id it shows', () => {
    const found = looks(0x0001, '\\\\?\\kis#vid_05ac&pid_0001#cpid:8120_bdid:0c_ecid:00012345678901ee#{b36f4137}')
    expect(found).toMatchObject({ mode: 'debug-usb', phone: true, identity: { name: 'iPhone 14 Pro' } })
  })

  test('Port DFU takes chip and board out of the board id', () => {
    expect(looks(0xf014, 'BDID:000000000E801500 ECID:000A1B2C3D4E5F60 PREV:01')).toMatchObject({
      mode: 'port-dfu',
      phone: true,
      identity: { productTypes: ['iPhone10,6'], cpid: '8015', bdid: '0E' },
    })
  })

  test('exploited phones and tools in control are named', () => {
    expect(codes(looks(0x1227, `${bootString('8010', '0C')} PWND:[checkm8]`))).toEqual(['exploited'])
    expect(codes(looks(0x4141))).toEqual(['jailbreak-tool'])
    expect(codes(looks(0x1229))).toEqual(['unknown-boot-mode'])
  })
})

describe('what is no phone', () => {
  test('other makers’ devices are nothing to us, whatever their strings say', () => {
    expect(looks(0x1281, bootString('8015', '0E'), 'iPhone', 0x18d1)).toMatchObject({
      apple: false,
      phone: false,
      mode: null,
      identity: { deviceClass: 'other', cpid: null, ecid: null },
    })
  })

  test('keyboards, cases, watches, speakers and Macs are Apple’s and no phones', () => {
    for (const [id, deviceClass] of [
      [0x024f, 'other'],
      [0x1393, 'other'],
      [0x12af, 'watch'],
      [0x12b0, 'homepod'],
      [0x8600, 'mac'],
      [0x1904, 'mac'],
    ] as const) {
      const found = looks(id, '0123456789abcdef0123456789abcdef01234567')
      expect(found).toMatchObject({ apple: true, phone: false, identity: { deviceClass } })
      expect(found.identity.buttonFamily).toBeNull()
    }
    expect(looks(0x1261, null, 'iPod').identity.deviceClass).toBe('other')
    expect(looks(0x0250, 'ABC', 'iPad Keyboard').identity.deviceClass).toBe('other')
  })
})

test('every problem has a sentence', () => {
  const t = translator('en')
  const samples = [
    looks(0x1281, '\uFFFD'.repeat(2000)),
    looks(0x1281, 'IB0000#5edffa89'),
    looks(0x12a8, 'f'.repeat(40)),
    looks(0x1281, ''),
    looks(0x1281, 'CPID:x BDID:y ECID:z IBFL:3D'),
    looks(0x1281, 'CPID:8015 ECID:0'),
    looks(0x1281, 'CPID:8015 BDID:0E'),
    looks(0x1281, 'BDID:0E ECID:000A1B2C3D4E5F60'),
    looks(0x12a8, null, 'iPhone19,1'),
    looks(0x1281, bootString('8160', '04')),
    looks(0x1281, bootString('8150', 'FE')),
    looks(0x1229),
    looks(0x4141),
    looks(0x1227, `${bootString('8010', '0C')} PWND:[x]`),
  ]
  const problems = samples.flatMap((found) => found.problems)
  expect(new Set(problems.map((problem) => problem.code)).size).toBe(18)
  for (const { text } of problems) expect(t(text.key, text.params)).not.toMatch(/^identify\.|[{}]/)
})
