import { join } from 'node:path'
import { protocol } from 'electron'
import { answerPage, PAGE_SCHEME } from './page-answer.ts'
import { listFiles } from './page-files.ts'

const FOLDER = join(import.meta.dirname, '../renderer')

/** Before the app is ready: the scheme behaves like the web's own, with origins and a policy, and without rights over files. */
export function registerPages(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }])
}

/** Serves the built pages, which are listed once; nothing else exists under the scheme. */
export function servePages(): void {
  const files = listFiles(FOLDER)
  protocol.handle(PAGE_SCHEME, (request) => answerPage(files, request))
}
