import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { carrier, otherPlant, secondCarrier } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  cancelled,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { expect, test } from 'vitest'
import { gapsOf, type MovementGap } from './gaps-of-movement.ts'
import { knownBy } from './testing/known-movement.ts'

const secondLeg = received({ site: otherPlant.site, leg: 2 }, { id: 'received-2', time: clock('15:00') })
const thirdHand = handedOver(
  { fromCarrier: 'C-THIRD', toCarrier: 'C-FOURTH' },
  { id: 'handed-over-3', time: clock('11:00') },
)
const backAgain = handedOver(
  { fromCarrier: secondCarrier, toCarrier: carrier },
  { id: 'handed-back', time: clock('11:00') },
)

const cases: readonly [string, readonly MovementGap[], readonly SubmittedEvent[]][] = [
  ['all that an ordinary movement has', [], [declared(), pickedUp(), handedOver(), received()]],
  ['what is on its way: it has not been received yet', [], [declared(), pickedUp()]],
  ['what was cancelled in time', [], [declared(), cancelled()]],
  ['two legs', [], [declared(), pickedUp(), turnedAway(), secondLeg]],
  ['a load handed over and back', [], [declared(), pickedUp(), handedOver(), backAgain, received()]],
  ['a pick-up only', ['declaration-missing'], [pickedUp()]],
  ['an incident only: nobody says that it has left', ['declaration-missing'], [incident()]],
  ['a declaration and a receipt', ['pickup-missing'], [declared(), received()]],
  ['a declaration and a hand-over', ['pickup-missing'], [declared(), handedOver()]],
  ['a receipt only', ['declaration-missing', 'pickup-missing'], [received()]],
  ['a hand-over by a carrier that never had it', ['hand-over-missing'], [declared(), pickedUp(), thirdHand]],
  [
    'two hand-overs without a pick-up: the first is taken to come from who picked up',
    ['pickup-missing', 'hand-over-missing'],
    [declared(), handedOver(), thirdHand],
  ],
  ['a second leg without the first', ['receipt-missing'], [declared(), pickedUp(), secondLeg]],
]

test.each(cases)('of %s is missing: %j', (_, gaps, events) => {
  expect(gapsOf(knownBy(...events))).toEqual(gaps)
  expect(gapsOf(knownBy(...events.toReversed()))).toEqual(gaps)
})
