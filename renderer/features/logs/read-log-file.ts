import { type LogSummary, summariseLog } from '../../../shared/engine/log-summary.ts'
import { beginsAsZip } from '../../../shared/protocol/ipsw-zip.ts'
import { endLog, readLogBytes, startLog, tellLog } from '../../../shared/protocol/log-reader.ts'

/** Read at once; between two pieces the page stays alive. */
const PIECE_BYTES = 1_048_576

/** `not-a-log`: nothing in it is a restore's. `zip`: it begins as a firmware file does, and is not read on. `unreadable`: the system did not give it. */
export type LogRead =
  | { readonly kind: 'log'; readonly log: LogSummary }
  | { readonly kind: 'not-a-log' | 'zip' | 'unreadable' | 'cancelled' }

/** The day of a moment as `YYYY-MM-DD`, in this computer's time. */
function dayOf(wallMs: number): string {
  const moment = new Date(wallMs)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/**
 * Reads a log in this page, piece by piece: nothing of it leaves the page but the summary. `onProgress` gets the share that is
 * read, 0 to 1. Never rejects.
 */
export async function readLogFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<LogRead> {
  const reader = startLog()
  try {
    if (beginsAsZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()))) return { kind: 'zip' }
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      if (signal.aborted) return { kind: 'cancelled' }
      readLogBytes(reader, new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()))
      onProgress(Math.min(1, (at + PIECE_BYTES) / file.size))
    }
  } catch {
    return { kind: 'unreadable' }
  }
  endLog(reader)
  // stamps without a date belong to the day on which the file was last written
  const told = tellLog(reader, dayOf(file.lastModified), true)
  const log = summariseLog(told, {
    fileName: file.name,
    source: 'picked',
    writtenWallMs: file.lastModified,
    utcOffsetMs: -new Date(file.lastModified).getTimezoneOffset() * 60_000,
    over: true,
  })
  return log === null ? { kind: 'not-a-log' } : { kind: 'log', log }
}
