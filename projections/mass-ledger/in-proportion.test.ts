import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProportion } from './in-proportion.ts'

const total = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10 ** 12 }))
const weight = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 ** 12 }))
const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter(some => some.some(one => one > 0))

const sum = (numbers: readonly number[]) => numbers.reduce((added, one) => added + BigInt(one), 0n)

describe('shares in proportion to weights', () => {
  test('add up to the total', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        expect(sum(inProportion(total, weights))).toBe(BigInt(total))
      }),
    )
  })

  test('are the exact share, rounded down or up', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        for (const [place, share] of inProportion(total, weights).entries()) {
          const product = BigInt(total) * BigInt(weights[place] ?? 0)
          const down = product / sum(weights)
          const isWhole = product % sum(weights) === 0n
          expect([down, isWhole ? down : down + 1n]).toContain(BigInt(share))
        }
      }),
    )
  })

  test('never give less to who has more weight', () => {
    fc.assert(
      fc.property(total, weights, (total, weights) => {
        const shares = inProportion(total, weights)
        for (const [one, weight] of weights.entries())
          for (const [other, less] of weights.entries())
            if (weight > less) expect(shares[one] ?? 0).toBeGreaterThanOrEqual(shares[other] ?? 0)
      }),
    )
  })

  test('give the gram left over to the largest remainder, and among equal ones to the first', () => {
    expect(inProportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(inProportion(11, [10, 20, 30])).toEqual([2, 4, 5])
  })

  test('are the same for masses whose products are beyond exact numbers', () => {
    expect(inProportion(10 ** 12, [10 ** 12, 10 ** 12, 10 ** 12])).toEqual([333333333334, 333333333333, 333333333333])
  })

  test('give the gram left over to the largest remainder there too, not to the largest weight', () => {
    expect(inProportion(10 ** 12 + 1, [2 * 10 ** 12, 10 ** 12])).toEqual([666666666667, 333333333334])
  })

  test('of nothing are nothing', () => {
    expect(inProportion(0, [3, 4])).toEqual([0, 0])
  })

  test('cannot be given where nobody has a weight', () => {
    expect(() => inProportion(1, [0, 0])).toThrow(RangeError)
  })
})
