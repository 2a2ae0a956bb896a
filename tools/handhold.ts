// `npm run --silent handhold -- …` in the checkout: builds the command line when it is older than its sources, then becomes it.
// Only results reach stdout; the build writes to stderr. Two at once wait for each other.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const entry = join(root, 'dist/cli/cli.js')
const stamp = join(root, 'dist/cli/.built-from')
const lock = join(root, 'dist/.cli-lock')
const SOURCES = ['shared', 'electron', 'vite.config.ts', 'package.json', 'package-lock.json']

/** A build takes seconds; a lock this old was left behind by something that died. */
const LOCK_EXPIRES_MS = 120_000
const LOCK_POLL_MS = 100

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

function filesUnder(path: string): string[] {
  const entries = statSync(path).isDirectory() ? readdirSync(path) : null
  return entries === null ? [path] : entries.flatMap((name) => filesUnder(join(path, name)))
}

/** One line that changes whenever a source is added, removed or written. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesUnder(join(root, name))).toSorted()) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${relative(root, file)} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

const readOr = <Other>(path: string, other: Other): string | Other => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return other
  }
}

/** `npm run build` leaves no stamp: then a build that is newer than every source is good too. */
function isFresh(): boolean {
  const built = statSync(entry, { throwIfNoEntry: false })
  if (!built) return false
  const from = readOr(stamp, null)
  if (from !== null) return from === fingerprint()
  const sources = SOURCES.flatMap((name) => filesUnder(join(root, name)))
  return sources.every((file) => statSync(file).mtimeMs <= built.mtimeMs)
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function lockIsLeftBehind(): boolean {
  const file = statSync(lock, { throwIfNoEntry: false })
  if (!file) return false
  const owner = Number(readOr(lock, ''))
  return Date.now() - file.mtimeMs > LOCK_EXPIRES_MS || (owner > 0 && !isAlive(owner))
}

/** Takes the lock, or returns false when somebody else has it. */
function tryLock(): boolean {
  mkdirSync(join(root, 'dist'), { recursive: true })
  if (lockIsLeftBehind()) rmSync(lock, { force: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Builds in a process of its own. Gives whether it worked. */
function build(): boolean {
  const from = fingerprint()
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build-cli.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) return false
  writeFileSync(stamp, from)
  return true
}

async function buildUnderLock(): Promise<boolean> {
  while (!tryLock()) await pause(LOCK_POLL_MS)
  try {
    return isFresh() || build()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Where nobody may write (a mounted image, another user's checkout) an older build is better than nothing, and is named as one. */
async function buildWhereAllowed(): Promise<boolean> {
  try {
    return await buildUnderLock()
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(codeOf(error))) throw error
    const older = existsSync(entry)
    console.error(
      `The command line ${older ? 'is older than its sources and' : 'is not built yet, and'} cannot be built here: ${root} cannot be written (${codeOf(error)}).`,
    )
    return older
  }
}

if (isFresh() || (await buildWhereAllowed())) {
  process.argv[1] = entry
  // npm moves to the package's folder; file names are meant from where the person typed.
  const typedIn = process.env['npm_lifecycle_event'] === 'handhold' ? process.env['INIT_CWD'] : undefined
  if (typedIn !== undefined) process.chdir(typedIn)
  await import(pathToFileURL(entry).href)
} else {
  console.error('The command line could not be built; the messages above say why.')
  process.exitCode = 1
}
