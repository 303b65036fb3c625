import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { monthAfter, monthInAlgiers, monthsBetween } from '@athar/projections/flows/algiers-month.ts'
import { invalidParameter, type Parameter } from '../http/parameter.ts'
import { matching } from '../http/parameters.ts'

/** A month in Algeria, `2026-11`. */
export function month(description: string): Parameter<string> {
  return matching(description, '^\\d{4}-(?:0[1-9]|1[0-2])$', phrase('month'))
}

/** Months when nothing is said: a year, to the present. */
const monthsDefault = 12

/**
 * The months that are asked for, both inclusive. Throws a `Refusal` that names the parameter when they are the wrong way
 * round, or more than one answer is about.
 */
export function monthsAsked(
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  nowMs: number,
): readonly string[] {
  const last = to ?? (from === undefined ? monthInAlgiers(nowMs) : later(from, monthInAlgiers(nowMs)))
  const first = from ?? monthAfter(last, 1 - monthsDefault)
  if (first > last) throw invalidParameter('to', phrase('not-before-from', { first }))
  const earliest = monthAfter(last, 1 - limits.flowMonthsMax)
  if (first < earliest)
    throw invalidParameter('from', phrase('months-at-most', { first: earliest, max: limits.flowMonthsMax }))
  return monthsBetween(first, last)
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
