import { parseArgs } from 'node:util'
import { hostEvidence, type HostFacts } from '../../shared/engine/host-facts.ts'
import { hostFindings, hostVersions } from '../../shared/engine/host-findings.ts'
import type { Message } from '../../shared/engine/message.ts'
import { hostWords } from '../../shared/texts/host-words.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { readProduct } from './plan.ts'
import { reasonOf, words } from './words.ts'

const say = (message: Message) => hostWords(words, message)

/** The look as one JSON value: `host` is what `plan --evidence` settles steps by, `checkup` is everything that was seen. */
export function checkupAnswer(facts: HostFacts, product: string | null): unknown {
  const { checkedWallMs, boot, ...seen } = facts
  return {
    host: hostEvidence(facts, product),
    checkup: {
      at: new Date(checkedWallMs).toISOString(),
      startedAt: boot === null ? null : new Date(boot.bootedWallMs).toISOString(),
      ...seen,
      findings: hostFindings(facts, product).map(({ id, level, text }) => ({ id, level, text: say(text) })),
    },
  }
}

/** The look for people: what needs a look first, then what is fine, then what cannot be told. */
export function checkupLines(facts: HostFacts, product: string | null): string[] {
  const findings = hostFindings(facts, product).map(
    ({ level, text }) => `  ${words(`host.level.${level}`).padEnd(11)}  ${say(text)}`,
  )
  const versions = hostVersions(facts).map((text) => `  ${''.padEnd(11)}  ${say(text)}`)
  return [words('command.checkup.title'), ...findings, ...versions]
}

async function tell(
  { network, json, product }: { network: boolean; json: boolean; product: string | null },
  io: CommandIo,
): Promise<number> {
  const { lookAtHost } = await import('../build-host.ts')
  const facts = await lookAtHost(network)
  for (const line of json ? [JSON.stringify(checkupAnswer(facts, product))] : checkupLines(facts, product)) io.out(line)
  return EXIT.done
}

/** `handhold checkup --json`: one look at this computer. */
export const checkupCommand: Command = {
  name: 'checkup',
  usage: words('command.checkup.usage'),
  async run(args, io) {
    try {
      const { values } = parseArgs({
        args,
        options: { json: { type: 'boolean' }, network: { type: 'boolean' }, product: { type: 'string' } },
      })
      const product = readProduct(values.product)
      if (product.ok)
        return await tell({ network: values.network ?? false, json: values.json ?? false, product: product.value }, io)
      io.err(product.message)
      return EXIT.wrongUse
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
  },
}
