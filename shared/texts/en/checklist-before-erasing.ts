export const checklistBeforeErasing = {} as const
