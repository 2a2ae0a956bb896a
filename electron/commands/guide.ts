import { parseArgs } from 'node:util'
import { phaseWords } from '../../shared/texts/phase-words.ts'
import { buttonsOf, type ModelButtons } from '../../shared/knowledge/button-families.ts'
import {
  type AssistedConfidence,
  assistedConfidence,
  GUIDE_SOURCES,
  guidePhases,
  type GuideStart,
} from '../../shared/knowledge/button-guides.ts'
import { DEVICES, devicesByProductType } from '../../shared/knowledge/devices.ts'
import type { Confidence } from '../../shared/knowledge/provenance.ts'
import { GUIDES, type GuideId, type Way, WAYS } from '../../shared/knowledge/vocabulary.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

const GUIDE_NAMES = GUIDES.join(', ')
/** Surest first. */
const CONFIDENCES: readonly Confidence[] = ['documented', 'reported', 'inferred', 'unconfirmed']
/** A generation this far beyond the newest known one is a slip of the keyboard, not a new model. */
const GENERATIONS_AHEAD = 5

/** Where the phone stands when the guide begins. The assisted ways all begin in recovery. */
const STARTS: Readonly<Record<GuideId, GuideStart>> = {
  dfu: 'normal',
  recovery: 'normal',
  'exit-dfu': 'dfu',
  'exit-recovery': 'recovery',
  restart: 'normal',
  'power-off': 'normal',
}

type Wanted = { readonly guide: GuideId; readonly way: Way; readonly product: string; readonly buttons: ModelButtons }

const isGuide = (name: string): name is GuideId => GUIDES.some((guide) => guide === name)
const isWay = (name: string): name is Way => WAYS.some((way) => way === name)

const generationOf = (productType: string) => Number(/(\d+),/.exec(productType)?.[1] ?? Number.NaN)
const kindOf = (productType: string) => /^[A-Za-z]+/.exec(productType)?.[0] ?? ''

/** Takes a model as typed; gives it as Apple writes it with its buttons. New models are taken, other names are not (null). */
function modelNamed(typed: string): { product: string; buttons: ModelButtons } | null {
  const known = DEVICES.find((row) => row.productType.toLowerCase() === typed.trim().toLowerCase())?.productType
  const product = known ?? typed.trim()
  const buttons = buttonsOf(product)
  if (!buttons || !/^[A-Za-z]+\d+,\d+$/.test(product)) return null
  const generations = DEVICES.filter((row) => kindOf(row.productType) === kindOf(product))
  const newest = Math.max(...generations.map((row) => generationOf(row.productType)))
  return generationOf(product) <= newest + GENERATIONS_AHEAD ? { product, buttons } : null
}

/** Reads the arguments; gives what is wanted, or null after saying what is wrong. */
function readArguments(args: string[], err: CommandIo['err']): Wanted | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { product: { type: 'string' }, way: { type: 'string' }, json: { type: 'boolean' } },
  })
  const refuse = (key: string, params: Record<string, string>) => {
    err(words(key, { guides: GUIDE_NAMES, ...params }))
    return null
  }
  const [guide, ...others] = positionals
  if (guide === undefined || others.length > 0) return refuse('command.guide.needs-guide', {})
  if (!isGuide(guide)) return refuse('command.guide.unknown-guide', { guide })
  if (values.product === undefined) return refuse('command.guide.needs-product', {})
  const way = values.way ?? 'manual'
  if (!isWay(way)) return refuse('command.guide.unknown-way', { way })
  const model = modelNamed(values.product)
  if (!model) return refuse('command.guide.unknown-product', { product: values.product })
  return { guide, way, ...model }
}

/** What is as sure as its weakest part. */
const weakest = (...parts: Confidence[]): Confidence =>
  parts.toSorted((a, b) => CONFIDENCES.indexOf(b) - CONFIDENCES.indexOf(a))[0] ?? 'unconfirmed'

/** The assisted way into DFU is `proven` for some chips; whatever is sure only in part is as sure as that part. */
function confidenceOf({ guide, way, product, buttons }: Wanted): Confidence | AssistedConfidence {
  const sure = weakest(buttons.confidence, GUIDE_SOURCES[buttons.family].confidence)
  if (guide !== 'dfu' || way !== 'assisted' || sure !== 'reported') return sure
  return assistedConfidence(devicesByProductType(product).map(({ cpid }) => cpid))
}

/** Gives the guide as one JSON value, or null where there is no such way. */
function guideAnswer({ guide, way, product, buttons }: Wanted): unknown {
  const { family, power } = buttons
  const from = way === 'assisted' ? 'recovery' : STARTS[guide]
  const phases = guidePhases({ guide, family, way, from, power })
  if (!phases) return null
  return {
    product,
    buttonFamily: family,
    way,
    confidence: confidenceOf({ guide, way, product, buttons }),
    phases: phases.map((phase) => ({
      id: phase.id,
      hold: phase.hold,
      press: phase.press,
      endsOn: phase.endsOn,
      mode: phase.mode,
      minMs: phase.minMs,
      maxMs: phase.maxMs,
      text: phaseWords(words, phase).say,
    })),
  }
}

/** `handhold guide <guide> --product <model> --json`: the phases of a guide for one model. */
export const guideCommand: Command = {
  name: 'guide',
  usage: words('command.guide.usage', { guides: GUIDES.join('|') }),
  // The interface is asynchronous; this command has nothing to wait for.
  run(args, io) {
    try {
      const wanted = readArguments(args, io.err)
      if (!wanted) return Promise.resolve(EXIT.wrongUse)
      const answer = guideAnswer(wanted)
      if (answer === null) {
        io.err(words('command.guide.no-such-way', { guide: wanted.guide }))
        return Promise.resolve(EXIT.wrongUse)
      }
      if (wanted.buttons.assumed) io.err(words('command.guide.assumed', { product: wanted.product }))
      io.out(JSON.stringify(answer))
      return Promise.resolve(EXIT.done)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return Promise.resolve(EXIT.wrongUse)
    }
  },
}
