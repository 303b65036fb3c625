import { describe, expect, test } from 'vitest'
import { wilayas } from './wilayas.ts'

describe('the wilayas', () => {
  test.each([
    ['2019-12-17', 48],
    ['2019-12-18', 58],
    ['2026-12-31', 58],
    ['2027-01-01', 69],
  ])('on %s there are %i, numbered without a gap', (day, count) => {
    const numbers = wilayas.entries.map(one => one.code).filter(code => wilayas.find(code, day) !== undefined)
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0')))
  })

  test('wilaya 59 exists on 2027-01-01 and not on 2026-12-31', () => {
    expect(wilayas.find('59', '2027-01-01')?.labels.fr).toBe('Aflou')
    expect(wilayas.find('59', '2026-12-31')).toBeUndefined()
  })

  test('wilaya 69 exists for a truck that arrives at 00:10 in Messaad, which is 23:10 the day before in UTC', () => {
    expect(wilayas.find('69', '2026-12-31T23:10:00Z')?.labels.en).toBe('Messaad')
  })

  test('In Salah was carved out of Tamanrasset, Tamanrasset out of none', () => {
    expect(wilayas.find('53')?.parent).toBe('11')
    expect(wilayas.find('11')?.parent).toBeUndefined()
  })

  test('each of the 21 younger ones was carved out of one of the first 48', () => {
    const mothers = wilayas.entries.map(one => one.parent).filter(parent => parent !== undefined)
    expect(mothers).toHaveLength(21)
    expect(mothers.filter(mother => wilayas.find(mother, '1984-02-04') === undefined)).toEqual([])
  })

  test('the capital has a name of its own in each language', () => {
    expect(wilayas.find('16')?.labels).toEqual({ en: 'Algiers', fr: 'Alger', ar: 'الجزائر' })
  })
})
