import { translator } from '../../shared/texts/translate.ts'

/** The command line's reader of texts. */
export const words = translator('en')

/** Takes anything thrown; gives its first line, for a message. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
