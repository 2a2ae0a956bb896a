import { describe, expect, test } from 'vitest'
import { buttonsOf, FAMILY_ROWS } from '../../shared/knowledge/button-families.ts'
import { CHIPS, chipName } from '../../shared/knowledge/devices-chips.ts'
import {
  classOfProductType,
  deviceByChipAndBoard,
  DEVICES,
  devicesByChip,
  devicesByProductType,
} from '../../shared/knowledge/devices.ts'
import { USB_IDS_OF_APPLE, usbIdOfApple } from '../../shared/knowledge/usb-ids.ts'

const ofClass = (deviceClass: string) => DEVICES.filter((row) => row.deviceClass === deviceClass)

describe('the device table', () => {
  test('holds every model of its source, without the virtual research phone', () => {
    const counts = ['iphone', 'ipod', 'ipad', 'appletv', 'homepod', 'watch', 'mac', 'other'].map(
      (name) => ofClass(name).length,
    )
    expect(counts).toEqual([66, 7, 107, 7, 4, 57, 66, 3])
    expect(devicesByProductType('iPhone99,11')).toEqual([])
    expect(deviceByChipAndBoard('FE01', '90')).toBeNull()
  })

  test('names one model for each pair of chip and board', () => {
    expect(new Set(DEVICES.map((row) => `${row.cpid}/${row.bdid}`)).size).toBe(DEVICES.length)
    for (const row of DEVICES) expect(deviceByChipAndBoard(row.cpid, row.bdid)).toBe(row)
  })

  test('writes chips with four and boards with two upper-case digits', () => {
    for (const row of DEVICES) expect(`${row.cpid}/${row.bdid}`).toMatch(/^[0-9A-F]{4}\/[0-9A-F]{2}$/)
  })

  test('has two rows for the models that were built with two chips', () => {
    for (const type of ['iPhone8,1', 'iPhone8,2', 'iPhone8,4', 'iPad6,11', 'iPad6,12']) {
      expect(
        devicesByProductType(type)
          .map((row) => row.cpid)
          .toSorted(),
      ).toEqual(['8000', '8003'])
    }
  })

  test('gives source and confidence with every row of knowledge', () => {
    for (const row of [...DEVICES, ...FAMILY_ROWS, ...CHIPS, ...USB_IDS_OF_APPLE]) {
      expect(row.source).not.toBe('')
      expect(['documented', 'reported', 'inferred', 'unconfirmed']).toContain(row.confidence)
    }
  })

  test('knows a class of device by the shape of a new model’s name', () => {
    expect(classOfProductType('iPhone27,3')).toBe('iphone')
    expect(classOfProductType('Mac99,1')).toBe('mac')
    expect(classOfProductType('Nokia3310')).toBe('other')
  })

  test('names the chip of every phone, tablet and player', () => {
    for (const row of [...ofClass('iphone'), ...ofClass('ipad'), ...ofClass('ipod')])
      expect(chipName(row.cpid)).not.toBeNull()
    expect(devicesByChip('8015').map((row) => row.productType)).toEqual([
      'iPhone10,1',
      'iPhone10,2',
      'iPhone10,3',
      'iPhone10,4',
      'iPhone10,5',
      'iPhone10,6',
    ])
  })
})

describe('button families', () => {
  const familyOf = (type: string) => buttonsOf(type)?.family

  test('every iPhone, iPad and iPod touch of the table has one, and none of them is a guess', () => {
    for (const row of [...ofClass('iphone'), ...ofClass('ipad'), ...ofClass('ipod')]) {
      expect(buttonsOf(row.productType), row.productType).toMatchObject({ assumed: false })
    }
  })

  test('phones: Home up to the 6s and the first SE, solid Home on the 7, all later ones alike, the later SEs included', () => {
    for (const { productType } of ofClass('iphone')) {
      const generation = Number(/\d+/.exec(productType)?.[0])
      const wanted = generation <= 8 ? 'home' : generation === 9 ? 'solid-home' : 'face-id'
      expect(familyOf(productType), productType).toBe(wanted)
    }
    expect([familyOf('iPhone12,8'), familyOf('iPhone14,6')]).toEqual(['face-id', 'face-id'])
  })

  test('iPads: those with a Home button are told from those without', () => {
    const withHome = [1, 2, 3, 4, 5, 6, 7, 11, 12]
    for (const { productType } of ofClass('ipad')) {
      const generation = Number(/\d+/.exec(productType)?.[0])
      expect(familyOf(productType), productType).toBe(withHome.includes(generation) ? 'home' : 'ipad-no-home')
    }
  })

  test('the power button is on top of old phones, the first SE, iPods and iPads, else at the side', () => {
    const power = (type: string) => buttonsOf(type)?.power
    expect(['iPhone6,1', 'iPhone8,4', 'iPod9,1', 'iPad13,18', 'iPad5,1'].map(power)).toEqual(Array(5).fill('top'))
    expect(['iPhone7,2', 'iPhone8,1', 'iPhone9,3', 'iPhone12,8', 'iPhone18,4'].map(power)).toEqual(
      Array(5).fill('side'),
    )
  })

  test('the disputed button of iPod touch 7 is marked as such', () => {
    expect(buttonsOf('iPod9,1')).toMatchObject({
      family: 'solid-home',
      note: 'ipod-9-disputed',
      confidence: 'unconfirmed',
    })
  })

  test('a model newer than the table gets the newest kind, marked as assumed; other devices get none', () => {
    expect(buttonsOf('iPhone27,3')).toMatchObject({ family: 'face-id', assumed: true })
    expect(buttonsOf('iPhone18,9')).toMatchObject({ family: 'face-id', assumed: true })
    expect(buttonsOf('iPad27,3')).toMatchObject({ family: 'ipad-no-home', assumed: true })
    for (const type of ['AppleTV14,1', 'AudioAccessory5,1', 'Watch7,5', 'Mac14,2', 'Nokia3310'])
      expect(buttonsOf(type)).toBeNull()
  })
})

describe('USB ids of Apple', () => {
  test.each([
    [0x1227, 'dfu', null],
    [0x1222, 'wtf', null],
    [0x1280, 'recovery', null],
    [0x1283, 'recovery', null],
    [0xf014, 'port-dfu', null],
    [0x1881, 'debug-usb', null],
    [0x1290, 'normal', 'iphone'],
    [0x12a8, 'normal', 'iphone'],
    [0x12ab, 'normal', 'ipad'],
    [0x12aa, 'normal', 'ipod'],
    [0x12a7, 'normal', 'appletv'],
    [0x12af, 'normal', 'watch'],
    [0x12b0, 'normal', 'homepod'],
    [0x1295, 'normal', null],
    [0x8600, null, 'mac'],
    [0x1903, null, 'mac'],
    [0x1393, null, 'other'],
  ])('%i', (productId, mode, deviceClass) => {
    expect(usbIdOfApple(productId)).toMatchObject({ mode, deviceClass })
  })

  test('ids beside the known boot modes are named, not ignored; iPods that boot are not phones', () => {
    for (const id of [0x1220, 0x1229, 0x1284, 0x128f]) expect(usbIdOfApple(id)?.kind).toBe('unknown-boot-mode')
    for (const id of [0x1223, 0x1225, 0x1231, 0x1246, 0x1260, 0x1303])
      expect(usbIdOfApple(id)?.kind).toBe('not-a-phone')
    for (const id of [0x1338, 0x4141]) expect(usbIdOfApple(id)?.kind).toBe('jailbreak-tool')
    expect(usbIdOfApple(0x024f)).toBeNull()
  })
})
