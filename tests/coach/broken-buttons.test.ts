import { expect, test } from 'vitest'
import { buttonsInUse, waysLeft } from '../../shared/engine/broken-buttons.ts'
import { BUTTON_FAMILIES } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'

const left = (...request: Parameters<typeof waysLeft>) =>
  Object.fromEntries(
    waysLeft(...request).map(({ guide, byHand, assisted, software }) => [
      guide,
      [byHand && 'by hand', assisted && 'assisted', software && 'software'].filter(Boolean).join(', ') || 'none',
    ]),
  )

test('without the power button nothing forces a restart, and DFU is neither entered nor left', () => {
  for (const family of BUTTON_FAMILIES) {
    const ways = left(family, 'side', 'side')
    expect(ways).toMatchObject({ dfu: 'none', 'exit-dfu': 'none', restart: 'software', recovery: 'software' })
    expect(ways['exit-recovery']).toBe('assisted')
    expect(ways['power-off']).toBe('software')
  }
})

test('without Volume Up DFU is still entered with the computer’s restart', () => {
  expect(left('face-id', 'side', 'volume-up').dfu).toBe('assisted')
  expect(left('ipad-no-home', 'top', 'volume-near-top').dfu).toBe('assisted')
})

test('without the second button a phone with a Home button powers off by hand and enters no DFU', () => {
  expect(left('home', 'side', 'home')).toMatchObject({ 'power-off': 'by hand, software', dfu: 'none' })
})

test('every way that may be shown has its words', () => {
  const t = translator('en')
  for (const family of BUTTON_FAMILIES)
    for (const broken of buttonsInUse(family, 'side'))
      for (const { guide, byHand, assisted, software } of waysLeft(family, 'side', broken)) {
        if (assisted) expect(t.has(`broken.assisted.${guide}`), guide).toBe(true)
        if (software) expect(t.has(`broken.software.${guide}`), guide).toBe(true)
        if (!byHand && !assisted && !software) expect(t.has(`broken.none.${guide}`), guide).toBe(true)
      }
})
