import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { JudgeInput } from '../../shared/engine/judge-input.ts'
import { judge } from '../../shared/engine/judge.ts'
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

/** One attempt as it was written, with the number of its line where there are several. */
type Written = { readonly text: string; readonly line: number | null }

/** One JSON value over any number of lines, or one on each line. */
function writtenAttempts(text: string): Written[] {
  const whole = text.replace(/^\uFEFF/, '')
  const lines = whole.split(/\r?\n/).map((line, index) => ({ text: line, line: index + 1 }))
  const filled = lines.filter((line) => line.text.trim() !== '')
  return filled.length > 1 && filled.every((line) => /^\s*[{].*[}]\s*$/.test(line.text))
    ? filled
    : [{ text: whole, line: null }]
}

/** Gives the checked attempt, or null after saying what is wrong with it. */
function readAttempt({ text, line }: Written, io: CommandIo): JudgeInput | null {
  const say = (key: string, params: Record<string, string>) =>
    io.err(`${line === null ? '' : words('command.judge.line', { line })}${words(key, params)}`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    say('command.judge.not-json', { reason: reasonOf(error) })
    return null
  }
  const read = JudgeInput.safeParse(value)
  if (!read.success) {
    const reason = z.prettifyError(read.error).replace(/\s*\n\s*/g, ' ')
    say('command.judge.not-an-attempt', { reason })
    return null
  }
  const { ignored } = read.data
  if (ignored.length > 0) say('command.judge.ignored', { places: ignored.slice(0, 20).join(', ') })
  return read.data
}

function answer(attempt: JudgeInput): string {
  const { verdict, atMs, reasons, change, text } = judge(attempt)
  const inWords = { change: words(change.key, change.params), text: words(text.key, text.params) }
  return JSON.stringify({ verdict, atMs, reasons, ...inWords })
}

/** `handhold judge [FILE] --json`: the verdict of each recorded attempt, a line each, by the engine that judges live ones. */
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
    if (text === null) return EXIT.wrongUse
    const attempts = writtenAttempts(text).map((written) => readAttempt(written, io))
    for (const attempt of attempts) if (attempt) io.out(answer(attempt))
    return attempts.includes(null) ? EXIT.wrongUse : EXIT.done
  },
}
