import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Evidence } from '../../shared/engine/plan-evidence.ts'
import { planSteps } from '../../shared/engine/plan.ts'
import { DEVICES } from '../../shared/knowledge/devices.ts'
import { findError } from '../../shared/knowledge/errors.ts'
import { type DeviceClass, HOST_SYSTEMS, type HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { codeOf } from './explain.ts'
import { reasonOf, words } from './words.ts'

/** What has a checklist: the rest of Apple's devices is restored in other ways. */
const PLANNED_CLASSES: readonly DeviceClass[] = ['iphone', 'ipad', 'ipod']
/** An evidence file is a few kB; anything larger is the wrong file. */
const EVIDENCE_BYTES = 1_000_000

type Wanted = {
  readonly code: string | null
  readonly product: string | null
  readonly system: HostSystem | null
  readonly evidence: Evidence
}
type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string }

const refused = (key: string, params: Record<string, string>): { ok: false; message: string } => ({
  ok: false,
  message: words(key, params),
})

/** Takes a model as typed; gives it as Apple writes it. */
export function readProduct(typed: string | undefined): Read<string | null> {
  if (typed === undefined) return { ok: true, value: null }
  const row = DEVICES.find(({ productType }) => productType.toLowerCase() === typed.trim().toLowerCase())
  if (row === undefined) return refused('command.plan.unknown-product', { product: typed })
  if (!PLANNED_CLASSES.includes(row.deviceClass))
    return refused('command.plan.other-device', { product: row.productType })
  return { ok: true, value: row.productType }
}

function readSystem(typed: string | undefined): Read<HostSystem | null> {
  if (typed === undefined) return { ok: true, value: null }
  const system = HOST_SYSTEMS.find((name) => name === typed.toLowerCase())
  return system === undefined
    ? refused('command.plan.unknown-os', { os: typed, systems: HOST_SYSTEMS.join(', ') })
    : { ok: true, value: system }
}

/** Reads and checks the evidence file; what does not belong in it is said with its place. */
function readEvidence(file: string | undefined): Read<Evidence> {
  if (file === undefined) return { ok: true, value: {} }
  try {
    // asked before it is read: a device never ends, and a film would fill the memory
    const found = statSync(file)
    if (!found.isFile()) return refused('command.plan.evidence-no-file', { file })
    if (found.size > EVIDENCE_BYTES) return refused('command.plan.evidence-too-long', { file })
    const text = readFileSync(file, 'utf8')
    const parsed = Evidence.safeParse(JSON.parse(text.replace(/^\uFEFF/u, '')))
    if (parsed.success) return { ok: true, value: parsed.data }
    const issue = parsed.error.issues[0]
    const place = issue?.path.join('.') ?? ''
    return refused('command.plan.evidence-shape', { file, place, reason: issue?.message ?? '' })
  } catch (error) {
    return refused('command.plan.evidence-unreadable', { file, reason: reasonOf(error) })
  }
}

/** Reads the arguments; gives what is wanted, or null after saying what is wrong. */
function readArguments(args: string[], err: CommandIo['err']): Wanted | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      code: { type: 'string' },
      product: { type: 'string' },
      os: { type: 'string' },
      evidence: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const [word, ...others] = positionals.filter((each) => each !== '--json')
  if (others.length > 0 || (word !== undefined && values.code !== undefined)) {
    err(words('command.explain.one-code'))
    return null
  }
  const typed = values.code ?? word
  const product = readProduct(values.product)
  const system = readSystem(values.os)
  const evidence = readEvidence(values.evidence)
  for (const each of [product, system, evidence]) if (!each.ok) err(each.message)
  if (!product.ok || !system.ok || !evidence.ok) return null
  const code = typed === undefined || typed.trim() === '' ? null : codeOf(typed)
  return { code, product: product.value, system: system.value, evidence: evidence.value }
}

/** The plan as one JSON value, its words in English. */
export function planAnswer(wanted: Wanted): unknown {
  const { known, steps, deviations } = planSteps(wanted)
  const say = ({ key, params }: { key: string; params?: Record<string, string | number> | undefined }) =>
    words(key, params)
  const code = wanted.code === null ? null : (findError(wanted.code)?.code ?? wanted.code)
  return {
    code,
    known,
    steps: steps.map(({ id, title, reason, minutes, downloads, erases, verifiedBy, state, final }) => ({
      id,
      title: words(title),
      reason: say(reason),
      minutes,
      downloads,
      erases,
      verifiedBy,
      state,
      final,
    })),
    deviations: deviations.map(say),
  }
}

/** `handhold plan --code=4013 --product iPhone12,1 --os macos --json`: what to do, in order, with a reason for each place. */
export const planCommand: Command = {
  name: 'plan',
  usage: words('command.plan.usage'),
  run(args, io) {
    try {
      const wanted = readArguments(args, io.err)
      if (wanted === null) return Promise.resolve(EXIT.wrongUse)
      io.out(JSON.stringify(planAnswer(wanted)))
      return Promise.resolve(EXIT.done)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return Promise.resolve(EXIT.wrongUse)
    }
  },
}
