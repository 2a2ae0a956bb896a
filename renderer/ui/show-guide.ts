import type { Answer } from '../../shared/contract/contract.ts'
import type { GuideId } from '../../shared/knowledge/vocabulary.ts'
import { onlyPhone } from '../features/phones/PhonePanel.tsx'
import type { ScreenProps } from '../screen.ts'

/** Shows the card of a guide, in the better way, for the phone that is plugged in, else for the model of the case or the one given. */
export function showGuide(
  screen: Pick<ScreenProps, 'state' | 'act'>,
  guide: GuideId,
  product: string | null = null,
): Promise<Answer> {
  const phone = onlyPhone(screen.state)
  return screen.act({
    kind: 'guide.show',
    guide,
    way: null,
    phoneId: phone?.id ?? null,
    product: phone?.identity.productTypes[0] ?? product ?? screen.state.case?.phone?.productType ?? null,
  })
}

/** Opens a case that only wants one guide, and shows its card. */
export async function openGuideCase(
  screen: Pick<ScreenProps, 'state' | 'act'>,
  guide: GuideId,
  product: string | null = null,
): Promise<void> {
  const opened = await screen.act({
    kind: 'case.open',
    caseId: crypto.randomUUID(),
    complaint: { kind: 'guide-only', guide },
    phoneId: onlyPhone(screen.state)?.id ?? null,
  })
  if (opened.ok) await showGuide(screen, guide, product)
}
