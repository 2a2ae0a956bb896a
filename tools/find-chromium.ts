import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { translator } from '../shared/texts/translate.ts'

type Environment = Readonly<Record<string, string | undefined>>

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const OUTSIDE_PATH = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
]

/**
 * The Chromium to test with: `$CHROMIUM`, one of the usual names in the path, the usual places, Playwright's own. Null
 * when there is none. `playwrightsOwn` gives where Playwright would keep its own.
 */
export async function findChromium(
  env: Environment = process.env,
  playwrightsOwn: () => Promise<string> = async () => (await import('playwright')).chromium.executablePath(),
): Promise<string | null> {
  const named = env['CHROMIUM']
  if (named) return isProgram(named) ? named : null
  const inPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const found = [...inPath, ...OUTSIDE_PATH].find((path) => path !== '' && isProgram(path))
  if (found) return found
  const own = await playwrightsOwn().catch(() => '')
  return own !== '' && isProgram(own) ? own : null
}

const INSTALL = 'apt-get update && apt-get install -y chromium'

/** Finds a Chromium, installs Debian's where that is possible and says so, or says what to install. Gives its path or null. */
async function provideChromium(say: (line: string) => void): Promise<string | null> {
  const translate = translator('en')
  const present = await findChromium()
  if (present) return present
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && !process.env['CHROMIUM']
  if (canInstall) {
    say(translate('chromium.installing', { command: INSTALL }))
    spawnSync('sh', ['-c', INSTALL], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  const installed = await findChromium()
  if (!installed) say(translate('chromium.missing'))
  return installed
}

if (import.meta.main) {
  const path = await provideChromium((line) => console.error(line))
  if (path === null) process.exit(1)
  console.log(translator('en')('chromium.found', { path }))
}
