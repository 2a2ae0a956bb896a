import type { Texts } from '../translate.ts'

export const es: Texts = {}
