import { deviceByChipAndBoard, DEVICES } from '../knowledge/devices.ts'
import type { LogSession } from './log-session.ts'

const byBoard = new Map(DEVICES.map((row) => [row.board.toLowerCase(), row]))

const hexDigits = (text: string, length: number) => text.replace(/^0x/iu, '').toUpperCase().padStart(length, '0')

/** Takes hex with or without `0x`, or a whole decimal number; gives the ECID as 16 upper-case hex digits, null for none. */
export function ecidOf(text: string): string | null {
  if (/^\d{1,20}$/u.test(text)) {
    const value = BigInt(text)
    return value === 0n || value >= 1n << 64n ? null : hexDigits(value.toString(16), 16)
  }
  if (!/^0x[0-9a-f]{1,16}$/iu.test(text)) return null
  return /^0x0+$/iu.test(text) ? null : hexDigits(text, 16)
}

/** Adds what a line says of the phone; what was known already stays unless said anew. The model follows from chip and board. */
export function noteDevice(
  session: LogSession,
  said: {
    chip?: string | undefined
    boardId?: string | undefined
    ecid?: string | undefined
    board?: string | undefined
    productType?: string | undefined
  },
): void {
  const { device } = session
  const cpid = said.chip === undefined ? device.cpid : hexDigits(said.chip, 4)
  const bdid = said.boardId === undefined ? device.bdid : hexDigits(said.boardId, 2)
  const ecid = said.ecid === undefined ? device.ecid : (ecidOf(said.ecid) ?? device.ecid)
  const board = said.board?.toLowerCase() ?? device.board
  const known =
    (cpid !== null && bdid !== null ? deviceByChipAndBoard(cpid, bdid) : null) ??
    (board === null ? null : (byBoard.get(board) ?? null))
  session.device = {
    productType: said.productType ?? known?.productType ?? device.productType,
    board: board ?? known?.board ?? null,
    cpid: cpid ?? known?.cpid ?? null,
    bdid: bdid ?? known?.bdid ?? null,
    ecid,
  }
}

const PERSONALISED = /\{ap=\((.*)/su

/** Reads what the signing request says of the phone: `{ap=(personalize=YES d421ap ecid=0x…, chipid=0x8030, boardid=0x6, …`. */
export function notePersonalised(session: LogSession, text: string): void {
  const inside = PERSONALISED.exec(text)?.[1] ?? text
  // the modem's own chip follows in its own bracket
  const phone = inside.split(/\),? *bp=\(/u)[0] ?? inside
  noteDevice(session, {
    board: /personalize=YES ([a-z0-9]+ap)\b/iu.exec(phone)?.[1],
    ecid: /\becid=(0x[0-9a-f]+)/iu.exec(phone)?.[1],
    chip: /\bchipid=(0x[0-9a-f]+)/iu.exec(phone)?.[1],
    boardId: /\bboardid=(0x[0-9a-f]+)/iu.exec(phone)?.[1],
  })
}

const FIRMWARE_FILE = /_(\d{1,2}(?:\.\d{1,2}){1,3})_(\d{1,2}[A-Z]\d{1,5}[a-z]?)_Restore/u

/** Reads version and build out of the name of a firmware file or folder, where nothing better has said them. */
export function noteFirmwareFile(session: LogSession, text: string): boolean {
  const named = FIRMWARE_FILE.exec(text)
  const version = named?.[1]
  const build = named?.[2]
  if (version === undefined || build === undefined) return false
  const { firmware } = session
  // the name is trusted for the build that the run itself named, and for nothing else
  if (firmware.build === null || firmware.build === build)
    session.firmware = { version: firmware.version ?? version, build }
  return true
}
