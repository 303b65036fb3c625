import { isCalendarDay, midnightInAlgiersMs } from '@athar/events/algiers-day.ts'
import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import type { Parameter } from './parameter.ts'

const dayMs = 24 * 60 * 60 * 1000

const withOffset =
  /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const timeExpected = phrase('time-in-query')
const dayOrTimeExpected = phrase('day-or-time', { day: phrase('day'), time: timeExpected })

/** A moment, in milliseconds. */
export function time(description: string): Parameter<number> {
  return { description, schema: { type: 'string', format: 'date-time' }, expected: timeExpected, parse: millisecondsOf }
}

/** Where a period begins, in milliseconds: a moment, or a day, which begins at midnight in Algeria. Inclusive. */
export function periodFrom(description: string): Parameter<number> {
  return {
    description: `${description} A day begins at midnight in Algeria.`,
    schema: { type: 'string' },
    expected: dayOrTimeExpected,
    parse: text => startOfDay(text) ?? millisecondsOf(text),
  }
}

/** Where a period ends, in milliseconds, exclusive: a moment, or the end of a day, which is in the period. */
export function periodTo(description: string): Parameter<number> {
  return {
    description: `${description} A day is in it whole; a time is just outside.`,
    schema: { type: 'string' },
    expected: dayOrTimeExpected,
    parse(text) {
      const start = startOfDay(text)
      return start === undefined ? millisecondsOf(text) : start + dayMs
    },
  }
}

function startOfDay(text: string): number | undefined {
  return isCalendarDay(text) ? midnightInAlgiersMs(text) : undefined
}

function millisecondsOf(text: string): number | undefined {
  if (text.length > limits.timeLengthMax) return undefined
  const calendarDay = withOffset.exec(text)?.[1]
  if (calendarDay === undefined || !isCalendarDay(calendarDay)) return undefined
  return Date.parse(text)
}
