/** The date of an Expires attribute, read as tolerantly as RFC 10025 §5.1.1 asks. */

const delimiters = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/
const timeToken = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/
const dayToken = /^(\d{1,2})(?:\D|$)/
const monthToken = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const yearToken = /^(\d{2,4})(?:\D|$)/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

interface DateFields {
  readonly time: readonly number[] | null
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
}

/** The parts of a date in the order they were found; each token fills the first open part it fits. */
const readTokens = (text: string): DateFields => {
  let { time, day, month, year }: DateFields = { time: null, day: null, month: null, year: null }
  for (const token of text.split(delimiters)) {
    const asTime: RegExpExecArray | null = time === null ? timeToken.exec(token) : null
    const asDay: RegExpExecArray | null = day === null ? dayToken.exec(token) : null
    const asMonth: RegExpExecArray | null = month === null ? monthToken.exec(token) : null
    const asYear: RegExpExecArray | null = year === null ? yearToken.exec(token) : null
    if (asTime) time = asTime.slice(1, 4).map(Number)
    else if (asDay) day = Number(asDay[1])
    else if (asMonth) month = months.indexOf(token.slice(0, 3).toLowerCase())
    else if (asYear) year = Number(asYear[1])
  }
  return { time, day, month, year }
}

const fullYear = (year: number): number =>
  year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year

/**
 * Milliseconds since 1970, or null when the text is no date of the calendar (30 February),
 * lacks a part, or lies before 1601.
 */
export const parseCookieDate = (text: string): number | null => {
  const { time, day, month, year: shortYear } = readTokens(text)
  if (time === null || day === null || month === null || shortYear === null) return null
  const [hour = 0, minute = 0, second = 0] = time
  const year = fullYear(shortYear)
  if (year < 1601 || hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(Date.UTC(year, month, day, hour, minute, second))
  return date.getUTCDate() === day ? date.getTime() : null
}
