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
  const text = open && history.exportCase(open.id, null)
  history.close()
  if (!text) throw new Error('there is no case to export')
  return text
}
