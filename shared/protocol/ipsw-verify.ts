import { dataOf, type OpenZip, type ZipTrouble } from './ipsw-open.ts'
import type { RandomFile, ZipTools } from './ipsw-tools.ts'
import { STORED, type ZipEntry } from './ipsw-zip.ts'

/** How far the reading of a whole file is. */
export type VerifyProgress = { readonly bytes: number; readonly of: number }
export type VerifyOptions = {
  readonly onProgress?: (progress: VerifyProgress) => void
  /** Asked after each piece; true ends the check. */
  readonly stopped?: () => boolean
}
/** `sha1` is that of the whole file; `damaged` are the files inside whose data do not match their sum. */
export type Verified = { readonly sha1: string; readonly damaged: readonly ZipTrouble[] } | { readonly cancelled: true }

/** Read at once; two pieces are held, one read while the other is summed. */
const PIECE_BYTES = 1_048_576
const MOST_DAMAGED = 50
/** A damaged file may unpack to a little more than it should; a bomb to much more. */
const MOST_EXCESS_BYTES = 1_048_576
const HOSTILE = new Set(['sizes', 'bomb'])

type Range = { readonly entry: ZipEntry; readonly from: number; readonly to: number }

/** Where the data of all entries lie, in the file's order; those whose own header is wrong are told instead. */
async function rangesOf(file: RandomFile, zip: OpenZip): Promise<{ ranges: readonly Range[]; damaged: ZipTrouble[] }> {
  const ranges: Range[] = []
  const damaged: ZipTrouble[] = []
  const entries = [...zip.entries.values()].toSorted((one, other) => one.headerAt - other.headerAt)
  for (const entry of entries) {
    const from = await dataOf(file, entry)
    if (typeof from !== 'number') damaged.push(from)
    else if (from < (ranges.at(-1)?.to ?? 0)) damaged.push({ id: 'hostile', detail: 'overlap', entry: entry.name })
    else ranges.push({ entry, from, to: from + entry.packedBytes })
  }
  return { ranges, damaged }
}

/** Sums one entry's data as they come. `end` tells what is wrong with it, null when nothing is. */
type Summer = { take(bytes: Uint8Array): Promise<void>; end(): Promise<string | null>; stop(): void }

function storedSummer(entry: ZipEntry, tools: ZipTools): Summer {
  let sum = 0
  return {
    take: (bytes) => {
      sum = tools.crc32(bytes, sum)
      return Promise.resolve()
    },
    end: () => Promise.resolve(sum === entry.crc ? null : 'crc'),
    stop: () => {},
  }
}

function packedSummer(entry: ZipEntry, tools: ZipTools): Summer {
  let sum = 0
  let bytes = 0
  let bomb = false
  const inflating = tools.inflate((data) => {
    sum = tools.crc32(data, sum)
    bytes += data.length
    // far more than was promised is not unpacked further
    if (bytes <= entry.bytes + MOST_EXCESS_BYTES) return
    bomb = true
    inflating.stop()
  })
  return {
    take: async (piece) => {
      if (!bomb) await inflating.take(piece)
    },
    end: async () => {
      const well = await inflating.end()
      if (bomb) return 'bomb'
      if (!well || sum !== entry.crc) return 'crc'
      // the right data under a wrong size is a lie; damage would have changed the sum too
      return bytes === entry.bytes ? null : 'sizes'
    },
    stop: () => inflating.stop(),
  }
}

/** Sums every entry while the file is read once from its beginning to its end. */
class EntrySums {
  readonly #ranges: readonly Range[]
  readonly #tools: ZipTools
  readonly damaged: ZipTrouble[]
  #index = 0
  #current: Summer | null = null

  constructor(ranges: readonly Range[], damaged: ZipTrouble[], tools: ZipTools) {
    this.#ranges = ranges
    this.#tools = tools
    this.damaged = damaged
  }

  /** Takes the piece of the file that begins at this place. */
  async take(piece: Uint8Array, at: number): Promise<void> {
    const end = at + piece.length
    for (
      let range = this.#ranges[this.#index];
      range !== undefined && range.from <= end;
      range = this.#ranges[this.#index]
    ) {
      this.#current ??= (range.entry.method === STORED ? storedSummer : packedSummer)(range.entry, this.#tools)
      const from = Math.max(range.from, at)
      const to = Math.min(range.to, end)
      if (to > from) await this.#current.take(piece.subarray(from - at, to - at))
      if (range.to > end) return
      await this.#finish(range)
    }
  }

  async #finish({ entry }: Range): Promise<void> {
    const detail = (await this.#current?.end()) ?? null
    if (detail !== null && this.damaged.length < MOST_DAMAGED)
      this.damaged.push({ id: HOSTILE.has(detail) ? 'hostile' : 'damaged-entry', detail, entry: entry.name })
    this.#current = null
    this.#index += 1
  }

  stop(): void {
    this.#current?.stop()
    this.#current = null
  }
}

/**
 * Reads a whole zip once: the SHA-1 of the file and the CRC of every file inside. Progress is told after each piece; when
 * `stopped` says so it ends within one piece. Memory stays at two pieces whatever is inside.
 */
export async function verifyZip(
  file: RandomFile,
  zip: OpenZip,
  tools: ZipTools,
  { onProgress, stopped }: VerifyOptions,
): Promise<Verified> {
  const { ranges, damaged } = await rangesOf(file, zip)
  const sums = new EntrySums(ranges, damaged, tools)
  const hash = tools.sha1()
  const pieces = [new Uint8Array(PIECE_BYTES), new Uint8Array(PIECE_BYTES)] as const
  let at = 0
  let reading = file.read(pieces[0], 0)
  try {
    for (let turn = 0; ; turn += 1) {
      const read = await reading
      if (stopped?.() === true) return { cancelled: true }
      if (read === 0) break
      const piece = pieces[turn % 2 === 0 ? 0 : 1].subarray(0, read)
      reading = file.read(pieces[turn % 2 === 0 ? 1 : 0], at + read)
      hash.update(piece)
      await sums.take(piece, at)
      at += read
      onProgress?.({ bytes: at, of: file.bytes })
    }
    return { sha1: hash.hex(), damaged: sums.damaged }
  } finally {
    sums.stop()
    await reading.catch(() => 0)
  }
}
