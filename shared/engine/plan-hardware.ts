import type { Message } from './message.ts'
import type { EraseAnswers, Failure } from './plan-evidence.ts'

/** How far apart two percentages may lie to be "about the same point". */
const SAME_POINT_PERCENT = 10

export type HardwareVerdict = {
  readonly verdict: 'probably-hardware' | 'still-the-link' | 'not-enough-tried'
  /** What has not been varied yet. */
  readonly missing: readonly ('cable' | 'usb-port' | 'computer' | 'dfu-restore' | 'failures')[]
  /** What to tell the person, and the technician. */
  readonly say: readonly Message[]
}

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size

/** About one point: all percentages that are known lie close together. Unknown ones contradict nothing. */
function samePoint(failures: readonly Failure[]): boolean {
  const known = failures.flatMap(({ percent }) => (percent === null ? [] : [percent]))
  return known.length === 0 || Math.max(...known) - Math.min(...known) <= SAME_POINT_PERCENT
}

/** Erasing is acceptable: a backup exists, or the data does not matter. Silence is not consent. */
export function dataIsSafe(answers: EraseAnswers | undefined): boolean {
  return answers?.backup === 'yes' || answers?.dataMatters === 'no'
}

/**
 * The hardware rule: the same code at about the same point on two cables, two direct ports and two computers, and, only
 * where the data is safe or does not matter, after one DFU restore with a checked file. Different codes or points speak
 * for the link. Source: repair practice gathered in the guides for 4013; confidence reported.
 */
export function hardwareRule(failures: readonly Failure[], answers: EraseAnswers | undefined): HardwareVerdict {
  const first = failures[0]
  if (first === undefined || failures.length < 2)
    return { verdict: 'not-enough-tried', missing: ['failures'], say: [{ key: 'hardware.not-enough' }] }
  const sameCode = failures.every(({ code }) => code === first.code)
  if (!sameCode || !samePoint(failures)) {
    const say: Message[] = [{ key: sameCode ? 'hardware.different-points' : 'hardware.different-codes' }]
    return { verdict: 'still-the-link', missing: [], say }
  }
  const dfuRestore = failures.some(({ step, firmwareChecked }) => step === 'D3' && firmwareChecked)
  const missing = [
    ...(distinct(failures.map(({ cable }) => cable)) < 2 ? (['cable'] as const) : []),
    ...(distinct(failures.map(({ usbPort }) => usbPort)) < 2 ? (['usb-port'] as const) : []),
    ...(distinct(failures.map(({ computer }) => computer)) < 2 ? (['computer'] as const) : []),
    ...(dataIsSafe(answers) && !dfuRestore ? (['dfu-restore'] as const) : []),
  ]
  if (missing.length > 0) {
    const say = missing.map((what): Message => ({ key: `hardware.missing.${what}` }))
    return { verdict: 'not-enough-tried', missing, say }
  }
  const params = { code: first.code, count: failures.length }
  const points = failures.filter(({ percent }) => percent !== null).length
  return {
    verdict: 'probably-hardware',
    missing: [],
    say: [
      // nobody says "at the same point" of points that nobody saw
      { key: points > 1 ? 'hardware.probable' : 'hardware.probable.no-points', params },
      { key: 'hardware.tell', params },
    ],
  }
}
