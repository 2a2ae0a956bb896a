import { type FileHandle, open } from 'node:fs/promises'
import type { RandomFile } from '../../shared/protocol/ipsw-tools.ts'

async function readFully(handle: FileHandle, into: Uint8Array, at: number): Promise<number> {
  let read = 0
  while (read < into.length) {
    const { bytesRead } = await handle.read(into, read, into.length - read, at + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return read
}

/** Opens a file for reading anywhere. Throws what the system says when it cannot, or when it is no ordinary file. */
export async function openRandomFile(path: string): Promise<RandomFile & { close(): Promise<void> }> {
  const handle = await open(path, 'r')
  const stat = await handle.stat()
  if (!stat.isFile()) {
    await handle.close()
    throw new Error('not an ordinary file')
  }
  return {
    bytes: stat.size,
    read: (into, at) => readFully(handle, into, at),
    close: () => handle.close(),
  }
}
