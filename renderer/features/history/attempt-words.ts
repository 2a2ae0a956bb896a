import type { AttemptRecord } from '../../../shared/contract/history.ts'
import type { Translate } from '../../../shared/texts/translate.ts'

/** What was tried: a guide by its name, or a restore. */
export function attemptName(t: Translate, { kind, guide }: Pick<AttemptRecord, 'kind' | 'guide'>): string {
  if (kind === 'restore') return t('attempt.restore')
  return guide === null ? t('attempt.guide') : t(`guide-choice.${guide}`)
}

/** How an attempt ended, in a few words: the verdict of a guide, what the person said of a restore. */
export function attemptResult(
  t: Translate,
  {
    kind,
    verdict,
    code,
    result,
    endedWallMs,
  }: Pick<AttemptRecord, 'kind' | 'verdict' | 'code' | 'result' | 'endedWallMs'>,
): string {
  if (verdict !== null) return t(`verdict.name.${verdict}`)
  if (kind === 'guide' || endedWallMs === null) return t('attempt.running')
  if (result === 'worked') return t('attempt.worked')
  if (code !== null) return t('attempt.code', { code })
  return t(result === 'failed' ? 'attempt.failed' : 'attempt.no-code')
}
