/** Africa/Algiers is UTC+1, without summer time since 1981 (tz database). */
export const algiersOffset = '+01:00'
export const algiersOffsetMs = 3_600_000
const algiersOffsetMinutes = algiersOffsetMs / 60_000
const minutesInDay = 24 * 60

const zero = '0'.charCodeAt(0)
const dayLength = 'YYYY-MM-DD'.length

const dayOrTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[Tt](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/

/**
 * The Algerian calendar day (`YYYY-MM-DD`) of an ISO 8601 date or date-time. A date is itself; a date-time without an
 * offset is Algerian time already; one with an offset is moved to UTC+1.
 *
 * This runs for every code of every event: no `Date` is made unless the day changes.
 *
 * @throws RangeError when the text is neither a date nor a date-time.
 */
export function dayInAlgiers(at: string): string {
  if (!dayOrTime.test(at)) {
    throw new RangeError(`"${at}" is not a day: expected YYYY-MM-DD or an ISO 8601 date-time`)
  }
  if (at.length === dayLength) return at
  const day = at.slice(0, dayLength)
  if (at.endsWith(algiersOffset)) return day

  const offsetMinutes = offsetMinutesOf(at)
  if (offsetMinutes === undefined) return day
  const minuteOfDay = minutesAt(at, dayLength + 1) - offsetMinutes + algiersOffsetMinutes
  if (minuteOfDay >= 0 && minuteOfDay < minutesInDay) return day
  return shiftDays(day, minuteOfDay < 0 ? -1 : 1)
}

/** When a day of the calendar, `YYYY-MM-DD`, begins in Algeria: milliseconds of the Unix epoch. */
export function midnightInAlgiersMs(day: string): number {
  return Date.parse(day) - algiersOffsetMs
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`: 2027-02-29 is not. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // Date.parse lets 30 February through as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Minutes ahead of UTC; undefined when the date-time has no offset. */
function offsetMinutesOf(dateTime: string): number | undefined {
  if (dateTime.endsWith('Z') || dateTime.endsWith('z')) return 0
  const start = dateTime.length - algiersOffset.length
  const sign = dateTime[start]
  if (sign === '+') return minutesAt(dateTime, start + 1)
  return sign === '-' ? -minutesAt(dateTime, start + 1) : undefined
}

/** Reads `hh:mm` at a place where the pattern has found it. */
function minutesAt(text: string, start: number): number {
  const hours = digitAt(text, start) * 10 + digitAt(text, start + 1)
  return hours * 60 + digitAt(text, start + 3) * 10 + digitAt(text, start + 4)
}

function digitAt(text: string, place: number): number {
  return text.charCodeAt(place) - zero
}

function shiftDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
