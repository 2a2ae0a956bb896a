import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STANDIN = join(import.meta.dirname, '../electron-standin')

/** The mark by which the tools find the fuses inside Electron's program; then a version, how many there are, and one character each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = 8

/**
 * A folder that electron-builder takes for an unpacked Electron: our stand-in as its program, with a fuse wire behind it on which all
 * fuses are as Electron leaves them, so that they are truly flipped and can be read back.
 */
export function makeDistribution(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'resources/.keep'), '')
  mkdirSync(join(folder, 'locales'), { recursive: true })
  for (const name of ['en-US', 'tlh']) writeFileSync(join(folder, `locales/${name}.pak`), '')
  const wire = Buffer.concat([
    Buffer.from(`\nexit 0\n# ${FUSE_MARK}`),
    Buffer.from([1, FUSES]),
    Buffer.from('1'.repeat(FUSES)),
    Buffer.from('\n'),
  ])
  const program = join(folder, 'electron')
  writeFileSync(program, Buffer.concat([readFileSync(join(STANDIN, 'electron')), wire]))
  chmodSync(program, 0o755)
}

/** What a packed copy of the stand-in needs to know: where it comes from, and which Node runs it. */
export const standinEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  HANDHOLD_STANDIN: STANDIN,
  HANDHOLD_STANDIN_NODE: process.execPath,
})
