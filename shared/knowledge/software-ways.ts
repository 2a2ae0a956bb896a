import type { Provenance } from './provenance.ts'
import type { GuideId } from './vocabulary.ts'

/** A way without any button; its words are `broken.software.<guide>`. All but leaving recovery need a system that runs. */
export type SoftwareWay = Provenance & { readonly guide: GuideId }

/** Nothing leaves or enters the ROM's DFU by software: the guides for it have no row here. */
export const SOFTWARE_WAYS: readonly SoftwareWay[] = [
  { guide: 'power-off', source: 'Apple’s own setting, as commonly described', confidence: 'reported' },
  { guide: 'restart', source: 'AssistiveTouch menu of iOS, as commonly described', confidence: 'reported' },
  {
    guide: 'recovery',
    source: 'lockdown EnterRecovery, which needs pairing from iOS 14.5 on; libimobiledevice, idevicerestore',
    confidence: 'reported',
  },
]
