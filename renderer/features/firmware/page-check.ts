import type { FirmwareView } from '../../../shared/contract/firmware.ts'
import { checkFirmware } from '../../../shared/protocol/ipsw-check.ts'
import type { WantedPhone } from '../../../shared/protocol/ipsw-manifest.ts'
import { tellFirmware } from '../../../shared/protocol/ipsw-told.ts'
import { PAGE_TOOLS, pickedFile } from './page-tools.ts'

const IDLE: FirmwareView = { stage: 'idle' }

/**
 * One check at a time of a file that was picked or dropped, read in this page where it lies. It goes on while another screen
 * covers the card.
 */
export function createPageCheck() {
  let view = IDLE
  /** Counts the checks: an older one that is still ending shows nothing any more. */
  let turn = 0
  const listeners = new Set<() => void>()
  const show = (own: number, next: FirmwareView) => {
    if (own !== turn) return
    view = next
    for (const listener of listeners) listener()
  }
  return {
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    begin: (file: File, phone: WantedPhone | null): void => {
      const own = (turn += 1)
      const path = file.name
      let shown = 0
      show(own, { stage: 'checking', path, bytes: 0, of: file.size })
      checkFirmware(pickedFile(file), path, PAGE_TOOLS, {
        phone,
        stopped: () => own !== turn,
        // each one draws the card anew: a per cent at a time is enough
        onProgress: ({ bytes, of }) => {
          const percent = Math.floor((bytes / of) * 100)
          if (percent === shown) return
          shown = percent
          show(own, { stage: 'checking', path, bytes, of })
        },
      }).then(
        (check) => show(own, { stage: 'done', path, result: tellFirmware(check) }),
        () => show(own, { stage: 'unreadable', path }),
      )
    },
    /** Ends a check and forgets a result. */
    clear: (): void => {
      show((turn += 1), IDLE)
    },
  }
}
