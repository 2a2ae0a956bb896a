import { describe, expect, it } from 'vitest'
import { readErrorCode } from '../../shared/protocol/dialog-text.ts'

const SAYS_A_CODE: readonly (readonly [text: string, code: string])[] = [
  ['4013', '4013'],
  [' 9 ', '9'],
  ['-1', '-1'],
  ['(4013)', '4013'],
  ['again 9', '9'],
  ['it was 21', '21'],
  ['0xE8000065', '0xE8000065'],
  ['0xe8000015', '0xE8000015'],
  ['error 9', '9'],
  ['Error -50', '-50'],
  ['error: 4013.', '4013'],
  ['Error4013', '4013'],
  ['Fehler 4013', '4013'],
  ['Fehler-4013', '4013'],
  ['code 14', '14'],
  ['error no. 21', '21'],
  ['I got 4013 when restoring my iPhone 13', '4013'],
  ['The iPhone “Anna’s iPhone 13” could not be restored. An unknown error occurred (14).', '14'],
  ['The iPhone could not be restored. An unknown error occurred (-1).', '-1'],
  [
    'Das iPhone „iPhone“ konnte nicht wiederhergestellt werden. Es ist ein unbekannter Fehler aufgetreten (4013).',
    '4013',
  ],
  ['L’iPhone « iPhone » n’a pas pu être restauré. Une erreur inconnue s’est produite (9).', '9'],
  ['No se ha podido restaurar el iPhone. Se ha producido un error desconocido (4014).', '4014'],
  ['Impossibile ripristinare iPhone. Si è verificato un errore sconosciuto (3194).', '3194'],
  ['O iPhone não pôde ser restaurado. Ocorreu um erro desconhecido (21).', '21'],
  ['De iPhone kan niet worden hersteld. Er is een onbekende fout opgetreden (1413).', '1413'],
  ['Не удалось восстановить iPhone. Произошла неизвестная ошибка (4005).', '4005'],
  ['код ошибки 40', '40'],
  ['iPhone geri yüklenemedi. Bilinmeyen bir hata oluştu (2005).', '2005'],
  ['Nie można odtworzyć iPhone’a. Wystąpił nieznany błąd (4013).', '4013'],
  ['iPhoneを復元できませんでした。不明なエラーが発生しました（4013）。', '4013'],
  ['未能恢复 iPhone。发生未知错误（4013）。', '4013'],
  ['エラー4013', '4013'],
  ['错误代码：１４１３', '1413'],
  ['알 수 없는 오류가 발생했습니다(9).', '9'],
  ['تعذرت استعادة iPhone. حدث خطأ غير معروف (٤٠١٣).', '4013'],
  ['[18:40:07.0512] Restore completed, status: 4042', '4042'],
  ['iOS 17.4.1 on iPhone12,1: error 4013 at 19 %', '4013'],
  ['iTunes 12.13, Windows 11, 2024-05-04 10:22: unknown error 0xE800006A', '0xE800006A'],
  ['firmware 5.23 GB, 4013 error after 12 minutes', '4013'],
  ['unknown error -402653083', '-402653083'],
]

const SAYS_NONE: readonly string[] = [
  '',
  'it does not start',
  'iOS 17.4.1',
  'iPhone 13',
  'iPhone 14 Pro Max',
  'iPad (9th generation)',
  'iPhone12,1',
  'since 2024-05-04 it is stuck',
  'on 4.5.2024 at 10:22',
  '5.23 GB',
  'stops at 19 %',
  'tried 2 cables and 3 ports',
  'Windows 11',
  'bought in 2019',
  'ECID 4503599627370497',
  'error occurred 3 times',
  'Error: iPhone 13 could not be restored',
  'A2483',
]

describe('reading the code out of what a person typed or pasted', () => {
  it.each(SAYS_A_CODE)('finds the code in %j', (text, code) => {
    expect(readErrorCode(text).code).toBe(code)
  })
  it.each(SAYS_NONE)('finds none in %j', (text) => {
    expect(readErrorCode(text)).toEqual({ code: null, others: [] })
  })
  it('keeps the other codes that are named', () => {
    expect(readErrorCode('error 4013, the second time error 9 and then 4014')).toEqual({
      code: '4013',
      others: ['9', '4014'],
    })
  })
  it('reads every plausible code back out of every dialog', () => {
    const dialogs = SAYS_A_CODE.map(([text]) => text).filter((text) => /\((?:4013|9|14|21)\)/u.test(text))
    expect(dialogs.length).toBeGreaterThan(5)
    for (const dialog of dialogs)
      for (let code = 1; code < 10_000; code += 7)
        expect(readErrorCode(dialog.replace(/\((?:4013|9|14|21)\)/u, `(${code})`)).code).toBe(String(code))
  })
  it('never throws and answers in one shape, whatever the text', () => {
    const pieces = [
      '4013',
      'error',
      '(',
      ')',
      '-',
      ' ',
      '0x',
      'E8',
      '\u0000',
      '\ud800',
      'é',
      '٤',
      '.',
      ',',
      ':',
      '%',
      '\n',
      'iOS ',
    ]
    let seed = 12_345
    const dice = (sides: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * sides)
    }
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: dice(12) }, () => pieces[dice(pieces.length)]).join('')
      const { code, others } = readErrorCode(text)
      for (const each of code === null ? others : [code, ...others])
        expect(each).toMatch(/^(?:-?[1-9]\d*|0x[0-9A-F]+)$/u)
      if (code === null) expect(others).toEqual([])
    }
    expect(readErrorCode('error '.repeat(200_000)).code).toBeNull()
    expect(readErrorCode('9'.repeat(500_000)).code).toBeNull()
  })
})
