import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VERDICT_TABLE } from '../shared/engine/verdict-table.ts'
import { guidePhases, GUIDE_TIMES } from '../shared/knowledge/button-guides.ts'
import { BUTTON_FAMILIES, GUIDES, WAYS } from '../shared/knowledge/vocabulary.ts'
import { phaseWords } from '../shared/texts/phase-words.ts'
import { translator } from '../shared/texts/translate.ts'

const t = translator('en')
const GENERATED =
  '<!-- Written by `node tools/write-docs.ts` from the tables in the code; a test fails when it is stale. -->'

/** The verdict table as a page. */
export function verdictsPage(): string {
  const rows = VERDICT_TABLE.map(({ verdict, when, reasons, change, shiftMs }) => {
    const why = reasons.map(({ id, likelihood }) => `${t(`reason.${id}`)} (${likelihood})`).join('; ')
    return `| \`${verdict}\` | ${when} | ${why || '–'} | ${change ? t(change) : '–'} | ${shiftMs || '–'} |`
  })
  return [
    GENERATED,
    '# Verdicts',
    '',
    'Each attempt ends in exactly one verdict: the first row that holds. USB shows modes and moments, never buttons or cables, so every reason is worded as likely or possible.',
    'After two tries that both came back in recovery or the system although the reset happened, “this cable or adapter does not signal DFU” goes first, as likely.',
    'A miss in another mode is decided when the mode has lasted 1.2 s; a link that leaves and returns in the same mode too soon for a reset (recovery 4 s, a system 10 s) only blinked.',
    '',
    '| verdict | when | likely reasons | what changes for the next try | release cue moves (ms) |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const seconds = (ms: number) => `${ms / 1000} s`

/** One guide as a Mermaid diagram: a phase per box, the arrow says what ends it. */
function diagram(
  guide: (typeof GUIDES)[number],
  family: (typeof BUTTON_FAMILIES)[number],
  way: (typeof WAYS)[number],
): string[] {
  const power = family === 'ipad-no-home' ? 'top' : 'side'
  const from = way === 'assisted' || guide === 'exit-recovery' ? 'recovery' : guide === 'exit-dfu' ? 'dfu' : 'normal'
  const phases = guidePhases({ guide, family, way, from, power })
  if (!phases) return []
  const ends = { 'usb-left': 'it leaves USB', 'usb-mode': 'USB shows', time: 'after', user: 'you say so' }
  const lines = phases.map((phase, index) => {
    const next = index + 1 < phases.length ? `p${index + 1}` : 'done'
    const end =
      phase.endsOn === 'time'
        ? `${ends.time} ${seconds(phase.maxMs)}`
        : phase.endsOn === 'usb-mode'
          ? `${ends['usb-mode']} ${phase.mode}`
          : ends[phase.endsOn]
    return `  p${index}["${phaseWords(t, phase).say}"] -- "${end}" --> ${next}`
  })
  return [
    `### ${t(`guide.${guide}`)}, ${t(`family.${family}`)}, ${way}`,
    '',
    '```mermaid',
    'flowchart LR',
    ...lines,
    '  done(("let go"))',
    '```',
    '',
  ]
}

/** All guides as a page of diagrams. */
export function guidesPage(): string {
  const diagrams = GUIDES.flatMap((guide) =>
    WAYS.flatMap((way) => BUTTON_FAMILIES.flatMap((family) => diagram(guide, family, way))),
  )
  return [
    GENERATED,
    '# Guides',
    '',
    `The release cue comes ${seconds(GUIDE_TIMES.releaseAfterDropMs)} after the phone left USB; every other wait ends on what USB shows.`,
    `By hand, a hold that lasted ${seconds(GUIDE_TIMES.onceMoreAfterMs['face-id'])} (${seconds(GUIDE_TIMES.onceMoreAfterMs.home)} where two buttons reset) without the phone leaving USB will not bring the reset any more: “${t('phase.once-more')}”, once in a try.`,
    '',
    ...diagrams,
  ].join('\n')
}

/** Each page with its file, relative to the project. */
export const PAGES = { 'docs/verdicts.md': verdictsPage, 'docs/guides.md': guidesPage } as const

if (import.meta.main) {
  for (const [file, page] of Object.entries(PAGES)) {
    writeFileSync(join(import.meta.dirname, '..', file), page())
    console.log(`wrote ${file}`)
  }
}
