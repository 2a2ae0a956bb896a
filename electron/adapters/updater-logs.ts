import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Effect } from '../../shared/engine/effects.ts'
import { type LogSummary, summariseLog } from '../../shared/engine/log-summary.ts'
import type { Inbox } from '../../shared/engine/ports.ts'
import { LOG_FOLDERS, UPDATER_LOG_NAME } from '../../shared/knowledge/log-folders.ts'
import type { HostSystem } from '../../shared/knowledge/vocabulary.ts'
import { type LogReader, readLogBytes, startLog, tellLog } from '../../shared/protocol/log-reader.ts'

/** A folder on this computer where logs may lie; `search`: somewhere below it. */
export type LogFolder = { readonly path: string; readonly search: boolean }

type Outside = {
  readonly system: HostSystem
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * The folders of this computer; nothing says that they exist. Linux has none of its own. `HANDHOLD_LOG_FOLDER` names a further one
 * on any system.
 */
export function updaterLogFolders({ system, env, home }: Outside): LogFolder[] {
  const roots = {
    home,
    roaming: env['APPDATA'] || join(home, 'AppData', 'Roaming'),
    local: env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
  }
  const named = env['HANDHOLD_LOG_FOLDER']
  const own = LOG_FOLDERS.filter((row) => row.system === system).map(({ from, path, search }) => ({
    path: join(roots[from], ...path),
    search,
  }))
  return named ? [...own, { path: named, search: false }] : own
}

const LOOK_EVERY_MS = 2000
/** A search through a whole package is made once in so many looks. */
const SEARCH_EVERY = 15
const DEEPEST = 7
const MOST_ENTRIES = 5000
const PIECE_BYTES = 262_144
/** The beginning of a file, by which a new file under an old name is noticed. */
const HEAD_BYTES = 256
/** The host gives each transition ten minutes; a log that is silent for longer has ended. */
const SILENT_MS = 15 * 60_000

type Found = { readonly path: string; readonly mtimeMs: number; readonly size: number }
type Followed = {
  readonly path: string
  readonly head: string
  readonly reader: LogReader
  read: number
}

const isLog = (name: string) => UPDATER_LOG_NAME.pattern.test(name)

/** Every log in this folder (and below it), bounded. A folder that is missing or closed to us holds none. */
async function logsIn(folder: LogFolder): Promise<string[]> {
  const found: string[] = []
  let left = MOST_ENTRIES
  const look = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      left -= 1
      if (left < 0) return
      // links are not followed: they may lead in a circle
      if (entry.isFile() && isLog(entry.name)) found.push(join(path, entry.name))
      else if (folder.search && entry.isDirectory() && depth < DEEPEST) await look(join(path, entry.name), depth + 1)
    }
  }
  await look(folder.path, 0)
  return found
}

async function newestOf(paths: readonly string[], sinceWallMs: number): Promise<Found | null> {
  let newest: Found | null = null
  for (const path of paths) {
    const about = await stat(path).catch(() => null)
    if (about === null || about.mtimeMs < sinceWallMs) continue
    if (newest === null || about.mtimeMs > newest.mtimeMs) newest = { path, mtimeMs: about.mtimeMs, size: about.size }
  }
  return newest
}

