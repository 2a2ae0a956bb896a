import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { buf } from 'crc-32'
import type { Inflating, RandomFile, ZipTools } from '../../../shared/protocol/ipsw-tools.ts'

/** A file that was picked or dropped: read where it lies, piece by piece, and never whole. */
export const pickedFile = (file: File): RandomFile => ({
  bytes: file.size,
  async read(into, at) {
    const bytes = new Uint8Array(await file.slice(at, at + into.length).arrayBuffer())
    into.set(bytes)
    return bytes.length
  },
})

/** Unpacks with what browsers have. */
function inflating(onData: (data: Uint8Array) => void): Inflating {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const reader = readable.getReader()
  let well = true
  const spoiled = () => {
    well = false
  }
  const emptied = (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) onData(read.value)
  })().catch(spoiled)
  return {
    async take(bytes) {
      // the stream keeps what it is given, and the piece is used again
      if (well) await writer.write(bytes.slice()).catch(spoiled)
    },
    async end() {
      await writer.close().catch(spoiled)
      await emptied
      return well
    },
    stop() {
      well = false
      void reader.cancel().catch(spoiled)
      void writer.abort().catch(spoiled)
    },
  }
}

/** What a page has to check a firmware file with; its own digest would want the whole file at once. */
export const PAGE_TOOLS: ZipTools = {
  crc32: (bytes, sum) => buf(bytes, sum) >>> 0,
  sha1() {
    const hash = sha1.create()
    return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) }
  },
  inflate: inflating,
}
