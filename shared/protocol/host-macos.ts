/** `sw_vers`: the version, such as `15.3.1`. */
export function macosVersion(text: string): string | null {
  return /^ProductVersion:\s*(\d+(?:\.\d+)*)/mu.exec(text)?.[1] ?? null
}

/** `pmset -g`: minutes until sleep, 0 for never. A program that holds sleep off is noted behind the number and changes nothing. */
export function macosSleepMinutes(text: string): number | null {
  const minutes = /^\s*sleep\s+(\d+)/mu.exec(text)?.[1]
  return minutes === undefined ? null : Number(minutes)
}

/** Laptops with Apple silicon ask from macOS 13 on before a new accessory may talk. Source: Apple's release notes, from memory. */
export function asksForAccessories(version: string | null, arm: boolean, hasBattery: boolean | null): boolean | null {
  if (!arm) return false
  if (version === null || hasBattery === null) return null
  return hasBattery && Number(version.split('.', 1)[0]) >= 13
}

/** `plutil -extract CFBundleShortVersionString raw FILE`: the version alone. */
export function plistVersion(text: string): string | null {
  return /^(\d+(?:\.\d+)*)\s*$/u.exec(text)?.[1] ?? null
}
