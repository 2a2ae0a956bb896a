/** A hosts file may be a list of a hundred thousand blocked names; more than this is not looked at. */
const MOST_CHARACTERS = 20_000_000

/** Apple's servers, the signing server among them: `gs.apple.com` and everything else under these names. */
const APPLE = /(?:^|\.)(?:apple\.com|cdn-apple\.com|apple\.com\.akadns\.net)$/u

/**
 * The names of Apple's servers that a hosts file sends elsewhere, each once, in its own order. Comments do not count. Takes the
 * whole text with any line ends and a byte order mark; format as in `man 5 hosts`.
 */
export function appleNamesInHosts(text: string): string[] {
  const names = text
    .slice(0, MOST_CHARACTERS)
    .split(/\r\n?|\n/u)
    .flatMap((line) => {
      const [address, ...rest] =
        line
          .replace(/^\uFEFF/u, '')
          .split('#', 1)[0]
          ?.trim()
          .split(/\s+/u) ?? []
      return address === undefined || address === '' ? [] : rest
    })
    .map((name) => name.toLowerCase().replace(/\.$/u, ''))
    .filter((name) => APPLE.test(name))
  return [...new Set(names)].slice(0, 20).map((name) => name.slice(0, 80))
}
