import { z } from 'zod'
import { AttemptRecord, CaseLabels } from '../../shared/contract/history.ts'
import { Case } from '../../shared/engine/case.ts'

export const FORMAT = 'handhold-case'
export const FORMAT_OF_SEVERAL = 'handhold-cases'
export const FORMAT_VERSION = 1

/** Ids are replaced in texts when a conflict is kept, so short ones are refused: they would be found in other words. */
const Id = z.string().min(16).max(200)

/** One event of a case's journal. */
export const JournalLine = z.object({
  attemptId: Id.nullable(),
  bootId: z.string(),
  appVersion: z.string(),
  schema: z.number().int(),
  atMs: z.number(),
  wallMs: z.number().int(),
  /** The event as it was stated; a line that was not JSON any more stands in `raw`. */
  body: z.unknown(),
  raw: z.string().optional(),
})
export type JournalLine = z.infer<typeof JournalLine>

export const Content = z.object({
  case: Case.extend({ id: Id }),
  /** Missing in exports from before there were any. */
  labels: CaseLabels.optional(),
  attempts: z.array(AttemptRecord.extend({ attemptId: Id })),
  /** Read line by line: the first one that does not fit refuses the rest unread. */
  journal: z.array(z.unknown()),
})
/** One case with all that belongs to it. */
export type Content = Omit<z.infer<typeof Content>, 'journal'> & { readonly journal: readonly JournalLine[] }

export const Envelope = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  appVersion: z.string(),
  exportedWallMs: z.number(),
  redacted: z.boolean(),
  digest: z.string(),
  content: z.unknown(),
})
