import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMass, type Grams, grams, gramsOf, isWholeGrams, kilograms, noMass } from './mass.ts'

/** Some two thousand times the heaviest mass that one event may say (`limits.massKgMax`). */
const exactGramsMax = 2 ** 51
const mass = fc.integer({ min: -exactGramsMax, max: exactGramsMax }).map(grams)

describe('kilograms and grams', () => {
  test('become each other without loss', () => {
    fc.assert(
      fc.property(mass, count => {
        expect(gramsOf(kilograms(count))).toBe(count)
      }),
    )
  })

  test('without loss at the end of the range', () => {
    const end = fc.integer({ min: exactGramsMax - 1_000_000, max: exactGramsMax }).map(grams)
    fc.assert(
      fc.property(end, count => {
        expect(gramsOf(kilograms(count))).toBe(count)
      }),
    )
  })

  test.each([
    [1835.5, 1_835_500],
    [0.001, 1],
    [-0.001, -1],
    [0.1, 100],
    [1.005, 1005],
    [4.35, 4350],
    [1_000_000_000, 1_000_000_000_000],
  ])('%d kg are %d g', (kg, count) => {
    expect(gramsOf(kg)).toBe(count)
  })

  test.each([0.0001, 0.1 + 0.2, 1e-300, Number.POSITIVE_INFINITY, Number.NaN, Number.MAX_VALUE, 2 ** 60])(
    '%d kg are no whole number of grams',
    kg => {
      expect(isWholeGrams(kg)).toBe(false)
      expect(() => gramsOf(kg)).toThrow(RangeError)
    },
  )

  test('three decimals, as JSON writes them, are whole grams', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999 }), (kg, rest) => {
        const read = JSON.parse(`${kg}.${String(rest).padStart(3, '0')}`)
        expect(gramsOf(read)).toBe(kg * 1000 + rest)
      }),
    )
  })

  test('a fourth decimal is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 1, max: 9999 }), (kg, rest) => {
        fc.pre(rest % 10 !== 0)
        expect(isWholeGrams(JSON.parse(`${kg}.${String(rest).padStart(4, '0')}`))).toBe(false)
      }),
    )
  })
})

describe('grams', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no count of grams', count => {
    expect(() => grams(count)).toThrow(RangeError)
  })

  test('minus zero is zero, which compares equal as bytes', () => {
    expect(Object.is(grams(-0), noMass)).toBe(true)
    expect(Object.is(gramsOf(-0), noMass)).toBe(true)
  })
})

describe('a sum of masses', () => {
  test('is the sum of the integers, or a RangeError: never something near it', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger().map(grams), { maxLength: 6 }), masses => {
        const sum = sumOrNothing(masses)
        if (sum !== undefined) expect(BigInt(sum)).toBe(exactSum(masses))
      }),
      { examples: [[[Number.MAX_SAFE_INTEGER, 2, -3].map(grams)]] },
    )
  })

  test('is exact for all that one event may say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }).map(grams), { maxLength: 1000 }), masses => {
        expect(BigInt(addMass(...masses))).toBe(exactSum(masses))
      }),
      { numRuns: 20 },
    )
  })

  test('of nothing is no mass', () => {
    expect(addMass()).toBe(noMass)
  })
})

function sumOrNothing(masses: readonly Grams[]): Grams | undefined {
  try {
    return addMass(...masses)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function exactSum(masses: readonly Grams[]): bigint {
  return masses.reduce((sum, one) => sum + BigInt(one), 0n)
}
