import { describe, expect, test } from 'vitest'
import { endLog, readLogBytes, startLog, tellLog } from '../../shared/protocol/log-reader.ts'

function told(text: string) {
  const reader = startLog()
  readLogBytes(reader, new TextEncoder().encode(text))
  endLog(reader)
  return tellLog(reader, null, true)
}

describe('what only speaks of restores is no log of one', () => {
  test.each([
    [
      'a question in a forum',
      'Hi, my iPhone 11 shows Restore error 4013 after the update.\nWhat can I do? I tried two cables.\n',
    ],
    [
      'an answer in a forum',
      'The restore failed (error 9). Device is locked, maybe? Server not reachable was in mine too.\n',
    ],
    ['a list of downloads', 'total 15\n-rw-r--r-- 1 a a 8001 iPhone12,1_18.3.2_22D82_Restore.ipsw\n'],
    ['a stamped download', '2026-03-04 10:00:00.000 curl[1:2]: saved iPhone12,1_18.3.2_22D82_Restore.ipsw\n'],
    ['a program’s version', 'idevicerestore 1.0.1 (libirecovery 1.2.1)\n'],
    [
      'another program that reaches no server',
      '[18:40:07.0512] Server not reachable\n[18:40:08.0512] giving up, failed\n',
    ],
    ['an ECID that somebody wrote down', 'ECID: 5678901234567890\nmodel: A2111\n'],
    [
      'a system log',
      'Mar  4 10:00:00 host kernel: usb 1-1: New USB device found, idVendor=05ac, idProduct=1281\nDONE\n',
    ],
    ['a web page', '<!doctype html><title>Error 4013</title><p>Restore completed? Not with status 4013.</p>\n'],
    ['a table of numbers', 'Unmounting filesystems\t29\nprogress\t2\t0.43\n'],
  ])('%s', (_what, text) => expect(told(text)).toBeNull())

  test('the same words in a tool’s own shape are one', () => {
    expect(told('[18:40:24.0100] AMPDevicesAgent: Restore error 4013\n')?.reports[0]?.error?.code).toBe(4013)
    expect(told('ERROR: Device is locked. Unlock device and try again\n')?.reports[0]?.causes[0]?.id).toBe('passcode')
    expect(
      told('idevicerestore 1.0.1\nERROR: Unable to discover device mode. Please make sure a device is attached.\n')
        ?.reports[0],
    ).toMatchObject({
      tool: 'idevicerestore',
      success: false,
    })
  })
})
