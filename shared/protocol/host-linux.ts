/** `usbmuxd --version` and `idevicerestore --version`: the first number that looks like a version. */
export function toolVersion(text: string): string | null {
  return /(?:^|\s)v?(\d+\.\d+(?:\.\d+)*(?:-[\w.]+)*)/u.exec(text)?.[1] ?? null
}

/** `PRETTY_NAME` of /etc/os-release. */
export function linuxName(osRelease: string): string | null {
  return /^PRETTY_NAME="?([^"\n]+)"?$/mu.exec(osRelease)?.[1]?.slice(0, 80) ?? null
}

/** `timedatectl show`: whether the clock follows a time server. Null where it does not say. */
export function clockSynchronised(text: string): boolean | null {
  const value = /^NTPSynchronized=(yes|no)$/mu.exec(text)?.[1]
  return value === undefined ? null : value === 'yes'
}

/** Whether a udev rules file gives access to Apple's devices (vendor 05ac), comments aside. */
export function hasAppleRule(rules: string): boolean {
  return rules.split('\n').some((line) => !/^\s*#/u.test(line) && /\b05ac\b/iu.test(line))
}

/** A start's own name, as /proc/sys/kernel/random/boot_id gives it. */
export function bootIdOf(text: string): string | null {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.exec(text.trim())?.[0].toLowerCase() ?? null
}
