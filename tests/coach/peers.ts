import { buttonNames, modelOf } from '../../shared/simulator/models.ts'
import { resetsByClicks } from '../../shared/simulator/figures.ts'
import type { TimedLine } from '../../shared/simulator/people.ts'
import type { Countdown, Printed } from '../simulator/printed.ts'

/** What the other tools tell people to do, as far as figures go. Source: docs/sources.md, manual and assisted figures. */

/** A text with Legacy-iOS-Kit's fixed seconds, read beforehand: 10 and 8, or click, click, 10, 5, 8; 8 in place of 10 from recovery. */
export function printedText(product: string, warned: boolean): Printed {
  const model = modelOf(product)
  const { power, second, first } = buttonNames(model)
  const hold = (buttons: TimedLine['hold'], seconds: number): TimedLine => ({ hold: buttons, press: [], seconds })
  const click = (button: TimedLine['press'][number]): TimedLine => ({ hold: [], press: [button], seconds: 1 })
  const common = { kind: 'printed', reads: 'beforehand', warned } as const
  if (resetsByClicks(model.family))
    return {
      ...common,
      lines: [click(first), click(second), hold([power], 10), hold([power, second], 5), hold([second], 8)],
    }
  return {
    ...common,
    lines: [hold([power, second], 10), hold([second], 8)],
    linesFromRecovery: [hold([power, second], 8), hold([second], 8)],
  }
}

/** palera1n's countdown: both 2 s, the computer restarts the phone, both 2 s more, the second button up to 10 s; from recovery, by software where it runs. */
export function blindCountdown(product: string, alike: { heard: boolean; warned: boolean }): Countdown {
  const { power, second } = buttonNames(modelOf(product))
  return {
    kind: 'countdown',
    steps: [
      { hold: [power, second], press: [], seconds: 4 },
      { hold: [second], press: [], seconds: 10 },
    ],
    restartAfterSeconds: 2,
    recoveryFirst: true,
    ...alike,
  }
}
