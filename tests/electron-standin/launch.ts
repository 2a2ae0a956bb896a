// Understands enough of the command line of Electron's program to start an app and to be driven by Playwright's own
// `_electron.launch()`. The module `electron` is our stand-in, for `import` and for `require`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from '../../tools/find-chromium.ts'

const standin = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standin, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
})

/** Switches that Electron takes for itself or hands to Chromium; they carry their value behind `=`. */
const OWN = /^--(no-sandbox|inspect|remote-debugging-port|user-data-dir|ozone-platform|disable-gpu)(=|$)/

const require = createRequire(import.meta.url)
const [program = '', ...args] = process.argv.slice(2)
const resources = join(dirname(program), 'resources')
const isPackaged = existsSync(join(resources, 'app.asar'))

let appFolder: string | null = null
let debug = false
const preloads: string[] = []
for (let at = 0; at < args.length; at += 1) {
  const arg = args[at] ?? ''
  if (arg === '-r') preloads.push(args[(at += 1)] ?? '')
  else if (arg.startsWith('--inspect')) inspector.open(Number(arg.split('=')[1] ?? 9229))
  else if (arg.startsWith('--remote-debugging-port')) debug = true
  else if (arg.startsWith('--user-data-dir=')) process.env['STANDIN_USER_DATA'] = arg.slice('--user-data-dir='.length)
  else if (!arg.startsWith('-') && !isPackaged && appFolder === null) appFolder = arg
  else if (arg.startsWith('-') && !OWN.test(arg)) continue
}
process.argv = [program, ...args]
Object.assign(process, { resourcesPath: resources, type: 'browser' })

// Plain Node cannot read inside an archive, so it is unpacked first into an empty folder: what it lacks is lacking here too.
if (isPackaged) {
  const folder = mkdtempSync(join(tmpdir(), 'standin-app-'))
  require('@electron/asar').extractAll(join(resources, 'app.asar'), folder)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  appFolder = folder
}
const folder = resolve(appFolder ?? '.')
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

process.env['STANDIN_PACKAGED'] = isPackaged ? '1' : ''
process.env['STANDIN_APP'] = folder
// looked for here: the module itself must load without waiting, so that `require` gets it too
process.env['STANDIN_CHROMIUM'] = (await findChromium()) ?? ''
for (const file of preloads) require(file)
const { begin } = await import('./electron.ts')
await begin(debug)
await import(pathToFileURL(resolve(folder, about.main)).href)
