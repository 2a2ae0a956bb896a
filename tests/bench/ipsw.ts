import { execFile, fork } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildZip } from '../ipsw/build-zip.ts'
import { firmwareParts } from '../ipsw/firmware-parts.ts'
import type { BenchRow } from './row.ts'

const ROUNDS = 3
const IMAGE_BYTES = 600_000_000
const PACKED_BYTES = 100_000_000
const MEMORY_AIM_MB = 150
const execute = promisify(execFile)

type Measured = { readonly seconds: number; readonly memoryMb: number; readonly verdict: string }

/** Checks in a process of its own, so that the memory is that of checking alone. */
function ours(file: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'ipsw-once.ts'), [file])
    child.once('message', (measured) => resolve(measured as Measured))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`checking ended with ${code}`)))
  })
}

/** As in Apple's files: nearly all of it is one stored image; the rest is packed. */
function writeFirmware(file: string): void {
  const image = randomFillSync(Buffer.alloc(IMAGE_BYTES))
  const packed = Buffer.alloc(PACKED_BYTES)
  for (let at = 0; at < PACKED_BYTES; at += 4) packed.writeUInt32LE((at * 2_654_435_761) % 65_521, at)
  buildZip(file, [
    ...firmwareParts(),
    { name: '090-00002-001.dmg.aea', data: image },
    { name: 'Firmware/large.im4p', data: packed, deflate: true },
  ])
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** MB/s of checking a firmware file (CRC of every part and SHA-1 of the whole) beside `unzip -t`, which has no SHA-1; and the memory. */
export async function benchIpsw(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handhold-bench-'))
  const file = join(folder, 'firmware.ipsw')
  try {
    writeFirmware(file)
    const megabytes = statSync(file).size / 1e6
    const rates = { ours: [] as number[], unzip: [] as number[], memory: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      const measured = await ours(file)
      if (measured.verdict !== 'whole') throw new Error(`the file is ${measured.verdict}`)
      rates.ours.push(megabytes / measured.seconds)
      rates.memory.push(measured.memoryMb)
      const began = performance.now()
      await execute('unzip', ['-tq', file])
      rates.unzip.push(megabytes / ((performance.now() - began) / 1000))
    }
    const [rate, against, memory] = [median(rates.ours), median(rates.unzip), Math.max(...rates.memory)]
    return [
      {
        name: 'firmware check',
        unit: 'MB/s',
        ours: rate,
        against,
        againstName: 'unzip -t',
        ratio: rate / against,
        aim: 'ratio ≥ 1',
      },
      {
        name: 'memory of the firmware check',
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
