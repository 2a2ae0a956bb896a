import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import { checkFirmware, type FirmwareCheck, type FirmwareQuestion } from '../../shared/protocol/ipsw-check.ts'
import type { Inflating, ZipTools } from '../../shared/protocol/ipsw-tools.ts'
import { openRandomFile } from './random-file.ts'

const INFLATED_BYTES = 131_072

/** Waits until the unpacker has taken all that it was given; it may hold the bytes until then. */
const write = (inflate: InflateRaw, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => void inflate.write(bytes, () => resolve()))

function inflating(onData: (data: Uint8Array) => void): Inflating {
  const inflate = createInflateRaw({ chunkSize: INFLATED_BYTES })
  let well = true
  let given = 0
  const closed = new Promise<void>((resolve) => {
    inflate.once('close', resolve)
    inflate.once('end', resolve)
  })
  inflate.on('data', onData)
  inflate.on('error', () => (well = false))
  return {
    async take(bytes) {
      given += bytes.length
      if (well && !inflate.destroyed && !inflate.readableEnded) await Promise.race([write(inflate, bytes), closed])
    },
    async end() {
      if (!inflate.destroyed) inflate.end()
      await closed
      // bytes behind the packed ones belong to nothing
      return well && inflate.bytesWritten === given
    },
    stop: () => void inflate.destroy(),
  }
}

/** The computer's own libraries: several times as fast as what a page has. */
export const NODE_TOOLS: ZipTools = {
  crc32: (bytes, sum) => crc32(bytes, sum),
  sha1() {
    const hash = createHash('sha1')
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
  },
  inflate: inflating,
}

/** Checks the firmware file at this path. Throws only when it cannot be opened or read. */
export async function checkFirmwareAt(path: string, question: FirmwareQuestion): Promise<FirmwareCheck> {
  const file = await openRandomFile(path)
  try {
    return await checkFirmware(file, basename(path), NODE_TOOLS, question)
  } finally {
    await file.close()
  }
}
