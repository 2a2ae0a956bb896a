/** When a line was written, as far as its stamp says it. `day` counts midnights since the log began. */
export type Moment = { readonly date: string | null; readonly day: number; readonly msOfDay: number }

/** Follows the clock of a log whose stamps have no date. Held by the reader. */
export type LogClock = { day: number; msOfDay: number | null; date: string | null }

export const startClock = (): LogClock => ({ day: 0, msOfDay: null, date: null })

const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 24 * MS_PER_HOUR

/** Takes hours, minutes and seconds as `HH:MM:SS` and the digits after the point; gives milliseconds, null for no time of day. */
export function msOfDay(time: string, fraction: string): number | null {
  const [hours, minutes, seconds] = time.split(':').map(Number)
  if (hours === undefined || minutes === undefined || seconds === undefined) return null
  if (hours > 23 || minutes > 59 || seconds > 60) return null
  const ms = Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * 1000)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
}

/** Takes the next stamp; a clock that jumps back by more than half a day has passed midnight. */
export function tick(clock: LogClock, ms: number, date: string | null): Moment {
  if (date !== null) {
    if (clock.date !== null && date !== clock.date) clock.day += 1
    clock.date = date
  } else if (clock.msOfDay !== null && ms < clock.msOfDay - MS_PER_DAY / 2) clock.day += 1
  clock.msOfDay = ms
  return { date, day: clock.day, msOfDay: ms }
}

/** The day so many days before another, both as `YYYY-MM-DD`. Source: Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function daysBefore(date: string, days: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const z = era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - days
  const era2 = Math.floor(z / 146_097)
  const doe = z - era2 * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const d = doy - Math.floor((153 * mp + 2) / 5) + 1
  const m = mp < 10 ? mp + 3 : mp - 9
  const y = yoe + era2 * 400 + (m <= 2 ? 1 : 0)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`
}

const timeText = (ms: number) => {
  const part = (value: number, width = 2) => String(value).padStart(width, '0')
  const seconds = Math.floor(ms / 1000)
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}.${part(ms % 1000, 3)}`
}

/**
 * Writes a moment as local time of the computer that wrote the log: `2021-03-09T18:40:07.512`. Where the stamp had no date the
 * day is counted back from `end` (the log's last day and its date); without that the time stands alone.
 */
export function momentText(moment: Moment, end: { day: number; date: string } | null): string {
  const date = moment.date ?? (end === null ? null : daysBefore(end.date, end.day - moment.day))
  return date === null ? timeText(moment.msOfDay) : `${date}T${timeText(moment.msOfDay)}`
}

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)\.(\d{3})$/

/** Days from 1970-01-01 to a day. Source: as for `daysBefore`. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** What `momentText` wrote, in milliseconds since 1970 on the clock of the computer that wrote the log; null for a time without a day. */
export function momentMs(text: string): number | null {
  const [, year, month, day, time = '', fraction = ''] = WRITTEN.exec(text) ?? []
  const ms = msOfDay(time, fraction)
  if (year === undefined || ms === null) return null
  return dayNumber(Number(year), Number(month), Number(day)) * MS_PER_DAY + ms
}
