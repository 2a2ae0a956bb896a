import { describe, expect, it } from 'vitest'
import { openingSteps } from '../../shared/engine/plan.ts'
import { guidePhases } from '../../shared/knowledge/button-guides.ts'
import { GUIDE_ORDERS } from '../../shared/knowledge/checklist-steps-orders.ts'
import { howKeys } from '../../shared/knowledge/checklist-steps.ts'
import { BOARD_HINTS, FULL_ERRORS, fullError, POINT_HINTS } from '../../shared/knowledge/errors-full.ts'
import { findError } from '../../shared/knowledge/errors.ts'
import type { Button, ButtonFamily, GuideId } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'

const t = translator('en')

/** A line of a guide in our own words, where it is shown (text keys), and what must stand there. */
type Line = readonly [line: string, keys: readonly string[], says: RegExp]

const GUIDE_1413: readonly Line[] = [
  ['it is about an Apple iPhone', ['card.device'], /Apple iPhone/],
  ['a mobile device', ['card.device-kind'], /Mobile/],
  ['severity low', ['severity.low'], /low/],
  ['easy to do at home', ['difficulty.easy'], /easy/],
  [
    'iTunes or Finder has trouble talking to the phone while restoring',
    ['error.1413.meaning'],
    /iTunes or Finder.*while restoring/,
  ],
  ['it points to cable, port or connection', ['error.1413.meaning'], /cable, the USB port or the connection/],
  ['tool: Lightning-to-USB cable', ['tool.lightning-usb-cable'], /Lightning-to-USB/],
  ['tool: USB-C-to-Lightning cable', ['tool.usb-c-lightning-cable'], /USB-C-to-Lightning/],
  ['nothing else is needed', ['tool.nothing-else'], /Nothing else/],
  ['step 1: another cable', ['step.A2.title', 'step.A2.how'], /another cable/i],
  ['step 2: another port', ['step.A3.title'], /another USB port/],
  ['step 3: clean the phone’s port', ['step.A6.title'], /charging port/],
  ['powered off first', ['step.A6.how', 'step.A6.done'], /power the phone off completely/],
  ['against electrical damage', ['step.A6.risk'], /short/],
  ['step 4: restart both', ['step.A5.title'], /phone and computer/],
  [
    'step 5: update iTunes or Finder',
    ['step.A1.how.macos', 'step.A1.how.windows'],
    /Software Update.*Check for Updates/s,
  ],
  ['step 6: DFU restore', ['step.D3.title'], /DFU/],
  ['it erases, have a recent backup', ['step.D3.risk'], /Erases everything.*recent backup/],
  ['step 7: another computer', ['step.A7.title'], /another computer/],
  ['professional: if it persists', ['professional.persists'], /after all the steps/],
  ['professional: above all under warranty', ['professional.warranty'], /warranty/],
  ['professional: port damaged', ['professional.port-damage'], /charging port/],
  ['professional: does not enter DFU', ['professional.no-dfu'], /DFU/],
  ['question: cause', ['faq.1413.cause.answer'], /bad cable, a dirty port, an old iTunes, or a bad USB port/],
  ['question: without losing data', ['faq.1413.data.answer'], /Most steps keep.*DFU restore or a full restore erases/],
  [
    'question: why during a restore',
    ['faq.1413.why-restore.answer'],
    /unbroken.*both directions.*cable, port or software/,
  ],
  ['question: serious', ['faq.1413.serious.answer'], /Usually not.*another cable or port/],
  [
    'question: prevent',
    ['faq.1413.prevent.answer'],
    /certified cable, a clean port.*instead of a hub.*current software/,
  ],
]

