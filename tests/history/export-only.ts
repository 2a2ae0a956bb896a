import { exportCase } from '../../electron/history/exchange.ts'
import { openHistory } from '../../electron/history/open.ts'

/** The one open case of a history file as the app exports it. The file must not be open elsewhere. */
export function exportOnlyCase(databaseFile: string): string {
  const history = openHistory({
    file: databaseFile,
    bootId: 'export',
    appVersion: 'test',
    wallMs: Date.now,
    onTrouble: ({ code }) => {
      throw new Error(code)
    },
    onRecovered: () => {},
  })
  const [open] = history.openCases()
  const options = { appVersion: 'test', wallMs: 0, redactNames: null }
  const text = open && history.desk.reading((db, tables) => exportCase(db, tables, open.id, options), null)
  history.close()
  if (!text) throw new Error('there is no case to export')
  return text
}
