import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { judge, JudgeInput } from '../../shared/engine/judge.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

/** Recorded attempts are a few kB; something this long is something else. */
const MAX_BYTES = 16_777_216

/** Reads the whole input; throws when it is too long or cannot be read. */
async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    length += bytes.length
    if (length > MAX_BYTES) throw new Error(words('command.judge.too-long'))
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Gives the text of FILE, or of standard input without one (or with `-`); null after saying why it cannot be read. */
async function inputText(file: string | undefined, io: CommandIo): Promise<string | null> {
  try {
    return file === undefined || file === '-' ? await readAll(io.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    io.err(words('command.judge.unreadable-file', { file: file ?? '-', reason: reasonOf(error) }))
    return null
  }
}

/** Gives the checked attempt, or null after saying what is wrong with it. */
function readAttempt(text: string, io: CommandIo): JudgeInput | null {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    io.err(words('command.judge.not-json', { reason: reasonOf(error) }))
    return null
  }
  const read = JudgeInput.safeParse(value)
  if (read.success) return read.data
  const reason = z.prettifyError(read.error).replace(/\s*\n\s*/g, ' ')
  io.err(words('command.judge.not-an-attempt', { reason }))
  return null
}

/** `handhold judge [FILE] --json`: the verdict of one recorded attempt, by the engine that judges live ones. */
export const judgeCommand: Command = {
  name: 'judge',
  usage: words('command.judge.usage'),
  async run(args, io) {
    let file: string | undefined
    try {
      const { positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
      if (positionals.length > 1) throw new Error(words('command.one-file'))
      file = positionals[0]
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    const text = await inputText(file, io)
    const attempt = text === null ? null : readAttempt(text, io)
    if (attempt === null) return EXIT.wrongUse
    const { verdict, atMs, reasons, change, text: sentence } = judge(attempt)
    const inWords = { change: words(change.key, change.params), text: words(sentence.key, sentence.params) }
    io.out(JSON.stringify({ verdict, atMs, reasons, ...inWords }))
    return EXIT.done
  },
}
