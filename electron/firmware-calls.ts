import { isAbsolute } from 'node:path'
import type { CallHandlers } from '../shared/contract/contract.ts'
import type { FirmwareResult, FirmwareView } from '../shared/contract/firmware.ts'
import { checkFirmware, type FirmwareCheck } from './firmware/check.ts'

type FirmwareCallName = Extract<keyof CallHandlers, `firmware${string}`>

const MOST_MODELS = 100
const MOST_PROBLEMS = 50

function resultOf(check: FirmwareCheck): FirmwareResult {
  const { verdict, bytes, firmware, fit, update, erase, sha1, renamed } = check
  return {
    ...{ verdict, bytes, fit, update, erase, sha1, renamed },
    version: firmware?.version ?? null,
    build: firmware?.build ?? null,
    productTypes: (firmware?.productTypes ?? []).slice(0, MOST_MODELS),
    problems: check.problems.slice(0, MOST_PROBLEMS).map(({ id, detail, entry }) => ({ id, detail, entry })),
  }
}

/** A path as people paste it: Windows and macOS wrap copied ones in quotes. */
const typedPath = (text: string) => text.trim().replace(/^(["'])(.*)\1$/u, '$2')

/** One check of a firmware file at a time, begun, looked at and ended by calls. */
export function firmwareCallHandlers(): Pick<CallHandlers, FirmwareCallName> {
  let view: FirmwareView = { stage: 'idle' }
  let present: AbortController | null = null

  const begin = (path: string, phone: Parameters<typeof checkFirmware>[1]['phone']): void => {
    const own = new AbortController()
    present = own
    view = { stage: 'checking', path, bytes: 0, of: 0 }
    const show = (next: FirmwareView) => {
      if (present === own) view = next
    }
    const onProgress = ({ bytes, of }: { bytes: number; of: number }) => show({ stage: 'checking', path, bytes, of })
    checkFirmware(path, { phone, signal: own.signal, onProgress }).then(
      (check) => show({ stage: 'done', path, result: resultOf(check) }),
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
  }
}
