import { execFile, fork } from 'node:child_process'
import { mkdtempSync, openSync, closeSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BenchRow } from './row.ts'

const FILE_BYTES = 200_000_000
const ROUNDS = 5
const MEMORY_AIM_MB = 150
const execute = promisify(execFile)

/** Lines as they fill a real log: signing chatter, progress, and the harmless trouble of good restores. */
function piece(hour: number): string {
  const at = (index: number) =>
    `[${String(hour).padStart(2, '0')}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.0512]`
  const lines: string[] = []
  for (let index = 0; index < 3600; index += 1) {
    const chatter = [
      'amai: AMAuthInstallBundlePopulatePersonalizedBundle: no entry in manifest found for "OS", copying it as it is',
      'amai: : 30 00 00 00 10 00 00 00 04 59 43 5a a7 dc 49 30',
      'sock  12: connected to [fe80::1%en3]:49161 as [fe80::2%en3]:51542',
      `<Restore Device 0x7f9603d65960>: operation ${13 + (Math.floor(index / 600) % 6)} progress ${Math.floor((index % 600) / 6)}`,
      'AMRestorableDeviceCopyPSDProbe: Failure to locate probe for [0x26400000] in IORegistry',
    ]
    for (const text of chatter) lines.push(`${at(index)} ${text}`)
    if (index % 60 === 0) lines.push(`${at(index)} error getting environment variable radio-error: failed: 2008`)
  }
  return `${lines.join('\n')}\n`
}

function writeLog(file: string): void {
  const handle = openSync(file, 'w')
  writeSync(handle, '[00:00:00.0001] restore library built Mar  3 2026 at 20:11:05\n')
  let written = 0
  for (let hour = 0; written < FILE_BYTES; hour = (hour + 1) % 24) written += writeSync(handle, piece(hour))
  writeSync(handle, '[23:59:59.0001] Restore completed, status: 4013\n')
  closeSync(handle)
}

type Measured = { readonly seconds: number; readonly memoryMb: number; readonly code: number | null }

/** Reads the log in a process of its own, so that the memory is that of reading alone. */
function ours(file: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'read-log-once.ts'), [file])
    child.once('message', (measured) => resolve(measured as Measured))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`reading ended with ${code}`)))
  })
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * MB/s of reading a log of 200 MB beside `grep -c error` on the same file, both without the start of their process where that
 * can be told apart; and the memory of the process that reads. Medians of interleaved rounds.
 */
export async function benchReadLog(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-'))
  const file = join(folder, 'updater.log')
  try {
    writeLog(file)
    const megabytes = statSync(file).size / 1e6
    const rates = { ours: [] as number[], grep: [] as number[], memory: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      const measured = await ours(file)
      if (measured.code !== 4013) throw new Error('the log was not understood')
      rates.ours.push(megabytes / measured.seconds)
      rates.memory.push(measured.memoryMb)
      const began = performance.now()
      await execute('grep', ['-c', 'error', file])
      rates.grep.push(megabytes / ((performance.now() - began) / 1000))
    }
    const [rate, against, memory] = [median(rates.ours), median(rates.grep), Math.max(...rates.memory)]
    return [
      {
        name: 'log reading',
        unit: 'MB/s',
        ours: rate,
        against,
        againstName: 'grep -c error',
        ratio: rate / against,
        aim: 'ratio ≥ 0.25',
      },
      {
        name: 'memory of log reading',
        unit: 'MB',
        ours: memory,
        against: MEMORY_AIM_MB,
        againstName: 'the aim',
        ratio: memory / MEMORY_AIM_MB,
        aim: 'ratio ≤ 1',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
