// Packs the app with a stand-in for Electron's distribution, without any network, and looks at what came out. Prints one line per rule, writes
// test-results/package.json, and ends with 0 where every rule holds. What needs a tool that is not here is skipped with the reason.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { getCurrentFuseWire } from '@electron/fuses'
import { chromium } from 'playwright'
import { translator } from '../../shared/texts/translate.ts'
import {
  breachesOf,
  bytesOf,
  LARGEST_ARCHIVE_BYTES,
  LARGEST_UNPACKED_BYTES,
  listArchive,
  readArchived,
  unpackedFolder,
} from './contents.ts'
import { makeDistribution, standinEnvironment } from './distribution.ts'

const ROOT = join(import.meta.dirname, '../..')
const REPORT = join(ROOT, 'test-results/package.json')
const BUILDER = join(ROOT, 'node_modules/electron-builder/cli.js')
const RULES = 'usr/lib/udev/rules.d/39-handhold.rules'

type Result = { readonly name: string; readonly outcome: 'passed' | 'failed' | 'skipped'; readonly detail?: string }
const results: Result[] = []

const say = (result: Result) => {
  results.push(result)
  console.log(
    `${result.outcome.padEnd(8)}${result.name}${result.detail === undefined ? '' : `\n        ${result.detail}`}`,
  )
}
async function rule(name: string, check: () => unknown): Promise<void> {
  try {
    await check()
    say({ name, outcome: 'passed' })
  } catch (error) {
    say({ name, outcome: 'failed', detail: error instanceof Error ? error.message : String(error) })
  }
}
function hold(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Error(otherwise)
}
const isHere = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, env, encoding: 'utf8' })
  hold(status === 0, `${command} ${args[0]} ended with ${status}: ${`${stdout}${stderr}`.slice(-1500)}`)
  return stdout
}

/** Starts a packed program and lets it check itself. */
function selfCheck(program: string, folder: string): { code: number | null; found: Record<string, unknown> } {
  const args = ['--no-sandbox', `--user-data-dir=${folder}`, '--self-check']
  const { status, stdout } = spawnSync(program, args, { env: standinEnvironment(), encoding: 'utf8', timeout: 60_000 })
  const line = stdout.trim().split('\n').at(-1) ?? ''
  return { code: status, found: line.startsWith('{') ? (JSON.parse(line) as Record<string, unknown>) : {} }
}

/** Starts a packed program and looks at its first screen from outside; no debugger of Node is needed, which its fuses forbid. */
async function firstScreen(program: string, folder: string): Promise<string> {
  const args = ['--no-sandbox', `--user-data-dir=${folder}`, '--remote-debugging-port=0']
  const env = { ...standinEnvironment(), HANDHOLD_DATABASE: join(folder, 'history.sqlite') }
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((gone) => child.on('exit', gone))
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address === undefined) continue
      const browser = await chromium.connectOverCDP(address)
      const [context] = browser.contexts()
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
      const heading = page?.getByRole('heading', { level: 1, name: translator('en')('home.title') })
      await heading?.waitFor({ timeout: 20_000 })
      return (await heading?.textContent()) ?? ''
    }
    return ''
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function checkArchive(archive: string, program: string): Promise<void> {
  const files = listArchive(archive)
  const unpacked = files.filter((file) => file.unpacked).reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(
    `        app.asar ${(bytesOf(archive) / 1e6).toFixed(2)} MB, beside it ${(unpacked / 1e6).toFixed(2)} MB, ${files.length} files:`,
  )
  for (const { path, bytes, unpacked: beside } of files)
    console.log(`        ${String(bytes).padStart(9)} ${beside ? '+' : ' '} ${path}`)

  await rule('the archive holds what it must and nothing else', () => {
    const breaches = breachesOf(files)
    hold(breaches.length === 0, breaches.join('\n        '))
  })
  await rule('the package is small', () => {
    hold(bytesOf(archive) < LARGEST_ARCHIVE_BYTES, `app.asar has ${bytesOf(archive)} bytes`)
    hold(unpacked < LARGEST_UNPACKED_BYTES, `${unpacked} bytes lie beside it`)
  })
  await rule('the native files are the ones that came with their packages, for this platform, not rebuilt', () => {
    for (const { path } of files.filter((file) => file.path.endsWith('.node'))) {
      const packed = readFileSync(join(unpackedFolder(archive), path))
      hold(packed.equals(readFileSync(join(ROOT, path))), `${path} differs from the installed one`)
      hold(packed.readUInt32BE(0) === 0x7f454c46 && packed.readUInt16LE(18) === 62, `${path} is no ELF file for x86-64`)
    }
  })
  await rule('the packed package.json says what runs and nothing about development', () => {
    const about = JSON.parse(readArchived(archive, 'package.json').toString()) as Record<string, unknown>
    hold(about['main'] === 'dist/main/main.js', `main is ${String(about['main'])}`)
    const extra = ['scripts', 'devDependencies'].filter((name) => name in about)
    hold(extra.length === 0, `it still has ${extra.join(', ')}`)
  })
  await rule(
    'the fuses are set: no Node by environment or switch, only this archive, no rights for file:',
    async () => {
      const wire = (await getCurrentFuseWire(program)) as unknown as Record<string, number>
      const states = Array.from({ length: 8 }, (_, index) => String.fromCharCode(wire[index] ?? 0)).join('')
      // order: run as Node, cookie encryption, NODE_OPTIONS, --inspect, archive integrity, only from the archive, own V8 snapshot, file: privileges
      hold(states === '01001100', `they are ${states}`)
    },
  )
}

