import { errorNumber } from '../knowledge/errors.ts'
import { addBounded, endPhases, keptText, LOG_BOUNDS, type LogSession } from './log-session.ts'
import type { Moment } from './log-stamp.ts'

const COMPLETED = /\bRestore completed, status ?[:=] ?(0x[0-9a-f]+|-?\d+)/iu
/** The agent's own words, and nobody's sentence about them. */
const AGENT = /^(?:[A-Za-z][\w .]{0,40}: )?Restore error[: ]+(0x[0-9a-f]+|-?\d+)\.?\s*$/iu
const DEPTH = /\bDepth: ?(\d+) +Code: ?(0x[0-9a-f]+|-?\d+)(?: +Error: ?(.*))?/isu
const NESTED =
  /^\s*(\d{1,2}): ([A-Za-z][A-Za-z0-9.]*Error[A-Za-z]*|com\.apple\.[A-Za-z0-9.]+)\/([0-9a-f]{1,16})(?:: ?(.*))?$/isu
const BRACKETED = /\[(AMRestoreErrorDomain|com\.apple\.MobileDevice\.MobileRestore) *[-–] *0x[0-9a-f]+ \((-?\d+)\)\]/iu
const CHECKPOINT = /CHECKPOINT FAILURE: ?\(FAILURE: ?(-?\d+)\) *(.*)$/isu
const SIGNING = /tss_submit_job(?:_with_retry)?: .*?error from server ?[=:] ?(\d+)/iu

/** A 32-bit number whose top bit is set is a negative one, except in the device-link family, which is written unsigned. */
function stated(text: string): number | null {
  const value = errorNumber(text)
  if (value === null) return null
  return value >= 2 ** 31 && value < 0xe8000000 ? value - 2 ** 32 : value > 0xe800ffff ? value - 2 ** 32 : value
}

function completed(session: LogSession, text: string, line: number, at: Moment | null): boolean {
  const code = stated(COMPLETED.exec(text)?.[1] ?? '')
  if (code === null) return false
  session.status = { code, line, text: keptText(text) }
  endPhases(session, at)
  return true
}

function agentError(session: LogSession, text: string, line: number): boolean {
  const code = stated(AGENT.exec(text)?.[1] ?? '')
  if (code === null) return false
  // zero is how good restores end
  if (code === 0) session.succeededLine = line
  else session.agentError = { code, line, text: keptText(text) }
  return true
}

/** The description of a failure, from its outside (0) to its cause. */
function depth(session: LogSession, text: string, line: number): boolean {
  if (/Failure Description/iu.test(text)) session.depths = []
  const entry = DEPTH.exec(text)
  const code = stated(entry?.[2] ?? '')
  if (entry === null || code === null) return false
  const said = keptText(entry[3] ?? '')
  addBounded(session.depths, { depth: Number(entry[1]), code, line, text: said, domain: null }, LOG_BOUNDS.depths)
  return true
}

/** What the phone says when it gives up: `0: AMRestoreErrorDomain/e: …`, the number in hex. */
function nested(session: LogSession, text: string, line: number): boolean {
  const bracketed = BRACKETED.exec(text)
  if (bracketed !== null) {
    const entry = { depth: 0, code: Number(bracketed[2]), line, text: keptText(text), domain: bracketed[1] ?? null }
    addBounded(session.depths, entry, LOG_BOUNDS.depths)
    return true
  }
  const found = NESTED.exec(text)
  const hex = found?.[3] ?? ''
  const code = /^f{16}$/iu.test(hex) ? -1 : stated(`0x${hex.replace(/^0+(?=.)/u, '')}`)
  if (found === null || code === null) return false
  const entry = { depth: Number(found[1]), code, line, text: keptText(found[4] ?? ''), domain: found[2] ?? null }
  addBounded(session.depths, entry, LOG_BOUNDS.depths)
  return true
}

function checkpoint(session: LogSession, text: string, line: number): boolean {
  const found = CHECKPOINT.exec(text)
  const code = stated(found?.[1] ?? '')
  if (found === null || code === null) return false
  session.checkpointFailure ??= { code, line, text: keptText(found[2] ?? '') }
  return true
}

function signing(session: LogSession, text: string, line: number): boolean {
  const status = SIGNING.exec(text)?.[1]
  const unreachable = /Server not reachable|TSS_ERR_SERVER_NOT_REACHABLE\)? *$/iu.test(text)
  if (status === undefined && !unreachable) return false
  session.signing = { status: status === undefined ? null : Number(status), line, text: keptText(text) }
  return true
}

/**
 * Reads what a line of Apple's log says of how the run ended. Only whole statements count: a bare number, an operation's number
 * or "failed: 2008" is none of them. Gives whether the line was one.
 */
export function readFailure(session: LogSession, text: string, line: number, at: Moment | null): boolean {
  return (
    completed(session, text, line, at) ||
    agentError(session, text, line) ||
    depth(session, text, line) ||
    nested(session, text, line) ||
    checkpoint(session, text, line) ||
    signing(session, text, line)
  )
}
