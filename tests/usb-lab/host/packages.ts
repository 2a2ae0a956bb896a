import { execFile, type ExecFileException } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from './places.ts'

/** Why the lab cannot run here. Thrown while preparing, turned into `skipped: <reason>`. */
export class CannotRunHere extends Error {}

export type Output = { code: number; out: string; err: string }

/** Runs a program to its end. Gives its exit code and what it printed; a program that is missing gives code 127. */
export const runProgram = (program: string, args: readonly string[], limitMs = 180_000): Promise<Output> =>
  new Promise((done) => {
    const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
    const options = { env, timeout: limitMs, maxBuffer: 64 << 20 }
    execFile(program, [...args], options, (error: ExecFileException | null, out: string, err: string) => {
      const code = error === null ? 0 : error.code === 'ENOENT' ? 127 : typeof error.code === 'number' ? error.code : 1
      done({ code, out, err })
    })
  })

/** What is fetched. `closure`: down to the C library; `missing`: what this machine lacks; `single`: that one file. */
export type Shelf = {
  readonly name: 'emulator' | 'guest' | 'kernel' | 'headers'
  readonly purpose: string
  readonly packages: readonly string[]
  readonly depth: 'closure' | 'missing' | 'single'
}

const GUEST = [
  'udev', 'kmod', 'busybox-static', 'irecovery', 'usbutils', 'usbmuxd', 'libusbmuxd-tools', 'libimobiledevice-utils',
  'idevicerestore', 'bsdutils', 'libstdc++6', 'libatomic1',
] // prettier-ignore
const HEADERS = ['libirecovery-1.0-dev', 'libusb-1.0-0-dev']

/** The Debian packages of the lab, with the kernel's exact name as the archive has it today. */
export const listShelves = async (): Promise<Shelf[]> => {
  const emulatorHere = (await runProgram('qemu-system-x86_64', ['--version'])).code === 0
  const depends = await runProgram('apt-cache', [...aptPlaces(), 'depends', 'linux-image-amd64'])
  const kernel = /Depends: (linux-image-[0-9]\S+)/.exec(depends.out)?.[1]
  if (kernel === undefined) throw new CannotRunHere('apt does not offer linux-image-amd64 (is this Debian on x64?)')
  return [
    ...(emulatorHere
      ? []
      : [{ name: 'emulator', purpose: 'QEMU', packages: ['qemu-system-x86'], depth: 'missing' } as const]),
    { name: 'guest', purpose: 'small system for the guest', packages: GUEST, depth: 'closure' },
    { name: 'kernel', purpose: 'kernel for the guest', packages: [kernel], depth: 'single' },
    { name: 'headers', purpose: 'headers of libirecovery and libusb', packages: HEADERS, depth: 'single' },
  ]
}

const ownLists = join(CACHE, 'apt-lists')
const emptyStatus = join(CACHE, 'empty-status')

/** The lab's own package lists where the machine has none: nothing of the machine's own state is touched. */
const aptPlaces = () => [
  '-o', 'Debug::NoLocking=1',
  '-o', 'APT::Sandbox::User=root',
  '-o', 'Dir::Cache::pkgcache=',
  '-o', 'Dir::Cache::srcpkgcache=',
  ...(existsSync(join(ownLists, 'complete')) ? ['-o', `Dir::State::lists=${ownLists}`] : []),
] // prettier-ignore

const shelfPath = (shelf: Shelf) => join(CACHE, 'packages', shelf.name)

const debsOn = (shelf: Shelf) =>
  existsSync(shelfPath(shelf)) ? readdirSync(shelfPath(shelf)).filter((file) => file.endsWith('.deb')) : []

