/** What only a terminal or a developer's tool shows: it stays English in every language. */
const TERMINAL =
  /^(command|serve|start|chromium)\.|^identify\.problem\.(line-|vid-|pid-|serial-not-string|product-not-string)/

/** The codes that are told in full depth in every language. */
const IN_DEPTH = new Set(['9', '14', '21', '1413', '3194', '4005', '4013', '4014', 'unknown'])

const CATALOGUE_ROW = /^error\.([^.]+)\.(title|meaning)$/

/** Takes a text's key; gives whether no other language has it, by rule. */
export function staysEnglish(key: string): boolean {
  return TERMINAL.test(key)
}

/** Takes a text's key; gives whether a language may lack it: short rows of the error catalogue, which the screen then marks as English. */
export function mayComeInEnglish(key: string): boolean {
  const code = CATALOGUE_ROW.exec(key)?.[1]
  return code !== undefined && !IN_DEPTH.has(code)
}
