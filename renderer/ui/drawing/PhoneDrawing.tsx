import './drawing.css'
import type { PointerEvent } from 'react'
import type { Button, ButtonFamily } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { DrawnButtonView } from './DrawnButtonView.tsx'
import { describeDrawing } from './describe.ts'
import { viewBoxOf } from './labels.ts'
import type { Role, Roles } from './roles.ts'
import { type PictureId, ScreenPicture } from './ScreenPicture.tsx'
import { type Box, lookOf, type Orientation, shapeOf } from './shapes.ts'

/** Pressing the drawn buttons, in practice: one call for each finger that goes down or up. */
export type PressHandler = (button: Button, pointerId: number, down: boolean) => void

export type PhoneDrawingProps = {
  readonly family: ButtonFamily
  /** Product type, for the looks within a family; null where the model is unknown. */
  readonly product: string | null
  /** The name of the device for the accessible name. */
  readonly device: string
  readonly roles: Roles
  readonly screen: PictureId
  readonly orientation?: Orientation
  /** Practice: the buttons that are really down now. */
  readonly down?: readonly Button[]
  readonly onPress?: PressHandler
  /** Practice: the keyboard key that plays each button. */
  readonly keys?: Readonly<Partial<Record<Button, string>>>
  /** The cable is in. */
  readonly plugged?: boolean
  /** `all`: names beside every button. `none`: a small drawing whose buttons are named elsewhere. */
  readonly names?: 'all' | 'none'
}

const rect = (box: Box) => ({ x: box.x, y: box.y, width: box.width, height: box.height, rx: box.radius })

function Cable({ x, y, edge }: { x: number; y: number; edge: 'bottom' | 'right' }) {
  const turn = edge === 'right' ? `translate(${x} ${y}) rotate(-90)` : `translate(${x} ${y})`
  return (
    <g className="drawing-cable" transform={turn}>
      <rect x={-17} y={0} width={34} height={12} rx={4} />
      <rect x={-11} y={12} width={22} height={22} rx={5} />
      <path d="M0 34 V62" />
    </g>
  )
}

/** One device of its button family from the front: what each button is to do, under its name, and what the screen shows. */
export function PhoneDrawing(props: PhoneDrawingProps) {
  const {
    family,
    product,
    device,
    roles,
    screen,
    orientation,
    down,
    onPress,
    keys,
    plugged = true,
    names = 'all',
  } = props
  const t = useTexts()
  const named = names === 'all'
  const shape = shapeOf(lookOf(family, product), orientation)
  const view = viewBoxOf(shape, named)
  const press = (button: Button) => (event: PointerEvent<SVGElement>) => {
    if (onPress === undefined) return
    event.preventDefault()
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    onPress(button, event.pointerId, event.type === 'pointerdown')
  }
  return (
    <figure className="drawing-figure">
      <svg className="drawing" viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} aria-hidden="true">
        {shape.ornaments.map((box) => (
          <rect key={`${box.x} ${box.y}`} className="drawing-ornament" {...rect(box)} />
        ))}
        {plugged && <Cable {...shape.cable} />}
        <rect className="drawing-body" {...rect(shape.body)} />
        <ScreenPicture
          box={shape.screen}
          id={screen}
          caption={
            !named || screen === 'unknown' || screen === 'home' || screen === 'sos'
              ? null
              : t(`drawing.screen.${screen}`)
          }
        />
        {shape.cutOuts.map((box) => (
          <rect key={`${box.x} ${box.y}`} className="drawing-cut-out" {...rect(box)} />
        ))}
        {shape.buttons.map((drawn) => {
          const role: Role = roles[drawn.button] ?? 'idle'
          return (
            <DrawnButtonView
              key={drawn.button}
              drawn={drawn}
              shape={shape}
              role={role}
              named={named}
              down={down?.includes(drawn.button) ?? false}
              keyName={keys?.[drawn.button]}
              onPointer={onPress === undefined ? undefined : press(drawn.button)}
            />
          )
        })}
      </svg>
      <figcaption className="unseen">{describeDrawing(t, device, roles, screen)}</figcaption>
    </figure>
  )
}
