import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lookOf, shapeOf } from '../../renderer/ui/drawing/shapes.ts'
import { breakName, placeLabel, viewBoxOf } from '../../renderer/ui/drawing/labels.ts'
import { buttonsWith, readyFor, rolesOf } from '../../renderer/ui/drawing/roles.ts'
import { buttonsOf } from '../../shared/knowledge/button-families.ts'
import { guidePhases, type GuideRequest } from '../../shared/knowledge/button-guides.ts'
import { classOfProductType, DEVICES } from '../../shared/knowledge/devices.ts'
import { BUTTON_FAMILIES, GUIDES, WAYS } from '../../shared/knowledge/vocabulary.ts'
import { drawingFile, familySvg } from '../../tools/draw-families.ts'

const HAND_HELD = ['iphone', 'ipad', 'ipod']
const models = DEVICES.filter((row) => HAND_HELD.includes(classOfProductType(row.productType)))
const starts = ['normal', 'recovery', 'dfu', 'unseen'] as const

const everyPhase = (request: Omit<GuideRequest, 'guide' | 'way' | 'from'>) =>
  GUIDES.flatMap((guide) =>
    WAYS.flatMap((way) => starts.flatMap((from) => guidePhases({ ...request, guide, way, from }) ?? [])),
  )

describe('the drawings', () => {
  test('every button family has a file, and the file is what the screen draws', () => {
    for (const family of BUTTON_FAMILIES) expect(readFileSync(drawingFile(family), 'utf8')).toBe(familySvg(family))
  })

  test('every button that a guide names on a model is on the drawing of that model', () => {
    for (const { productType } of models) {
      const model = buttonsOf(productType)
      expect(model, productType).not.toBeNull()
      if (model === null) continue
      const drawn = shapeOf(lookOf(model.family, productType)).buttons.map(({ button }) => button)
      for (const phase of everyPhase(model))
        for (const button of [...phase.hold, ...phase.press, ...phase.avoid])
          expect(drawn, productType).toContain(button)
    }
  })

  test('a tablet laid on its side has the same buttons on its turned edges, all inside the picture', () => {
    const upright = shapeOf('tablet')
    const lying = shapeOf('tablet', 'landscape')
    expect(lying.body).toMatchObject({ width: upright.body.height, height: upright.body.width })
    expect(lying.buttons.map(({ button, edge }) => [button, edge])).toEqual([
      ['top', 'left'],
      ['volume-near-top', 'top'],
      ['volume-far-from-top', 'top'],
    ])
    const [near, far] = lying.buttons.slice(1).map(({ box }) => box.x)
    expect(near).toBeLessThan(far ?? 0)
    const view = viewBoxOf(lying, true)
    for (const drawn of lying.buttons) {
      const place = placeLabel(drawn, lying)
      expect(place.x).toBeGreaterThan(view.x)
      expect(place.y).toBeGreaterThan(view.y)
    }
  })

  test('a long name breaks at spaces and loses nothing', () => {
    expect(breakName('Volume farthest from Top')).toEqual(['Volume farthest', 'from Top'])
    expect(breakName('Side')).toEqual(['Side'])
  })
})

describe('the roles of the buttons', () => {
  const phase = (hold: 'side' | 'volume-down' | 'both' | 'none', avoid: 'volume-up'[] = []) => ({
    hold: hold === 'both' ? (['side', 'volume-down'] as const).slice() : hold === 'none' ? [] : [hold],
    press: [],
    avoid,
  })

  test('letting go of one and keeping the other are told apart', () => {
    expect(rolesOf(phase('volume-down', ['volume-up']), phase('both'))).toEqual({
      'volume-up': 'forbidden',
      side: 'release',
      'volume-down': 'keep',
    })
  })

  test('a button that joins is held, the one already down is kept', () => {
    expect(rolesOf(phase('both'), phase('side'))).toEqual({ side: 'keep', 'volume-down': 'hold' })
  })

  test('when nothing changes both are simply held', () => {
    expect(rolesOf(phase('both'), phase('both'))).toEqual({ side: 'hold', 'volume-down': 'hold' })
  })

  test('after the last phase everything that was down is let go', () => {
    expect(buttonsWith(rolesOf(null, phase('both')), 'release')).toEqual(['side', 'volume-down'])
  })

  test('before the first phase fingers go to the buttons without pressing', () => {
    expect(readyFor(phase('both', ['volume-up']))).toEqual({
      'volume-up': 'forbidden',
      side: 'ready',
      'volume-down': 'ready',
    })
  })

  test('no phase of any guide asks for a forbidden button', () => {
    for (const family of BUTTON_FAMILIES)
      for (const power of ['side', 'top'] as const)
        for (const { hold, press, avoid } of everyPhase({ family, power }))
          expect(avoid.filter((button) => hold.includes(button) || press.includes(button))).toEqual([])
  })
})
