import { buttonsOf } from '../../../shared/knowledge/button-families.ts'
import type { Button, ButtonFamily } from '../../../shared/knowledge/vocabulary.ts'

/** A rounded rectangle; the unit is arbitrary, a phone is 470 high. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
}

/** Where a button sits. `front` is the Home button. */
export type Edge = 'left' | 'right' | 'top' | 'front'

export type DrawnButton = { readonly button: Button; readonly edge: Edge; readonly box: Box }

/** All that is needed to draw one device from the front. */
export type Shape = {
  readonly body: Box
  readonly screen: Box
  /** Cut-outs of the screen: a notch hangs from its upper edge, a camera or an island floats. */
  readonly cutOuts: readonly Box[]
  /** Things that look like buttons and are not: the mute switch. */
  readonly ornaments: readonly Box[]
  readonly buttons: readonly DrawnButton[]
  /** Where the cable leaves, pointing away from the device. */
  readonly cable: { readonly x: number; readonly y: number; readonly edge: 'bottom' | 'right' }
}

/** How a tablet is held; phones are always drawn upright. */
export type Orientation = 'portrait' | 'landscape'

/** The looks that exist within the four button families. */
export type Look =
  | 'home-side'
  | 'home-top'
  | 'home-tablet'
  | 'solid-side'
  | 'solid-top'
  | 'notch'
  | 'face-id-home'
  | 'tablet'

/** iPhone 8 and 8 Plus, SE (2nd and 3rd): Face ID's buttons with a Home button in front. Source: device table, domain of the families. */
const FACE_ID_BUTTONS_WITH_HOME = new Set([
  'iPhone10,1',
  'iPhone10,2',
  'iPhone10,4',
  'iPhone10,5',
  'iPhone12,8',
  'iPhone14,6',
])

/** Which look to draw for a family and a product type ("iPhone10,3"; null: unknown, then the family's commonest look). */
export function lookOf(family: ButtonFamily, product: string | null): Look {
  const top = product !== null && buttonsOf(product)?.power === 'top'
  switch (family) {
    case 'home':
      return product?.startsWith('iPad') ? 'home-tablet' : top ? 'home-top' : 'home-side'
    case 'solid-home':
      return top ? 'solid-top' : 'solid-side'
    case 'face-id':
      return product !== null && FACE_ID_BUTTONS_WITH_HOME.has(product) ? 'face-id-home' : 'notch'
    case 'ipad-no-home':
      return 'tablet'
  }
}

const phoneBody: Box = { x: 0, y: 0, width: 224, height: 470, radius: 44 }
const plainScreen: Box = { x: 12, y: 12, width: 200, height: 446, radius: 34 }
const homeScreen: Box = { x: 12, y: 62, width: 200, height: 336, radius: 6 }
const speaker: Box = { x: 92, y: 30, width: 40, height: 6, radius: 3 }
const muteSwitch: Box = { x: -8, y: 66, width: 8, height: 26, radius: 3 }

const volumeUp: DrawnButton = {
  button: 'volume-up',
  edge: 'left',
  box: { x: -9, y: 112, width: 9, height: 50, radius: 4 },
}
const volumeDown: DrawnButton = {
  button: 'volume-down',
  edge: 'left',
  box: { x: -9, y: 200, width: 9, height: 50, radius: 4 },
}
const side: DrawnButton = { button: 'side', edge: 'right', box: { x: 224, y: 122, width: 9, height: 84, radius: 4 } }
const top: DrawnButton = { button: 'top', edge: 'top', box: { x: 136, y: -9, width: 62, height: 9, radius: 4 } }
const home: DrawnButton = {
  button: 'home',
  edge: 'front',
  box: { x: 89, y: 411, width: 46, height: 46, radius: 23 },
}
const cable = { x: 112, y: 470, edge: 'bottom' } as const

