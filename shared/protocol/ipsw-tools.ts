/** A file that is read anywhere. `read` gives fewer bytes only at the file's end. */
export type RandomFile = {
  readonly bytes: number
  /** Reads into `into` from this place; gives how many bytes there were. Rejects when the file cannot be read any more. */
  read(into: Uint8Array, at: number): Promise<number>
}

/** Unpacks one file as its bytes come; what is unpacked goes to the function it was made with. Nothing here rejects. */
export type Inflating = {
  /** Resolves when these bytes are taken, or nothing more is. They may be held until then. */
  take(bytes: Uint8Array): Promise<void>
  /** There are no more. Gives whether they were packed well. */
  end(): Promise<boolean>
  /** What is left is not unpacked. */
  stop(): void
}

/** What checking a file needs and each side has another way of doing: the computer's own libraries, or what a page has. */
export type ZipTools = {
  /** Adds bytes to a CRC-32 that began with 0. */
  crc32(bytes: Uint8Array, sum: number): number
  sha1(): { update(bytes: Uint8Array): void; hex(): string }
  inflate(onData: (data: Uint8Array) => void): Inflating
}