async function checkResources(resources: string): Promise<void> {
  await rule('the udev rule comes with the package as it is, and makes nothing writable for all', () => {
    const text = readFileSync(join(resources, 'udev/39-handhold.rules'), 'utf8')
    hold(
      text === readFileSync(join(ROOT, 'assets/udev/39-handhold.rules'), 'utf8'),
      'it differs from the one in assets/udev',
    )
    hold(
      /MODE="0660"/.test(text) && !/MODE="0?\d?\d[2367]"/.test(text.replaceAll('MODE="0660"', '')),
      'its mode is open',
    )
  })
  await rule('the licence comes with the package, and one language of Chromium', () => {
    hold(existsSync(join(resources, 'LICENSE.handhold.txt')), 'there is no licence')
    hold(!existsSync(join(resources, '../locales/tlh.pak')), 'other languages of Chromium came along')
  })
}

async function checkProgram(program: string, folder: string): Promise<void> {
  await rule('the packed app starts from inside its archive, loads both native packages, and its page answers', () => {
    const { code, found } = selfCheck(program, join(folder, 'check'))
    hold(
      code === 0 && found['ok'] === true && found['packed'] === true,
      `it ended with ${code}: ${JSON.stringify(found)}`,
    )
  })
  await rule('the packed program is the command line too', () => {
    const args = ['--no-sandbox', `--user-data-dir=${join(folder, 'words')}`, 'identify', '--json']
    const input = '{"vid":"05ac","pid":"1281","serial":"CPID:8015 BDID:0E ECID:000A1B2C3D4E5F60 IBFL:3D"}\n'
    const ended = spawnSync(program, args, { env: standinEnvironment(), input, encoding: 'utf8', timeout: 60_000 })
    hold(ended.status === 0, `it ended with ${ended.status}: ${ended.stderr}`)
    const answer = JSON.parse(ended.stdout) as Record<string, unknown>
    hold(answer['name'] === 'iPhone X (GSM)', `it said ${ended.stdout}`)
  })
  await rule('the packed app shows its first screen', async () => {
    const seen = await firstScreen(program, join(folder, 'look'))
    hold(seen === translator('en')('home.title'), `it shows ${JSON.stringify(seen)}`)
  })
  await rule('the check notices a file that was forgotten', () => {
    const broken = join(folder, 'broken')
    cpSync(join(program, '..'), broken, { recursive: true })
    rmSync(join(broken, 'resources/app.asar.unpacked/node_modules/@node-usb'), { recursive: true })
    const { code, found } = selfCheck(join(broken, 'handhold'), join(folder, 'check-broken'))
    hold(code !== 0 && found['ok'] !== true, `it ended with ${code}: ${JSON.stringify(found)}`)
  })
}

