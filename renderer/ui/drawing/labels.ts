import type { Box, DrawnButton, Shape } from './shapes.ts'

/** Where the name of a button stands, where its sign stands, and the line that joins the name to a button that is not beside it. */
export type LabelPlace = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** The sign (arrow or cross) between button and name, and the direction "into the device" in degrees clockwise from right. */
  readonly sign: { readonly x: number; readonly y: number; readonly inwards: number }
  readonly leader: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null
}

const GAP = 26
const BESIDE = 42

const middle = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** Names above the upper edge: the first reaches out to the left, the last to the right, so that they never meet. */
function placeAbove(drawn: DrawnButton, shape: Shape): LabelPlace {
  const { x } = middle(drawn.box)
  const above = shape.buttons.filter((other) => other.edge === 'top').toSorted((a, b) => a.box.x - b.box.x)
  const first = above.length > 1 && above[0] === drawn
  const last = above.length > 1 && above.at(-1) === drawn
  const y = drawn.box.y - BESIDE
  const anchor = first ? 'end' : last ? 'start' : 'middle'
  const shift = first ? drawn.box.width / 2 : last ? -drawn.box.width / 2 : 0
  return { x: x + shift, y, anchor, sign: { x, y: drawn.box.y - GAP, inwards: 90 }, leader: null }
}

/** Where to write the name of one button of a shape. */
export function placeLabel(drawn: DrawnButton, shape: Shape): LabelPlace {
  const { x, y } = middle(drawn.box)
  const right = shape.body.x + shape.body.width
  switch (drawn.edge) {
    case 'left':
      return {
        x: drawn.box.x - BESIDE,
        y,
        anchor: 'end',
        sign: { x: drawn.box.x - GAP, y, inwards: 0 },
        leader: null,
      }
    case 'right':
      return {
        x: right + drawn.box.width + BESIDE,
        y,
        anchor: 'start',
        sign: { x: right + drawn.box.width + GAP, y, inwards: 180 },
        leader: null,
      }
    case 'front':
      return {
        x: right + BESIDE + 9,
        y,
        anchor: 'start',
        sign: { x: right + GAP + 9, y, inwards: 180 },
        leader: { x1: x + drawn.box.width / 2 + 8, y1: y, x2: right + 12, y2: y },
      }
    case 'top':
      return placeAbove(drawn, shape)
  }
}

/** About how wide a letter is drawn, in widths of a usual small one. Chinese signs fill almost two. */
function widthOf(letter: string): number {
  if (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter)) return 1.8
  if (/[filrtj ]/.test(letter)) return 0.6
  return /[mw\p{Lu}]/u.test(letter) ? 1.3 : 1
}

const lengthOf = (text: string) => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0)

/** Breaks a name into lines of at most about `width` usual letters, at spaces only. */
export function breakName(name: string, width = 14): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && lengthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const around = (shape: Shape, left: number, right: number, top: number, bottom: number): Box => ({
  x: shape.body.x - left,
  y: shape.body.y - top,
  width: shape.body.width + left + right,
  height: shape.body.height + top + bottom,
  radius: 0,
})

/** The part of the plane that a drawing fills, with the names of its buttons or without them. */
export function viewBoxOf(shape: Shape, named: boolean): Box {
  const cableOut = (edge: 'bottom' | 'right') => (shape.cable.edge === edge ? 64 : 24)
  if (!named) return around(shape, 24, cableOut('right'), 24, cableOut('bottom'))
  const edges = new Set(shape.buttons.map((drawn) => drawn.edge))
  const left = edges.has('left') ? 190 : edges.has('right') ? 40 : 90
  const beside = shape.body.width > 300 && edges.has('right') ? 246 : 196
  const right = edges.has('right') || edges.has('front') ? beside : shape.cable.edge === 'right' ? 90 : 40
  const top = edges.has('top') ? 116 : 20
  return around(shape, left, right, top, cableOut('bottom'))
}
