import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FirmwareView } from '../../../shared/contract/firmware.ts'
import type { WantedPhone } from '../../../shared/protocol/ipsw-manifest.ts'
import { useStore } from '../../store.ts'
import { createPageCheck } from './page-check.ts'

const LOOK_EVERY_MS = 500
const IDLE: FirmwareView = { stage: 'idle' }
const inPage = createPageCheck()

/**
 * One check of a firmware file: in this page for a file that was picked, on the computer's side for one that is named by its
 * path. One that still runs is found again when the card comes back; a result is not, as the phone may be another one then.
 */
export function useFirmware() {
  const store = useStore()
  const own = useSyncExternalStore(inPage.subscribe, inPage.view)
  const [named, setNamed] = useState<FirmwareView>(IDLE)
  useEffect(() => {
    if (inPage.view().stage !== 'checking') inPage.clear()
    const found = (view: FirmwareView) => (view.stage === 'checking' ? setNamed(view) : undefined)
    void store.call('firmwareLook', {}).then(found, () => undefined)
  }, [store])
  const checking = named.stage === 'checking'
  useEffect(() => {
    if (!checking) return undefined
    const timer = setInterval(() => void store.call('firmwareLook', {}).then(setNamed, () => undefined), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [checking, store])

  const endNamed = async () => {
    setNamed(IDLE)
    await store.call('firmwareStop', {}).catch(() => undefined)
  }
  return {
    view: own.stage === 'idle' ? named : own,
    takeFile: async (file: File, phone: WantedPhone | null) => {
      await endNamed()
      inPage.begin(file, phone)
    },
    takePath: (path: string, phone: WantedPhone | null) => {
      inPage.clear()
      void store.call('firmwareCheck', { path, phone }).then(setNamed, () => undefined)
    },
    stop: () => {
      inPage.clear()
      void endNamed()
    },
  }
}
