import type { Texts } from '../translate.ts'

export const ar: Texts = {}
