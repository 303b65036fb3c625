import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keysBeginning, nameKey, timeKey, timeOfKey, timesBetween } from './sort-keys.ts'

const instantMs = fc.integer({ min: 0, max: 9_999_999_999_999 })

describe('a time', () => {
  test('in order of text is in order of time', () => {
    fc.assert(
      fc.property(instantMs, instantMs, (one, other) => {
        expect(timeKey(one) < timeKey(other)).toBe(one < other)
      }),
    )
  })

  test('is read back', () => {
    fc.assert(
      fc.property(instantMs, timeMs => {
        expect(timeOfKey(timeKey(timeMs))).toBe(timeMs)
      }),
    )
  })

  test.each([
    ['before 1970', Date.parse('1900-01-01T00:00:00Z'), 0],
    ['after 2286', Date.parse('9999-01-01T00:00:00Z'), 9_999_999_999_999],
  ])('%s counts as the end of the scale', (_, timeMs, counted) => {
    expect(timeKey(timeMs)).toBe(timeKey(counted))
  })

  test('a period begins with its first instant and ends before its last', () => {
    const { from = '', before = '' } = timesBetween(1_000, 2_000)
    const within = [999, 1_000, 1_999, 2_000].filter(timeMs => timeKey(timeMs) >= from && timeKey(timeMs) < before)
    expect(within).toEqual([1_000, 1_999])
    expect(timesBetween()).toEqual({})
  })
})

describe('a name', () => {
  test.each([
    ['capitals', 'CET de HAMICI', 'cet de hamici'],
    ['accents', 'Béjaïa', 'bejaia'],
    ['spaces', '  Oued   Smar ', 'oued smar'],
    ['hamza', 'أدرار', 'ادرار'],
    ['vowel signs', 'وَهران', 'وهران'],
  ])('is found without regard to %s', (_, name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  test('in order of code units is in order of bytes, as stores have it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const [first, second] = [nameKey(one), nameKey(other)]
        expect(Math.sign(Buffer.compare(Buffer.from(first), Buffer.from(second)))).toBe(
          first === second ? 0 : first < second ? -1 : 1,
        )
      }),
    )
  })

  test('of any length has a short key that every store keeps as it is, and its beginning finds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), name => {
        const key = nameKey(name)
        expect(key.length).toBeLessThanOrEqual(60)
        expect(Buffer.from(key).toString()).toBe(key)
        const { from = '', before = afterEverything } = keysBeginning(key.slice(0, 5))
        expect(key >= from && key < before).toBe(true)
      }),
    )
  })
})

const afterEverything = '\uffff\uffff'
