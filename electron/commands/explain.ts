import { parseArgs } from 'node:util'
import { planSteps } from '../../shared/engine/plan.ts'
import { errorTexts, findError, layerOf } from '../../shared/knowledge/errors.ts'
import { readErrorCode } from '../../shared/protocol/dialog-text.ts'
import { type Command, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

/** An error code as it was typed: `4013`, `(4013)`, `0xE8000065`, or a whole dialog. As it is, where nothing in it is a code. */
export function codeOf(typed: string): string {
  const trimmed = typed.trim()
  return findError(trimmed)?.code ?? readErrorCode(trimmed).code ?? trimmed
}

/**
 * What Handhold knows about one code, as one JSON value; for an unknown code the same shape with the default order. Takes
 * the code as text (decimal, negative, or hex).
 */
export function explanation(code: string): unknown {
  const found = findError(code)
  const steps = planSteps({ code, product: null, system: null }).steps.map(({ id, title }) => ({
    id,
    title: words(title),
  }))
  if (found === null) {
    return {
      code,
      known: false,
      title: words('error.unknown.title', { code }),
      meaning: words('error.unknown.meaning', { code }),
      layer: layerOf(code),
      causes: [],
      steps,
      dataAtRisk: 'by-erasing-steps',
      confidence: 'unconfirmed',
      sources: [],
    }
  }
  const { row, serverStatus } = found
  const texts = errorTexts(found)
  return {
    code: found.code,
    known: true,
    title: words(texts.title, texts.params),
    meaning: words(texts.meaning, texts.params),
    layer: row.layer,
    ...(serverStatus === null ? {} : { serverStatus }),
    causes: row.causes.map(({ id, likelihood }) => ({ id, text: words(`cause.${id}`), likelihood })),
    steps,
    dataAtRisk: row.dataAtRisk,
    confidence: row.confidence,
    sources: row.sources.map((id) => words(`source.${id}`)),
  }
}

/** Reads the code from `--code=-1`, from what stands after `--`, or from the first word; null after saying what is wrong. */
function typedCode(args: string[], err: (line: string) => void): string | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { code: { type: 'string' }, json: { type: 'boolean' } },
  })
  // everything after `--` is a word, so `explain -- -1 --json` has two
  const named = positionals.filter((word) => word !== '--json')
  const given = values.code === undefined ? named : [values.code, ...named]
  const [code, ...others] = given
  if (code === undefined || code.trim() === '') err(words('command.explain.needs-code'))
  else if (others.length > 0) err(words('command.explain.one-code'))
  else return code
  return null
}

/** `handhold explain 4013 --json`: what is known about one error code. */
export const explainCommand: Command = {
  name: 'explain',
  usage: words('command.explain.usage'),
  run(args, io) {
    try {
      const typed = typedCode(args, io.err)
      if (typed === null) return Promise.resolve(EXIT.wrongUse)
      io.out(JSON.stringify(explanation(codeOf(typed))))
      return Promise.resolve(EXIT.done)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return Promise.resolve(EXIT.wrongUse)
    }
  },
}
