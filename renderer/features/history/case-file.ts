/** Whether a file is named like an exported case: `.handhold`, or `.json` as earlier exports were. What is inside decides. */
export const isCaseFile = ({ name }: { readonly name: string }): boolean => /\.(handhold|json)$/i.test(name)
