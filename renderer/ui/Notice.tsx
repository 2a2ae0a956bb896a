import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const GLYPHS = { plain: Info, ok: CircleCheck, doubt: TriangleAlert, trouble: OctagonAlert } as const

/** A boxed remark: a glyph, one colour, and words. */
export function Notice(props: { tone: keyof typeof GLYPHS; children: ReactNode }) {
  const Glyph = GLYPHS[props.tone]
  return (
    <div className={`notice ${props.tone}`}>
      <Glyph size="1.2em" aria-hidden />
      <div>{props.children}</div>
    </div>
  )
}
