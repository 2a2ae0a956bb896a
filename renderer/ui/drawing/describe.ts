import type { Translate } from '../../../shared/texts/translate.ts'
import { buttonsWith, type Role, type Roles } from './roles.ts'
import type { PictureId } from './ScreenPicture.tsx'

const SPOKEN: readonly Role[] = ['press', 'hold', 'keep', 'release', 'ready', 'forbidden']

/** "Side and Volume Down": the names of buttons as a list in the reader's language. */
export function listNames(t: Translate, names: readonly string[]): string {
  const [first, second, ...rest] = names
  if (first === undefined) return ''
  if (second === undefined) return first
  return [second, ...rest].reduce((before, next) => t('drawing.and', { before, next }), first)
}

/** The drawing in words: which device, what each button is to do, what the screen shows. */
export function describeDrawing(t: Translate, device: string, roles: Roles, screen: PictureId): string {
  const parts = SPOKEN.flatMap((role) => {
    const names = buttonsWith(roles, role).map((button) => t(`button.${button}`))
    return names.length === 0 ? [] : [t(`drawing.says.${role}`, { buttons: listNames(t, names) })]
  })
  const picture = screen === 'unknown' ? [] : [t('drawing.says.screen', { picture: t(`drawing.screen.${screen}`) })]
  return [t('drawing.says.device', { device }), ...parts, ...picture].join(' ')
}
