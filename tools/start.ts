import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { translator } from '../shared/texts/translate.ts'

const ROOT = join(import.meta.dirname, '..')
const ELECTRON = join(ROOT, 'node_modules/electron')
const DOWNLOAD_WITHIN_MS = 120_000

/** Whether Electron's own program is on this machine; never asks the package itself, because that would download. */
const hasElectron = (): boolean => {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (chosen) return existsSync(chosen)
  const note = join(ELECTRON, 'path.txt')
  return existsSync(note) && existsSync(join(ELECTRON, 'dist', readFileSync(note, 'utf8').trim()))
}

const downloadElectron = (): boolean => {
  const script = join(ELECTRON, 'install.js')
  if (!existsSync(script)) return false
  const options = { stdio: 'ignore', timeout: DOWNLOAD_WITHIN_MS } as const
  return spawnSync(process.execPath, [script], options).status === 0 && hasElectron()
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/** Whether the window can be opened here; says in one line why not. */
function canOpenWindow(say: (line: string) => void): boolean {
  const translate = translator('en')
  if (!hasDisplay()) {
    say(translate('start.no-display'))
    return false
  }
  if (hasElectron()) return true
  say(translate('start.downloading'))
  if (downloadElectron()) return true
  say(translate('start.no-window'))
  return false
}

// `npm start -- --port 4600` and the like mean the browser door
const args = process.argv.slice(2)
const windowed = args.length === 0 && canOpenWindow((line) => console.log(line))
const [command, ...rest] = windowed
  ? [process.execPath, join(ELECTRON, 'cli.js'), ROOT]
  : [process.execPath, join(ROOT, 'dist/serve/serve.js'), ...args]
const child = spawn(command, rest, { stdio: 'inherit' })
// the terminal's Ctrl-C reaches the child by itself; we wait for it to end well
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
