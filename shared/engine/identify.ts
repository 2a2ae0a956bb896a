import { buttonsOf, type ModelButtons, NEWEST_IPAD, NEWEST_IPHONE } from '../knowledge/button-families.ts'
import { classOfProductType, deviceByChipAndBoard, devicesByChip, devicesByProductType } from '../knowledge/devices.ts'
import type { DeviceRow } from '../knowledge/devices-row.ts'
import { APPLE_VENDOR_ID, usbIdOfApple, type UsbIdRow } from '../knowledge/usb-ids.ts'
import type { DeviceClass, Mode, Stage } from '../knowledge/vocabulary.ts'
import { parseProductString, type ProductFacts } from '../protocol/product-string.ts'
import { parseSerialString, type SerialFacts, type SerialProblem } from '../protocol/serial-string.ts'
import type { Message } from './message.ts'
import type { Identity } from './phone.ts'

/** What USB shows of one device: the two ids as numbers, and its strings, null where they were not read. */
export type UsbLooks = {
  readonly vendorId: number
  readonly productId: number
  readonly serial: string | null
  readonly product: string | null
}

export type IdentifyProblemCode =
  | SerialProblem
  | 'serial-missing'
  | 'cpid-missing'
  | 'ecid-missing'
  | 'type-unknown'
  | 'model-unknown'
  | 'chip-unknown'
  | 'unknown-boot-mode'
  | 'jailbreak-tool'
  | 'exploited'

export type IdentifyProblem = { readonly code: IdentifyProblemCode; readonly text: Message }

/**
 * `phone`: an iPhone, or something of Apple in recovery, DFU or WTF whose strings do not say that it is something else.
 * `mode` null: none that Handhold follows. `familyAssumed`: the model is unknown and the newest kind of buttons is taken.
 */
export type Identification = {
  readonly apple: boolean
  readonly phone: boolean
  readonly mode: Mode | null
  readonly identity: Identity
  readonly familyAssumed: boolean
  readonly problems: readonly IdentifyProblem[]
}

const NOBODY: Identity = {
  deviceClass: 'other',
  stage: null,
  productTypes: [],
  name: null,
  cpid: null,
  bdid: null,
  ecid: null,
  udid: null,
  serialNumber: null,
  buttonFamily: null,
  bootTag: null,
}

/** The modes whose serial string is a boot string. */
const BOOT_STRING_MODES: readonly (Mode | null)[] = ['recovery', 'dfu', 'port-dfu']
/** The modes in which an unnamed device of Apple counts as a phone. */
const PHONE_UNLESS_SAID: readonly (Mode | null)[] = ['recovery', 'dfu', 'wtf']
/** What runs a system that shows a UDID on USB; the others with the same chip do not. */
const SHOWS_UDID: readonly DeviceClass[] = ['iphone', 'ipad', 'ipod', 'appletv', 'homepod', 'watch']

/**
 * Takes what USB shows of one device; gives what it is, as far as ids and strings say. Joins the USB ids, the serial string and the
 * device table (sources there). Pure; never throws, whatever the strings hold.
 */
export function identify(looks: UsbLooks): Identification {
  if (looks.vendorId !== APPLE_VENDOR_ID) {
    return { apple: false, phone: false, mode: null, identity: NOBODY, familyAssumed: false, problems: [] }
  }
  const idRow = usbIdOfApple(looks.productId)
  const facts = factsOf(looks, idRow)
  const mode = facts.path?.kis ? 'debug-usb' : (idRow?.mode ?? null)
  const named = parseProductString(looks.product)
  const models = modelsOf(facts, named.productType)
  /** A type that the strings name and the table does not have. */
  const newType = models.length === 0 && facts.cpid === null ? named.productType : null
  const deviceClass = classOf(models, named, idRow)
  const sharing = facts.cpid === null ? [] : devicesByChip(facts.cpid)
  const phone =
    deviceClass === 'iphone' ||
    (PHONE_UNLESS_SAID.includes(mode) && !saysNoPhone(models.length > 0 ? models : sharing, deviceClass))
  const likely = models.filter((row) => deviceClass === 'other' || row.deviceClass === deviceClass)
  const buttons = newType === null ? buttonsFor(likely, deviceClass, { phone, mode, facts }) : buttonsOf(newType)
  return {
    apple: true,
    phone,
    mode,
    identity: {
      deviceClass,
      stage: stageOf(mode, facts),
      productTypes: newType === null ? [...new Set([...likely, ...models].map((row) => row.productType))] : [newType],
      name: onlyOne(likely.map((row) => row.name)),
      cpid: facts.cpid,
      bdid: facts.bdid,
      ecid: facts.ecid,
      udid: facts.udid,
      serialNumber: facts.serialNumber,
      buttonFamily: buttons?.family ?? null,
      bootTag: facts.bootTag,
    },
    familyAssumed: buttons?.assumed ?? false,
    problems: problemsOf(idRow, mode, { facts, models, newType }),
  }
}

/** A keyboard's or a display's serial number is nobody's UDID: without an id of a phone only boot strings count. */
function factsOf(looks: UsbLooks, idRow: UsbIdRow | null): SerialFacts {
  const facts = parseSerialString(looks.serial, idRow?.mode === 'port-dfu')
  if (facts.form === 'boot' || facts.path?.kis) return facts
  const mayShowUdid = idRow !== null && idRow.kind !== 'not-a-phone'
  return mayShowUdid ? facts : parseSerialString(null)
}

