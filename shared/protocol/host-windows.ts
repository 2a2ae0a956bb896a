/** `reg query KEY /v Version`: the value. Labels of `reg` are the same in every language. */
export function registryValue(text: string): string | null {
  return /^\s+\S+\s+REG_(?:SZ|EXPAND_SZ)\s+(.+?)\s*$/mu.exec(text)?.[1]?.slice(0, 80) ?? null
}

/** `sc query NAME`: labels are translated, the state's number is not. 1060: there is no such service. */
export function serviceState(text: string): 'running' | 'stopped' | 'missing' | null {
  if (/\b1060\b/u.test(text)) return 'missing'
  const state = /^\s*\S[^:\n]*:\s*([1-7])\s+[A-Z_]+\s*$/gmu
  // the first such line is the kind of service, two digits or more; the state has one digit and a word in capitals
  const found = [...text.matchAll(state)].map((match) => match[1]).at(0)
  return found === undefined ? null : found === '4' ? 'running' : 'stopped'
}

/** `Get-AppxPackage AppleInc.* | Select-Object Name,Version | ConvertTo-Json`: one package or a list of them, or nothing. */
export function storePackages(text: string): { name: string; version: string }[] | null {
  if (text.trim() === '') return []
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''))
    return (Array.isArray(read) ? read : [read]).flatMap((each: unknown) => {
      if (typeof each !== 'object' || each === null || !('Name' in each) || !('Version' in each)) return []
      const { Name: name, Version: version } = each
      return typeof name === 'string' && typeof version === 'string' ? [{ name, version: version.slice(0, 80) }] : []
    })
  } catch {
    return null
  }
}

/** `pnputil /enum-drivers`: whether a driver by Apple is among them. Labels are translated, file and maker names are not. */
export function hasAppleDriver(text: string): boolean | null {
  if (!/\boem\d+\.inf\b/iu.test(text)) return null
  return /\b(?:usbaapl(?:64)?|appleusb|applekmdfilter|applelowerfilter)\.inf\b/iu.test(text)
}

/** `powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE`: minutes until sleep on mains. The last two numbers are mains and battery, in seconds. */
export function windowsSleepMinutes(text: string): number | null {
  const values = [...text.matchAll(/:\s*0x([0-9a-f]{8})\s*$/gimu)].map((match) => Number.parseInt(match[1] ?? '', 16))
  const mains = values.at(-2)
  return mains === undefined || values.length < 2 ? null : Math.round(mains / 60)
}

/** `w32tm /query /status`: the first line's leap indicator; 3 is "not synchronised". */
export function windowsClockSynchronised(text: string): boolean | null {
  const leap = /:\s*([0-3])\s*\(/u.exec(text)?.[1]
  return leap === undefined ? null : leap !== '3'
}
