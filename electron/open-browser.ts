import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** The program that opens an address in the person's browser, or null where there is no screen to open it on. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): { command: string; args: string[] } | null {
  if (platform === 'darwin') return { command: 'open', args: [url] }
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { command: 'xdg-open', args: [url] } : null
}

/** Opens the browser if it can; the printed link serves where it cannot. */
export function openBrowser(url: string): void {
  const opener = browserCommand(url)
  if (!opener) return
  const child = spawn(opener.command, opener.args, { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}
