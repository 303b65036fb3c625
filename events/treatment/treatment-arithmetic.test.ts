import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operations } from '../codes/operations.ts'
import { limits } from '../limits.ts'
import { oil, steel } from '../testing/cast.ts'
import { given } from '../testing/given.ts'
import { treated } from '../testing/stock-events.ts'
import { fateOf } from './treatment-arithmetic.ts'

const interim = ['D8', 'D9', 'D13', 'D14', 'D15', 'R12', 'R13']

/** Lots of masses in grams: so many go in, and what comes out and is lost is no more. */
const balance = fc
  .record({
    inGrams: fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 5 }),
    cuts: fc.array(fc.double({ min: 0, max: 0.25, noNaN: true }), { minLength: 1, maxLength: 3 }),
    loss: fc.double({ min: 0, max: 0.2, noNaN: true }),
  })
  .map(({ inGrams, cuts, loss }) => {
    const total = inGrams.reduce((sum, one) => sum + one, 0)
    return {
      inGrams,
      outGrams: cuts.map(cut => Math.floor(total * cut)).filter(out => out > 0),
      lossGrams: Math.floor(total * loss),
      total,
    }
  })

function payload(inGrams: readonly number[], outGrams: readonly number[], lossGrams: number) {
  return {
    inputs: inGrams.map((mass, index) => ({ lot: `in-${index}`, code: steel.code, kg: mass / 1000 })),
    outputs:
      outGrams.length === 0
        ? undefined
        : outGrams.map((mass, index) => ({ lot: `out-${index}`, waste: steel, kg: mass / 1000 })),
    lossKg: lossGrams / 1000,
  }
}

describe('inputs = outputs + loss + fate, to the gram', () => {
  test('the fate of a final operation is the rest', () => {
    fc.assert(
      fc.property(balance, ({ inGrams, outGrams, lossGrams, total }) => {
        const said = payload(inGrams, outGrams, lossGrams)
        given().when(treated(said)).thenRecorded()
        expect(fateOf({ operation: 'R4', ...said })).toBe(
          total - lossGrams - outGrams.reduce((sum, one) => sum + one, 0),
        )
      }),
    )
  })

  test('an interim operation leaves none', () => {
    fc.assert(
      fc.property(balance, fc.constantFrom(...interim), ({ inGrams, lossGrams, total }, operation) => {
        const rest = total - lossGrams
        given()
          .when(treated({ operation, ...payload(inGrams, [rest], lossGrams) }))
          .thenRecorded()
        if (rest > 1)
          given()
            .when(treated({ operation, ...payload(inGrams, [rest - 1], lossGrams) }))
            .thenInvalid('/data/operation', 'fate-not-final', { operation, missing: 0.001 })
      }),
    )
  })

  test('no operation gives a gram more than it took', () => {
    fc.assert(
      fc.property(balance, ({ inGrams, lossGrams, total }) => {
        given()
          .when(treated(payload(inGrams, [total - lossGrams + 1], lossGrams)))
          .thenInvalid('/data/outputs', 'outputs-exceed-inputs', { given: (total + 1) / 1000, limit: total / 1000 })
      }),
    )
  })
})

test('the interim operations are those of the Basel Convention, annex IV', () => {
  expect(operations.entries.filter(({ final }) => !final).map(({ code }) => code)).toEqual(interim)
})

test('storage of what comes out as it went in is no fate', () => {
  given()
    .when(
      treated({
        operation: 'R13',
        inputs: [{ lot: 'a', code: oil.code, kg: 10 }],
        outputs: [{ lot: 'b', waste: oil, kg: 10 }],
      }),
    )
    .thenRecorded()
})

describe('a treatment is refused', () => {
  const lot = { lot: 'L-1', code: steel.code, kg: 10 }

  test('when more comes out than went in, and nothing was lost', () => {
    given()
      .when(treated({ inputs: [lot], outputs: [{ lot: 'L-2', waste: steel, kg: 11 }] }))
      .thenInvalid('/data/outputs', 'outputs-exceed-inputs', { given: 11, limit: 10 })
  })

  test('when a lot goes in twice, or comes out twice', () => {
    given()
      .when(treated({ inputs: [lot, lot] }))
      .thenInvalid('/data/inputs/1', 'repeated', { value: 'L-1' })
    const out = { lot: 'L-2', waste: steel, kg: 1 }
    given()
      .when(treated({ outputs: [out, out] }))
      .thenInvalid('/data/outputs/1', 'repeated', { value: 'L-2' })
  })

  test('when nothing goes in', () => {
    given()
      .when(treated({ inputs: [] }))
      .thenInvalid('/data/inputs', 'too-short')
  })

  test.each([0, -0])('when a lot of %d kg goes in', kg => {
    given()
      .when(treated({ inputs: [{ ...lot, kg }] }))
      .thenInvalid('/data/inputs/0/kg', 'too-small')
  })

  test('when masses are more than can be counted: no sum is drawn from them', () => {
    const mountain = { ...lot, kg: 9e12 }
    given()
      .when(treated({ inputs: [mountain, { ...mountain, lot: 'L-2' }] }))
      .thenInvalid('/data/inputs/1/kg', 'too-big')
  })

  test('not when a thousand lots of the greatest mass go in', () => {
    const inputs = Array.from({ length: limits.lotsMax }, (_, index) => ({
      ...lot,
      lot: `L${index}`,
      kg: limits.massKgMax,
    }))
    given()
      .when(treated({ inputs, outputs: undefined }))
      .thenRecorded()
  })
})
