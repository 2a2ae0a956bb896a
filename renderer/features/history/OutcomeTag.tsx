import { CircleCheck, CircleDot, Flag, Wrench } from 'lucide-react'
import { useTexts } from '../../language.ts'

const LOOKS = {
  fixed: { Glyph: CircleCheck, tone: 'ok' },
  professional: { Glyph: Wrench, tone: '' },
  'given-up': { Glyph: Flag, tone: '' },
  open: { Glyph: CircleDot, tone: 'doubt' },
} as const

const isKnown = (outcome: string): outcome is keyof typeof LOOKS => outcome in LOOKS

/** How a case ended, or that it is open. */
export function OutcomeTag(props: { outcome: string | null }) {
  const t = useTexts()
  const name = props.outcome !== null && isKnown(props.outcome) ? props.outcome : 'open'
  const { Glyph, tone } = LOOKS[name]
  return (
    <span className={`tag ${tone}`}>
      <Glyph size="1.1em" aria-hidden />
      {t(`outcome.${name}`)}
    </span>
  )
}
