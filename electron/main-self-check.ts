import { writeFileSync } from 'node:fs'
import { app } from 'electron'
import about from '../package.json' with { type: 'json' }
import { openDoor, type DoorSetup } from './main-door.ts'
import { checkSqlite, checkUsb, selfCheck } from './self-check.ts'

const PAGE_WITHIN_MS = 30_000
const SWITCH = 'self-check'

/** `--self-check` or `--self-check=FILE`: whether this start is one. Windows shows a window program's words nowhere, hence the file. */
export const wantsSelfCheck = (): boolean => app.commandLine.hasSwitch(SWITCH)

/**
 * Starts everything as usual, with a history in memory and a window that nobody sees; loads both native packages; says what it found as one
 * line of JSON, and ends with 0 where all was there, else with 1.
 */
export async function runSelfCheck(log: DoorSetup['log']): Promise<void> {
  const connected = Promise.withResolvers<'connected' | 'no answer'>()
  setTimeout(() => connected.resolve('no answer'), PAGE_WITHIN_MS)
  const [sqlite, usb] = await Promise.all([checkSqlite(), checkUsb()])
  const onScreen = () => connected.resolve('connected')
  await openDoor({ log, show: false, databaseFile: ':memory:', caseFiles: [], onScreen })
  const { electron, chrome, node } = process.versions as Record<string, string | undefined>
  const found = selfCheck(
    { sqlite, usb, page: await connected.promise },
    {
      version: about.version,
      platform: `${process.platform}-${process.arch}`,
      versions: { electron, chrome, node },
      packed: app.isPackaged,
    },
  )
  const line = JSON.stringify(found)
  console.log(line)
  const file = app.commandLine.getSwitchValue(SWITCH)
  if (file !== '') writeFileSync(file, `${line}\n`)
  app.exit(found.ok ? 0 : 1)
}
