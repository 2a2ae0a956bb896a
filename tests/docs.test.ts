import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES } from '../tools/write-docs.ts'

test.each(Object.entries(PAGES))('%s says what the tables say (run `npm run docs`)', (file, page) => {
  expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toBe(page())
})
