import { algiersOffsetMs } from '@athar/events/algiers-day.ts'

/** The month that was told last: most events that come together are of one month. */
let last = { fromMs: 0, beforeMs: 0, month: '' }

/** The month of a time in Algeria: `2026-11`. */
export function monthInAlgiers(timeMs: number): string {
  const isAgain = timeMs >= last.fromMs && timeMs < last.beforeMs
  if (!isAgain) last = monthAround(timeMs)
  return last.month
}

function monthAround(timeMs: number): typeof last {
  const there = new Date(timeMs + algiersOffsetMs)
  const month = `${there.getUTCFullYear()}-${String(there.getUTCMonth() + 1).padStart(2, '0')}`
  there.setUTCDate(1)
  const fromMs = there.setUTCHours(0, 0, 0, 0) - algiersOffsetMs
  const beforeMs = there.setUTCMonth(there.getUTCMonth() + 1) - algiersOffsetMs
  return { fromMs, beforeMs, month }
}

/** All months from one to another, both inclusive. None when they are the wrong way round. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let number = numberOf(from); number <= numberOf(to); number++) months.push(monthNumbered(number))
  return months
}

/** The month so many months after another, or before it. */
export function monthAfter(month: string, months: number): string {
  return monthNumbered(numberOf(month) + months)
}

/** Months since the year 0. */
function numberOf(month: string): number {
  const [year, monthOfYear] = month.split('-')
  return Number(year) * 12 + Number(monthOfYear) - 1
}

function monthNumbered(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}
