import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOfGram } from './spread.ts'
import { wholeGrams } from './whole-grams.ts'

const oneGram = 1n << partsOfGram

function grams(...exact: readonly number[]): readonly number[] {
  const parts = exact.map((mass, place) => [`end-${place}`, BigInt(Math.round(mass * Number(oneGram)))] as const)
  return [...wholeGrams(new Map(parts)).values()]
}

test('the grams that rounding leaves over go to the largest remainders', () => {
  expect(grams(1.2, 2.7, 3.1)).toEqual([1, 3, 3])
  expect(grams(0.4, 0.35, 0.25)).toEqual([1, 0, 0])
})

test('among equal remainders the first is the one that gets it, however they were rounded', () => {
  const third = oneGram / 3n
  const masses = { a: third, b: third, c: oneGram - 2n * third }
  expect(Object.fromEntries(wholeGrams(new Map(Object.entries(masses))))).toEqual({ a: 1, b: 0, c: 0 })
})

test('they add up to the whole, and each is less than a gram off', () => {
  const masses = fc.array(fc.bigInt({ min: 0n, max: oneGram << 40n }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(masses, some => {
      const sum = some.reduce((added, parts) => added + parts, 0n)
      const rest = (oneGram - (sum % oneGram)) % oneGram
      const parts = new Map([...some, rest].map((mass, place) => [`end-${place}`, mass]))
      const whole = wholeGrams(parts)
      expect([...whole.values()].reduce((added, each) => added + each, 0)).toBe(Number((sum + rest) / oneGram))
      for (const [id, mass] of parts) {
        const off = BigInt(whole.get(id) ?? 0) * oneGram - mass
        expect(off > -oneGram && off < oneGram).toBe(true)
      }
    }),
  )
})
