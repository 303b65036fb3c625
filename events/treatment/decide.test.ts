import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { record, toldTwice } from '../testing/arrivals.ts'
import { authority, oil, party, plant, producer, steel } from '../testing/cast.ts'
import { registeredSites } from '../testing/directory-events.ts'
import { given } from '../testing/given.ts'
import { treated } from '../testing/stock-events.ts'
import { warning } from '../warnings.ts'
import { decideTreatment } from './decide.ts'
import { evolveTreatment, initialTreatment } from './state.ts'

test('a treatment is recorded, and nothing is noticed', () => {
  given().when(treated()).thenRecorded()
})

test('a treatment is performed once', () => {
  given(treated())
    .when(treated({}, { id: 'again' }))
    .thenRefused('already-recorded', { stream: 'treatment T-1', slot: 'performance', by: 'treated' })
})

describe('the holder of the site treats', () => {
  test('and nobody else', () => {
    given(...registeredSites)
      .when(treated(), { speaker: party(plant.organisation) })
      .thenRecorded()
    given(...registeredSites)
      .when(treated(), { speaker: party(producer.organisation) })
      .thenRefused('not-your-party', { party: 'site:S-PLANT' })
  })

  test('who may not say it is not told whether it is said already', () => {
    given(...registeredSites, treated())
      .when(treated({}, { id: 'again' }), { speaker: party(producer.organisation) })
      .thenRefused('not-your-party', { party: 'site:S-PLANT' })
  })

  test('not the authority', () => {
    given(...registeredSites)
      .when(treated(), { speaker: authority })
      .thenRefused('role-may-not')
  })
})

describe('hazardous and other waste do not leave in one output (law 01-19, art. 17)', () => {
  const steelIn = { lot: 'L-1', code: steel.code, kg: 500 }
  const oilIn = { lot: 'L-9', code: oil.code, kg: 500 }
  const moreOilIn = { lot: 'L-8', code: '130206', kg: 500 }

  test.each([[[steelIn, oilIn]], [[oilIn, steelIn]], [[oilIn, moreOilIn, steelIn]]])('%j is mixing', inputs => {
    given().when(treated({ inputs })).thenInvalid('/data/inputs', 'hazardous-mixed')
  })

  test('several hazardous lots may leave in one', () => {
    given()
      .when(treated({ inputs: [oilIn, moreOilIn] }))
      .thenRecorded()
  })

  test('both may be burnt together when nothing but a fate comes of it', () => {
    given()
      .when(treated({ operation: 'R1', inputs: [steelIn, oilIn], outputs: undefined }))
      .thenRecorded()
  })

  test('by the list of the day: 190308 is no hazardous waste before there was such a code', () => {
    const mercury = treated({ inputs: [steelIn, { lot: 'L-9', code: '190308', kg: 500 }] })
    const before = '2015-05-31T12:00:00+01:00'
    given().when(mercury).thenInvalid('/data/inputs', 'hazardous-mixed')
    given()
      .when({ ...mercury, time: before }, { now: before })
      .thenRecorded('code-unknown')
  })
})

describe('what is noticed', () => {
  test('codes that the list does not have, of inputs and of outputs', () => {
    given()
      .when(treated({ inputs: [{ lot: 'L-1', code: '999999', kg: 1000 }] }))
      .thenRecorded(warning('code-unknown', { code: '999999', list: 'low' }))
    given()
      .when(treated({ outputs: [{ lot: 'L-2', waste: { code: '999998' }, kg: 1 }] }))
      .thenRecorded(warning('code-unknown', { code: '999998', list: 'low' }))
  })

  test('that it is recorded late', () => {
    given().when(treated(), { now: '2026-11-25T12:00:00Z' }).thenRecorded('recorded-late')
  })
})

test('a treatment that comes twice leaves the state of one', () => {
  const decider = { initialState: initialTreatment, decide: decideTreatment, evolve: evolveTreatment }
  fc.assert(
    fc.property(toldTwice(fc.constant([treated()])), ([once, otherwise]) => {
      expect(record(decider, otherwise)).toStrictEqual(record(decider, once))
    }),
  )
})
