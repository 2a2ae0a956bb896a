import { parseArgs } from 'node:util'
import { hostEvidence, type HostFacts } from '../../shared/engine/host-facts.ts'
import { hostFindings, hostVersions } from '../../shared/engine/host-findings.ts'
import type { Message } from '../../shared/engine/message.ts'
import { hostWords } from '../../shared/texts/host-words.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

const say = (message: Message) => hostWords(words, message)

/** The look as one JSON value: `host` is what `plan --evidence` settles steps by, `checkup` is everything that was seen. */
export function checkupAnswer(facts: HostFacts): unknown {
  const { checkedWallMs, boot, ...seen } = facts
  return {
    host: hostEvidence(facts),
    checkup: {
      at: new Date(checkedWallMs).toISOString(),
      startedAt: boot === null ? null : new Date(boot.bootedWallMs).toISOString(),
      ...seen,
      findings: hostFindings(facts).map(({ id, level, text }) => ({ id, level, text: say(text) })),
    },
  }
}

/** The look for people: what needs a look first, then what is fine, then what cannot be told. */
export function checkupLines(facts: HostFacts): string[] {
  const findings = hostFindings(facts).map(
    ({ level, text }) => `  ${words(`host.level.${level}`).padEnd(11)}  ${say(text)}`,
  )
  const versions = hostVersions(facts).map((text) => `  ${''.padEnd(11)}  ${say(text)}`)
  return [words('command.checkup.title'), ...findings, ...versions]
}

async function tell(network: boolean, json: boolean, io: CommandIo): Promise<number> {
  const { lookAtHost } = await import('../build-host.ts')
  const facts = await lookAtHost(network)
  for (const line of json ? [JSON.stringify(checkupAnswer(facts))] : checkupLines(facts)) io.out(line)
  return EXIT.done
}

/** `handhold checkup --json`: one look at this computer. */
export const checkupCommand: Command = {
  name: 'checkup',
  usage: words('command.checkup.usage'),
  async run(args, io) {
    try {
      const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, network: { type: 'boolean' } } })
      return await tell(values.network ?? false, values.json ?? false, io)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
  },
}
