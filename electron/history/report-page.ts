import type { AttemptRecord, CaseLabels } from '../../shared/contract/history.ts'
import type { Case, CaseStep } from '../../shared/engine/case.ts'
import { redact } from '../../shared/protocol/redaction.ts'
import { failureLog } from '../../shared/engine/case-logs.ts'
import { stepWords } from '../../shared/texts/step-words.ts'
import type { Translate } from '../../shared/texts/translate.ts'

export type ReportContent = {
  readonly case: Case
  readonly labels: CaseLabels
  readonly attempts: readonly AttemptRecord[]
  /** With the phone's numbers; otherwise stand-ins. */
  readonly identity: boolean
  readonly appVersion: string
  readonly wallMs: number
  readonly utcOffsetMs: number
  /** How dates are written. */
  readonly locale: string
  readonly t: Translate
}

const STYLE = `@page{size:A4;margin:14mm}*{box-sizing:border-box}
body{font:10.5pt/1.4 system-ui,'Segoe UI',Roboto,sans-serif;color:#12181f;background:#fff;max-width:186mm;margin:0 auto;padding:8mm}
h1{font-size:17pt;margin:0 0 1mm}h2{font-size:11.5pt;margin:5mm 0 1.5mm}p{margin:0 0 1.5mm}
dl{display:grid;grid-template-columns:38mm 1fr;gap:.6mm 4mm;margin:0}dt{color:#51606f}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{text-align:start;vertical-align:top;padding-block:1mm;padding-inline:0 2mm;border-bottom:.2mm solid #c8d0d8}
th{color:#51606f;font-weight:600}td.when{white-space:nowrap}.soft{color:#51606f}.foot{margin-top:6mm;font-size:8.5pt;color:#51606f}
tr{break-inside:avoid}@media print{body{padding:0;max-width:none}}`

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
/** What a person or a phone said may run the other way than the words around it. */
const said = (text: string) => `<bdi>${escaped(text)}</bdi>`

type Writer = { readonly t: Translate; readonly when: (wallMs: number) => string }

/** Attempts and steps beyond this make no page that anybody reads; the sum is said instead. */
const MOST_ROWS = 14

