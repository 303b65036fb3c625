import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInAlgiers, isCalendarDay, midnightInAlgiersMs } from './algiers-day.ts'

describe('the day in Algiers', () => {
  test.each([
    ['a date is itself', '2027-01-01', '2027-01-01'],
    ['23:30 UTC on New Year’s Eve is the new year already', '2026-12-31T23:30:00Z', '2027-01-01'],
    ['22:59 UTC on New Year’s Eve is the old year still', '2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['midnight of Algeria begins the day', '2027-01-01T00:00:00+01:00', '2027-01-01'],
    ['morning in Jakarta is the evening before', '2027-01-01T05:00:00+07:00', '2026-12-31'],
    ['evening in New York is the day after', '2026-12-31T19:00:00-05:00', '2027-01-01'],
    ['the day after 28 February of a leap year is the 29th', '2028-02-28T23:00:00Z', '2028-02-29'],
    ['without an offset it is Algerian time', '2026-12-31T23:30:00', '2026-12-31'],
    ['without seconds it is a time too', '2026-12-31T23:30Z', '2027-01-01'],
    ['lower-case t and z are RFC 3339 too', '2026-12-31t23:30:00z', '2027-01-01'],
  ])('%s', (_, at, day) => {
    expect(dayInAlgiers(at)).toBe(day)
  })

  test.each(['', 'yesterday', '2026-13-01', '2026-11-32', '2026-11-22T24:00:00Z', '01/01/2027', '2026-11-22 07:41'])(
    'refuses "%s"',
    at => {
      expect(() => dayInAlgiers(at)).toThrow(RangeError)
    },
  )

  test('agrees with the time zone database at any time since 1982, written with any offset', () => {
    const algiers = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Algiers' })
    const instant = fc.date({ min: new Date('1982-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    const offsetMinutes = fc.integer({ min: -12 * 60, max: 14 * 60 })
    fc.assert(
      fc.property(instant, offsetMinutes, (at, offset) => {
        expect(dayInAlgiers(written(at, offset))).toBe(algiers.format(at))
      }),
    )
  })
})

test('29 February is a day of a leap year only', () => {
  expect(isCalendarDay('2028-02-29')).toBe(true)
  expect(isCalendarDay('2027-02-29')).toBe(false)
  expect(isCalendarDay('2027-2-1')).toBe(false)
})

function written(at: Date, offsetMinutes: number): string {
  const local = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1)
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60].map(part =>
    String(part).padStart(2, '0'),
  )
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`
}

test('a day begins at midnight in Algiers: a millisecond before is the day before', () => {
  const midnightMs = midnightInAlgiersMs('2027-01-01')
  expect(dayInAlgiers(new Date(midnightMs).toISOString())).toBe('2027-01-01')
  expect(dayInAlgiers(new Date(midnightMs - 1).toISOString())).toBe('2026-12-31')
})
