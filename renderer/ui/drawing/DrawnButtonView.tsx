import type { PointerEvent } from 'react'
import { useTexts } from '../../language.ts'
import { breakName, type LabelPlace, placeLabel } from './labels.ts'
import type { Role } from './roles.ts'
import type { Box, DrawnButton, Edge, Shape } from './shapes.ts'

const grown = (box: Box, by: number) => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
  rx: box.radius + by,
})

/** A button that stands out of its edge further than an idle one, so that its role is seen before its colour. */
function raised(box: Box, edge: Edge, by: number): Box {
  switch (edge) {
    case 'left':
      return { ...box, x: box.x - by, width: box.width + by }
    case 'right':
      return { ...box, width: box.width + by }
    case 'top':
      return { ...box, y: box.y - by, height: box.height + by }
    case 'front':
      return box
  }
}

const LOUD: ReadonlySet<Role> = new Set(['press', 'hold', 'keep'])

/** An arrow into the device, an arrow out of it, or a cross: the role without its colour. */
function Sign({ role, place }: { role: Role; place: LabelPlace }) {
  if (role === 'idle') return null
  const { x, y, inwards } = place.sign
  if (role === 'forbidden')
    return <path className="drawing-cross" d={`M${x - 7} ${y - 7} l14 14 M${x + 7} ${y - 7} l-14 14`} />
  const turn = role === 'release' ? inwards + 180 : inwards
  return <path className="drawing-arrow" d="M-8 -9 L9 0 L-8 9 Z" transform={`translate(${x} ${y}) rotate(${turn})`} />
}

type Props = {
  readonly drawn: DrawnButton
  readonly shape: Shape
  readonly role: Role
  readonly named: boolean
  readonly down: boolean
  readonly keyName: string | undefined
  readonly onPointer: ((event: PointerEvent<SVGElement>) => void) | undefined
}

const LINE = 24

/** One button with its sign and, beside it, what to do with it and its name. */
export function DrawnButtonView({ drawn, shape, role, named, down, keyName, onPointer }: Props) {
  const t = useTexts()
  const place = placeLabel(drawn, shape)
  const box = raised(drawn.box, drawn.edge, role === 'idle' ? 0 : 7)
  const name = breakName(t(`button.${drawn.button}.label`))
  const lines: [string, string][] = name.map((line) => ['drawing-name', line])
  if (role !== 'idle') lines.unshift(['drawing-role', t(`drawing.role.${role}`)])
  if (keyName !== undefined) lines.push(['drawing-key-name', t('drawing.key', { key: keyName })])
  const first = drawn.edge === 'top' ? -(lines.length - 1) * LINE : (-(lines.length - 1) / 2) * LINE + 7
  return (
    <g className={`drawing-button is-${role} edge-${drawn.edge}${down ? ' is-down' : ''}`}>
      {LOUD.has(role) && <rect className="drawing-halo" {...grown(box, 9)} />}
      {named && place.leader !== null && <line className="drawing-leader" {...place.leader} />}
      <rect className="drawing-key" {...grown(box, 0)} />
      {down && <rect className="drawing-down" {...grown(box, 4)} />}
      {named && <Sign role={role} place={place} />}
      {named &&
        lines.map(([style, line], index) => (
          <text
            key={`${style} ${line}`}
            className={style}
            x={place.x}
            y={place.y + first + index * LINE}
            textAnchor={place.anchor}
          >
            {line}
          </text>
        ))}
      {onPointer !== undefined && (
        <rect
          className="drawing-hit"
          {...grown(box, 22)}
          onPointerDown={onPointer}
          onPointerUp={onPointer}
          onPointerCancel={onPointer}
        />
      )}
    </g>
  )
}
