import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Problem } from '../shared/engine/problem.ts'
import { en } from '../shared/texts/en/index.ts'
import {
  adapterBreaches,
  circles,
  electronBreaches,
  floorBreaches,
  lengthBreaches,
  shapeBreaches,
  textBreaches,
  worldBreaches,
} from './house/laws.ts'
import { countRows, rowBreaches } from './house/rows.ts'
import { readProject, readSource } from './house/source.ts'

const ROOT = join(import.meta.dirname, '..')
const sources = readProject(ROOT, ['shared', 'electron', 'renderer', 'tools', 'tests'])
const product = sources.filter(({ path }) => !path.startsWith('tests/'))

/** Files that were longer than allowed when the law came. They may only shrink. */
const KNOWN_LONG: Readonly<Record<string, number>> = {}

describe('the house keeps its laws', () => {
  test('it was looked at: every floor has files', () => {
    for (const floor of ['knowledge', 'protocol', 'engine', 'contract', 'simulator', 'texts'])
      expect(sources.filter(({ path }) => path.startsWith(`shared/${floor}/`)).length).toBeGreaterThan(1)
    expect(product.length).toBeGreaterThan(100)
  })
  test('every floor imports only what lies below it', () => expect(product.flatMap(floorBreaches)).toEqual([]))
  test('only main, preload and window know Electron', () => expect(sources.flatMap(electronBreaches)).toEqual([]))
  test('only build makes adapters', () => expect(sources.flatMap(adapterBreaches)).toEqual([]))
  test('shared/ knows no clock, chance, console or page', () => expect(product.flatMap(worldBreaches)).toEqual([]))
  test('nothing is exported by default or wholesale, nothing is any', () =>
    expect(sources.flatMap(shapeBreaches)).toEqual([]))
  test('no file is too long', () => {
    expect(product.flatMap((source) => lengthBreaches(source, KNOWN_LONG))).toEqual([])
    expect(Object.keys(KNOWN_LONG).filter((path) => !sources.some((source) => source.path === path))).toEqual([])
  })
  test('no imports run in a circle', () => expect(circles(sources)).toEqual([]))
  test('every text that is read by its key exists', () => {
    expect(product.reduce((sum, { textKeys }) => sum + textKeys.length, 0)).toBeGreaterThan(50)
    expect(product.flatMap((source) => textBreaches(source, (key) => key in en))).toEqual([])
  })
  test('every problem says what happened and what to do', () => {
    const keys = Problem.shape.code.options.flatMap((code) => [`problem.${code}.what`, `problem.${code}.do`])
    expect(keys.filter((key) => !(key in en))).toEqual([])
  })
  test('every row of knowledge says where it comes from and how sure it is', async () => {
    const folder = join(ROOT, 'shared/knowledge')
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    const tables = await Promise.all(
      files.map(async (name) => ({ name, exported: (await import(join(folder, name))) as Record<string, unknown> })),
    )
    expect(tables.reduce((sum, { exported }) => sum + countRows(exported), 0)).toBeGreaterThan(100)
    expect(tables.flatMap(({ name, exported }) => rowBreaches(name, exported))).toEqual([])
  })
})

