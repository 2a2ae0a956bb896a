import type { AttemptSummary, Case } from './case.ts'
import { failureLog } from './case-logs.ts'
import { hostEvidence } from './host-facts.ts'
import type { Evidence, Failure } from './plan-evidence.ts'
import { codeOfLog, type LogSummary } from './log-summary.ts'
import type { State } from './state.ts'
import { phoneOfCase } from './verification.ts'
import { firmwareEvidence } from './verification-firmware.ts'

const UNKNOWN_PLACE = { percent: null, cable: null, usbPort: null, computer: null, step: null, firmwareChecked: false }

/** What the person came with is a failure too: on the cable and the port that they had then, on a computer that nobody saw. */
function complained({ complaint, cameOnPort }: Case): Failure[] {
  if (complaint.kind !== 'code' || complaint.code === null) return []
  return [{ ...UNKNOWN_PLACE, code: complaint.code.slice(0, 40), cable: 'cable 1', usbPort: cameOnPort ?? null }]
}

/** Restores that failed with a code, oldest first. Cables are known by their number only: the person named them, USB cannot. */
function failuresOf(open: Case): Failure[] {
  const failed = ({ kind, code }: AttemptSummary) => kind === 'restore' && code !== null
  const log = failureLog(open)
  const logCode = log && codeOfLog(log)
  const told = open.attempts.filter(failed)
  // the log of what the person came with says where it stood
  if (log && logCode !== null && told.length === 0)
    return [{ ...UNKNOWN_PLACE, code: logCode.slice(0, 40), percent: percentOf(log), cable: 'cable 1' }]
  const firmware = open.steps.find(({ id }) => id === 'C1')?.state
  const firmwareChecked = firmware === 'proved' || firmware === 'said-by-you'
  const tries = told.map((attempt, index): Failure => ({
    code: (attempt.code ?? '').slice(0, 40),
    percent: index === told.length - 1 && log && attempt.code === logCode ? percentOf(log) : null,
    cable: attempt.cables === undefined ? null : `cable ${attempt.cables}`,
    usbPort: attempt.usbPort ?? null,
    computer: attempt.computer === 'another' ? 'another computer' : 'this computer',
    step: attempt.step ?? null,
    firmwareChecked,
  }))
  return [...complained(open), ...tries]
}

const percentOf = ({ percent }: LogSummary) => (percent === null ? null : Math.min(100, Math.max(0, percent)))

function usbEvidence(state: State, open: Case): NonNullable<Evidence['usb']> {
  const device = phoneOfCase(state)?.usb ?? null
  const last = open.attempts.findLast(({ kind, endedWallMs }) => kind === 'restore' && endedWallMs !== null)
  const drop = last?.dropSeconds
  return {
    ...(device?.hubs === null || device?.hubs === undefined ? {} : { hubs: Math.min(device.hubs, 10) }),
    ...(device?.speedMbps ? { speedMbps: device.speedMbps } : {}),
    ...(open.linkTest?.grade ? { linkTest: open.linkTest.grade } : {}),
    watched: drop !== undefined,
    ...(drop === undefined ? {} : { dropSecondsBeforeFailure: drop }),
  }
}

/** All that a case and the present State know, in the words of the plan's evidence; for the diagnosis. */
export function caseEvidence(state: State, open: Case): Evidence {
  const steps = open.steps
    .filter(({ state: now }) => now !== 'not-yet')
    .map(({ id, state: now }) => ({ id, state: now }))
  return {
    steps,
    usb: usbEvidence(state, open),
    ...(state.host.facts ? { host: hostEvidence(state.host.facts, open.phone?.productType ?? null) } : {}),
    ...(open.firmware ? { firmware: firmwareEvidence(open.firmware) } : {}),
    failures: failuresOf(open),
  }
}

/** The code that the case is about now: of the last failure, else of the complaint; null without one. */
export function presentCode(open: Case): string | null {
  const last = open.attempts.findLast(({ kind, code }) => kind === 'restore' && code !== null)
  return last?.code ?? (open.complaint.kind === 'code' ? open.complaint.code : null)
}
