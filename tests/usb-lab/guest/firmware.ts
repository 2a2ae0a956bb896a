import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writePlist } from '../../../shared/protocol/plist-write.ts'

/** A file of Apple's container for firmware (IM4P), with nothing of use in it: DER with the type's four letters. */
const container = (type: string): Buffer => {
  const text = (letters: string) => Buffer.concat([Buffer.from([0x16, letters.length]), Buffer.from(letters)])
  const content = Buffer.alloc(64, type)
  const body = Buffer.concat([text('IM4P'), text(type), text('1'), Buffer.from([0x04, content.length]), content])
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}

const COMPONENTS = [
  ['iBSS', 'ibss', 'Firmware/dfu/iBSS.d22.RELEASE.im4p'],
  ['iBEC', 'ibec', 'Firmware/dfu/iBEC.d22.RELEASE.im4p'],
  ['RestoreLogo', 'logo', 'Firmware/all_flash/applelogo@3x~iphone.im4p'],
  ['RestoreDeviceTree', 'dtre', 'Firmware/all_flash/DeviceTree.d221ap.im4p'],
  ['RestoreRamDisk', 'rdsk', '038-83284-083.dmg'],
  ['RestoreKernelCache', 'krnl', 'kernelcache.release.iphone10b'],
  ['OS', 'rosi', '038-83218-083.dmg'],
] as const

const digest = (letters: string) => Buffer.alloc(48, letters)

/** Writes what an unpacked IPSW for an iPhone X has at the least, in Apple's names and with nothing of use in it, and gives its path. */
export const writeFirmware = (folder: string): string => {
  const root = join(folder, 'iPhone10,3,iPhone10,6_16.7.10_20H350_Restore')
  for (const [, type, path] of COMPONENTS) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), container(type))
  }
  const manifest = COMPONENTS.map(([name, type, path]) => [
    name,
    { Digest: digest(type), Info: { Path: path }, Trusted: true },
  ])
  const identity = {
    ApBoardID: '0x0E',
    ApChipID: '0x8015',
    ApSecurityDomain: '0x01',
    Info: {
      BuildNumber: '20H350',
      DeviceClass: 'd221ap',
      RestoreBehavior: 'Erase',
      Variant: 'Customer Erase Install (IPSW)',
    },
    Manifest: Object.fromEntries(manifest),
    UniqueBuildID: digest('build').subarray(0, 20),
  }
  const whole = {
    BuildIdentities: [identity],
    ManifestVersion: 0,
    ProductBuildVersion: '20H350',
    ProductVersion: '16.7.10',
    SupportedProductTypes: ['iPhone10,3', 'iPhone10,6'],
  }
  writeFileSync(join(root, 'BuildManifest.plist'), writePlist(whole))
  return root
}
