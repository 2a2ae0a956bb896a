import type { Texts } from '../translate.ts'

export const zhHans: Texts = {}
