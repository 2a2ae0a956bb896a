import { isAbsolute } from 'node:path'
import type { CallHandlers } from '../shared/contract/contract.ts'
import type { FirmwareView } from '../shared/contract/firmware.ts'
import type { WantedPhone } from '../shared/protocol/ipsw-manifest.ts'
import { tellFirmware } from '../shared/protocol/ipsw-told.ts'
import { checkFirmwareAt } from './firmware/check-file.ts'
import { findCopies } from './firmware/copies.ts'
import { askFirmwareService } from './firmware/service.ts'

type FirmwareCallName = Extract<keyof CallHandlers, `firmware${string}`>

/** A path as people paste it: Windows and macOS wrap copied ones in quotes. */
const typedPath = (text: string) => text.trim().replace(/^(["'])(.*)\1$/u, '$2')

/** Where firmware files are looked for, and who is asked about them. */
export type FirmwarePorts = { readonly folders: readonly string[]; readonly service: string }

/** One check of a firmware file at a time, begun, looked at and ended by calls. */
export function firmwareCallHandlers({ folders, service }: FirmwarePorts): Pick<CallHandlers, FirmwareCallName> {
  let view: FirmwareView = { stage: 'idle' }
  let present: AbortController | null = null

  const begin = (path: string, phone: WantedPhone | null): void => {
    const own = new AbortController()
    present = own
    view = { stage: 'checking', path, bytes: 0, of: 0 }
    const show = (next: FirmwareView) => {
      if (present === own) view = next
    }
    const onProgress = ({ bytes, of }: { bytes: number; of: number }) => show({ stage: 'checking', path, bytes, of })
    checkFirmwareAt(path, { phone, stopped: () => own.signal.aborted, onProgress }).then(
      (check) => show({ stage: 'done', path, result: tellFirmware(check) }),
      () => show({ stage: 'unreadable', path }),
    )
  }

  return {
    firmwareCheck({ path: text, phone }) {
      present?.abort()
      const path = typedPath(text)
      // where this program was started means nothing to a person
      if (isAbsolute(path)) begin(path, phone)
      else view = { stage: 'unreadable', path }
      return view
    },
    firmwareLook: () => view,
    firmwareStop() {
      present?.abort()
      present = null
      view = { stage: 'idle' }
      return view
    },
    firmwareCopies: async () => [...(await findCopies(folders))],
    firmwareSigning: (asked) => askFirmwareService(service, asked),
  }
}
