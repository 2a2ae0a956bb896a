import {
  type Firmware,
  type Fit,
  fitOf,
  identitiesFor,
  readBuildManifest,
  readFirmwareName,
  readRestorePlist,
  type WantedPhone,
} from './ipsw-manifest.ts'
import { readPlist } from './plist.ts'
import { type OpenZip, openZip, readSmall, type ZipTrouble } from './ipsw-open.ts'
import type { RandomFile, ZipTools } from './ipsw-tools.ts'
import { verifyZip, type VerifyOptions } from './ipsw-verify.ts'

/**
 * What a firmware file turned out to be. `whole`: every part is there and intact. `structure-whole`: the same without reading
 * the data. `incomplete`: a part that the phone needs is missing. `nested`: a zip with the firmware file inside.
 */
export type FirmwareVerdict =
  | 'whole'
  | 'structure-whole'
  | 'truncated'
  | 'damaged'
  | 'incomplete'
  | 'hostile'
  | 'nested'
  | 'not-firmware'
  | 'not-a-zip'
  | 'cancelled'

export type FirmwareProblem = { readonly id: string; readonly detail: string; readonly entry: string | null }

export type FirmwareCheck = {
  readonly verdict: FirmwareVerdict
  readonly bytes: number
  readonly firmware: Firmware | null
  /** Null when no phone was named, or the file says nothing. */
  readonly fit: Fit | null
  readonly update: boolean
  readonly erase: boolean
  readonly sha1: string | null
  /** The file's name tells of another firmware than its content. */
  readonly renamed: boolean
  readonly problems: readonly FirmwareProblem[]
}

export type FirmwareQuestion = VerifyOptions & {
  readonly phone: WantedPhone | null
  /** Without the data: at once, and only the structure is judged. */
  readonly structureOnly?: boolean
}

const MOST_MANIFEST_BYTES = 64 * 1_048_576
const MOST_MISSING = 50
const NOTHING = {
  firmware: null,
  fit: null,
  update: false,
  erase: false,
  sha1: null,
  renamed: false,
  problems: [],
} as const

const VERDICT_OF_TROUBLE: Readonly<Record<ZipTrouble['id'], FirmwareVerdict>> = {
  empty: 'truncated',
  'not-a-zip': 'not-a-zip',
  truncated: 'truncated',
  'damaged-directory': 'damaged',
  'damaged-entry': 'damaged',
  hostile: 'hostile',
}

async function listIn(file: RandomFile, zip: OpenZip, name: string, tools: ZipTools) {
  const entry = zip.entries.get(name)
  const bytes = entry === undefined ? null : await readSmall(file, entry, MOST_MANIFEST_BYTES, tools)
  return bytes === null ? null : readPlist(bytes)
}

async function firmwareIn(file: RandomFile, zip: OpenZip, tools: ZipTools): Promise<Firmware | null> {
  const manifest = readBuildManifest(await listIn(file, zip, 'BuildManifest.plist', tools))
  const restore = readRestorePlist(await listIn(file, zip, 'Restore.plist', tools))
  if (manifest === null) return restore
  return manifest.productTypes.length > 0 ? manifest : { ...manifest, productTypes: restore?.productTypes ?? [] }
}

/** What a zip without a manifest is. */
function withoutManifest(zip: OpenZip): Pick<FirmwareCheck, 'verdict' | 'problems'> {
  const named = ['BuildManifest.plist', 'Restore.plist'].find((name) => zip.entries.has(name))
  if (named !== undefined)
    return { verdict: 'damaged', problems: [{ id: 'manifest-unreadable', detail: named, entry: named }] }
  const names = [...zip.entries.keys()].filter((name) => !name.startsWith('__MACOSX/'))
  const inner =
    names.find((name) => /\.ipsw$/iu.test(name)) ?? names.find((name) => /(?:^|\/)BuildManifest\.plist$/u.test(name))
  if (inner !== undefined) return { verdict: 'nested', problems: [{ id: 'nested', detail: inner, entry: inner }] }
  return { verdict: 'not-firmware', problems: [{ id: 'no-manifest', detail: 'BuildManifest.plist', entry: null }] }
}

function missingIn(zip: OpenZip, firmware: Firmware, phone: WantedPhone | null): FirmwareProblem[] {
  const paths = new Set(identitiesFor(firmware, phone).flatMap((identity) => identity.paths))
  return [...paths]
    .filter((path) => !zip.entries.has(path))
    .slice(0, MOST_MISSING)
    .map((path) => ({ id: 'missing', detail: path, entry: path }))
}

/** What the file's own words give, before its data are read. */
function judgeFirmware(zip: OpenZip, firmware: Firmware, fileName: string, phone: WantedPhone | null) {
  const named = readFirmwareName(fileName)
  const identities = identitiesFor(firmware, phone)
  return {
    firmware,
    fit: phone === null ? null : fitOf(firmware, phone),
    update: identities.some(({ behaviour }) => behaviour === 'update'),
    erase: identities.some(({ behaviour }) => behaviour === 'erase'),
    renamed: named !== null && (named.build !== firmware.build || named.version !== firmware.version),
    missing: missingIn(zip, firmware, phone),
  }
}

/**
 * Checks a firmware file: whether it is whole, what it is, and whether it is for the wanted phone. Expected faults of the file
 * are verdicts; rejects only when the file cannot be read.
 */
export async function checkFirmware(
  file: RandomFile,
  fileName: string,
  tools: ZipTools,
  question: FirmwareQuestion,
): Promise<FirmwareCheck> {
  const bytes = file.bytes
  const opened = await openZip(file)
  if ('trouble' in opened)
    return { ...NOTHING, bytes, verdict: VERDICT_OF_TROUBLE[opened.trouble.id], problems: [opened.trouble] }
  const firmware = await firmwareIn(file, opened.zip, tools)
  if (firmware === null) return { ...NOTHING, bytes, ...withoutManifest(opened.zip) }
  const { missing, ...judged } = judgeFirmware(opened.zip, firmware, fileName, question.phone)
  const known = { ...NOTHING, ...judged, bytes }
  if (question.structureOnly === true)
    return { ...known, verdict: missing.length > 0 ? 'incomplete' : 'structure-whole', problems: missing }
  const verified = await verifyZip(file, opened.zip, tools, question)
  if ('cancelled' in verified) return { ...known, verdict: 'cancelled', problems: missing }
  const problems = [...verified.damaged, ...missing]
  const worst = verified.damaged.find(({ id }) => id === 'hostile') ?? verified.damaged[0]
  const verdict = worst !== undefined ? VERDICT_OF_TROUBLE[worst.id] : missing.length > 0 ? 'incomplete' : 'whole'
  return { ...known, verdict, sha1: verified.sha1, problems }
}