/** The models that the strings leave possible: one by chip and board, else a named type that has this chip, else all with this chip. */
function modelsOf({ cpid, bdid, form }: SerialFacts, namedType: string | null): readonly DeviceRow[] {
  if (cpid !== null && bdid !== null) {
    const row = deviceByChipAndBoard(cpid, bdid)
    return row ? [row] : []
  }
  const ofType = namedType === null ? [] : devicesByProductType(namedType)
  if (cpid === null) return ofType
  const both = ofType.filter((row) => row.cpid === cpid)
  if (both.length > 0) return both
  const sharing = devicesByChip(cpid)
  return form === 'udid' ? sharing.filter((row) => SHOWS_UDID.includes(row.deviceClass)) : sharing
}

function classOf(models: readonly DeviceRow[], named: ProductFacts, idRow: UsbIdRow | null): DeviceClass {
  const byModels = onlyOne(models.map((row) => row.deviceClass))
  if (byModels !== null) return byModels
  // A classic iPod calls itself `iPod` as well: here the id knows better than the name.
  if (idRow?.kind === 'not-a-phone') return idRow.deviceClass ?? 'other'
  if (named.productType !== null) return classOfProductType(named.productType)
  return named.deviceClass ?? idRow?.deviceClass ?? 'other'
}

/** Whether the strings name something that is no iPhone: another class, or models or a chip without an iPhone among them. */
function saysNoPhone(named: readonly DeviceRow[], deviceClass: DeviceClass): boolean {
  if (deviceClass !== 'other') return deviceClass !== 'iphone'
  return named.length > 0 && !named.some((row) => row.deviceClass === 'iphone')
}

type Circumstances = { readonly phone: boolean; readonly mode: Mode | null; readonly facts: SerialFacts }

/**
 * The buttons that all possible models share; for a model that is not in the table, those of its chip's other models, else the
 * newest kind. A device whose strings were not read is not a new model: nothing is assumed about it.
 */
function buttonsFor(
  likely: readonly DeviceRow[],
  deviceClass: DeviceClass,
  { phone, mode, facts }: Circumstances,
): Pick<ModelButtons, 'family' | 'assumed'> | null {
  if (likely.length > 0) {
    const family = familyOfAll(likely)
    return family === null ? null : { family, assumed: false }
  }
  if (mode === 'wtf') return { family: 'home', assumed: false }
  if (facts.cpid === null) return null
  const newest = deviceClass === 'ipad' ? NEWEST_IPAD : phone ? NEWEST_IPHONE : null
  const wanted = deviceClass === 'ipad' ? 'ipad' : 'iphone'
  const siblings = devicesByChip(facts.cpid).filter((row) => row.deviceClass === wanted)
  if (newest === null || siblings.length === 0) return newest
  const family = familyOfAll(siblings)
  return family === null ? null : { family, assumed: true }
}

const familyOfAll = (rows: readonly DeviceRow[]) =>
  onlyOne(rows.map((row) => buttonsOf(row.productType)?.family ?? null))

/** Which software answers. In DFU the boot tag tells: the ROM's begins with `iBoot-`, a first loader's with its own name. */
function stageOf(mode: Mode | null, { bootTag }: SerialFacts): Stage | null {
  if (bootTag !== null && /^(?:iBSS|iBEC|LLB)/i.test(bootTag)) return 'ibss'
  if (mode === 'recovery') return 'iboot'
  return mode === 'dfu' && bootTag !== null && /^iBoot-/i.test(bootTag) ? 'securerom' : null
}

type Findings = {
  readonly facts: SerialFacts
  readonly models: readonly DeviceRow[]
  readonly newType: string | null
}

function problemsOf(
  idRow: UsbIdRow | null,
  mode: Mode | null,
  { facts, models, newType }: Findings,
): IdentifyProblem[] {
  const codes: IdentifyProblemCode[] = [...facts.problems]
  if (idRow?.kind === 'unknown-boot-mode') codes.push('unknown-boot-mode')
  if (idRow?.kind === 'jailbreak-tool') codes.push('jailbreak-tool')
  if (BOOT_STRING_MODES.includes(mode)) {
    if (facts.form === 'none') codes.push('serial-missing')
    if (facts.form === 'boot' && facts.problems.length === 0) {
      if (facts.cpid === null) codes.push('cpid-missing')
      if (facts.ecid === null) codes.push('ecid-missing')
    }
  }
  if (facts.pwned !== null) codes.push('exploited')
  if (newType !== null) codes.push('type-unknown')
  if (facts.cpid !== null && models.length === 0) {
    codes.push(devicesByChip(facts.cpid).length === 0 ? 'chip-unknown' : 'model-unknown')
  }
  const params = { cpid: facts.cpid ?? '', bdid: facts.bdid ?? '', productType: newType ?? '' }
  return codes.map((code) => ({ code, text: { key: `identify.problem.${code}`, params } }))
}

/** The one value that all entries share, else null. */
function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [first, ...others] = new Set(values)
  return first !== undefined && others.length === 0 ? first : null
}
