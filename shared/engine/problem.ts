import { z } from 'zod'

/**
 * An expected failure as a value. `code` picks the words (`problem.<code>.what` and `problem.<code>.do` in shared/texts);
 * `detail` is what the outside said, for the log and the details view, never decided upon.
 */
export const Problem = z.object({
  code: z.enum([
    'usb-unavailable',
    'usb-no-events',
    'usb-no-permission',
    'database-locked',
    'database-read-only',
    'database-full',
    'database-damaged',
    'database-newer',
    'database-unavailable',
    'contract-broken',
    'not-now',
    'phone-changed',
    'phone-unknown',
    'case-unknown',
    'settings-damaged',
    'too-much',
  ]),
  detail: z.string().max(2000).optional(),
})
export type Problem = z.infer<typeof Problem>
export type ProblemCode = Problem['code']
