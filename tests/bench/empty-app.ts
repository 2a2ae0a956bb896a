import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { makeDistribution, standinEnvironment } from '../package/distribution.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILDER = join(ROOT, 'node_modules/electron-builder/cli.js')

/** React and a field, nothing else: what any page of this kind costs. */
const EMPTY_PAGE = `import { createRoot } from 'react-dom/client'
import { createElement } from 'react'
createRoot(document.getElementById('root')).render(createElement('input', { id: 'what-happened' }))`
const EMPTY_HTML = `<!doctype html><meta charset="utf-8"><title>empty</title><div id="root"></div><script type="module" src="./main.js"></script>`
/** One window with that page, and nothing else. */
const EMPTY_MAIN = `import { join } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'
import { readFile } from 'node:fs/promises'
protocol.registerSchemesAsPrivileged([{ scheme: 'empty', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())
await app.whenReady()
const type = (path) => (path.endsWith('.js') ? 'text/javascript' : 'text/html')
protocol.handle('empty', async ({ url }) => {
  const path = new URL(url).pathname
  return new Response(await readFile(join(import.meta.dirname, 'page', path)), { headers: { 'content-type': type(path) } })
})
void new BrowserWindow({ width: 1180, height: 780 }).loadURL('empty://app/index.html')`

/** Builds the empty app beside ours with the same tools. */
export async function makeEmptyApp(folder: string): Promise<void> {
  mkdirSync(join(folder, 'source'), { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"empty","version":"0.0.0","description":"empty","author":"nobody","type":"module","main":"main.js"}',
  )
  writeFileSync(join(folder, 'main.js'), EMPTY_MAIN)
  writeFileSync(join(folder, 'source/main.js'), EMPTY_PAGE)
  writeFileSync(join(folder, 'source/index.html'), EMPTY_HTML)
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(folder, 'source'),
    base: './',
    resolve: { alias: { react: join(ROOT, 'node_modules/react'), 'react-dom': join(ROOT, 'node_modules/react-dom') } },
    build: { outDir: join(folder, 'page'), emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  })
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

/**
 * Packs the built app (null) or the empty one in a folder as for Linux x64, offline, with a stand-in for Electron's distribution. Gives
 * the MB of the archive and of the files that lie beside it. Throws what the packing tool said when it fails.
 */
export function packedMb(app: string | null, folder: string): number {
  const work = mkdtempSync(join(folder, 'packed-'))
  const [distribution, release] = [join(work, 'distribution'), join(work, 'release')]
  makeDistribution(distribution)
  const config = join(work, 'empty.json')
  writeFileSync(
    config,
    JSON.stringify({
      ...{ appId: 'app.handhold.empty', productName: 'Empty', electronVersion: '1.0.0', electronDist: distribution },
      ...{
        directories: { output: release },
        npmRebuild: false,
        asar: true,
        files: ['main.js', 'page/**', 'package.json'],
      },
    }),
  )
  const which =
    app === null ? ['--config', join(ROOT, 'electron-builder.config.cjs')] : ['--projectDir', app, '--config', config]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BUILDER, ...which, '--linux', 'dir', '--publish', 'never'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...standinEnvironment(), HANDHOLD_ELECTRON_DIST: distribution, HANDHOLD_RELEASE: release },
    },
  )
  if (status !== 0) throw new Error(`packing ended with ${status}: ${`${stdout}${stderr}`.slice(-1000)}`)
  const resources = join(release, 'linux-unpacked/resources')
  const beside = readdirSync(resources).includes('app.asar.unpacked')
    ? bytesIn(join(resources, 'app.asar.unpacked'))
    : 0
  return (statSync(join(resources, 'app.asar')).size + beside) / 1e6
}