const GUIDE_4013: readonly Line[] = [
  [
    'stops communicating and disconnects from Finder or iTunes',
    ['error.4013.meaning'],
    /stopped talking to Finder \(macOS\).*iTunes \(Windows\) and disconnected/,
  ],
  ['during update or restore', ['error.4013.meaning'], /update or restore/],
  [
    'filed as hardware, often minor',
    ['error.4013.meaning'],
    /hardware communication error, but often.*cable, port, old software, a glitch/,
  ],
  ['sign: stuck on the logo', ['sign.stuck-on-logo'], /Apple logo/],
  ['sign: recovery screen', ['sign.recovery-screen'], /recovery screen/],
  ['sign: Finder or iTunes freezes', ['sign.program-freezes'], /freezes/],
  ['sign: fails again and again', ['sign.fails-again'], /again and again/],
  ['sign: the dialog', ['sign.dialog'], /dialog/],
  ['cause 1: cable', ['cause.cable'], /uncertified/],
  ['cause 2: port dirty or damaged', ['cause.usb-port', 'cause.phone-port'], /dirty.*damaged/is],
  ['cause 3: outdated software', ['cause.host-software'], /macOS, Windows, Finder, iTunes.*too old.*firmware/],
  ['cause 4: corrupted firmware', ['cause.phone-system'], /failed update, wrong shutdown, modifications/],
  ['cause 5: short of resources', ['cause.host-busy'], /Finder or iTunes freezes in the middle/],
  ['cause 6: NAND, Tristar, liquid', ['cause.nand', 'cause.charging-ic', 'cause.liquid'], /NAND.*Tristar.*Liquid/s],
  [
    'step 1: restart both, reopen, try again',
    ['step.A5.how.macos'],
    /restart the Mac, open Finder again and try once more/,
  ],
  ['step 2: certified, not frayed', ['step.A2.how'], /MFi certified.*No frayed/],
  ['step 2: USB-A to Lightning steadier', ['step.A2.how'], /USB-A to Lightning is often steadier/],
  ['step 3: try all ports, prefer USB-A', ['step.A3.how'], /Try them all; prefer USB-A/],
  ['step 3: no hubs or adapters', ['step.A4.how'], /hubs.*adapters/],
  [
    'step 3: USB-C-only Mac: a good USB-C to Lightning cable',
    ['step.A2.how'],
    /only USB-C.*good USB-C to Lightning cable/,
  ],
  ['step 4: macOS update', ['step.A1.how.macos'], /System Settings.*Software Update/],
  ['step 4: Windows and iTunes update', ['step.A1.how.windows'], /Help, Check for Updates.*Windows Update/],
  ['step 4: then restart', ['step.A1.how.windows', 'step.A1.how.macos'], /Restart the computer.*restart the Mac/s],
  [
    'step 5: close browsers, video editors, games, virtual machines, cloud sync',
    ['step.A8.how.windows'],
    /Chrome, video editors, games, virtual machines and cloud sync \(OneDrive, Dropbox\)/,
  ],
  ['step 6: recovery, Update first', ['step.D1.how.macos'], /choose Update, not Restore/],
  ['step 6: Update keeps data', ['step.D1.title'], /keeps your data/],
  ['step 6: Restore only if that fails', ['step.D2.why'], /Only after everything that keeps data has failed/],
  ['step 7: DFU rewrites firmware and software', ['step.D3.why'], /firmware and system/],
  ['step 7: the screen stays black', ['step.D3.how.macos'], /screen stays black/],
  [
    'step 7: Finder finds a phone, choose Restore',
    ['step.D3.how.macos', 'step.D3.how.windows'],
    /found a phone.*Restore/,
  ],
  ['step 8: another Mac, another PC', ['step.A7.how'], /another Mac or PC/],
  [
    'step 8: if it works there: driver, USB or software conflict',
    ['step.A7.proves'],
    /driver, USB or software conflict/,
  ],
  [
    'step 9: Tristar, NAND, liquid, drop, connectors, port',
    ['hardware.parts'],
    /NAND.*Tristar, U2.*liquid, a drop, loose connectors, a failing charging port/,
  ],
  ['step 9 sign: random reboots', ['sign.random-reboots'], /restarts by itself/],
  ['step 9 sign: overheating', ['sign.overheating'], /hot/],
  ['step 9 sign: battery drain', ['sign.battery-drain'], /drains fast/],
  ['step 9 sign: unstable with cables', ['sign.unstable-with-cable'], /cable is plugged in/],
  ['step 9 sign: same per cent', ['sign.same-percent'], /19, 40 or 60/],
  ['step 9: professional diagnosis', ['step.F1.how'], /Apple or to a technician/],
  ['Apple: DFU and several cables tried', ['professional.dfu-and-cables'], /DFU and several cables/],
  ['Apple: on several computers', ['professional.several-computers'], /several computers/],
  ['Apple: signs of damage', ['professional.damage-signs'], /damage/],
  ['Apple: same point every time', ['professional.same-point'], /same point every time/],
  ['Apple: diagnostics, repair or replacement', ['professional.apple-can'], /diagnostics.*repair or replacement/],
  ['prevent: certified cables', ['prevention.certified-cable'], /certified/],
  ['prevent: software current', ['prevention.software-current', 'prevention.phone-current'], /computer.*phone/is],
  ['prevent: do not interrupt', ['prevention.no-interruption'], /Do not interrupt/],
  ['prevent: charge', ['prevention.charge-first'], /Charge/],
  ['prevent: clean ports', ['prevention.clean-ports'], /clean/],
  ['prevent: moisture and heat', ['prevention.no-moisture-heat'], /moisture and heat/],
  ['question: serious', ['faq.4013.serious.answer'], /Usually not/],
  ['question: data', ['faq.4013.data.answer'], /Update keeps.*Restore erases.*without a backup/],
  ['question: does DFU fix it', ['faq.4013.dfu.answer'], /one of the most effective/],
  ['question: water', ['faq.4013.water.answer'], /Yes.*corrodes connections and chips/],
  ['question: 4014', ['faq.4013.differs.answer'], /same family.*nearly the same cures/],
  ['closing thought', ['card.closing'], /Cables, ports and restarts first, then recovery, then DFU.*small share/],
]