describe('the laws bite', () => {
  const read = (path: string, code: string) => readSource(path, code)

  test.each([
    ['shared/knowledge/a.ts', `import { step } from '../engine/step.ts'`],
    ['shared/knowledge/a.ts', `import type { Phase } from '../engine/guide-run.ts'`],
    ['shared/engine/a.ts', `import { readFileSync } from 'node:fs'`],
    ['shared/engine/a.ts', `import { usb } from 'usb'`],
    ['shared/engine/a.ts', `export { calls } from '../contract/contract.ts'`],
    ['shared/texts/a.ts', `import { step } from '../engine/step.ts'`],
    ['shared/protocol/a.ts', `const later = () => import('../engine/step.ts')`],
    ['shared/simulator/a.ts', `import { guidePhases } from '../knowledge/button-guides.ts'`],
    ['shared/simulator/a.ts', `import type { Phase } from '../engine/guide-run.ts'`],
    ['shared/simulator/a.ts', `import { buildApp } from '../../electron/build.ts'`],
    ['shared/somewhere/a.ts', `import { z } from 'zod'`],
    ['renderer/a.tsx', `import { buildApp } from '../electron/build.ts'`],
    ['renderer/a.tsx', `import { join } from 'node:path'`],
    ['electron/a.ts', `import { App } from '../renderer/App.tsx'`],
    ['electron/a.ts', `import { worlds } from '../tests/contract/worlds.ts'`],
  ])('a floor: %s with %s', (path, code) => expect(floorBreaches(read(path, code))).toHaveLength(1))

  test.each([
    ['shared/engine/a.ts', `import { z } from 'zod'; import type { Mode } from '../knowledge/vocabulary.ts'`],
    ['shared/simulator/a.ts', `import type { WorldEvent } from '../engine/events.ts'`],
    [
      'renderer/features/a.tsx',
      `import { useState } from 'react'; import './a.css'; import { en } from '../../shared/texts/en/index.ts'`,
    ],
    ['electron/a.ts', `import { join } from 'node:path'; import about from '../package.json' with { type: 'json' }`],
  ])('a floor, only where it must: %s may have %s', (path, code) => expect(floorBreaches(read(path, code))).toEqual([]))

  test.each([
    `const now = Date.now()`,
    `const now: Date = at`,
    `const now = performance.now()`,
    `const chance = Math.random()`,
    `setTimeout(() => {}, 5)`,
    `console.log('x')`,
    `const { title } = document`,
    `const wide = () => window.innerWidth`,
    `const all = { performance }`,
    `const id = crypto.randomUUID()`,
  ])('the world outside: %s', (code) => expect(worldBreaches(read('shared/engine/a.ts', code))).toHaveLength(1))

  test.each([
    `// Date, performance and console.log`,
    `const text = 'window.open(Date)'`,
    `const high = Math.max(1, 2)`,
    `type Row = { Date: string; window: number }; const of = (row: Row) => row.window`,
    `export const within = (window: { from: number }) => window.from`,
    `const { performance } = figures; export const best = performance * 2`,
  ])('the world outside, only where it is meant: %s', (code) =>
    expect(worldBreaches(read('shared/engine/a.ts', code))).toEqual([]),
  )

  test('Electron and adapters outside their files', () => {
    expect(electronBreaches(read('electron/build.ts', `import { app } from 'electron'`))).toHaveLength(1)
    expect(electronBreaches(read('electron/window.ts', `import { app } from 'electron'`))).toEqual([])
    const adapter = `import { createUsb } from './adapters/usb.ts'`
    expect(adapterBreaches(read('electron/serve.ts', adapter))).toHaveLength(1)
    expect(adapterBreaches(read('electron/build.ts', adapter))).toEqual([])
    expect(adapterBreaches(read('electron/serve.ts', adapter.replace('import', 'import type')))).toEqual([])
  })

  test.each([
    ['a default export', 'shared/a.ts', 'export default 1'],
    ['a default export by name', 'shared/a.ts', 'const a = 1; export { a as default }'],
    ['a barrel', 'shared/a.ts', `export * from './b.ts'`],
    ['any', 'shared/a.ts', 'const a = (b: any) => b'],
    ['a name that says nothing', 'shared/utils/a.ts', 'const a = 1'],
    ['a file whose name says nothing', 'renderer/helpers.tsx', 'const a = 1'],
  ])('shape: %s', (_what, path, code) => expect(shapeBreaches(read(path, code))).toHaveLength(1))

  test('a file that is too long, that grew, or that may leave the list', () => {
    const long = (lines: number) => read('electron/a.ts', ';\n'.repeat(lines))
    expect(lengthBreaches({ ...long(1), lines: 301 })).toHaveLength(1)
    expect(lengthBreaches({ ...long(1), lines: 300 })).toEqual([])
    expect(lengthBreaches({ ...long(1), lines: 351 }, { 'electron/a.ts': 350 })).toHaveLength(1)
    expect(lengthBreaches({ ...long(1), lines: 350 }, { 'electron/a.ts': 350 })).toEqual([])
    expect(lengthBreaches({ ...long(1), lines: 200 }, { 'electron/a.ts': 350 })).toHaveLength(1)
    expect(long(7).lines).toBe(7)
  })

  test('a circle, but not one of types', () => {
    const circle = (kind: string) => [
      read('shared/engine/a.ts', `import { b } from './b.ts'`),
      read('shared/engine/b.ts', `import { c } from './c.ts'`),
      read('shared/engine/c.ts', `import ${kind}{ a } from './a.ts'`),
    ]
    expect(circles(circle(''))).toEqual([
      'a circle: shared/engine/a.ts -> shared/engine/b.ts -> shared/engine/c.ts -> shared/engine/a.ts',
    ])
    expect(circles(circle('type '))).toEqual([])
  })

  test('a text that does not exist, read in any of the usual ways', () => {
    const none = () => false
    for (const code of [`t('a.b')`, `translate('a.b', { x: 1 })`, `ports.translate('a.b')`, `const m = { key: 'a.b' }`])
      expect(textBreaches(read('renderer/a.tsx', code), none)).toHaveLength(1)
    expect(textBreaches(read('renderer/a.tsx', 't(`a.${b}`); const key = { key: "Enter" }'), none)).toEqual([])
  })

  test('a row without a source, without a confidence, or with one that does not exist', () => {
    const good = { source: 'a book', confidence: 'reported' }
    const bad = [
      { source: 'a book' },
      { confidence: 'reported' },
      { ...good, source: ' ' },
      { ...good, confidence: 'sure' },
    ]
    for (const row of bad) expect(rowBreaches('a.ts', { TABLE: [good, row] })).toHaveLength(1)
    expect(rowBreaches('a.ts', { TABLE: [good], BY_NAME: { one: good }, words: ['a'], pick: () => good })).toEqual([])
    expect(countRows({ TABLE: [good, good], BY_NAME: { one: good } })).toBe(3)
  })
})
