import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has had, in MB. Linux hands a child its parent's own peak through `getrusage`, so that
 * there the kernel's figure for this program alone is read.
 */
export function peakMemoryMb(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) / 1024
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS / 1024
}
