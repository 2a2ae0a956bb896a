import type Electron from 'electron'
import { pagePolicy } from './page-policy.ts'

type LockedSession = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & { readonly webRequest: Pick<Electron.WebRequest, 'onHeadersReceived'> }

/** No permission is given to a page, asked or checked; no device is; and every answer carries the policy. */
export function lockSession(session: LockedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onHeadersReceived((details, answer) =>
    answer({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [pagePolicy()] } }),
  )
}

const GOING_ELSEWHERE = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const

type Stoppable = { preventDefault(): void }
type LockedContents = {
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  on(event: (typeof GOING_ELSEWHERE)[number], listener: (event: Stoppable) => void): unknown
}

/** A page that goes nowhere, opens nothing and embeds nothing. */
export function lockContents(contents: LockedContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const event of GOING_ELSEWHERE) contents.on(event, (going) => going.preventDefault())
}

type Frame = { readonly url: string }

/** Whether a message comes from our own page in the window's top frame; anything else gets no wire. */
export function isOurPage(
  sender: { readonly frame: Frame | null; readonly topFrame: Frame },
  pageUrl: string,
): boolean {
  const { frame, topFrame } = sender
  return frame !== null && frame === topFrame && frame.url.split('#')[0] === pageUrl
}
