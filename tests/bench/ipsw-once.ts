import { peakMemoryMb } from './peak-memory.ts'
import { checkFirmwareAt } from '../../electron/firmware/check-file.ts'

/** Checks one firmware file and tells its parent how long it took, how much memory the process has had at most, and the verdict. */
const began = performance.now()
const { verdict } = await checkFirmwareAt(process.argv[2] ?? '', { phone: null })
process.send?.({
  seconds: (performance.now() - began) / 1000,
  memoryMb: peakMemoryMb(),
  verdict,
})
