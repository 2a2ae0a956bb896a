// The part of fpm's command line that electron-builder uses for a .deb, done by Debian's own dpkg-deb.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Options that stand alone; every other one carries its value behind it. */
const ALONE = new Set(['--force', '--verbose'])

type Asked = { readonly options: ReadonlyMap<string, readonly string[]>; readonly pairs: readonly string[] }

function readArguments(args: readonly string[]): Asked {
  const options = new Map<string, string[]>()
  const pairs: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (ALONE.has(arg)) continue
    if (!arg.startsWith('-')) pairs.push(arg)
    else options.set(arg, [...(options.get(arg) ?? []), args[(at += 1)] ?? ''])
  }
  return { options, pairs }
}

const FIELDS: readonly (readonly [string, string])[] = [
  ['Package', '--name'],
  ['Version', '--version'],
  ['Architecture', '--architecture'],
  ['Maintainer', '--maintainer'],
  ['Depends', '-d'],
  ['Recommends', '--deb-recommends'],
  ['Section', '--category'],
  ['Priority', '--deb-priority'],
  ['Homepage', '--url'],
  ['Description', '--description'],
]
const SCRIPTS = [
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
] as const

function put(root: string, pair: string): void {
  const at = pair.indexOf('=')
  const [from, to] = [pair.slice(0, at), join(root, pair.slice(at + 1))]
  mkdirSync(dirname(to), { recursive: true })
  if (statSync(from).isDirectory()) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  else copyFileSync(from, to)
}

function build({ options, pairs }: Asked): number {
  if (options.get('-t')?.[0] !== 'deb') throw new Error('only a .deb is made here')
  const root = mkdtempSync(join(tmpdir(), 'handhold-deb-'))
  try {
    for (const pair of pairs) put(root, pair)
    mkdirSync(join(root, 'DEBIAN'))
    const control = FIELDS.flatMap(([field, option]) => {
      const value = options.get(option)?.join(', ').trim().replace(/\n\s*/g, '\n ')
      return value ? [`${field}: ${value}\n`] : []
    })
    writeFileSync(join(root, 'DEBIAN/control'), control.join(''))
    for (const [option, name] of SCRIPTS) {
      const script = options.get(option)?.[0]
      if (!script) continue
      copyFileSync(script, join(root, 'DEBIAN', name))
      chmodSync(join(root, 'DEBIAN', name), 0o755)
    }
    const args = ['--root-owner-group', '-Zgzip', '--build', root, options.get('--package')?.[0] ?? '']
    return spawnSync('dpkg-deb', args, { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

process.exitCode = build(readArguments(process.argv.slice(2)))