/** The day of a moment as `YYYY-MM-DD`, in this computer's time. */
function dayOf(wallMs: number): string {
  const moment = new Date(wallMs)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

async function headOf(file: FileHandle, bytes: number): Promise<string> {
  const head = new Uint8Array(bytes)
  const { bytesRead } = await file.read(head, 0, bytes, 0)
  return Buffer.from(head.subarray(0, bytesRead)).toString('latin1')
}

/** What is worth an event: everything but the small steps of a progress. */
const newsIn = ({ noise: _noise, percent, writtenWallMs: _written, phases, ...rest }: LogSummary) =>
  JSON.stringify([rest, percent === null ? null : Math.floor(percent / 10), phases.map(({ id }) => id)])

export type UpdaterLogsSetup = {
  readonly folders: readonly LogFolder[]
  readonly state: Inbox
  readonly wallMs: () => number
  /** Calls again and again until the given function is called. */
  readonly every?: (ms: number, work: () => Promise<void>) => () => void
}

const onTimer = (ms: number, work: () => Promise<void>) => {
  const timer = setInterval(() => void work(), ms)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Performs `logs.follow`: finds the newest log of a restore that this computer's programs write, reads it as it grows, and states
 * `log.read` whenever it tells something new. Needs no rights beyond the person's own; never throws.
 */
export function createUpdaterLogs({ folders, state, wallMs, every = onTimer }: UpdaterLogsSetup) {
  let sinceWallMs: number | null = null
  let stop: (() => void) | null = null
  let followed: Followed | null = null
  let told = ''
  let looks = 0
  let searched: string[] = []
  let underWay: Promise<void> | null = null
  /** Raised when what is wanted changes, so that a look that is under way states nothing of before. */
  let turn = 0

  const candidates = async (): Promise<string[]> => {
    const lists = await Promise.all(folders.filter(({ search }) => !search).map((folder) => logsIn(folder)))
    if (looks % SEARCH_EVERY === 0)
      searched = (await Promise.all(folders.filter(({ search }) => search).map((folder) => logsIn(folder)))).flat()
    looks += 1
    return [...lists.flat(), ...searched]
  }

  /** The file as it was followed so far, or from its beginning where it is another one. */
  const resume = async (file: FileHandle, found: Found): Promise<Followed> => {
    const known = followed
    if (
      known?.path === found.path &&
      found.size >= known.read &&
      (await headOf(file, known.head.length)) === known.head
    )
      return known
    return { path: found.path, head: await headOf(file, Math.min(HEAD_BYTES, found.size)), reader: startLog(), read: 0 }
  }

  const readOn = async (found: Found, own: number): Promise<Followed | null> => {
    const file = await open(found.path, 'r')
    try {
      const now = await resume(file, found)
      const piece = new Uint8Array(PIECE_BYTES)
      while (now.read < found.size && own === turn) {
        const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, found.size - now.read), now.read)
        if (bytesRead === 0) break
        readLogBytes(now.reader, piece.subarray(0, bytesRead))
        now.read += bytesRead
      }
      return own === turn ? now : null
    } finally {
      await file.close()
    }
  }

  const tell = (now: Followed, mtimeMs: number) => {
    const over = wallMs() - mtimeMs > SILENT_MS
    const utcOffsetMs = -new Date(mtimeMs).getTimezoneOffset() * 60_000
    const place = {
      fileName: basename(now.path),
      source: 'followed',
      writtenWallMs: mtimeMs,
      utcOffsetMs,
      over,
    } as const
    const log = summariseLog(tellLog(now.reader, dayOf(mtimeMs), over), place)
    if (log === null) return
    const news = newsIn(log)
    if (news === told) return
    told = news
    state({ kind: 'log.read', log })
  }

  const lookNow = async (): Promise<void> => {
    const own = turn
    if (sinceWallMs === null) return
    try {
      const found = await newestOf(await candidates(), sinceWallMs)
      const now = found && own === turn ? await readOn(found, own) : null
      if (found === null || now === null) return
      followed = now
      tell(now, found.mtimeMs)
    } catch {
      // a log that vanished or is closed to us for a moment is looked for again
    }
  }

  /** One look at a time; who asks meanwhile waits for that one. */
  const look = (): Promise<void> => {
    underWay ??= lookNow().finally(() => (underWay = null))
    return underWay
  }

  const end = () => {
    turn += 1
    stop?.()
    stop = null
    sinceWallMs = null
    followed = null
    told = ''
  }

  return {
    perform(effect: Effect): void {
      if (effect.kind !== 'logs.follow') return
      end()
      if (effect.sinceWallMs === null || folders.length === 0) return
      sinceWallMs = effect.sinceWallMs
      looks = 0
      stop = every(LOOK_EVERY_MS, look)
      void look()
    },
    close: end,
  }
}