const phone = (buttons: readonly DrawnButton[], face: 'plain' | 'home'): Shape => ({
  body: phoneBody,
  screen: face === 'plain' ? plainScreen : homeScreen,
  cutOuts: face === 'plain' ? [{ x: 66, y: 12, width: 92, height: 26, radius: 13 }] : [speaker],
  ornaments: [muteSwitch],
  buttons,
  cable,
})

const tabletBody: Box = { x: 0, y: 0, width: 344, height: 470, radius: 30 }

const SHAPES: Readonly<Record<Look, Shape>> = {
  'home-side': phone([side, volumeUp, volumeDown, home], 'home'),
  'home-top': phone([top, volumeUp, volumeDown, home], 'home'),
  'home-tablet': {
    body: tabletBody,
    screen: { x: 16, y: 54, width: 312, height: 352, radius: 4 },
    cutOuts: [{ x: 169, y: 28, width: 6, height: 6, radius: 3 }],
    ornaments: [],
    buttons: [
      { button: 'top', edge: 'top', box: { x: 262, y: -9, width: 54, height: 9, radius: 4 } },
      { button: 'volume-up', edge: 'right', box: { x: 344, y: 84, width: 9, height: 46, radius: 4 } },
      { button: 'volume-down', edge: 'right', box: { x: 344, y: 148, width: 9, height: 46, radius: 4 } },
      { button: 'home', edge: 'front', box: { x: 152, y: 416, width: 40, height: 40, radius: 20 } },
    ],
    cable: { x: 172, y: 470, edge: 'bottom' },
  },
  'solid-side': phone([side, volumeUp, volumeDown, home], 'home'),
  'solid-top': phone([top, volumeUp, volumeDown, home], 'home'),
  notch: phone([side, volumeUp, volumeDown], 'plain'),
  'face-id-home': phone([side, volumeUp, volumeDown, home], 'home'),
  tablet: {
    body: tabletBody,
    screen: { x: 16, y: 16, width: 312, height: 438, radius: 18 },
    cutOuts: [],
    ornaments: [],
    buttons: [
      { button: 'top', edge: 'top', box: { x: 262, y: -9, width: 54, height: 9, radius: 4 } },
      { button: 'volume-near-top', edge: 'right', box: { x: 344, y: 62, width: 9, height: 52, radius: 4 } },
      { button: 'volume-far-from-top', edge: 'right', box: { x: 344, y: 172, width: 9, height: 52, radius: 4 } },
    ],
    cable: { x: 172, y: 470, edge: 'bottom' },
  },
}

/** Turns a box a quarter to the left, the way a tablet is laid down with its Top button to the upper left. */
const turned = (box: Box, bodyWidth: number): Box => ({
  x: box.y,
  y: bodyWidth - box.x - box.width,
  width: box.height,
  height: box.width,
  radius: box.radius,
})

const TURNED_EDGE: Readonly<Record<Edge, Edge>> = { top: 'left', right: 'top', left: 'left', front: 'front' }

/** The shape of one look; only tablets without Home follow the orientation. */
export function shapeOf(look: Look, orientation: Orientation = 'portrait'): Shape {
  const shape = SHAPES[look]
  if (look !== 'tablet' || orientation === 'portrait') return shape
  const turn = (box: Box) => turned(box, shape.body.width)
  return {
    body: turn(shape.body),
    screen: turn(shape.screen),
    cutOuts: shape.cutOuts.map(turn),
    ornaments: shape.ornaments.map(turn),
    buttons: shape.buttons.map((drawn) => ({ ...drawn, edge: TURNED_EDGE[drawn.edge], box: turn(drawn.box) })),
    cable: { x: shape.body.height, y: shape.body.width / 2, edge: 'right' },
  }
}

/** The look that stands for a family where no model is known: the plain drawing in `assets/drawings/<family>.svg`. */
export const FAMILY_LOOKS: Readonly<Record<ButtonFamily, Look>> = {
  home: 'home-side',
  'solid-home': 'solid-side',
  'face-id': 'notch',
  'ipad-no-home': 'tablet',
}
