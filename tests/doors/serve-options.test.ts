import { describe, expect, test } from 'vitest'
import { dataFolder, hostSystem } from '../../electron/host-system.ts'
import { browserCommand } from '../../electron/open-browser.ts'
import { readServeOptions } from '../../electron/serve-options.ts'
import { translator } from '../../shared/texts/translate.ts'

const read = (...args: string[]) => readServeOptions(args, translator('en'))

test('without arguments: a free port, this system’s data folder, practice as in life, and the browser', () => {
  expect(read()).toEqual({
    port: 0,
    databaseFile: expect.stringMatching(/andhold.history\.sqlite$/),
    practiceRate: 1,
    open: true,
  })
})

test('arguments are taken', () => {
  const args = ['--port', '4600', '--database', '/x.sqlite', '--practice-rate', '20', '--no-open']
  expect(read(...args)).toEqual({ port: 4600, databaseFile: '/x.sqlite', practiceRate: 20, open: false })
})

test.each([
  [['--port', '0'], '--port must be'],
  [['--port', '65536'], '--port must be'],
  [['--port', '80.5'], '--port must be'],
  [['--port', 'http'], '--port must be'],
  [['--practice-rate', '0'], '--practice-rate must be'],
  [['--practice-rate', 'NaN'], '--practice-rate must be'],
  [['--prot', '4600'], '--prot'],
  [['somewhere'], 'somewhere'],
])('%j is refused with what is wrong and how to do it right', (args, words) => {
  const refused = read(...args)
  expect(refused).toEqual({ problem: expect.stringContaining(words) })
  expect(refused).toEqual({ problem: expect.stringContaining('Usage: serve') })
})

test('--help gives the usage', () => {
  expect(read('--help')).toEqual({ help: expect.stringContaining('--practice-rate') })
})

describe('each system', () => {
  test.each([
    ['darwin', 'macos', '/home/a/Library/Application Support/Handhold'],
    ['win32', 'windows', '/home/a/AppData/Roaming/Handhold'],
    ['linux', 'linux', '/home/a/.local/share/handhold'],
    ['freebsd', 'linux', '/home/a/.local/share/handhold'],
  ] as const)('%s keeps its data where its apps do', (platform, system, folder) => {
    expect(hostSystem(platform)).toBe(system)
    expect(dataFolder(system, {}, '/home/a').replaceAll('\\', '/')).toBe(folder)
  })

  test('a browser is opened only where there is a display', () => {
    expect(browserCommand('http://x', 'linux', {})).toBeNull()
    expect(browserCommand('http://x', 'linux', { DISPLAY: ':0' })?.command).toBe('xdg-open')
    expect(browserCommand('http://x', 'linux', { WAYLAND_DISPLAY: 'w' })?.command).toBe('xdg-open')
    expect(browserCommand('http://x', 'darwin', {})?.args).toEqual(['http://x'])
    expect(browserCommand('http://x', 'win32', {})).not.toBeNull()
  })
})
