import { actOnCues, kinds, obedient, practise, showCard, start, verdict } from './person.ts'
import { expect, test } from './serve-fixture.ts'

/** As fast as life: what the faster stories cannot show is that nothing depends on the rate. */
test.use({ practiceRate: 1 })

const OBEDIENT = obedient({ guide: 'dfu', family: 'face-id', way: 'manual', from: 'normal', power: 'side' })

test('in real time the virtual iPhone enters DFU', async ({ door, page }) => {
  test.slow()
  await practise(page, door)
  await showCard(page, 'dfu')
  const cues = await actOnCues(page, OBEDIENT)
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'entered', { timeout: 60_000 })
  expect(kinds(cues).at(-1)).toBe('success')
})

test('in real time everything let go at the black screen ends in the system', async ({ door, page }) => {
  test.slow()
  await practise(page, door)
  await showCard(page, 'dfu')
  const cues = await actOnCues(page, { ...OBEDIENT, 'left add-second': ['up s'], 'release keep-second': [] })
  await start(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'came-back-in-system', { timeout: 90_000 })
  expect(kinds(cues)).toContain('still-waiting')
})
