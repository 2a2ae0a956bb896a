import { BOARD_HINTS, type FullError, POINT_HINTS } from '../../../shared/knowledge/errors-full.ts'
import { useTexts } from '../../language.ts'

function Points(props: { id: string; heading: string; keys: readonly string[]; lead?: string }) {
  const { id, heading, keys, lead } = props
  const t = useTexts()
  if (keys.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {lead !== undefined && <p className="soft small">{lead}</p>}
      <ul className="code-points">
        {keys.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  )
}

/** How bad, how hard, how long. */
function Measures(props: { full: FullError }) {
  const t = useTexts()
  const { severity, difficulty, minutes } = props.full
  return (
    <dl className="code-measures">
      <div>
        <dt>{t('card.for')}</dt>
        <dd>
          {t('card.device')}, {t('card.device-kind')}
        </dd>
      </div>
      <div>
        <dt>{t('card.severity')}</dt>
        <dd>{t(`severity.${severity}`)}</dd>
      </div>
      <div>
        <dt>{t('card.difficulty')}</dt>
        <dd>{t(`difficulty.${difficulty}`)}</dd>
      </div>
      <div>
        <dt>{t('codes.time')}</dt>
        <dd>{t('card.minutes', minutes)}</dd>
      </div>
    </dl>
  )
}

/** The full card of the codes that people come with most: signs, tools, questions, prevention, when to see a professional. */
export function CodeInDepth(props: { full: FullError }) {
  const t = useTexts()
  const { full } = props
  const isLink = full.code !== '3194' && full.code !== '1413'
  const boards = BOARD_HINTS.filter(({ codes }) => codes.includes(full.code)).map(({ id }) => `board.${id}`)
  const tools = full.tools.length === 0 ? ['tool.none'] : full.tools.map((id) => `tool.${id}`)
  const mayBeHardware = full.signs.some((id) => id === 'same-percent')
  return (
    <>
      <Measures full={full} />
      <Points id="code-signs" heading={t('codes.signs')} keys={full.signs.map((id) => `sign.${id}`)} />
      {mayBeHardware && <p className="code-parts">{t('hardware.parts')}</p>}
      <Points id="code-tools" heading={t('codes.tools')} keys={tools} />
      {isLink && (
        <Points
          id="code-point"
          heading={t('codes.points')}
          lead={t('point.hint')}
          keys={[...POINT_HINTS.map(({ id }) => `point.${id}`), ...boards]}
        />
      )}
      <section aria-labelledby="code-questions">
        <h3 id="code-questions">{t('codes.questions')}</h3>
        {full.questions.map((id) => (
          <details key={id}>
            <summary>{t(`faq.${full.code}.${id}.question`)}</summary>
            <p>{t(`faq.${full.code}.${id}.answer`)}</p>
          </details>
        ))}
      </section>
      <Points
        id="code-professional"
        heading={t('codes.professional')}
        keys={full.professional.map((id) => `professional.${id}`)}
      />
      <Points
        id="code-prevention"
        heading={t('codes.prevention')}
        keys={full.prevention.map((id) => `prevention.${id}`)}
      />
      <p className="soft">{t('card.closing')}</p>
    </>
  )
}
