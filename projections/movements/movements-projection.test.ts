import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { carrier, oil, otherPlant, plant, producer, secondCarrier, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  corrected,
  declared,
  handedOver,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { lotProduced, treated } from '@athar/events/testing/stock-events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeKey } from '../sort-keys.ts'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { movementIndex, movementsProjection } from './movements-projection.ts'

/** The indexes in which `MV-1` is found once these events have arrived. */
function foundIn(...events: readonly SubmittedEvent[]): readonly string[] {
  return foldArrived([movementsProjection], events).indexes()
}

describe('a movement is found', () => {
  test('by its sites, its carriers, its code and its state', () => {
    expect(foundIn(declared(), pickedUp(), handedOver(), received())).toEqual(
      [
        movementIndex.ofParty(`site:${producer.site}`),
        movementIndex.ofParty(`site:${plant.site}`),
        movementIndex.ofParty(`carrier:${carrier}`),
        movementIndex.ofParty(`carrier:${secondCarrier}`),
        movementIndex.ofCode(steel.code),
        movementIndex.inState('received'),
      ].sort(),
    )
  })

  test('by the carriers that are announced, and the site it is redirected to', () => {
    const found = foundIn(declared({ carriers: ['C-ANNOUNCED'] }), pickedUp(), turnedAway(), redirected())
    expect(found).toContain(movementIndex.ofParty('carrier:C-ANNOUNCED'))
    expect(found).toContain(movementIndex.ofParty(`site:${otherPlant.site}`))
  })

  test('by what is missing', () => {
    expect(foundIn(received())).toEqual(
      [
        movementIndex.ofParty(`site:${plant.site}`),
        movementIndex.inState('received'),
        movementIndex.withGap('declaration-missing'),
        movementIndex.withGap('pickup-missing'),
      ].sort(),
    )
  })

  test('by the code that was announced and by the one that was found', () => {
    const found = foundIn(declared(), received({ waste: oil }))
    expect(found).toContain(movementIndex.ofCode(steel.code))
    expect(found).toContain(movementIndex.ofCode(oil.code))
  })

  test('no more where a correction has taken it away', () => {
    const named = declared({ carriers: ['C-MISTAKEN'] })
    const mistaken = movementIndex.ofParty('carrier:C-MISTAKEN')
    expect(foundIn(named)).toContain(mistaken)
    expect(foundIn(named, corrected(named, { carriers: [carrier] }))).not.toContain(mistaken)
  })

  test('at the time of the earliest event that is known of it', () => {
    const sortOf = (...events: readonly SubmittedEvent[]) =>
      foldArrived([movementsProjection], events).entries(movementIndex.ofCode(steel.code))[0]?.sort
    const picked = pickedUp({ waste: steel })
    expect(sortOf(picked)).toBe(timeKey(Date.parse(clock('09:00'))))
    expect(sortOf(picked, declared())).toBe(timeKey(Date.parse(clock('08:00'))))
  })
})

test('lots and treatments are in no index of movements', () => {
  expect(foundIn(lotProduced(), treated())).toEqual([])
})

test('whatever the order in which its events came, a movement is found in the same places', () => {
  fc.assert(
    fc.property(toldTwice(movementStory), ([one, other]) => {
      const [first, second] = [one, other].map(arrivals => foldArrived([movementsProjection], arrivals))
      const placesIn = (folded = first) => folded?.indexes().map(index => [index, folded.entries(index)])
      expect(placesIn(first)).toEqual(placesIn(second))
    }),
  )
})

test('it is in one state, and storing it costs few entries: a state, its parties, its codes and its gaps', () => {
  fc.assert(
    fc.property(movementStory, story => {
      const found = foundIn(...story)
      expect(found.filter(index => index.startsWith('movements:state:'))).toHaveLength(1)
      // Three sites and two carriers play in these stories, with one waste, and four things may be missing.
      expect(found.length).toBeLessThanOrEqual(1 + 5 + 1 + 4)
    }),
  )
})
