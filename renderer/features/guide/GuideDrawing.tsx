import { RotateCw } from 'lucide-react'
import type { GuideRun } from '../../../shared/engine/guide-run.ts'
import type { State } from '../../../shared/engine/state.ts'
import { useTexts } from '../../language.ts'
import { PhoneDrawing } from '../../ui/drawing/PhoneDrawing.tsx'
import type { Orientation } from '../../ui/drawing/shapes.ts'
import type { Hands } from '../practice/use-hands.ts'
import { OutcomePictures } from './OutcomePictures.tsx'
import { deviceName, guidedPhone, knownProduct, pictureNow, rolesNow } from './run-view.ts'

type Props = {
  readonly run: GuideRun
  readonly state: State
  readonly hands: Hands | null
  readonly orientation: Orientation
  readonly onOrientation: (orientation: Orientation) => void
}

/** The drawing of the guided device; a tablet's can be turned the way the real one lies. In practice it is the virtual iPhone itself. */
export function GuideDrawing({ run, state, hands, orientation, onOrientation }: Props) {
  const t = useTexts()
  const phone = guidedPhone(state, run)
  const other = orientation === 'portrait' ? 'landscape' : 'portrait'
  return (
    <div className="guide-drawing">
      <PhoneDrawing
        family={run.family}
        product={hands?.product ?? knownProduct(run, phone)}
        device={deviceName(t, run, phone)}
        roles={rolesNow(run)}
        screen={hands?.screen ?? pictureNow(run, phone)}
        orientation={orientation}
        {...(hands !== null && { down: hands.down, onPress: hands.onPress, plugged: hands.plugged, keys: hands.keys })}
      />
      {run.stage === 'card' && <OutcomePictures guide={run.guide} />}
      {run.family === 'ipad-no-home' && (
        <button type="button" className="button quiet guide-turn" onClick={() => onOrientation(other)}>
          <RotateCw size="1.1em" aria-hidden />
          {t(`guide-screen.turn.${other}`)}
        </button>
      )}
    </div>
  )
}
