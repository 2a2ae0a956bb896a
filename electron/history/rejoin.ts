import { NO_LABELS } from '../../shared/contract/history.ts'
import type { EventBody } from '../../shared/engine/events.ts'
import type { Content, JournalLine } from './exchange-format.ts'

/** What happens to a case that merely lies on the table: nobody decided or tried anything by it. */
const NOBODYS: readonly EventBody['kind'][] = [
  ...([
    'app.started',
    'app.stopping',
    'clock.woke',
    'host.suspended',
    'host.resumed',
    'host.checked',
    'host.look',
  ] as const),
  ...([
    'usb.access',
    'usb.attached',
    'usb.detached',
    'usb.listed',
    'phone.told',
    'trouble.began',
    'trouble.ended',
  ] as const),
  ...(['case.leave', 'case.resume', 'step.show', 'settings.change', 'banner.dismiss'] as const),
]

const isNobodys = ({ attemptId, body }: JournalLine) => {
  const kind: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'kind') : null
  return attemptId === null && NOBODYS.some((known) => known === kind)
}

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** How many lines both journals begin with. */
function shared(here: readonly JournalLine[], there: readonly JournalLine[]): number {
  const fork = here.findIndex((line, at) => !alike(line, there[at]))
  return fork === -1 ? here.length : fork
}

/** Every try that is here is there too, and came to the same where it had ended. */
const hasAllTries = (here: Content, there: Content) =>
  here.attempts.every((ours) => {
    const theirs = there.attempts.find(({ attemptId }) => attemptId === ours.attemptId)
    if (theirs === undefined) return false
    return ours.endedWallMs === null || (theirs.verdict === ours.verdict && theirs.code === ours.code)
  })

/** What a workshop wrote on it here is not written over. */
function labelsOfBoth(here: Content, there: Content): Content['labels'] | null {
  const [ours, theirs] = [here.labels ?? NO_LABELS, there.labels ?? NO_LABELS]
  const keys = Object.keys(NO_LABELS) as (keyof typeof NO_LABELS)[]
  if (keys.some((key) => ours[key] !== null && theirs[key] !== null && ours[key] !== theirs[key])) return null
  return { ...theirs, ...Object.fromEntries(keys.map((key) => [key, theirs[key] ?? ours[key]])) }
}

/**
 * A case that was taken to another computer and went on there, as one history with what is here: everything of it, and the lines that
 * were written here meanwhile, by wall time. Null where both sides went on, or where this one has ended: then they are two stories.
 */
export function rejoined(here: Content, there: Content): Content | null {
  if (here.case.outcome !== null || here.case.id !== there.case.id) return null
  const fork = shared(here.journal, there.journal)
  const ours = here.journal.slice(fork)
  const labels = labelsOfBoth(here, there)
  if (fork === 0 || fork === there.journal.length || !ours.every(isNobodys)) return null
  if (labels === null || !hasAllTries(here, there)) return null
  const meanwhile = [...there.journal.slice(fork), ...ours].toSorted((one, other) => one.wallMs - other.wallMs)
  return { ...there, labels, journal: [...here.journal.slice(0, fork), ...meanwhile] }
}
