import { parseArgs } from 'node:util'
import { DEVICES } from '../../shared/knowledge/devices.ts'
import type { FirmwareCheck } from '../../shared/protocol/ipsw-check.ts'
import type { WantedPhone } from '../../shared/protocol/ipsw-manifest.ts'
import { comparedWith } from '../../shared/protocol/ipsw-service.ts'
import { checkFirmwareAt } from '../firmware/check-file.ts'
import { askFirmwareService, serviceAddress, type ServiceTold } from '../firmware/service.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

type Wanted = {
  readonly file: string
  readonly phone: WantedPhone | null
  readonly structureOnly: boolean
  readonly online: boolean
}

/** Chip and board as typed, in upper-case hex; null after saying what is wrong. */
function typedIds(cpid: string | undefined, bdid: string | undefined, err: CommandIo['err']) {
  if (cpid === undefined && bdid === undefined) return { cpid: null, bdid: null }
  const chip = cpid?.replace(/^0x/iu, '').toUpperCase() ?? ''
  const board = bdid?.replace(/^0x/iu, '').toUpperCase().padStart(2, '0') ?? ''
  if (/^[0-9A-F]{4}$/u.test(chip) && /^[0-9A-F]{2}$/u.test(board)) return { cpid: chip, bdid: board }
  err(words('command.check-ipsw.wrong-ids'))
  return null
}

/** Reads the arguments; gives what is wanted, or null after saying what is wrong. */
function readArguments(args: string[], err: CommandIo['err']): Wanted | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      product: { type: 'string' },
      cpid: { type: 'string' },
      bdid: { type: 'string' },
      quick: { type: 'boolean' },
      online: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const [file, ...others] = positionals.filter((word) => word !== '--json')
  if (file === undefined) err(words('command.check-ipsw.needs-file'))
  else if (others.length > 0) err(words('command.check-ipsw.one-file'))
  if (file === undefined || others.length > 0) return null
  const ids = typedIds(values.cpid, values.bdid, err)
  if (ids === null) return null
  const [structureOnly, online] = [values.quick === true, values.online === true]
  if (values.product === undefined) {
    const row = ids.cpid === null ? undefined : DEVICES.find(({ cpid, bdid }) => cpid === ids.cpid && bdid === ids.bdid)
    return { file, structureOnly, online, phone: row === undefined ? null : { productType: row.productType, ...ids } }
  }
  const typed = values.product.trim().toLowerCase()
  const row = DEVICES.find(({ productType }) => productType.toLowerCase() === typed)
  if (row === undefined) {
    err(words('command.check-ipsw.unknown-product', { product: values.product }))
    return null
  }
  return { file, structureOnly, online, phone: { productType: row.productType, ...ids } }
}

/** What the public service says of this firmware; null where the file does not say what to ask for. */
async function askAbout({ firmware }: FirmwareCheck, phone: WantedPhone | null): Promise<ServiceTold | null> {
  const productType = phone?.productType ?? firmware?.productTypes[0]
  if (productType === undefined || firmware?.build == null) return null
  return askFirmwareService(serviceAddress(process.env), { productType, build: firmware.build })
}

/**
 * One check as one JSON value. `fits` is null where no phone was named or the chip decides; `signing` and `checksum` where
 * nobody was asked or nothing was answered.
 */
export function checkAnswer(check: FirmwareCheck, phone: WantedPhone | null, signing: ServiceTold | null): unknown {
  const { firmware, fit } = check
  return {
    verdict: check.verdict,
    whole:
      check.verdict === 'whole'
        ? true
        : check.verdict === 'cancelled' || check.verdict === 'structure-whole'
          ? null
          : false,
    bytes: check.bytes,
    version: firmware?.version ?? null,
    build: firmware?.build ?? null,
    productTypes: firmware?.productTypes ?? [],
    product: phone?.productType ?? null,
    fits: fit === null || fit === 'depends-on-chip' ? null : fit === 'fits',
    fit,
    update: check.update,
    erase: check.erase,
    identities: (firmware?.identities ?? []).map(({ cpid, bdid, deviceClass, behaviour, variant }) => ({
      cpid,
      bdid,
      deviceClass,
      behaviour,
      variant,
    })),
    sha1: check.sha1,
    signing,
    checksum: signing?.kind === 'known' ? comparedWith(check, signing) : null,
    renamed: check.renamed,
    problems: check.problems.map(({ id, detail, entry }) => ({
      id,
      text: words(`ipsw.problem.${id}`, { detail, entry: entry ?? '' }),
      detail,
      entry,
    })),
  }
}

/** Whether nothing speaks against using the file. What could not be found out does not. */
function isGood(check: FirmwareCheck, signing: ServiceTold | null): boolean {
  const whole = check.verdict === 'whole' || check.verdict === 'structure-whole'
  const refused = signing?.kind === 'known' && (!signing.signed || comparedWith(check, signing) === 'other')
  return whole && (check.fit === null || check.fit === 'fits') && !refused
}

/** `handhold check-ipsw FILE --product iPhone12,1 --json`: exit code 0 for a whole file that fits, 1 for any other. */
export const checkIpswCommand: Command = {
  name: 'check-ipsw',
  usage: words('command.check-ipsw.usage'),
  async run(args, io) {
    let wanted: Wanted | null
    try {
      wanted = readArguments(args, io.err)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    if (wanted === null) return EXIT.wrongUse
    const { file, phone, structureOnly, online } = wanted
    try {
      const check = await checkFirmwareAt(file, { phone, structureOnly })
      const signing = online ? await askAbout(check, phone) : null
      io.out(JSON.stringify(checkAnswer(check, phone, signing)))
      return isGood(check, signing) ? EXIT.done : EXIT.failed
    } catch (error) {
      io.err(words('command.check-ipsw.unreadable', { file, reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
  },
}
