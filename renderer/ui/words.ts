import type { Complaint } from '../../shared/engine/case.ts'
import type { Translate } from '../../shared/texts/translate.ts'
import { localeOf, useTexts } from '../language.ts'

/** "What happened?" in one short line. */
export function complaintWords(t: Translate, complaint: Complaint): string {
  if (complaint.kind === 'no-code') return t('complaint.no-code')
  if (complaint.kind === 'guide-only') return t(`guide-choice.${complaint.guide}`)
  return complaint.code === null ? t('complaint.text') : t('complaint.code', { code: complaint.code })
}

const written = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, withDay: boolean): Intl.DateTimeFormat {
  const id = `${locale} ${withDay}`
  const known = written.get(id)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, { ...(withDay && { dateStyle: 'medium' }), timeStyle: 'short' })
  written.set(id, made)
  return made
}

/** Writes a moment of wall time in the reader's language: today by its time, else with its day. */
export function useWhen(): (wallMs: number) => string {
  const locale = localeOf(useTexts())
  return (wallMs) => {
    const date = new Date(wallMs)
    const isToday = date.toDateString() === new Date().toDateString()
    return formatOf(locale, !isToday).format(date)
  }
}

const tenths = new Map<string, Intl.NumberFormat>()

/** Writes seconds with one decimal, as the reader's language writes decimals. */
export function tenthsOf(t: Translate, seconds: number): string {
  const locale = localeOf(t)
  const format =
    tenths.get(locale) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  tenths.set(locale, format)
  return format.format(seconds)
}

/** A duration in the two largest of hours, minutes, seconds. */
export function durationWords(t: Translate, durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000))
  if (seconds < 60) return t('duration.seconds', { seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60 && seconds % 60 === 0) return t('duration.only-minutes', { minutes })
  if (minutes < 60) return t('duration.minutes', { minutes, seconds: seconds % 60 })
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? t('duration.hours', { hours, minutes: minutes % 60 })
    : t('duration.days', { days: Math.floor(hours / 24) })
}

/** The complaint of a history row: a code, `no-code`, a guide's id, or the person's own words. */
export function rowComplaintWords(t: Translate, complaint: string): string {
  if (/^-?\d+$|^0x[0-9A-F]+$/.test(complaint)) return t('complaint.code', { code: complaint })
  if (complaint === 'no-code') return t('complaint.no-code')
  return t.has(`guide-choice.${complaint}`) ? t(`guide-choice.${complaint}`) : complaint
}

/** Minutes as a person plans them: up to 90 as they are, then hours in steps of ten minutes. */
export function minutesWords(t: Translate, minutes: number): string {
  if (minutes <= 90) return t('duration.only-minutes', { minutes })
  const rounded = Math.round(minutes / 10) * 10
  return t('duration.hours', { hours: Math.floor(rounded / 60), minutes: rounded % 60 })
}
