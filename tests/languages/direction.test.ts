import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Sides by name in a style: what a screen from right to left would get wrong. Comments do not count. */
function sidesIn(css: string): string[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\([^()]*\)/g, '()')
  return [
    ...(
      bare.match(
        /(?:^|[\s;{])(?:left|right|(?:margin|padding|border)-(?:left|right)[a-z-]*|text-align)\s*:\s*[^;]*/g,
      ) ?? []
    ).filter((rule) => !/text-align\s*:\s*(?:start|end|center|inherit)/.test(rule)),
    // four values, of which the second and the fourth differ
    ...(bare.match(/(?:padding|margin|inset)\s*:\s*\S+ (\S+) \S+ (?!\1;)[^\s;]+;/g) ?? []),
  ]
}

describe('styles', () => {
  const files = globSync('renderer/**/*.css', { cwd: ROOT })

  test('name no sides: start and end follow the reading direction', () => {
    expect(files.length).toBeGreaterThan(8)
    const found = files.flatMap((file) =>
      sidesIn(readFileSync(join(ROOT, file), 'utf8')).map((rule) => `${file}: ${rule.trim()}`),
    )
    expect(found).toEqual([])
  })
  test.each([
    'a { left: 0; }',
    'a { margin-left: 1em; }',
    'a { border-right: 0 }',
    'a { text-align: left; }',
    'a { padding: 0 1em 0 2em; }',
  ])('the rule bites: %s', (css) => expect(sidesIn(css)).toHaveLength(1))
  test.each([
    'a { inset-inline-start: 0; }',
    'a { padding: 1em 2em; }',
    'a { text-align: start; }',
    '/* left: 0 */',
    'a { margin: 0 1em 2em 1em; }',
  ])('the rule bites only where it must: %s', (css) => expect(sidesIn(css)).toEqual([]))
})
