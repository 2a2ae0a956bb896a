import {
  beginsAsZip,
  END64_BYTES,
  entryTrouble,
  findDirectory,
  LOCAL_BYTES,
  localHeader,
  readEnd64,
  readEntry,
  STORED,
  TAIL_BYTES,
  type ZipDirectory,
  type ZipEntry,
} from './ipsw-zip.ts'
import type { RandomFile, ZipTools } from './ipsw-tools.ts'

/** Why a file is not a whole, honest zip. `entry` names the file inside that shows it. */
export type ZipTrouble = {
  readonly id: 'empty' | 'not-a-zip' | 'truncated' | 'damaged-directory' | 'hostile' | 'damaged-entry'
  readonly detail: string
  readonly entry: string | null
}

/** Larger directories than any firmware file has are not read. */
const MOST_DIRECTORY_BYTES = 64 * 1_048_576
const MOST_ENTRIES = 100_000

export type OpenZip = { readonly entries: ReadonlyMap<string, ZipEntry>; readonly directory: ZipDirectory }
type Opened = { readonly zip: OpenZip } | { readonly trouble: ZipTrouble }

const trouble = (id: ZipTrouble['id'], detail: string, entry: string | null = null): { trouble: ZipTrouble } => ({
  trouble: { id, detail, entry },
})

/** Reads so many bytes from a place; fewer at the end of the file. */
export async function bytesAt(file: RandomFile, at: number, length: number): Promise<Uint8Array> {
  const into = new Uint8Array(Math.max(0, Math.min(length, file.bytes - at)))
  return into.subarray(0, await file.read(into, at))
}

async function directoryOf(file: RandomFile): Promise<ZipDirectory | { trouble: ZipTrouble }> {
  if (file.bytes === 0) return trouble('empty', 'the file is empty')
  const head = await bytesAt(file, 0, 4)
  const tailAt = Math.max(0, file.bytes - TAIL_BYTES)
  const found = findDirectory(await bytesAt(file, tailAt, TAIL_BYTES))
  if (found === null)
    return beginsAsZip(head) ? trouble('truncated', 'no end record') : trouble('not-a-zip', 'no zip signature')
  if (!('end64At' in found)) return found
  const large = found.end64At < file.bytes ? readEnd64(await bytesAt(file, found.end64At, END64_BYTES)) : null
  return large ?? trouble('truncated', 'no zip64 end record')
}

function entriesOf(bytes: Uint8Array, directory: ZipDirectory): Opened {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < directory.entries; index += 1) {
    const read = readEntry(bytes, at)
    if (read === null) return trouble('damaged-directory', `entry ${index + 1} of ${directory.entries}`)
    const { entry } = read
    const wrong = entryTrouble(entry, directory.at)
    if (wrong !== null) return trouble(wrong === 'outside' ? 'damaged-directory' : 'hostile', wrong, entry.name)
    if (entries.has(entry.name)) return trouble('hostile', 'same-name-twice', entry.name)
    entries.set(entry.name, entry)
    at = read.next
  }
  return { zip: { entries, directory } }
}

/** Entries whose data lie over each other make a small file into a large one. */
function overlapping(entries: Iterable<ZipEntry>): ZipEntry | null {
  const sorted = [...entries].toSorted((one, other) => one.headerAt - other.headerAt)
  return (
    sorted.find((entry, index) => {
      const before = sorted[index - 1]
      return before !== undefined && before.headerAt + LOCAL_BYTES + before.packedBytes > entry.headerAt
    }) ?? null
  )
}

/** Reads a zip's directory, with 64-bit sizes where it has them, and refuses one that lies. Reads no data of its files. */
export async function openZip(file: RandomFile): Promise<Opened> {
  const directory = await directoryOf(file)
  if ('trouble' in directory) return directory
  const { at, bytes, entries } = directory
  if (at + bytes > file.bytes) return trouble('truncated', 'the directory lies behind the end')
  if (bytes > MOST_DIRECTORY_BYTES || entries > MOST_ENTRIES) return trouble('hostile', 'directory-size')
  const read = entriesOf(await bytesAt(file, at, bytes), directory)
  if ('trouble' in read) return read
  const lying = overlapping(read.zip.entries.values())
  return lying === null ? read : trouble('hostile', 'overlap', lying.name)
}

/** Where an entry's data begin, or what is wrong with its own header. */
export async function dataOf(file: RandomFile, entry: ZipEntry): Promise<number | ZipTrouble> {
  const header = localHeader(await bytesAt(file, entry.headerAt, LOCAL_BYTES))
  if (header === null) return { id: 'damaged-entry', detail: 'no header', entry: entry.name }
  if (header.method !== entry.method) return { id: 'hostile', detail: 'two-methods', entry: entry.name }
  const at = entry.headerAt + header.headerBytes
  return at + entry.packedBytes > file.bytes
    ? { id: 'truncated', detail: 'data behind the end', entry: entry.name }
    : at
}

/** Unpacks to exactly so many bytes; null when it is more, less or damaged. */
async function unpacked(packed: Uint8Array, bytes: number, tools: ZipTools): Promise<Uint8Array | null> {
  const data = new Uint8Array(bytes)
  let at = 0
  const inflating = tools.inflate((piece) => {
    if (at + piece.length > bytes) inflating.stop()
    else data.set(piece, at)
    at += piece.length
  })
  await inflating.take(packed)
  return (await inflating.end()) && at === bytes ? data : null
}

/** Reads one small file of a zip whole; null when it is larger than allowed or damaged. */
export async function readSmall(
  file: RandomFile,
  entry: ZipEntry,
  mostBytes: number,
  tools: ZipTools,
): Promise<Uint8Array | null> {
  if (entry.bytes > mostBytes || entry.packedBytes > mostBytes) return null
  const at = await dataOf(file, entry)
  if (typeof at !== 'number') return null
  const packed = await bytesAt(file, at, entry.packedBytes)
  return entry.method === STORED ? packed : unpacked(packed, entry.bytes, tools)
}
