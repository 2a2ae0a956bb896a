import { CASE_ENDING } from '../../../shared/contract/history.ts'

/** Whether a file is named like an exported case: `.handhold`, or `.json` as earlier exports were. What is inside decides. */
export const isCaseFile = ({ name }: { readonly name: string }): boolean =>
  [CASE_ENDING, '.json'].some((ending) => name.toLowerCase().endsWith(ending))