describe.each([
  ['1413', GUIDE_1413],
  ['4013', GUIDE_4013],
] as const)('every line of the guide for %s is shown', (_code, lines) => {
  it.each(lines)('%s', (_line, keys, says) => {
    expect(keys.filter((key) => !t.has(key))).toEqual([])
    expect(keys.map((key) => t(key, { from: 10, to: 20 })).join('\n')).toMatch(says)
  })
})

describe('the guides’ structure', () => {
  it('1413 is low, easy and takes 10 to 20 minutes with two cables', () => {
    expect(fullError('1413')).toMatchObject({
      severity: 'low',
      difficulty: 'easy',
      minutes: { from: 10, to: 20 },
      tools: ['lightning-usb-cable', 'usb-c-lightning-cable'],
      professional: ['persists', 'warranty', 'port-damage', 'no-dfu'],
    })
  })
  it('the guides’ own orders are kept as they were published', () => {
    const order = (code: string) => GUIDE_ORDERS.find((each) => each.codes.includes(code))?.steps.join(' ')
    expect(order('1413')).toBe('A2 A3 A4 A6 A5 A1 D3 A7 F1')
    expect(order('4013')).toBe('A5 A2 A3 A4 A1 A8 D1 D2 D3 A7 F1')
    expect(order('4014')).toBe(order('4013'))
  })
  it.each(['1413', '4013', '4014'])('every step of the guide for %s is in the plan', (code) => {
    const plan = openingSteps({ code, product: null, system: null }).steps.map((step) => step.id)
    const guide = GUIDE_ORDERS.find((each) => each.codes.includes(code))
    expect(guide?.steps.filter((id) => !plan.includes(id))).toEqual([])
  })
  it('all causes of the guide for 4013 are causes of its row', () => {
    const causes = findError('4013')?.row.causes.map((cause) => cause.id)
    for (const id of [
      'cable',
      'usb-port',
      'phone-port',
      'host-software',
      'phone-system',
      'host-busy',
      'nand',
      'charging-ic',
      'liquid',
    ] as const)
      expect(causes).toContain(id)
  })
  it.each<readonly [GuideId, ButtonFamily, readonly Button[]]>([
    ['recovery', 'face-id', ['side']],
    ['recovery', 'solid-home', ['side', 'volume-down']],
    ['recovery', 'home', ['home', 'side']],
    ['dfu', 'face-id', ['side', 'volume-down']],
  ])('the coach holds the buttons that the guide names: %s, %s', (guide, family, buttons) => {
    const phases = guidePhases({ guide, family, way: 'manual', from: 'normal', power: 'side' }) ?? []
    const held = new Set(phases.flatMap((phase) => phase.hold))
    for (const button of buttons) expect(held).toContain(button)
    if (family === 'face-id') expect(phases.flatMap((phase) => phase.press)).toEqual(['volume-up', 'volume-down'])
  })
  it('the phone’s own buttons stand in the restart and cleaning steps for each family', () => {
    for (const id of ['A5', 'A6'] as const) expect(howKeys(id, 'macos', 'face-id')).toContain(`step.${id}.how.face-id`)
  })
})

describe('the full cards', () => {
  it('are there for the eight codes, with every word that they name', () => {
    expect(FULL_ERRORS.map((card) => card.code).toSorted()).toEqual(
      ['1413', '14', '21', '3194', '4005', '4013', '4014', '9'].toSorted(),
    )
    for (const card of FULL_ERRORS) {
      expect(findError(card.code)?.row.words).toBe(card.code)
      const keys = [
        `severity.${card.severity}`,
        `difficulty.${card.difficulty}`,
        ...card.tools.map((id) => `tool.${id}`),
        ...card.signs.map((id) => `sign.${id}`),
        ...card.professional.map((id) => `professional.${id}`),
        ...card.prevention.map((id) => `prevention.${id}`),
        ...card.questions.flatMap((id) => [`faq.${card.code}.${id}.question`, `faq.${card.code}.${id}.answer`]),
      ]
      expect(keys.filter((key) => !t.has(key))).toEqual([])
      expect(
        card.signs.length * card.professional.length * card.prevention.length * card.questions.length,
      ).toBeGreaterThan(0)
    }
  })
  it('show points and boards as hints, with words and sources', () => {
    for (const hint of POINT_HINTS) expect(t.has(`point.${hint.id}`)).toBe(true)
    for (const hint of BOARD_HINTS) expect(t.has(`board.${hint.id}`)).toBe(true)
    expect(t('point.hint')).toContain('hint')
  })
  it('name the front flex for phones with Face ID only', () => {
    const flex = BOARD_HINTS.find((hint) => hint.id === 'front-flex')
    for (const product of ['iPhone10,3', 'iPhone12,1', 'iPhone15,2', 'iPhone18,1'])
      expect(flex?.product.test(product)).toBe(true)
    for (const product of ['iPhone10,1', 'iPhone12,8', 'iPhone14,6', 'iPhone9,1', 'iPad13,1'])
      expect(flex?.product.test(product)).toBe(false)
  })
})
