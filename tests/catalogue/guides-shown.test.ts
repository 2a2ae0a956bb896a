import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CodeCard } from '../../renderer/features/codes/CodeCard.tsx'
import { StepView } from '../../renderer/features/checklist/StepView.tsx'
import type { Case } from '../../shared/engine/case.ts'
import { openCase } from '../../shared/engine/cases.ts'
import { initialState } from '../../shared/engine/initial-state.ts'
import { BUTTON_FAMILIES, HOST_SYSTEMS } from '../../shared/knowledge/vocabulary.ts'
import { translator } from '../../shared/texts/translate.ts'
import { GUIDE_1413, GUIDE_4013 } from './guide-lines.ts'

const t = translator('en')
const act = () => Promise.resolve({ ok: true } as const)
const clock = { sentAtMs: 0, receivedAtMs: 0, rate: 1 }

/** The words of a page as it is drawn, with what is folded away in it. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** All that a person can come to see of a code: its card in the library, and each step of its plan on every system and family. */
function shownFor(code: string): string {
  const pages: string[] = []
  for (const system of HOST_SYSTEMS) {
    const state = initialState(false, system)
    const props = { world: 'real', state, clock, act } as const
    pages.push(renderToStaticMarkup(createElement(CodeCard, { ...props, code })))
    const opened = openCase(state, 'case-1', { kind: 'code', code, text: code }, null)
    for (const buttonFamily of BUTTON_FAMILIES) {
      const phone = { name: null, productType: null, ecid: null, udid: null, serialNumber: null, buttonFamily }
      const current: Case = { ...opened, phone }
      for (const step of current.steps)
        pages.push(renderToStaticMarkup(createElement(StepView, { ...props, current, step })))
    }
  }
  return pages.map(wordsOf).join('\n')
}

describe.each([
  ['1413', GUIDE_1413],
  ['4013', GUIDE_4013],
] as const)('on the screens of %s', (code, lines) => {
  const shown = shownFor(code)
  it.each(lines)('%s', (_line, keys) => {
    expect(keys.filter((key) => !shown.includes(t(key, { code, from: 10, to: 20 })))).toEqual([])
  })
})
