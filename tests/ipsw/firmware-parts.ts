import type { Part } from './build-zip.ts'

export type MadeIdentity = {
  chip: string | number
  board: string | number
  behaviour: 'Update' | 'Erase'
  variant?: string
  deviceClass?: string
  paths?: string[]
}

const PATHS = ['Firmware/dfu/iBEC.n104.RELEASE.im4p', 'kernelcache.release.iphone12b', '090-00001-001.dmg']

const xml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">${body}</plist>\n`
const id = (value: string | number) =>
  typeof value === 'number' ? `<integer>${value}</integer>` : `<string>${value}</string>`

function identity({ chip, board, behaviour, variant, deviceClass, paths = PATHS }: MadeIdentity): string {
  const components = paths.map(
    (path, index) =>
      `<key>Part${index}</key><dict><key>Digest</key><data>AAECAwQF</data><key>Info</key><dict><key>Path</key><string>${path}</string></dict></dict>`,
  )
  return `<dict><key>ApChipID</key>${id(chip)}<key>ApBoardID</key>${id(board)}<key>Info</key><dict><key>DeviceClass</key><string>${deviceClass ?? 'n104ap'}</string><key>RestoreBehavior</key><string>${behaviour}</string><key>Variant</key><string>${variant ?? `Customer ${behaviour === 'Erase' ? 'Erase' : 'Upgrade'} Install (IPSW)`}</string></dict><key>Manifest</key><dict>${components.join('')}</dict></dict>`
}

export const IPHONE_11: readonly MadeIdentity[] = [
  { chip: '0x8030', board: '0x04', behaviour: 'Erase' },
  { chip: '0x8030', board: '0x04', behaviour: 'Update' },
]

export const buildManifest = (productTypes: readonly string[], identities: readonly MadeIdentity[]): string =>
  xml(
    `<dict><key>ManifestVersion</key><integer>0</integer><key>ProductBuildVersion</key><string>22D82</string><key>ProductVersion</key><string>18.3.2</string><key>SupportedProductTypes</key><array>${productTypes.map((type) => `<string>${type}</string>`).join('')}</array><key>BuildIdentities</key><array>${identities.map(identity).join('')}</array></dict>`,
  )

/** The parts of a small firmware file, as Apple packs one: the image stored, the rest packed. */
export function firmwareParts(
  productTypes: readonly string[] = ['iPhone12,1'],
  identities: readonly MadeIdentity[] = IPHONE_11,
): Part[] {
  const paths = [...new Set(identities.flatMap(({ paths: own = PATHS }) => own))]
  return [
    { name: 'BuildManifest.plist', data: Buffer.from(buildManifest(productTypes, identities)), deflate: true },
    ...paths.map((name, index): Part => ({
      name,
      data: Buffer.alloc(3000 + index, `${name} `),
      deflate: !name.endsWith('.dmg'),
    })),
  ]
}
