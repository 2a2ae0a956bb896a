import { Notification } from 'electron'
import type { Translate } from '../shared/texts/translate.ts'
import type { Notice } from './shell-notices.ts'

/** Shows a notification of the system's; a click on it calls `onClick`. Where the system has none, nothing happens. */
export function showNotice(t: Translate, notice: Notice, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const { kind, phone } = notice
  const name = phone.identity.name ?? t(`device-class.${phone.identity.deviceClass}`)
  const shown = new Notification({
    title: t(`desktop.notice.${kind}`, { name }),
    body: t(`desktop.notice.${kind}.body`, { mode: t(`mode.${phone.mode}`) }),
  })
  shown.on('click', onClick)
  shown.show()
}
