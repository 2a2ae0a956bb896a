import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Box, FAMILY_LOOKS, shapeOf } from '../renderer/ui/drawing/shapes.ts'
import { BUTTON_FAMILIES, type ButtonFamily } from '../shared/knowledge/vocabulary.ts'

const MARGIN = 30

const rect = ({ x, y, width, height, radius }: Box, paint: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${paint}/>`

/** Where the plain drawing of a family stands. */
export function drawingFile(family: ButtonFamily): string {
  return join(import.meta.dirname, '../assets/drawings', `${family}.svg`)
}

/**
 * The plain drawing of a button family as the text of an SVG file, for documents and pages without the app. The geometry is
 * the one that the screen draws (renderer/ui/drawing/shapes); each button carries its name as its id.
 */
export function familySvg(family: ButtonFamily): string {
  const shape = shapeOf(FAMILY_LOOKS[family])
  const { body } = shape
  const view = [body.x - MARGIN, body.y - MARGIN, body.width + 2 * MARGIN, body.height + 2 * MARGIN].join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">`,
    ...shape.ornaments.map((box) => rect(box, 'fill="#8a97a6"')),
    rect(body, 'fill="#27313d" stroke="#7b8ca2" stroke-width="3"'),
    rect(shape.screen, 'fill="#05070a"'),
    ...shape.cutOuts.map((box) => rect(box, 'fill="#27313d"')),
    ...shape.buttons.map(({ button, edge, box }) =>
      rect(
        box,
        `id="${button}" ${edge === 'front' ? 'fill="none" stroke="#7b8ca2" stroke-width="2"' : 'fill="#8a97a6"'}`,
      ),
    ),
    '</svg>',
    '',
  ].join('\n')
}

if (import.meta.main) for (const family of BUTTON_FAMILIES) writeFileSync(drawingFile(family), familySvg(family))
