import { describe, expect, test } from 'vitest'
import { readErrorCode } from '../../shared/protocol/error-text.ts'

describe('the code in what a person typed', () => {
  test.each([
    ['4013', '4013'],
    [' 9 ', '9'],
    ['-1', '-1'],
    ['−50', '-50'],
    ['(4013)', '4013'],
    ['Error 4013', '4013'],
    ['error code: 21', '21'],
    ['The iPhone “Anna” could not be restored. An unknown error occurred (4013).', '4013'],
    ['The iPhone 13 could not be updated. An unknown error occurred (4014).', '4014'],
    ['iTunes 12.13 could not restore the iPhone because an error occurred (-50).', '-50'],
    ['it says 0xe8000065 here', '0xE8000065'],
    ['Fehler 3194', '3194'],
    ['restore stopped with 1413', '1413'],
  ])('%s is %s', (text, code) => {
    expect(readErrorCode(text)).toBe(code)
  })

  test.each([
    '',
    'it just stops',
    'my iPhone 13 on iOS 26.1',
    'stuck on the Apple logo',
    'Windows 11',
    'it stops at 60%',
    '1234567',
  ])('there is none in “%s”', (text) => {
    expect(readErrorCode(text)).toBeNull()
  })

  test('a long paste without a code ends quickly and gives none', () => {
    expect(readErrorCode('error ('.repeat(100_000))).toBeNull()
  })
})
