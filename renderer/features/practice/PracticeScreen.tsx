import './practice.css'
import { Plug, Unplug } from 'lucide-react'
import { buttonsOf } from '../../../shared/knowledge/button-families.ts'
import { devicesByProductType } from '../../../shared/knowledge/devices.ts'
import type { State } from '../../../shared/engine/state.ts'
import type { Button } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { useSnapshot, useStore } from '../../store.ts'
import { PhoneDrawing } from '../../ui/drawing/PhoneDrawing.tsx'
import { PracticeSetupForm } from './PracticeSetupForm.tsx'
import { type Hands, useHands } from './use-hands.ts'

/** The phone's buttons as buttons of the page: held as long as a finger, or the space bar on them, is down. */
function ButtonKeys({ hands }: { hands: Hands }) {
  const t = useTexts()
  return (
    <ul className="practice-keys">
      {(Object.keys(hands.keys) as Button[]).map((button) => {
        const set = (source: string, down: boolean) => hands.press(`${source} ${button}`, button, down)
        return (
          <li key={button}>
            <button
              type="button"
              className={`practice-key${hands.down.includes(button) ? ' is-down' : ''}`}
              aria-pressed={hands.down.includes(button)}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId)
                set('touch', true)
              }}
              onPointerUp={() => set('touch', false)}
              onPointerCancel={() => set('touch', false)}
              onKeyDown={(event) => event.key === ' ' && set('space', true)}
              onKeyUp={(event) => event.key === ' ' && set('space', false)}
              onBlur={() => set('space', false)}
            >
              <kbd>{hands.keys[button]}</kbd>
              {t(`button.${button}`)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** A port of the virtual computer that the phone is not on. */
const otherPort = (state: State | undefined) => (state?.phones.at(-1)?.usbPort === '1-3' ? '1-4' : '1-3')

/** The virtual iPhone beside the screens of its world: its own screen, its buttons under the keys, its cable. */
function VirtualPhone() {
  const t = useTexts()
  const store = useStore()
  const { practice, practiceView } = useSnapshot()
  const hands = useHands(true, practice?.state.settings.singleLetterKeys ?? true)
  const product = practiceView?.setup?.product ?? null
  const model = product === null ? null : buttonsOf(product)
  if (hands === null || product === null || model === null) return null
  const plugged = hands.plugged
  return (
    <aside className="practice-phone" aria-label={t('practice-screen.phone')}>
      <header>
        <h2>{devicesByProductType(product)[0]?.name ?? product}</h2>
        <p className="soft small">{t('practice-screen.hold-keys')}</p>
      </header>
      <div className="practice-drawing">
        <PhoneDrawing
          family={model.family}
          product={product}
          device={t('practice-screen.phone')}
          roles={{}}
          screen={hands.screen}
          down={hands.down}
          names="none"
          onPress={hands.onPress}
          plugged={plugged}
        />
      </div>
      <ButtonKeys hands={hands} />
      <button
        type="button"
        className="button"
        onClick={() => void store.practiceAct(plugged ? { kind: 'unplug' } : { kind: 'plug', usbPort: null })}
      >
        {plugged ? <Unplug size="1.1em" aria-hidden /> : <Plug size="1.1em" aria-hidden />}
        {t(plugged ? 'practice-screen.unplug' : 'practice-screen.plug')}
      </button>
      {!plugged && (
        <button
          type="button"
          className="button"
          onClick={() => void store.practiceAct({ kind: 'plug', usbPort: otherPort(practice?.state) })}
        >
          <Plug size="1.1em" aria-hidden />
          {t('practice-screen.plug-elsewhere')}
        </button>
      )}
    </aside>
  )
}

/** Practice: first the choice of a virtual iPhone, then that iPhone beside the screens of its world. */
export function PracticeScreen() {
  const { practiceView } = useSnapshot()
  return practiceView?.setup == null ? <PracticeSetupForm /> : <VirtualPhone />
}
