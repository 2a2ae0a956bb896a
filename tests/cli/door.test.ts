import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const entry = join(root, 'tools/handhold.ts')
const folder = mkdtempSync(join(tmpdir(), 'handhold-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the command line as a person in the checkout does. `stopReading`: closes its output after the first piece. */
function handhold(args: string[], input = '', stopReading = false): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], { cwd: root })
    let out = ''
    let err = ''
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString()
      if (stopReading) child.stdout.destroy()
    })
    child.stderr.on('data', (piece: Buffer) => void (err += piece.toString()))
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

// The first one may build the command line.
describe('the command line as a process', { timeout: 120_000 }, () => {
  test('two at once, both of which may find it stale, both answer', async () => {
    const line = '{"vid":"05ac","pid":"1281","serial":"CPID:8015 BDID:0E ECID:000A1B2C3D4E5F60 IBFL:3D"}\n'
    const ended = await Promise.all([handhold(['identify', '--json'], line), handhold(['identify', '--json'], line)])
    for (const { code, out } of ended) {
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ name: 'iPhone X (GSM)', mode: 'recovery', phone: true })
    }
  })

  test('states its version and its help on standard output', async () => {
    const about: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(await handhold(['--version'])).toMatchObject({ code: 0, out: `${about.version}\n` })
    const help = await handhold(['--help'])
    expect(help.code).toBe(0)
    for (const name of ['identify', 'guide', 'judge', 'explain', 'plan', 'watch', 'history'])
      expect(help.out).toContain(`  ${name} `)
    expect((await handhold(['guide', '--help'])).out).toMatch(/^handhold guide /)
  })

  test('wrong use is told on standard error with exit code 2', async () => {
    for (const args of [[], ['nope'], ['constructor'], ['guide', 'dfu']]) {
      const { code, out, err } = await handhold(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).not.toBe('')
    }
  })

  test('a reader that goes away ends it quietly', async () => {
    const { code, err } = await handhold(['identify'], '{"vid":"05ac","pid":"1227"}\n'.repeat(20_000), true)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('a recorded attempt is judged from a file', async () => {
    const file = join(folder, 'attempt.json')
    writeFileSync(
      file,
      JSON.stringify({
        product: 'iPhone12,1',
        guide: 'dfu',
        events: [{ atMs: 1000, kind: 'cancelled' }],
        endAtMs: 60_000,
      }),
    )
    const { code, out } = await handhold(['judge', file, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'cancelled' })
  })
})

/** A checkout with nothing to build in it, which its user cannot write to; `built` is its command line, or null. */
function readOnlyCheckout(name: string, built: string | null): string {
  const checkout = join(folder, name)
  for (const room of ['tools', 'shared', 'electron', 'dist/cli']) mkdirSync(join(checkout, room), { recursive: true })
  cpSync(entry, join(checkout, 'tools/handhold.ts'))
  if (built !== null) {
    writeFileSync(join(checkout, 'dist/cli/cli.js'), built)
    writeFileSync(join(checkout, 'dist/cli/.built-from'), 'other sources')
  }
  for (const file of ['vite.config.ts', 'package.json', 'package-lock.json'])
    writeFileSync(join(checkout, file), '{"type":"module"}')
  for (const room of ['.', 'dist', 'dist/cli']) chmodSync(join(checkout, room), 0o555)
  return checkout
}

// Whoever may write everywhere starts it as nobody, where nobody can reach this Node.
const asSomebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const cannotRun = process.platform === 'win32' || spawnSync(process.execPath, ['-e', ''], asSomebody).status !== 0
describe.skipIf(cannotRun)('a checkout that cannot be written', () => {
  const run = (checkout: string) => {
    chmodSync(folder, 0o755)
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/handhold.ts'], {
      cwd: checkout,
      encoding: 'utf8',
      ...asSomebody,
    })
    return { status, stdout, stderr }
  }
  afterAll(() => {
    for (const name of ['older', 'empty'])
      for (const room of ['.', 'dist', 'dist/cli']) chmodSync(join(folder, name, room), 0o755)
  })

  test('runs its older build and says so beside the results', () => {
    const { status, stdout, stderr } = run(readOnlyCheckout('older', "console.log('answered')"))
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'answered\n' })
    expect(stderr).toMatch(/is older than its sources and cannot be built here: .* cannot be written \(EACCES\)/)
  })

  test('without a build ends with a sentence and exit code 1', () => {
    const { status, stdout, stderr } = run(readOnlyCheckout('empty', null))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('is not built yet, and cannot be built here')
    expect(stderr).not.toContain('    at ')
  })
})
