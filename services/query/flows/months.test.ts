import { limits } from '@athar/events/limits.ts'
import { monthAfter } from '@athar/projections/flows/algiers-month.ts'
import { expect, test } from 'vitest'
import { monthsAsked } from './months.ts'

const nowMs = Date.parse('2026-11-22T12:00:00Z')

test('from a month on: to the present one', () => {
  expect(monthsAsked({ from: '2026-09', to: undefined }, nowMs)).toEqual(['2026-09', '2026-10', '2026-11'])
})

test('from a month on that is still to come: that month', () => {
  expect(monthsAsked({ from: '2027-02', to: undefined }, nowMs)).toEqual(['2027-02'])
})

test('as many months as one answer is about, and not one more', () => {
  const first = monthAfter('2026-11', 1 - limits.flowMonthsMax)
  expect(monthsAsked({ from: first, to: '2026-11' }, nowMs)).toHaveLength(limits.flowMonthsMax)
  expect(() => monthsAsked({ from: monthAfter(first, -1), to: '2026-11' }, nowMs)).toThrow('invalid-query')
})
