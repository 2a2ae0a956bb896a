import type { ReactNode } from 'react'
import type { Problem } from '../../../shared/engine/problem.ts'
import type { Translate } from '../../../shared/texts/translate.ts'
import { Notice } from '../../ui/Notice.tsx'

/** A size as people read it. */
export const bytesWords = (t: Translate, bytes: number): string =>
  bytes < 1_000_000
    ? t('keeping.bytes.kb', { count: Math.max(1, Math.round(bytes / 1000)) })
    : t('keeping.bytes.mb', { count: Math.round(bytes / 100_000) / 10 })

/** What a job led to, shown where it was begun. */
export type Told = { readonly tone: 'ok' | 'doubt' | 'trouble'; readonly words: string } | null

export const refusedWords = (t: Translate, { code }: Problem): NonNullable<Told> => ({
  tone: 'trouble',
  words: t('keeping.refused', { reason: t(`problem.${code}.what`) }),
})

export function Telling(props: { told: Told }): ReactNode {
  return (
    <output className="telling">
      {props.told !== null && <Notice tone={props.told.tone}>{props.told.words}</Notice>}
    </output>
  )
}