const facts = (rows: readonly (readonly [string, string | null])[]) =>
  `<dl>${rows
    .filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '')
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${said(value)}</dd>`)
    .join('')}</dl>`

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table><thead><tr>${head.map((cell) => `<th>${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      (row) => `<tr>${row.map((cell, at) => `<td${at === 0 ? ' class="when"' : ''}>${said(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table>`

function complaintOf({ complaint }: Case, { t }: Writer): string {
  if (complaint.kind === 'no-code') return t('complaint.no-code')
  if (complaint.kind === 'guide-only') return t(`guide-choice.${complaint.guide}`)
  return complaint.code === null ? t('complaint.text') : t('complaint.code', { code: complaint.code })
}

function attemptRow(attempt: AttemptRecord, { t, when }: Writer): string[] {
  const what = attempt.kind === 'restore' ? t('attempt.restore') : t(`guide-choice.${attempt.guide ?? 'dfu'}`)
  const place = [
    attempt.usbPort ? t('report.port', { port: attempt.usbPort }) : null,
    typeof attempt.hubs === 'number' ? t('history.hubs', { count: attempt.hubs }) : null,
    attempt.cableLabel ? t('report.cable', { cable: attempt.cableLabel }) : null,
  ].filter((part) => part !== null)
  const { facts: verdict } = attempt
  const result =
    attempt.verdict !== null
      ? `${t(`verdict.name.${attempt.verdict}`)}. ${verdict && t.has(verdict.text.key) ? t(verdict.text.key, verdict.text.params) : ''}`
      : attempt.code !== null
        ? t('attempt.code', { code: attempt.code })
        : t(
            attempt.result === 'worked'
              ? 'attempt.worked'
              : attempt.endedWallMs === null
                ? 'report.open'
                : 'attempt.no-code',
          )
  return [when(attempt.startedWallMs), what, place.join(', '), result.trim()]
}

const stepRow = (step: CaseStep, { t, when }: Writer): string[] => [
  step.atWallMs === null ? '' : when(step.atWallMs),
  t(`step.${step.id}.title`),
  stepWords(t, step),
  step.note ?? '',
]

/** What the log of the last failed restore says, in one line. */
function logWords(open: Case, { t }: Writer): string | null {
  const log = failureLog(open)
  if (log === null) return null
  const code = log.error?.code == null ? null : t('attempt.code', { code: String(log.error.code) })
  const reached = log.lastPhase === null ? null : `${t('log.reached')}: ${t(`log.phase.${log.lastPhase}`)}`
  return [log.fileName, reached, code].filter((part) => part !== null).join(' · ')
}

/** The locale, or English where it is none. */
function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

function part<T>(
  title: string,
  head: readonly string[],
  all: readonly T[],
  row: (one: T) => string[],
  { t }: Writer,
): string {
  if (all.length === 0) return ''
  const left = all.length - MOST_ROWS
  const more = left > 0 ? `<p class="soft">${escaped(t('report.more', { count: left }))}</p>` : ''
  return `<h2>${escaped(title)}</h2>${table(head, all.slice(-MOST_ROWS).map(row))}${more}`
}

/**
 * One case on one page for Apple or the customer, as a whole HTML text that prints to A4 and loads nothing. It says what was
 * observed and what a person said, each as such. Without `identity` the phone's numbers are stand-ins.
 */
export function reportPage(content: ReportContent): string {
  const { t } = content
  const { case: own, labels: written, attempts: all } = content
  const told = content.identity ? content : redact({ case: own, labels: written, attempts: all }).value
  const { labels, attempts } = told
  const local = new Intl.DateTimeFormat(known(content.locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const when = (wallMs: number) => local.format(wallMs + content.utcOffsetMs)
  const writer: Writer = { t, when }
  const { phone, complaint, steps, outcome, openedWallMs, closedWallMs } = told.case
  const title = t('report.title', {
    what: complaintOf(told.case, writer),
    phone: phone?.name ?? t('phone.unknown-model'),
  })
  const fixedBy = steps.filter(
    (step) => ['proved', 'likely', 'said-by-you'].includes(step.state) && step.atWallMs !== null,
  )
  const last = fixedBy.toSorted((a, b) => (a.atWallMs ?? 0) - (b.atWallMs ?? 0)).at(-1)
  const head = facts([
    [t('report.message'), complaint.kind === 'code' ? complaint.text : null],
    [t('report.phone'), phone === null ? null : [phone.name, phone.productType].filter(Boolean).join(', ')],
    [t('report.ecid'), phone?.ecid ?? null],
    [t('report.serial-number'), phone?.serialNumber ?? null],
    [t('report.opened'), when(openedWallMs)],
    [t('report.closed'), closedWallMs === null ? null : when(closedWallMs)],
    [t('report.outcome'), t(`outcome.${outcome ?? 'open'}`)],
    [t('report.fixed-by'), outcome === 'fixed' && last ? t(`step.${last.id}.title`) : null],
    [t('report.ticket'), labels.ticket],
    [t('report.operator'), labels.operator],
    [t('report.log'), logWords(told.case, writer)],
    [t('report.note'), labels.note],
  ])
  const tried = steps.filter(({ state }) => state !== 'not-yet')
  const columns = (names: string) => names.split(' ').map((name) => t(`report.column.${name}`))
  return `<!doctype html><html lang="${t.language.tag}" dir="${t.language.direction}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>${head}
${part(t('report.attempts', { count: attempts.length }), columns('when what where result'), attempts, (one) => attemptRow(one, writer), writer)}
${part(t('report.steps', { count: tried.length }), columns('when step verdict note'), tried, (one) => stepRow(one, writer), writer)}
<p class="foot">${escaped(t('report.foot', { version: content.appVersion, when: when(content.wallMs) }))}</p></body></html>
`
}
