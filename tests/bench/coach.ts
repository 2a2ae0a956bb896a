import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GUIDE_TIMES } from '../../shared/knowledge/button-guides.ts'
import { AS_IT_IS, type Fared, fares, firstTriesAt, MOST_TRIES, seedsTo, type Tool } from '../coach/compare.ts'
import { confusionOf, confusionTable, rightShare } from '../coach/confusion.ts'
import type { BenchReport, BenchRow } from './row.ts'

const PEOPLE = Number(process.env['COACH_PEOPLE'] ?? 10_000)
const PER_OFFSET = Math.ceil(PEOPLE / 10)
const PAGE = join(import.meta.dirname, '../../docs/coach.md')

type Start = 'normal' | 'recovery'
const STARTS = ['normal', 'recovery'] as const satisfies readonly Start[]
const START_NAMES = { normal: 'running', recovery: 'in recovery' } as const
const CABLES = ['signals', 'cannot-signal'] as const satisfies readonly Fared['cable'][]
const CABLE_NAMES = { signals: 'signals', 'cannot-signal': 'cannot signal' } as const

/** The tools as they are, then alike on both sides, then without the effect of a stated reason. */
const TOOLS: readonly (readonly [name: string, tool: Tool])[] = [
  ['(a) text with fixed seconds', AS_IT_IS.text],
  ['(b) blind countdown', AS_IT_IS.countdown],
  ['(c) Handhold', AS_IT_IS.handhold],
  ['(c) Handhold, no learning from the reason', { ...AS_IT_IS.handhold, learns: false }],
  ['(a) text, all told beforehand that it goes black', { ...AS_IT_IS.text, warned: true }],
  ['(b) countdown, heard and told beforehand', { ...AS_IT_IS.countdown, heard: true, warned: true }],
  ['(c) Handhold, only seen and not told beforehand', { ...AS_IT_IS.handhold, heard: false, warned: false }],
]

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

function mean(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? '–' : (known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(2)
}

const markdown = (table: readonly (readonly string[])[]) =>
  table
    .flatMap((row, index) => [row, ...(index === 0 ? [row.map(() => '---')] : [])])
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

const missesOf = (all: readonly Fared[]) => all.filter(({ cable, first }) => cable === 'signals' && !first).length

/** One line per tool, start and cable. */
function fareLines(name: string, start: Start, all: readonly Fared[]): (readonly string[])[] {
  return CABLES.map((cable) => {
    const these = all.filter((each) => each.cable === cable)
    const reached = these.filter(({ tries }) => tries !== null)
    const named = these.filter(({ cableNamed }) => cableNamed !== null)
    return [
      name,
      START_NAMES[start],
      CABLE_NAMES[cable],
      percent(these.filter(({ first }) => first).length, these.length),
      percent(reached.length, these.length),
      mean(these.map(({ tries }) => tries)),
      percent(named.length, these.length),
      mean(these.map(({ cableNamed }) => cableNamed)),
    ]
  })
}

function compared(): { table: string; rows: BenchRow[] } {
  const seeds = seedsTo(PEOPLE)
  const lines: (readonly string[])[] = [
    ['told by', 'phone', 'cable', 'first try', `within ${MOST_TRIES}`, 'tries', 'cable named', 'after tries'],
  ]
  const rows = STARTS.map((start): BenchRow => {
    const misses = TOOLS.map(([name, tool]) => {
      const all = fares(seeds, start, tool)
      lines.push(...fareLines(name, start, all))
      return (100 * missesOf(all)) / all.filter(({ cable }) => cable === 'signals').length
    })
    const [text = 0, countdown = 0, ours = 0] = misses
    const against = Math.min(text, countdown)
    return {
      name: `first tries that miss DFU, phone ${START_NAMES[start]}, cable signals`,
      unit: '%',
      ours,
      against,
      againstName: against === text ? 'a text with fixed seconds' : 'a blind countdown',
      ratio: ours / against,
      aim: 'fewer than half',
      detail: `${PEOPLE} simulated people`,
    }
  })
  return { table: markdown(lines), rows }
}

function sweep(): string {
  const seeds = seedsTo(PER_OFFSET)
  const offsets = Array.from({ length: 12 }, (_, index) => (index + 1) * 500)
  const share = (offset: number, start: Start) => percent(firstTriesAt(offset, seeds, start), 1)
  return markdown([
    ['let go, after the drop', ...STARTS.map((start) => `phone ${START_NAMES[start]}`)],
    ...offsets.map((offset) => [
      `${offset / 1000} s${offset === GUIDE_TIMES.releaseAfterDropMs ? ' (ours)' : ''}`,
      ...STARTS.map((start) => share(offset, start)),
    ]),
  ])
}

const MEANS = `Simulated people on the virtual iPhone (\`shared/simulator\`), whose windows are a model: no public source states them. The figures compare ways of telling
people what to do under that model; they are no promise about real hands. The same seed is the same person with the same phone and cable for every tool. One setup in
six has a cable that cannot signal DFU; one phone in forty falls into DFU at any reset (a board fault), which is why DFU is reached there at times.`

const TOOLS_SAY = `(a) is read beforehand and timed in the head, with Legacy-iOS-Kit's seconds. (b) has palera1n's seconds, with the restart sent by the computer; it
begins in recovery, into which it brings a running phone by software, so its two rows are one. (c) goes by hand from a running phone and assisted from recovery, and takes the
other way after a miss; once it names the cable, the person takes one that signals. “As each tool does it” are the first three: the text and the countdown are only seen and
do not say beforehand that the screen goes black; Handhold is heard and does. The last three turn that round, so that each can be held against its like. “No learning” switches off the assumption that a mistake is a
third as likely once its reason was stated.`

/** Ten thousand people: how right the verdicts are, how people fare beside other instructions, and which release offset wins. */
export function benchCoach(): BenchReport {
  const confusion = confusionOf(seedsTo(PEOPLE))
  const { table, rows } = compared()
  const verdicts: BenchRow = {
    name: 'verdicts that are right, all guides',
    unit: '%',
    ours: 100 * rightShare(confusion),
    against: 95,
    againstName: 'what we ask of it',
    ratio: null,
    aim: 'at least 95 %, and “entered” never wrongly',
    detail: `${PEOPLE} people, “entered” wrongly: ${confusion.wrong.filter(({ given }) => given === 'entered').length}`,
  }
  const page = [
    '## Verdicts against what happened in the phone',
    `${PEOPLE} people, each at one task (all guides, both ways, running, frozen, off, in recovery and in DFU), half of them on a bus that loses, delays and doubles events: ${percent(rightShare(confusion), 1)} right. Most wrong ones are phones whose return USB never told of or told under another port.`,
    markdown(confusionTable(confusion)),
    '## The same people with other instructions',
    TOOLS_SAY,
    table,
    '## When to say “let go of the first button”',
    `First tries that reach DFU, ${PER_OFFSET} people with cables that signal.`,
    sweep(),
  ].join('\n\n')
  // only a full run may replace the published figures
  if (PEOPLE === 10_000) {
    const head =
      '<!-- Written by `npm run bench -- coach`; the same seeds give the same figures. -->\n# The coach in figures'
    writeFileSync(PAGE, `${[head, MEANS, page].join('\n\n')}\n`)
  }
  return { rows: [verdicts, ...rows], page: 'The tables stand in [coach.md](coach.md).' }
}