/** Fetches package lists of the lab's own, for a machine that never ran `apt-get update` or whose lists are stale. */
const fetchLists = async (say: (line: string) => void) => {
  say(`downloads Debian's package lists (about 10 MB) into ${ownLists}`)
  rmSync(ownLists, { recursive: true, force: true })
  mkdirSync(join(ownLists, 'partial'), { recursive: true })
  const update = await runProgram('apt-get', [...aptPlaces(), '-o', `Dir::State::lists=${ownLists}`, 'update'])
  if (update.code !== 0) throw new CannotRunHere(`apt-get update failed: ${lastLine(update)}`)
  writeFileSync(join(ownLists, 'complete'), '')
}

/** What an earlier run left counts only where it was for the same. */
export const hasText = (file: string, text: string): boolean => existsSync(file) && readFileSync(file, 'utf8') === text

const lastLine = ({ out, err }: Output) => (err.trim() || out.trim()).split('\n').at(-1) ?? 'no message'

const fetchArguments = (shelf: Shelf): string[] => {
  const path = shelfPath(shelf)
  const install = ['-q', '-y', '--no-install-recommends', '--download-only', '-o', `Dir::Cache::archives=${path}`]
  // With an empty record of installed packages apt wants everything from nothing up: a complete root.
  const closure = shelf.depth === 'closure' ? ['-o', `Dir::State::status=${emptyStatus}`] : []
  return [...aptPlaces(), ...closure, ...install, 'install', ...shelf.packages]
}

const fetchShelf = async (shelf: Shelf): Promise<Output> => {
  const path = shelfPath(shelf)
  mkdirSync(join(path, 'partial'), { recursive: true })
  if (shelf.depth !== 'single') return runProgram('apt-get', fetchArguments(shelf), 300_000)
  // `download` writes into the working directory and asks for no dependencies.
  const names = shelf.packages.map((name) => `'${name}'`).join(' ')
  const options = aptPlaces().map((option) => `'${option}'`).join(' ') // prettier-ignore
  return runProgram('sh', ['-c', `cd '${path}' && apt-get -q ${options} download ${names}`], 300_000)
}

/**
 * Brings all packages into the cache, telling sizes through `say`; what is there already is left alone.
 * Gives the paths of the .deb files by shelf. Throws `CannotRunHere` without apt, package lists or network.
 */
export const fetchPackages = async (say: (line: string) => void): Promise<Map<Shelf['name'], string[]>> => {
  if ((await runProgram('apt-get', ['--version'])).code !== 0) throw new CannotRunHere('there is no apt-get here')
  if ((await runProgram('dpkg-deb', ['--version'])).code !== 0) throw new CannotRunHere('there is no dpkg-deb here')
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(emptyStatus, '')
  const known = await runProgram('apt-cache', [...aptPlaces(), 'show', 'linux-image-amd64'])
  if (known.code !== 0) await fetchLists(say)
  const found = new Map<Shelf['name'], string[]>()
  for (const shelf of await listShelves()) {
    const stamp = join(shelfPath(shelf), 'complete')
    const wanted = shelf.packages.join(' ')
    if (!hasText(stamp, wanted)) {
      rmSync(shelfPath(shelf), { recursive: true, force: true })
      say(`downloads Debian packages: ${shelf.purpose} (${shelf.packages.join(' ')})`)
      let fetched = await fetchShelf(shelf)
      if (fetched.code !== 0) {
        await fetchLists(say)
        fetched = await fetchShelf(shelf)
      }
      if (fetched.code !== 0) throw new CannotRunHere(`Debian's packages did not come: ${lastLine(fetched)}`)
      writeFileSync(stamp, wanted)
      const bytes = debsOn(shelf).reduce((sum, file) => sum + statSync(join(shelfPath(shelf), file)).size, 0)
      say(`  ${debsOn(shelf).length} packages, ${(bytes / 1e6).toFixed(1)} MB, kept in ${shelfPath(shelf)}`)
    }
    found.set(
      shelf.name,
      debsOn(shelf).map((file) => join(shelfPath(shelf), file)),
    )
  }
  return found
}
