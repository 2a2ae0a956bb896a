import { Check, X } from 'lucide-react'
import type { GuideId } from '../../../shared/knowledge/vocabulary.ts'
import { useTexts } from '../../language.ts'
import { type PictureId, ScreenPicture } from '../../ui/drawing/ScreenPicture.tsx'

const PICTURES: Readonly<Record<GuideId, readonly PictureId[]>> = {
  dfu: ['black', 'cable-picture', 'logo'],
  recovery: ['cable-picture', 'black', 'logo'],
  'exit-dfu': ['logo', 'cable-picture'],
  'exit-recovery': ['logo', 'cable-picture'],
  restart: ['logo', 'cable-picture'],
  'power-off': ['slider', 'sos'],
}
const BOX = { x: -94, y: -160, width: 188, height: 320, radius: 26 }

/** How the phone's screen may look at the end: the wanted picture first and marked, the others named for what they mean. */
export function OutcomePictures({ guide }: { guide: GuideId }) {
  const t = useTexts()
  return (
    <ul className="guide-pictures">
      {PICTURES[guide].map((picture, index) => (
        <li key={picture} className={index === 0 ? 'is-wanted' : 'is-other'}>
          <svg className="drawing" viewBox="-94 -160 188 320" aria-hidden="true">
            <ScreenPicture box={BOX} id={picture} caption={null} />
          </svg>
          <p>
            <strong>
              {index === 0 ? <Check size="1em" aria-hidden /> : <X size="1em" aria-hidden />}
              {t(index === 0 ? 'guide-screen.wanted' : 'guide-screen.not-wanted')}
            </strong>
            <span>
              {t(`guide-screen.picture.${picture}.${guide === 'dfu' || guide === 'recovery' ? guide : 'other'}`)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
