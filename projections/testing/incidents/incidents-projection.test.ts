import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { producer } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import { corrected, declared, incident } from '@athar/events/testing/movement-events.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeKey } from '../../sort-keys.ts'
import { smallWorld } from '../arbitrary-world.ts'
import { foldArrived } from '../fold-in-memory.ts'
import { incidentIndex, incidentsProjection, lostTally } from './incidents-projection.ts'

const spill = incident({ kind: 'spill', lostKg: 40 })

test('an incident is found by its kind', () => {
  const views = foldArrived([incidentsProjection], [declared(), spill])
  expect(views.entries(incidentIndex('spill'))).toEqual([
    { sort: timeKey(Date.parse(clock('11:00'))), key: 'movement/MV-1' },
  ])
})

test('what was lost counts for the site it came from, even when that is said later, and as it was corrected', () => {
  const views = foldArrived([incidentsProjection], [spill, corrected(spill, { lostKg: 35.5 }), declared()])
  expect(views.tallies()).toEqual(new Map([[lostTally(producer.site), 35_500]]))
})

test('whatever the order of arrival, the same follows', () => {
  fc.assert(
    fc.property(toldTwice(smallWorld), ([one, other]) => {
      const [first, second] = [one, other].map(events => foldArrived([incidentsProjection], events))
      expect(first?.indexes().map(index => first.entries(index))).toEqual(
        second?.indexes().map(index => second.entries(index)),
      )
      expect(first?.tallies()).toEqual(second?.tallies())
    }),
  )
})
