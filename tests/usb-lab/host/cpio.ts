import { writeFileSync } from 'node:fs'
import { posix } from 'node:path'

const DIRECTORY = 0o040000
const FILE = 0o100000
const LINK = 0o120000
const CHARACTER_DEVICE = 0o020000

/** An archive in the making, in the form the Linux kernel unpacks as its first root ("newc"). */
export type Archive = {
  directory(path: string, mode?: number): void
  file(path: string, content: Uint8Array, mode?: number): void
  link(path: string, target: string): void
  device(path: string, major: number, minor: number, mode?: number): void
  has(path: string): boolean
  save(file: string): number
}

type Entry = { mode: number; content?: Uint8Array; major?: number; minor?: number }

const clean = (path: string) => path.replace(/^\/+|\/+$/g, '')

const hex8 = (value: number) => value.toString(16).padStart(8, '0')

/**
 * An empty archive. Paths are taken relative to the root, missing parents are added, the first writer of a path wins.
 * `save` writes the file and gives its size in bytes. (The machine's own cpio is not needed.)
 */
export const createArchive = (): Archive => {
  const parts: Uint8Array[] = []
  const seen = new Set<string>()
  let inode = 0

  const padding = (length: number) => Buffer.alloc((4 - (length % 4)) % 4)

  const write = (name: string, { mode, content = Buffer.alloc(0), major = 0, minor = 0 }: Entry) => {
    inode += 1
    const zeroEnded = Buffer.from(`${name}\0`)
    const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, zeroEnded.length, 0]
    const head = Buffer.from(`070701${fields.map(hex8).join('')}`)
    parts.push(head, zeroEnded, padding(head.length + zeroEnded.length), content, padding(content.length))
  }

  const directory = (path: string, mode = 0o755): void => {
    const name = clean(path)
    if (name === '' || name === '.' || seen.has(name)) return
    directory(posix.dirname(name))
    seen.add(name)
    write(name, { mode: DIRECTORY | mode })
  }

  const leaf = (path: string, entry: Entry) => {
    const name = clean(path)
    if (seen.has(name)) return
    directory(posix.dirname(name))
    seen.add(name)
    write(name, entry)
  }

  return {
    directory,
    file: (path, content, mode = 0o644) => leaf(path, { mode: FILE | mode, content }),
    link: (path, target) => leaf(path, { mode: LINK | 0o777, content: Buffer.from(target) }),
    device: (path, major, minor, mode = 0o600) => leaf(path, { mode: CHARACTER_DEVICE | mode, major, minor }),
    has: (path) => seen.has(clean(path)),
    save(file) {
      write('TRAILER!!!', { mode: 0 })
      const whole = Buffer.concat(parts)
      writeFileSync(file, whole)
      return whole.length
    },
  }
}
