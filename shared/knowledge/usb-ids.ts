import type { Provenance } from './provenance.ts'
import type { DeviceClass, Mode } from './vocabulary.ts'

/** Apple's USB vendor id. */
export const APPLE_VENDOR_ID = 0x05ac

/**
 * What a product id of Apple says. `mode` null: no mode that Handhold follows. `deviceClass` null: the id does not say.
 * `kind` tells apart what has no mode: a jailbreak tool in control, a boot mode nobody described, an Apple thing that is no phone.
 */
export type UsbIdRow = Provenance & {
  readonly productIds: readonly [from: number, to: number]
  readonly kind: 'phone-mode' | 'jailbreak-tool' | 'unknown-boot-mode' | 'not-a-phone'
  readonly mode: Mode | null
  readonly deviceClass: DeviceClass | null
}

const LIBIRECOVERY = 'libimobiledevice/libirecovery include/libirecovery.h, src/libirecovery.c at 04d04f7'
const USBMUXD = 'libimobiledevice/usbmuxd src/usb.h at 2efa75a'
const USB_IDS = 'usb.ids of linux-usb.org'
const documented = (source: string): Provenance => ({ source, confidence: 'documented' })
const reported = (source: string): Provenance => ({ source, confidence: 'reported' })

const bootMode = (from: number, to: number, mode: Mode, provenance: Provenance): UsbIdRow => ({
  productIds: [from, to],
  kind: 'phone-mode',
  mode,
  deviceClass: null,
  ...provenance,
})

const normal = (productId: number, deviceClass: DeviceClass): UsbIdRow => ({
  productIds: [productId, productId],
  kind: 'phone-mode',
  mode: 'normal',
  deviceClass,
  ...reported(USB_IDS),
})

const notAPhone = (
  from: number,
  to: number,
  deviceClass: DeviceClass | null,
  provenance: Provenance = reported(USB_IDS),
): UsbIdRow => ({ productIds: [from, to], kind: 'not-a-phone', mode: null, deviceClass, ...provenance })

/** Boot modes: the id is the same on phones, iPads, Apple TVs, watches and Macs with Apple chips. */
const BOOT_MODES: readonly UsbIdRow[] = [
  bootMode(0x1222, 0x1222, 'wtf', documented(LIBIRECOVERY)),
  bootMode(0x1227, 0x1227, 'dfu', documented(LIBIRECOVERY)),
  bootMode(0x1280, 0x1283, 'recovery', documented(LIBIRECOVERY)),
  bootMode(0xf014, 0xf014, 'port-dfu', documented(LIBIRECOVERY)),
  bootMode(0x1881, 0x1881, 'debug-usb', documented(LIBIRECOVERY)),
]

/** Running systems. The id says the class of device, never the model; 12A8 is the iPhone 5 and every later iPhone. */
const NORMAL_MODES: readonly UsbIdRow[] = [
  ...[0x1290, 0x1292, 0x1294, 0x1297, 0x129c, 0x12a0, 0x12a8].map((id) => normal(id, 'iphone')),
  ...[0x1291, 0x1293, 0x1296, 0x1299, 0x129e, 0x12aa].map((id) => normal(id, 'ipod')),
  ...[0x129a, 0x129f, 0x12a2, 0x12a3, 0x12a4, 0x12a5, 0x12a6, 0x12a9, 0x12ab].map((id) => normal(id, 'ipad')),
  normal(0x12a7, 'appletv'),
  normal(0x12af, 'watch'),
  normal(0x12b0, 'homepod'),
  // After the single ids: the first row that matches wins.
  { productIds: [0x1290, 0x12af], kind: 'phone-mode', mode: 'normal', deviceClass: null, ...documented(USBMUXD) },
]

/** A tool has taken the phone over after an exploit; nothing is to be sent to it. */
const JAILBREAK_TOOLS: readonly UsbIdRow[] = [0x1338, 0x4141].map((id) => ({
  productIds: [id, id] as const,
  kind: 'jailbreak-tool' as const,
  mode: null,
  deviceClass: null,
  ...reported('libirecovery udev rule template; palera1n/palera1n branch legacy'),
}))

/** Apple things that are not phones and are easily taken for one. */
const NOT_PHONES: readonly UsbIdRow[] = [
  notAPhone(0x8600, 0x8600, 'mac', documented(USBMUXD)),
  notAPhone(0x1901, 0x1905, 'mac', documented(USBMUXD)),
  notAPhone(0x1392, 0x1393, 'other'),
  notAPhone(0x1201, 0x120a, 'other'),
  notAPhone(0x1223, 0x1225, 'other'),
  notAPhone(0x1231, 0x1231, 'other'),
  notAPhone(0x1240, 0x1240, 'other'),
  notAPhone(0x1242, 0x1243, 'other'),
  notAPhone(0x1245, 0x1246, 'other'),
  notAPhone(0x1255, 0x1255, 'other'),
  notAPhone(0x1260, 0x1267, 'other'),
  notAPhone(0x1300, 0x1303, 'other'),
]

/** Ids beside the known boot modes. One source names 1229 and 1283 for production units, and no tool that talks to phones uses 1229. */
const UNKNOWN_BOOT_MODES: readonly UsbIdRow[] = [[0x1220, 0x122f] as const, [0x1280, 0x128f] as const].map(
  (productIds) => ({
    productIds,
    kind: 'unknown-boot-mode' as const,
    mode: null,
    deviceClass: null,
    source: 'hack-different/apple-knowledge _docs/USB_Modes.md',
    confidence: 'unconfirmed' as const,
  }),
)

/** All rows, narrow before wide: the first that matches is meant. */
export const USB_IDS_OF_APPLE: readonly UsbIdRow[] = [
  ...BOOT_MODES,
  ...NORMAL_MODES,
  ...JAILBREAK_TOOLS,
  ...NOT_PHONES,
  ...UNKNOWN_BOOT_MODES,
]

/** Takes a product id of vendor 05AC; gives what it says, or null for the many accessories that have no row. */
export function usbIdOfApple(productId: number): UsbIdRow | null {
  return USB_IDS_OF_APPLE.find(({ productIds: [from, to] }) => productId >= from && productId <= to) ?? null
}
