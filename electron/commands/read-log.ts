import { type FileHandle, open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { endLog, readLogBytes, startLog, tellLog, type LogTold } from '../../shared/protocol/log-reader.ts'
import { type Command, type CommandIo, EXIT } from './command.ts'
import { reasonOf, words } from './words.ts'

/** Read at once; the reader itself keeps one line. */
const PIECE_BYTES = 524_288

/** The day of a moment as `YYYY-MM-DD`, in this computer's time. */
function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

async function readWhole(file: FileHandle): Promise<LogTold> {
  const reader = startLog()
  // one piece is fetched while the other is read
  let [piece, next] = [new Uint8Array(PIECE_BYTES), new Uint8Array(PIECE_BYTES)]
  let fetching = file.read(piece, 0, PIECE_BYTES, null)
  for (;;) {
    const { bytesRead } = await fetching
    if (bytesRead === 0) break
    fetching = file.read(next, 0, PIECE_BYTES, null)
    readLogBytes(reader, piece.subarray(0, bytesRead))
    ;[piece, next] = [next, piece]
  }
  endLog(reader)
  // stamps without a date belong to the day on which the file was last written
  return tellLog(reader, dayOf((await file.stat()).mtime), true)
}

/** Takes a log's path; gives what it tells, null when it is not a restore's log. Throws when it cannot be read. */
export async function readLogFile(path: string): Promise<LogTold> {
  const file = await open(path, 'r')
  try {
    return await readWhole(file)
  } finally {
    await file.close()
  }
}

/** The last run as one JSON value. */
export function logAnswer(told: NonNullable<LogTold>): unknown {
  const [last] = told.reports
  if (last === undefined) return null
  const { tool, device, firmware, behaviour, phases, lastPhase, percent, error, causes, noise, success } = last
  return {
    tool,
    sessions: told.sessions,
    device,
    firmware,
    behaviour,
    phases,
    lastPhase,
    percent,
    error,
    causes,
    noise,
    success,
  }
}

/** Reads the one path, or null after saying what is wrong. */
function typedFile(args: string[], err: CommandIo['err']): string | null {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [file, ...others] = positionals.filter((word) => word !== '--json')
  if (file === undefined) err(words('command.read-log.needs-file'))
  else if (others.length > 0) err(words('command.read-log.one-file'))
  else return file
  return null
}

/** `handhold read-log FILE --json`: what the log of a restore tells, its last run. */
export const readLogCommand: Command = {
  name: 'read-log',
  usage: words('command.read-log.usage'),
  async run(args, io) {
    let file: string | null
    try {
      file = typedFile(args, io.err)
    } catch (error) {
      io.err(words('command.wrong-use', { reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
    if (file === null) return EXIT.wrongUse
    try {
      const told = await readLogFile(file)
      if (told === null) {
        io.err(words('command.read-log.not-a-log', { file }))
        return EXIT.wrongUse
      }
      io.out(JSON.stringify(logAnswer(told)))
      return EXIT.done
    } catch (error) {
      io.err(words('command.read-log.unreadable', { file, reason: reasonOf(error) }))
      return EXIT.wrongUse
    }
  },
}
