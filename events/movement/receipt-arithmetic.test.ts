import fc from 'fast-check'
import { describe, test } from 'vitest'
import { limits } from '../limits.ts'
import { given } from '../testing/given.ts'
import { declared, pickedUp, received } from '../testing/movement-events.ts'
import type { Receipt } from './schema.ts'

const reason = { code: 'not-as-described' }
const gramsMax = limits.massKgMax * 1000

/** Masses of a weighing in grams, none of them zero, and within the bound together. */
const split = fc.record({
  accepted: fc.integer({ min: 1, max: gramsMax / 2 }),
  refused: fc.integer({ min: 1, max: gramsMax / 2 }),
})

function partly(accepted: number, refused: number, net = accepted + refused): Partial<Receipt> {
  return {
    outcome: 'partly-accepted',
    netKg: net / 1000,
    acceptedKg: accepted / 1000,
    refusedKg: refused / 1000,
    reason,
  }
}

describe('accepted and refused', () => {
  test('add up to the net, whatever the decimals', () => {
    fc.assert(
      fc.property(split, ({ accepted, refused }) => {
        given()
          .when(received(partly(accepted, refused)))
          .thenRecordedFlaggedOrNot()
      }),
    )
  })

  test.each([1, -1])('are refused when they are %i gram off', gram => {
    fc.assert(
      fc.property(split, ({ accepted, refused }) => {
        given()
          .when(received(partly(accepted, refused, accepted + refused + gram)))
          .thenInvalid('/data/netKg', 'sum-differs', { actual: (accepted + refused) / 1000 })
      }),
    )
  })

  test('add up in grams: 0.1 kg + 0.2 kg is 0.3 kg, although no double says so', () => {
    given()
      .when(received(partly(100, 200)))
      .thenRecordedFlaggedOrNot()
  })
})

describe('gross less tare', () => {
  const truck = { grossKg: 13_000, tareKg: 12_000, ticket: 'PB-55102' }

  test('is the net', () => {
    given(declared(), pickedUp())
      .when(received({ weighing: truck }))
      .thenRecorded()
  })

  test.each([12_999.999, 13_000.001])('is refused when the gross of %f kg is a gram off', grossKg => {
    given()
      .when(received({ weighing: { ...truck, grossKg } }))
      .thenInvalid('/data/weighing', 'sum-differs', { expected: 1000 })
  })

  test('is refused when the tare is more than the gross', () => {
    given()
      .when(received({ weighing: { grossKg: 1, tareKg: 1001 } }))
      .thenInvalid('/data/weighing', 'sum-differs', { actual: -1000 })
  })

  test('is the net, to the gram, for any truck', () => {
    fc.assert(
      fc.property(split, fc.integer({ min: 0, max: gramsMax / 2 }), ({ accepted }, tare) => {
        const netKg = accepted / 1000
        const weighing = { grossKg: (accepted + tare) / 1000, tareKg: tare / 1000 }
        given()
          .when(received({ netKg, acceptedKg: netKg, weighing }))
          .thenRecordedFlaggedOrNot()
      }),
    )
  })
})

describe('the outcome', () => {
  test.each([
    ['accepted', { outcome: 'accepted', acceptedKg: 999, refusedKg: 1 }, '/data/refusedKg'],
    ['refused', { outcome: 'refused', acceptedKg: 1, refusedKg: 999, reason }, '/data/acceptedKg'],
    ['partly-accepted', { outcome: 'partly-accepted', acceptedKg: 1000, refusedKg: 0, reason }, '/data/refusedKg'],
    ['partly-accepted', { outcome: 'partly-accepted', acceptedKg: 0, refusedKg: 1000, reason }, '/data/acceptedKg'],
    ['accepted', { outcome: 'accepted', netKg: 0, acceptedKg: 0, refusedKg: 0 }, '/data/acceptedKg'],
    ['refused', { outcome: 'refused', netKg: 0, acceptedKg: 0, refusedKg: 0, reason }, '/data/refusedKg'],
  ] as const)('%s does not go with %j', (outcome, masses, pointer) => {
    given().when(received(masses)).thenInvalid(pointer, 'not-with-outcome', { outcome })
  })

  test.each([
    { outcome: 'refused', acceptedKg: 0, refusedKg: 1000 },
    { outcome: 'partly-accepted', acceptedKg: 400, refusedKg: 600 },
  ] as const)('says why when it is $outcome (law 01-19, art. 22)', masses => {
    given().when(received(masses)).thenInvalid('/data/reason', 'not-with-outcome')
    given()
      .when(received({ ...masses, reason }))
      .thenRecordedFlaggedOrNot()
  })
})

describe('a mass that no scale shows', () => {
  test.each([
    ['more than the bound', limits.massKgMax + 1, 'too-big'],
    ['more than can be counted in grams', 9e12, 'too-big'],
    ['the largest double', Number.MAX_VALUE, 'too-big'],
    ['less than nothing', -1, 'too-small'],
    ['a tenth of a gram', 0.0001, 'too-many-decimals'],
  ] as const)('%s is refused where it stands, and no sum is drawn from it', (_, kg, code) => {
    const outcome = given().when(received({ acceptedKg: kg, refusedKg: kg, netKg: 1000 }))
    outcome.thenInvalid('/data/acceptedKg', code)
    outcome.thenRefused('invalid-event', { count: 2 })
  })

  test('1e999, which JSON reads as infinite, is refused', () => {
    given()
      .when(received({ netKg: JSON.parse('1e999') }))
      .thenInvalid('/data/netKg', 'wrong-type', { received: 'a number out of range' })
  })

  test('minus zero is zero', () => {
    given(declared(), pickedUp())
      .when(received({ refusedKg: -0 }))
      .thenRecorded()
  })
})
