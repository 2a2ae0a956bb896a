import { parseArgs } from 'node:util'
import type { Translate } from '../shared/texts/translate.ts'
import { defaultDatabaseFile } from './host-system.ts'

export type ServeOptions = {
  /** 0: a free one. */
  readonly port: number
  readonly databaseFile: string
  readonly practiceRate: number
  readonly open: boolean
}

const numberBetween = (text: string, low: number, high: number): number | null => {
  const value = Number(text)
  return text.trim() !== '' && value >= low && value <= high ? value : null
}

/** Reads the serve door's arguments. Wrong ones give the sentence that says what is wrong; `--help` gives the usage. */
export function readServeOptions(
  args: string[],
  translate: Translate,
): ServeOptions | { problem: string } | { help: string } {
  const usage = translate('serve.usage')
  const wrong = (detail: string) => ({ problem: translate('serve.bad-argument', { detail, usage }) })
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        database: { type: 'string' },
        'practice-rate': { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return { help: usage }
    const port = values.port === undefined ? 0 : numberBetween(values.port, 1, 65_535)
    if (port === null || !Number.isInteger(port)) return wrong(translate('serve.bad-port'))
    const practiceRate = numberBetween(values['practice-rate'] ?? '1', 1, 1000)
    if (practiceRate === null) return wrong(translate('serve.bad-rate'))
    const databaseFile = values.database || defaultDatabaseFile()
    return { port, databaseFile, practiceRate, open: values['no-open'] !== true }
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}
