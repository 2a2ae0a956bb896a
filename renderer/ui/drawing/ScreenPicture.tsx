import type { PracticeView } from '../../../shared/contract/contract.ts'
import { useTexts } from '../../language.ts'
import { breakName } from './labels.ts'
import type { Box } from './shapes.ts'

/** What the drawn screen shows; `unknown`: whatever it shows now, nothing is claimed. */
export type PictureId = PracticeView['screen'] | 'unknown'

const LIT: ReadonlySet<PictureId> = new Set(['home', 'lock'])

const Fruit = () => (
  <g className="drawing-light">
    <path d="M0 -14 C-8 -21 -28 -18 -28 4 C-28 24 -13 34 -6 33 C-3 32.5 -2 31.5 0 31.5 C2 31.5 3 32.5 6 33 C13 34 28 24 28 4 C28 -18 8 -21 0 -14 Z" />
    <path d="M2 -20 C2 -31 9 -37 17 -38 C18 -28 11 -20 2 -20 Z" />
  </g>
)

const CablePicture = () => (
  <g className="drawing-stroke">
    <path d="M-40 -72 h80 v50 h-80 Z M-54 -14 h108" />
    <path d="M0 72 v-30" />
    <path d="M-9 42 h18 v-22 h-18 Z M-5 20 v-9 h10 v9" />
    <path d="M0 6 v-10 M-5 0 l5 -6 l5 6" />
  </g>
)

const ICON_ROWS = [-96, -54, -12, 30]
const ICON_COLUMNS = [-63, -21, 21, 63]

function Picture({ id }: { id: PictureId }) {
  const t = useTexts()
  switch (id) {
    case 'logo':
      return <Fruit />
    case 'cable-picture':
      return <CablePicture />
    case 'progress':
      return (
        <>
          <Fruit />
          <rect className="drawing-track" x={-52} y={64} width={104} height={6} rx={3} />
          <rect className="drawing-light" x={-52} y={64} width={38} height={6} rx={3} />
        </>
      )
    case 'slider':
      return (
        <>
          <rect className="drawing-track" x={-82} y={-92} width={164} height={46} rx={23} />
          <circle className="drawing-light" cx={-59} cy={-69} r={18} />
          <text className="drawing-caption" x={16} y={-63}>
            {t('drawing.on-screen.slider')}
          </text>
        </>
      )
    case 'sos':
      return (
        <>
          <rect className="drawing-alarm" x={-82} y={-40} width={164} height={80} rx={20} />
          <text className="drawing-alarm-word" x={0} y={12}>
            {t('drawing.on-screen.sos')}
          </text>
        </>
      )
    case 'lock':
      return (
        <g className="drawing-stroke">
          <path d="M-16 -50 v-14 a16 16 0 0 1 32 0 v14 M-24 -50 h48 v36 h-48 Z" />
        </g>
      )
    case 'home':
      return (
        <>
          {ICON_ROWS.flatMap((y) =>
            ICON_COLUMNS.map((x) => (
              <rect key={`${x} ${y}`} className="drawing-icon" x={x - 15} y={y} width={30} height={30} rx={8} />
            )),
          )}
        </>
      )
    case 'black':
    case 'unknown':
      return null
  }
}

/** The device's own screen with its picture and, below it, the picture's name. */
export function ScreenPicture({ box, id, caption }: { box: Box; id: PictureId; caption: string | null }) {
  const centre = `translate(${box.x + box.width / 2} ${box.y + box.height / 2})`
  const lines = caption === null ? [] : breakName(caption, 18)
  const captionY = id === 'black' || id === 'unknown' ? 0 : Math.min(118, box.height / 2 - 40)
  return (
    <>
      <rect
        className={`drawing-screen is-${LIT.has(id) ? 'lit' : id}`}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={box.radius}
      />
      <g transform={centre} className="drawing-picture">
        <Picture id={id} />
        {lines.map((line, index) => (
          <text key={line} className="drawing-caption" x={0} y={captionY + (index - (lines.length - 1) / 2) * 24 + 6}>
            {line}
          </text>
        ))}
      </g>
    </>
  )
}
