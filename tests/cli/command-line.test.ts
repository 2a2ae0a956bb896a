import { expect, test } from 'vitest'
import { commandLineIn } from '../../electron/command-line.ts'

test.each([
  [
    ['identify', '--json'],
    ['identify', '--json'],
  ],
  [
    ['--no-sandbox', 'guide', 'dfu', '--product', 'iPhone12,1'],
    ['guide', 'dfu', '--product', 'iPhone12,1'],
  ],
  [['idnetify'], ['idnetify']],
  [['--help'], ['--help']],
  [['--version'], ['--version']],
])('a program that is started with %j is the command line', (args, words) => {
  expect(commandLineIn(args)).toEqual(words)
})

test.each([
  [[]],
  [['--no-sandbox']],
  [['--self-check']],
  [['/home/me/a case.handhold']],
  [['C:\\cases\\mine.handhold', '--help']],
  [['mine.handhold']],
])('a program that is started with %j opens its window', (args) => {
  expect(commandLineIn(args)).toBeNull()
})