async function checkDeb(deb: string, folder: string): Promise<void> {
  const root = join(folder, 'installed')
  run('dpkg-deb', ['-x', deb, root])
  run('dpkg-deb', ['-e', deb, join(folder, 'control')])
  const control = readFileSync(join(folder, 'control/control'), 'utf8')
  await rule('the .deb brings the udev rule, the menu entry for exported cases, icons and a shared MIME type', () => {
    hold(existsSync(join(root, RULES)), `there is no ${RULES}`)
    const entry = readFileSync(join(root, 'usr/share/applications/handhold.desktop'), 'utf8')
    hold(/^MimeType=.*application\/x-handhold-case/m.test(entry), `the entry is ${entry}`)
    hold(/^Exec=\/opt\/Handhold\/handhold.* %[UF]/m.test(entry), `the entry is ${entry}`)
    for (const size of [16, 48, 128, 256, 512])
      hold(existsSync(join(root, `usr/share/icons/hicolor/${size}x${size}/apps/handhold.png`)), `no icon of ${size}`)
    hold(/^Depends: .*libgtk-3-0.*libnss3/m.test(control), control)
  })
  await rule('its scripts are sound, and tell udev', () => {
    for (const name of ['postinst', 'postrm']) {
      const script = join(folder, 'control', name)
      run('sh', ['-n', script])
      const text = readFileSync(script, 'utf8')
      hold(text.includes('udevadm control --reload'), `${name} does not tell udev`)
      hold(!/\$\{/.test(text), `${name} has a word that was not filled in`)
    }
  })
  await rule('what the .deb installs starts and checks itself', () => {
    const { code, found } = selfCheck(join(root, 'opt/Handhold/handhold'), join(folder, 'check-deb'))
    hold(code === 0 && found['ok'] === true, `it ended with ${code}: ${JSON.stringify(found)}`)
  })
}

async function check(folder: string): Promise<void> {
  const distribution = join(folder, 'distribution')
  const release = join(folder, 'release')
  makeDistribution(distribution)
  const withDeb = isHere('dpkg-deb')
  const targets = withDeb ? ['dir', 'deb'] : ['dir']
  run(
    process.execPath,
    [BUILDER, '--config', 'electron-builder.config.cjs', '--linux', ...targets, '--publish', 'never'],
    {
      ...standinEnvironment(),
      HANDHOLD_ELECTRON_DIST: distribution,
      HANDHOLD_RELEASE: release,
      CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm'),
    },
  )
  const program = join(release, 'linux-unpacked/handhold')
  const resources = join(release, 'linux-unpacked/resources')
  await checkArchive(join(resources, 'app.asar'), program)
  await checkResources(resources)
  await checkProgram(program, folder)
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  if (withDeb) await checkDeb(join(release, `handhold_${version}_amd64.deb`), folder)
  else say({ name: 'the .deb', outcome: 'skipped', detail: 'there is no dpkg-deb on this machine' })
  say({
    name: 'AppImage, dmg and nsis',
    outcome: 'skipped',
    detail: 'their tools are downloads of electron-builder; the release workflow builds and starts them',
  })
}

const whyNot =
  process.platform !== 'linux' || process.arch !== 'x64' ? 'the stand-in is packed on Linux x64 only' : null
if (whyNot !== null) say({ name: 'packing with a stand-in', outcome: 'skipped', detail: whyNot })
else {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-package-'))
  await check(folder).catch((error: unknown) =>
    say({ name: 'packing', outcome: 'failed', detail: error instanceof Error ? error.message : String(error) }),
  )
  rmSync(folder, { recursive: true, force: true })
}
const failed = results.some(({ outcome }) => outcome === 'failed')
const ran = results.some(({ outcome }) => outcome === 'passed')
mkdirSync(join(ROOT, 'test-results'), { recursive: true })
writeFileSync(REPORT, JSON.stringify({ outcome: failed ? 'failed' : ran ? 'passed' : 'skipped', results }))
process.exitCode = failed ? 1 : 0
