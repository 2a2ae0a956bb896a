/** A line as it came, or the news that one was too long to keep. */
export type InputLine = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'too-long' }

const LINE_FEED = 0x0a

/**
 * Takes a stream of bytes; gives its lines one by one as they are complete, read as UTF-8 (bytes that are none become U+FFFD).
 * A line of more than `maxBytes` is passed over and told; memory stays bounded whatever comes. A last line needs no line break.
 */
export async function* linesOf(stream: NodeJS.ReadableStream, maxBytes: number): AsyncGenerator<InputLine> {
  let kept: Buffer[] = []
  let length = 0
  const finish = (): InputLine => {
    const tooLong = length > maxBytes
    const text = tooLong ? '' : Buffer.concat(kept).toString('utf8')
    kept = []
    length = 0
    return tooLong ? { kind: 'too-long' } : { kind: 'line', text: text.replace(/^\uFEFF/, '').replace(/\r$/, '') }
  }
  const keep = (bytes: Buffer) => {
    length += bytes.length
    if (length > maxBytes) kept = []
    else if (bytes.length > 0) kept.push(bytes)
  }
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      keep(bytes.subarray(from, end))
      from = end + 1
      yield finish()
    }
    keep(bytes.subarray(from))
  }
  if (length > 0) yield finish()
}
