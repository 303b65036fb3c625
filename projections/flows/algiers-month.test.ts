import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthAfter, monthInAlgiers, monthsBetween } from './algiers-month.ts'

test('a month begins at midnight in Algeria, an hour before it does in Greenwich', () => {
  expect(monthInAlgiers(Date.parse('2026-10-31T22:59:59.999Z'))).toBe('2026-10')
  expect(monthInAlgiers(Date.parse('2026-10-31T23:00:00Z'))).toBe('2026-11')
})

test('a month is that of its day, whatever was asked before', () => {
  const days = fc.array(fc.date({ min: new Date('0030-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }))
  fc.assert(
    fc.property(days, dates => {
      for (const date of dates) {
        const inAlgiers = new Date(date.getTime() + 3_600_000).toISOString()
        expect(monthInAlgiers(date.getTime()).padStart(7, '0')).toBe(inAlgiers.slice(0, 7))
      }
    }),
  )
})

test('months are told over the end of a year', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsBetween('2026-11', '2026-11')).toEqual(['2026-11'])
  expect(monthsBetween('2026-12', '2026-11')).toEqual([])
  expect(monthAfter('2026-11', 2)).toBe('2027-01')
  expect(monthAfter('2026-11', -11)).toBe('2025-12')
})
