import { Bug, Cable, Cpu, RotateCw, Smartphone, Unplug } from 'lucide-react'
import type { Mode } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'

const GLYPHS = {
  normal: Smartphone,
  recovery: Cable,
  dfu: Cpu,
  restore: RotateCw,
  wtf: Cpu,
  'port-dfu': Cpu,
  'debug-usb': Bug,
} as const

/** A mode as glyph, word and colour, the same everywhere. `null` is "not on USB"; `rebooting`: it left on purpose and is expected back. */
export function ModeBadge(props: { mode: Mode | null; rebooting?: boolean }) {
  const t = useTexts()
  const away = props.rebooting === true ? RotateCw : Unplug
  const Glyph = props.mode === null ? away : GLYPHS[props.mode]
  return (
    <span className={`mode-badge mode-${props.mode ?? 'off'}`}>
      <Glyph size="1.1em" aria-hidden />
      {props.mode === null
        ? t(props.rebooting === true ? 'phone.rebooting' : 'phone.not-on-usb')
        : t(`mode.${props.mode}`)}
    </span>
  )
}
