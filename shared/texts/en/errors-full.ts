export const errorsFull = {} as const
