import { checklistBeforeErasing } from './checklist-before-erasing.ts'
import { checklistReasons } from './checklist-reasons.ts'
import { checklistSteps } from './checklist-steps.ts'

export const checklist = { ...checklistSteps, ...checklistReasons, ...checklistBeforeErasing } as const
