/** What the check of an installed app found. `ok` only where everything was there. */
export type SelfCheck = {
  readonly ok: boolean
  readonly version: string
  readonly platform: string
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly packed: boolean
  /** SQLite's version, or why it could not be loaded. */
  readonly sqlite: { readonly version: string } | { readonly problem: string }
  /** `loaded` also where no USB is to be seen: the library answered. */
  readonly usb: { readonly loaded: true; readonly devices: number | null } | { readonly problem: string }
  /** Whether the built page came up in its sandbox and asked for its wire. */
  readonly page: 'connected' | 'no answer'
}

const problemOf = (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) })

/** Loads the package of SQLite and asks it for its version. */
export async function checkSqlite(): Promise<SelfCheck['sqlite']> {
  try {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(':memory:')
    const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
    db.close()
    return { version }
  } catch (error) {
    return problemOf(error)
  }
}

/** Loads the USB library and lists; a computer that shows no USB is no fault of the package. */
export async function checkUsb(): Promise<SelfCheck['usb']> {
  try {
    const { usb } = await import('usb')
    const devices = await usb.getDevices().then(
      (list) => list.length,
      () => null,
    )
    return { loaded: true, devices }
  } catch (error) {
    return problemOf(error)
  }
}

/** Everything together; `about` says which app this is. */
export const selfCheck = (
  found: Pick<SelfCheck, 'sqlite' | 'usb' | 'page'>,
  about: Pick<SelfCheck, 'version' | 'platform' | 'versions' | 'packed'>,
): SelfCheck => ({
  ok: !('problem' in found.sqlite) && !('problem' in found.usb) && found.page === 'connected',
  ...about,
  ...found,
})
