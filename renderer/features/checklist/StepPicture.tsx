import {
  AppWindow,
  BatteryCharging,
  Brush,
  CardSim,
  Check,
  Download,
  FileCheck,
  Globe,
  HardDrive,
  LockOpen,
  type LucideIcon,
  RefreshCw,
  RotateCw,
  ShieldOff,
  Smartphone,
  Usb,
  Wrench,
} from 'lucide-react'
import type { StepId } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'

/** Where in the picture the step happens: on the computer, on the line, on the phone. The rest is drawn quietly. */
type Scene = {
  readonly computer?: LucideIcon
  readonly phone?: LucideIcon
  readonly line: 'plain' | 'replace' | 'straight' | 'moved' | 'none' | 'cloud'
  readonly second?: boolean
}

const SCENES: Readonly<Record<StepId, Scene>> = {
  A1: { computer: RefreshCw, line: 'plain' },
  A2: { line: 'replace' },
  A3: { line: 'moved' },
  A4: { line: 'straight' },
  A5: { computer: RotateCw, phone: RotateCw, line: 'plain' },
  A6: { phone: Brush, line: 'none' },
  A7: { line: 'plain', second: true },
  A8: { computer: AppWindow, line: 'plain' },
  B1: { computer: ShieldOff, line: 'cloud' },
  B2: { computer: Globe, line: 'cloud' },
  B3: { computer: Globe, line: 'cloud' },
  C1: { computer: Download, line: 'cloud' },
  C2: { computer: FileCheck, line: 'cloud' },
  C3: { computer: HardDrive, line: 'plain' },
  D1: { computer: Check, phone: Usb, line: 'plain' },
  D2: { computer: RotateCw, phone: Usb, line: 'plain' },
  D3: { computer: RotateCw, line: 'plain' },
  D4: { phone: BatteryCharging, line: 'none' },
  D5: { phone: LockOpen, line: 'plain' },
  D6: { phone: CardSim, line: 'none' },
  D7: { phone: Smartphone, line: 'plain' },
  E1: { computer: AppWindow, line: 'plain' },
  E2: { computer: Usb, line: 'plain' },
  F1: { phone: Wrench, line: 'none' },
}

function Computer(props: { x: number; Glyph: LucideIcon | undefined; quiet?: boolean }) {
  const { x, Glyph } = props
  return (
    <g className={props.quiet ? 'drawn quiet' : 'drawn'}>
      <rect x={x} y={26} width={138} height={88} rx={9} />
      <path d={`M${x - 16} 126h170`} />
      {Glyph !== undefined && <Glyph className="glyph" x={x + 47} y={48} width={44} height={44} />}
    </g>
  )
}

function PhoneShape(props: { Glyph: LucideIcon | undefined; black: boolean }) {
  const { Glyph } = props
  return (
    <g className="drawn">
      <rect x={470} y={14} width={66} height={122} rx={13} className={props.black ? 'black' : undefined} />
      {Glyph !== undefined && <Glyph className="glyph" x={486} y={58} width={34} height={34} />}
    </g>
  )
}

function Line(props: { kind: Scene['line'] }) {
  const t = useTexts()
  switch (props.kind) {
    case 'plain':
      return <path className="line" d="M174 76h296" />
    case 'none':
      return <path className="line off" d="M174 76h60M410 76h60" />
    case 'replace':
      return (
        <>
          <path className="line old" d="M174 60h296" />
          <path className="line old-cross" d="M306 44l32 32M338 44l-32 32" />
          <path className="line new" d="M174 96c100 34 200 34 296 0" />
          <text className="new-word" x={322} y={146}>
            {t('picture.other-cable')}
          </text>
        </>
      )
    case 'moved':
      return (
        <>
          <path className="line old" d="M174 50C280 30 380 40 470 70" />
          <path className="line new" d="M174 98c100 24 200 20 296-14" />
          <text className="new-word" x={322} y={140}>
            {t('picture.other-port')}
          </text>
        </>
      )
    case 'straight':
      return (
        <>
          <path className="line old" d="M174 60h90M378 60h92" />
          <rect className="hub" x={264} y={44} width={114} height={32} rx={8} />
          <text className="old-word" x={321} y={36}>
            {t('picture.hubs')}
          </text>
          <path className="line new" d="M174 96c100 34 200 34 296 0" />
          <text className="new-word" x={322} y={146}>
            {t('picture.straight')}
          </text>
        </>
      )
    case 'cloud':
      return (
        <>
          <path className="line" d="M174 90h296" />
          <path className="line new dashed" d="M104 26V6" />
        </>
      )
  }
}

/** A line drawing of what the step changes: quiet grey for what stays, the accent for what is new, a dashed doubt for what goes. */
export function StepPicture(props: { id: StepId }) {
  const t = useTexts()
  const scene = SCENES[props.id]
  return (
    <figure className="step-picture card">
      <svg viewBox="0 0 560 152" aria-hidden>
        {scene.second === true && <Computer x={36} Glyph={undefined} quiet />}
        <Line kind={scene.line} />
        <Computer x={scene.second === true ? 200 : 36} Glyph={scene.second === true ? Check : scene.computer} />
        <PhoneShape Glyph={scene.phone} black={props.id === 'D3'} />
      </svg>
      <figcaption className="unseen">{t(`picture.${props.id}`)}</figcaption>
    </figure>
  )
}
