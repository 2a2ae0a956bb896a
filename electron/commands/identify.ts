import { parseArgs } from 'node:util'
import { identify, type Identification } from '../../shared/engine/identify.ts'
import type { DeviceClass, Mode, Stage, ButtonFamily } from '../../shared/knowledge/vocabulary.ts'
import { parseUsbLine } from '../../shared/protocol/usb-looks.ts'
import { type Command, EXIT } from './command.ts'
import { linesOf } from './lines.ts'
import { reasonOf, words } from './words.ts'

/** One answer; `null` is "not known". */
export type IdentifyAnswer = {
  readonly apple: boolean
  readonly phone: boolean
  readonly deviceClass: DeviceClass
  readonly mode: Mode | 'none'
  readonly stage: Stage | null
  readonly productTypes: readonly string[]
  readonly name: string | null
  readonly cpid: string | null
  readonly bdid: string | null
  readonly ecid: string | null
  readonly buttonFamily: ButtonFamily | null
  readonly problems: readonly { readonly code: string; readonly text: string }[]
}

const MAX_LINE_BYTES = 1_048_576
/** Neither vendor nor product has such an id: stands for one that could not be read. */
const NO_ID = -1

const problemOfLine = (code: string) => ({
  code,
  text: words(`identify.problem.${code}`, { limit: MAX_LINE_BYTES }),
})

function answerOf(found: Identification, lineProblems: readonly string[]): IdentifyAnswer {
  const { identity } = found
  return {
    apple: found.apple,
    phone: found.phone,
    deviceClass: identity.deviceClass,
    mode: found.mode ?? 'none',
    stage: identity.stage,
    productTypes: identity.productTypes,
    name: identity.name,
    cpid: identity.cpid,
    bdid: identity.bdid,
    ecid: identity.ecid,
    buttonFamily: identity.buttonFamily,
    problems: [
      ...lineProblems.map(problemOfLine),
      ...found.problems.map(({ code, text }) => ({ code, text: words(text.key, text.params) })),
    ],
  }
}

const NOTHING_READ = { vendorId: NO_ID, productId: NO_ID, serial: null, product: null }

/** Takes one line of JSON; gives the full answer, with problems where the line is broken. */
export function identifyLine(line: string): IdentifyAnswer {
  const { problems, vendorId, productId, serial, product } = parseUsbLine(line)
  const found = identify({ vendorId: vendorId ?? NO_ID, productId: productId ?? NO_ID, serial, product })
  return answerOf(found, problems)
}

/** `handhold identify --json`: a line of JSON in, a line of JSON out, until the input ends. */
export const identifyCommand: Command = {
  name: 'identify',
  usage: words('command.identify.usage'),
  async run(args, io) {
    try {
      parseArgs({ args, options: { json: { type: 'boolean' } } })
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    for await (const line of linesOf(io.stdin, MAX_LINE_BYTES)) {
      const answer =
        line.kind === 'line' ? identifyLine(line.text) : answerOf(identify(NOTHING_READ), ['line-too-long'])
      io.out(JSON.stringify(answer))
    }
    return EXIT.done
  },
}
