import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SubmittedEvent } from '../envelope.ts'
import { record, toldTwice } from '../testing/arrivals.ts'
import { authority, party, plant, producer } from '../testing/cast.ts'
import { registeredSites } from '../testing/directory-events.ts'
import { given } from '../testing/given.ts'
import { lotProduced, stockAdjusted } from '../testing/stock-events.ts'
import { warning } from '../warnings.ts'
import { decideLot } from './decide.ts'
import { evolveLot, initialLot } from './state.ts'

test('a lot is produced once', () => {
  given(lotProduced(), stockAdjusted())
    .when(lotProduced({}, { id: 'again' }))
    .thenRefused('already-recorded', { stream: 'lot L-1', slot: 'production', by: 'produced' })
})

describe('a lot is counted', () => {
  test('any number of times', () => {
    given(lotProduced(), stockAdjusted())
      .when(stockAdjusted({}, { id: 'again' }))
      .thenRecorded()
  })

  test('even when nobody has said where it comes from', () => {
    given().when(stockAdjusted()).thenRecorded()
  })

  test.each([0.001, -0.001, 35.5])('as %d kg more or less', kg => {
    given().when(stockAdjusted({ kg })).thenRecorded()
  })

  test.each([0, -0])('not as %d kg: a count that found nothing changes nothing', kg => {
    given().when(stockAdjusted({ kg })).thenInvalid('/data/kg', 'wrong-format')
  })

  test('to the gram', () => {
    given()
      .when(stockAdjusted({ kg: -0.0001 }))
      .thenInvalid('/data/kg', 'too-many-decimals')
  })
})

test('who may not produce a lot is not told whether it was produced already', () => {
  given(...registeredSites, lotProduced())
    .when(lotProduced({}, { id: 'again' }), { speaker: party(producer.organisation) })
    .thenRefused('not-your-party', { party: 'site:S-PLANT' })
})

describe.each([lotProduced(), stockAdjusted()])('$type', event => {
  test('is said by the holder of the site alone', () => {
    given(...registeredSites)
      .when(event, { speaker: party(plant.organisation) })
      .thenRecorded()
    given(...registeredSites)
      .when(event, { speaker: party(producer.organisation) })
      .thenRefused('not-your-party', { party: 'site:S-PLANT' })
    given(...registeredSites)
      .when(event, { speaker: authority })
      .thenRefused('role-may-not')
  })

  test('is noticed when it comes late', () => {
    given().when(event, { now: '2026-11-25T12:00:00Z' }).thenRecorded('recorded-late')
  })
})

test('a code that the list does not have is noticed', () => {
  const noticed = warning('code-unknown', { code: '999999', list: 'low' })
  given()
    .when(lotProduced({ waste: { code: '999999' } }))
    .thenRecorded(noticed)
  given()
    .when(stockAdjusted({ code: '999999' }))
    .thenRecorded(noticed)
})

test('the same events in any order, with duplicates mixed in, end in the same state', () => {
  const decider = { initialState: initialLot, decide: decideLot, evolve: evolveLot }
  const story: fc.Arbitrary<readonly SubmittedEvent[]> = fc
    .tuple(fc.boolean(), fc.nat({ max: 4 }))
    .map(([produced, counts]) => [
      ...(produced ? [lotProduced()] : []),
      ...Array.from({ length: counts }, (_, index) => stockAdjusted({ kg: index + 1 }, { id: `count-${index}` })),
    ])
  fc.assert(
    fc.property(toldTwice(story), ([once, otherwise]) => {
      expect(record(decider, otherwise)).toStrictEqual(record(decider, once))
    }),
  )
})
