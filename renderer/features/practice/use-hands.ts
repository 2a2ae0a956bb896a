import { useEffect, useMemo, useRef, useState } from 'react'
import type { PracticeSetup, PracticeView } from '../../../shared/contract/contract.ts'
import { buttonsOf } from '../../../shared/knowledge/button-families.ts'
import type { Button } from '../../../shared/knowledge/vocabulary.ts'
import { useSnapshot, useStore } from '../../store.ts'
import type { PressHandler } from '../../ui/drawing/PhoneDrawing.tsx'
import { lookOf, shapeOf } from '../../ui/drawing/shapes.ts'

/** The virtual iPhone in the person's hands: what its screen shows, which buttons are down, and the key for each. */
export type Hands = {
  readonly product: string
  readonly screen: PracticeView['screen']
  readonly plugged: boolean
  readonly down: readonly Button[]
  readonly keys: Readonly<Partial<Record<Button, string>>>
  readonly onPress: PressHandler
  /** Presses a button from any other source, such as a button of the page under a finger or under the space bar. */
  readonly press: (source: string, button: Button, down: boolean) => void
}

/** The keys of a button: a letter, and an arrow for those who switched single letters off. As in `KeyboardEvent.key`, lower case. */
const KEYS: Readonly<Record<Button, { readonly letter: string; readonly arrow: string; readonly shown: string }>> = {
  side: { letter: 's', arrow: 'arrowright', shown: '→' },
  top: { letter: 's', arrow: 'arrowright', shown: '→' },
  home: { letter: 'h', arrow: 'arrowleft', shown: '←' },
  'volume-up': { letter: 'u', arrow: 'arrowup', shown: '↑' },
  'volume-down': { letter: 'd', arrow: 'arrowdown', shown: '↓' },
  'volume-near-top': { letter: 'n', arrow: 'arrowup', shown: '↑' },
  'volume-far-from-top': { letter: 'f', arrow: 'arrowdown', shown: '↓' },
}

/** The buttons that the virtual iPhone of a setup has. */
function buttonsOfSetup(setup: PracticeSetup | null): Button[] {
  const model = setup === null ? null : buttonsOf(setup.product)
  if (setup === null || model === null) return []
  return shapeOf(lookOf(model.family, setup.product)).buttons.map((drawn) => drawn.button)
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** Listens to the keyboard as if its keys were buttons; `press` gets each key that goes down or up once. */
function useButtonKeys(
  buttons: readonly Button[],
  letters: boolean,
  press: (source: string, button: Button, down: boolean) => void,
  releaseAll: () => void,
): void {
  const newest = useRef({ press, releaseAll })
  useEffect(() => {
    newest.current = { press, releaseAll }
  })
  useEffect(() => {
    const down = new Map<string, Button>()
    const keydown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      const key = event.key.toLowerCase()
      const button = buttons.find((one) => KEYS[one].arrow === key || (letters && KEYS[one].letter === key))
      if (button === undefined) return
      event.preventDefault()
      if (event.repeat || down.has(event.code)) return
      down.set(event.code, button)
      newest.current.press(event.code, button, true)
    }
    const keyup = (event: KeyboardEvent) => {
      const button = down.get(event.code)
      if (button === undefined) return
      down.delete(event.code)
      newest.current.press(event.code, button, false)
    }
    // Without focus nobody tells us that a key went up: fingers off, rather than a button that sticks.
    const blur = () => {
      down.clear()
      newest.current.releaseAll()
    }
    document.addEventListener('keydown', keydown)
    document.addEventListener('keyup', keyup)
    window.addEventListener('blur', blur)
    return () => {
      document.removeEventListener('keydown', keydown)
      document.removeEventListener('keyup', keyup)
      window.removeEventListener('blur', blur)
    }
  }, [buttons, letters])
}

/**
 * The hands on the virtual iPhone, null while nobody practises or `active` is false. Keys and fingers on the drawing press
 * its buttons; each change sends the full set that is down.
 */
export function useHands(active: boolean, letters: boolean): Hands | null {
  const store = useStore()
  const { practiceView } = useSnapshot()
  const setup = active ? (practiceView?.setup ?? null) : null
  const product = setup?.product ?? null
  const buttons = useMemo(() => buttonsOfSetup(setup), [product]) // eslint-disable-line react-hooks/exhaustive-deps
  const [down, setDown] = useState<readonly Button[]>([])
  const sources = useRef(new Map<string, Button>())

  const send = () => {
    const now = [...new Set(sources.current.values())]
    setDown(now)
    void store.practiceAct({ kind: 'buttons', down: now })
  }
  const press = (source: string, button: Button, isDown: boolean) => {
    if (isDown === sources.current.has(source)) return
    if (isDown) sources.current.set(source, button)
    else sources.current.delete(source)
    send()
  }
  const releaseAll = () => {
    if (sources.current.size === 0) return
    sources.current.clear()
    send()
  }
  useButtonKeys(buttons, letters, press, releaseAll)

  if (setup === null || practiceView === null) return null
  return {
    product: setup.product,
    screen: practiceView.screen,
    plugged: practiceView.plugged,
    down,
    keys: Object.fromEntries(
      buttons.map((button) => [button, letters ? KEYS[button].letter.toUpperCase() : KEYS[button].shown]),
    ),
    press,
    onPress: (button, pointerId, isDown) => press(`pointer ${pointerId}`, button, isDown),
  }
}
