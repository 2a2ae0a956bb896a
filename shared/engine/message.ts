import { z } from 'zod'

/** A text to show, by key, with its parameters: the screen and the command line put it into the reader's language. */
export const Message = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Message = z.infer<typeof Message>
