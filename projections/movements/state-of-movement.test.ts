import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  approved,
  cancelled,
  corrected,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { destinationOf, type StateOfMovement, stateOf } from './state-of-movement.ts'
import { knownBy } from './testing/known-movement.ts'

const partlyAccepted = received(
  { outcome: 'partly-accepted', acceptedKg: 900, refusedKg: 100, reason: { code: 'site-full' } },
  { id: 'partly-accepted' },
)
const onwards = redirected({}, { time: clock('12:30') })
const atOtherPlant = received({ site: otherPlant.site, leg: 2 }, { id: 'received-2', time: clock('15:00') })
const turnedAwayAgain = turnedAway({ site: otherPlant.site, leg: 2 }, { id: 'turned-away-2', time: clock('15:00') })

const cases: readonly [string, StateOfMovement, readonly SubmittedEvent[]][] = [
  ['a declaration', 'declared', [declared()]],
  ['a declaration and an incident at the gate of the producer', 'declared', [declared(), incident()]],
  ['a pick-up', 'in-transit', [declared(), pickedUp()]],
  ['a pick-up that nobody declared', 'in-transit', [pickedUp()]],
  ['a hand-over and no pick-up', 'in-transit', [declared(), handedOver()]],
  ['a receipt', 'received', [declared(), pickedUp(), received()]],
  ['a receipt and nothing else', 'received', [received()]],
  ['a refusal', 'refused', [declared(), pickedUp(), turnedAway()]],
  ['a receipt of a part', 'refused', [declared(), pickedUp(), partlyAccepted]],
  ['a refusal, and a redirection since', 'in-transit', [declared(), pickedUp(), turnedAway(), onwards]],
  [
    'a refusal, and a redirection before it',
    'refused',
    [declared(), pickedUp(), redirected({}, { time: clock('11:00') }), turnedAway()],
  ],
  ['a receipt of a second leg', 'received', [declared(), pickedUp(), turnedAway(), onwards, atOtherPlant]],
  ['a second refusal', 'refused', [declared(), pickedUp(), turnedAway(), onwards, turnedAwayAgain]],
  ['a cancellation', 'cancelled', [declared(), cancelled()]],
  ['a cancellation of what nobody declared', 'cancelled', [cancelled()]],
  ['a cancellation that came too late', 'in-transit', [declared(), cancelled(), pickedUp()]],
  ['a cancellation of what was received', 'received', [declared(), cancelled(), received()]],
  ['an incident only', 'incomplete', [incident()]],
  ['a redirection only', 'incomplete', [redirected()]],
  ['a correction whose original has not come', 'incomplete', [corrected(declared(), { kg: 900 })]],
]

describe('the state of a movement of which is known', () => {
  test.each(cases)('%s: %s', (_, state, events) => {
    expect(stateOf(knownBy(...events))).toBe(state)
    expect(stateOf(knownBy(...events.toReversed()))).toBe(state)
  })

  test('a refusal that is corrected to a receipt: received, once the correction counts', () => {
    const told = [declared(), pickedUp(), turnedAway(), redirected({}, { time: clock('12:10') })]
    const correction = corrected(turnedAway(), { ...received().data, reason: undefined }, { time: clock('13:00') })
    expect(stateOf(knownBy(...told, correction))).toBe('received')
  })

  test('a declaration whose correction another party has still to approve: what was first said', () => {
    const correction = corrected(declared(), { toSite: otherPlant.site })
    const told = [declared(), pickedUp(), correction]
    expect(destinationOf(knownBy(...told))).toBe(plant.site)
    const answer = approved(correction, { carrier: 'C-FIRST' })
    expect(destinationOf(knownBy(...told, answer))).toBe(otherPlant.site)
  })
})

describe('a load is bound for', () => {
  test('the site of the declaration', () => {
    expect(destinationOf(knownBy(declared(), pickedUp()))).toBe(plant.site)
  })

  test('the site of the newest redirection', () => {
    const home = redirected({ fromSite: otherPlant.site, toSite: producer.site }, { id: 'home', time: clock('14:00') })
    expect(destinationOf(knownBy(home, declared(), onwards))).toBe(producer.site)
  })

  test('the site that received it, when nobody said before', () => {
    expect(destinationOf(knownBy(received()))).toBe(plant.site)
  })

  test('nobody knows where', () => {
    expect(destinationOf(knownBy(pickedUp()))).toBeUndefined()
  })
})
