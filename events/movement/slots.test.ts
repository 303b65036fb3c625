import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateSubmitted } from '../submitted.ts'
import type { TypedEvent } from '../testing/events.ts'
import { given } from '../testing/given.ts'
import {
  approved,
  cancelled,
  corrected,
  declared,
  declined,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '../testing/movement-events.ts'
import { type MovementEventType, movementEvents } from './schema.ts'

const correction = corrected(pickedUp(), { kg: 990 })
const plantAnswers = { site: 'S-PLANT' }

/** One event of each slot; receipts on two legs, hand-overs and redirections both ways. */
const ofEachSlot: readonly (readonly [slot: string, TypedEvent<MovementEventType>])[] = [
  ['declaration', declared()],
  ['pick-up', pickedUp()],
  ['hand-over C-FIRST to C-SECOND', handedOver()],
  [
    'hand-over C-SECOND to C-FIRST',
    handedOver({ fromCarrier: 'C-SECOND', toCarrier: 'C-FIRST' }, { id: 'handed-back' }),
  ],
  ['receipt at S-PLANT, leg 1', received()],
  ['receipt at S-PLANT, leg 2', received({ leg: 2 }, { id: 'received-again' })],
  ['receipt at S-OTHER, leg 2', received({ site: 'S-OTHER', leg: 2 }, { id: 'received-elsewhere' })],
  ['redirection S-PLANT to S-OTHER', redirected()],
  ['redirection S-OTHER to S-PLANT', redirected({ fromSite: 'S-OTHER', toSite: 'S-PLANT' }, { id: 'redirected-back' })],
  ['cancellation', cancelled()],
  ['answer of site:S-PLANT to corrected', approved(correction, plantAnswers)],
  ['answer of carrier:C-SECOND to corrected', declined(correction, { carrier: 'C-SECOND' })],
]

describe('a taken slot', () => {
  test.each(ofEachSlot)('%s: answers already-recorded and names the event that took it', (slot, first) => {
    given(first)
      .when({ ...first, id: 'second' })
      .thenRefused('already-recorded', { stream: 'movement MV-1', slot, by: first.id })
  })

  test('says what to do about it: a correction, unless it is an answer, which nobody corrects', () => {
    const answer = approved(correction, plantAnswers)
    given(pickedUp())
      .when(pickedUp({}, { id: 'second' }))
      .thenRefused('already-recorded', { advice: 'If that one is wrong, send a correction of it.' })
    given(pickedUp(), correction, answer)
      .when({ ...answer, id: 'second' })
      .thenRefused('already-recorded', { advice: expect.stringMatching(/^An answer stands/) })
  })

  test('is found among all that is recorded', () => {
    given(...ofEachSlot.map(([, event]) => event))
      .when(turnedAway())
      .thenRefused('already-recorded', { by: 'received' })
  })

  test('stays taken after a correction of what took it', () => {
    given(pickedUp(), correction)
      .when(pickedUp({}, { id: 'second' }))
      .thenRefused('already-recorded', { by: 'picked-up' })
  })

  test('an answer is given once, whichever way it went', () => {
    given(correction, approved(correction, plantAnswers))
      .when(declined(correction, plantAnswers))
      .thenRefused('already-recorded', { by: 'approved' })
  })

  test('a receipt without a leg is the one of leg 1', () => {
    given(received())
      .when(received({ leg: 1 }, { id: 'second' }))
      .thenRefused('already-recorded', { slot: 'receipt at S-PLANT, leg 1' })
  })

  test('of another movement is free', () => {
    given(declared())
      .when(declared({}, { subject: 'MV-2' }))
      .thenRecorded()
  })
})

describe('a free slot', () => {
  test('is filled, whatever else is filled or not', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          ofEachSlot.map(([, event]) => event),
          { minLength: 1 },
        ),
        ([event, ...history]) => {
          if (event !== undefined)
            given(...history)
              .when(event)
              .thenRecordedFlaggedOrNot()
        },
      ),
    )
  })

  test('the first event of a movement may be its receipt', () => {
    given().when(received()).thenRecorded('declaration-missing', 'pickup-missing')
  })
})

describe('there is no slot', () => {
  test('for incidents: there may be any number', () => {
    given(declared(), incident())
      .when(incident({}, { id: 'another' }))
      .thenRecorded()
  })

  test('for corrections: they are told apart by event id', () => {
    given(declared(), pickedUp(), correction)
      .when(corrected(pickedUp(), { kg: 980 }, { id: 'corrected-again' }))
      .thenRecorded()
  })
})

test('nothing is noticed about the ordinary events on which these tests build', () => {
  given().when(declared()).thenRecorded()
  given(declared()).when(pickedUp()).thenRecorded()
  given(declared(), pickedUp()).when(handedOver()).thenRecorded()
  given(declared(), pickedUp(), handedOver()).when(received()).thenRecorded()
})

test('every type of the family occurs in these tests', () => {
  const told = new Set<string>([...ofEachSlot.map(([, event]) => event.type), incident().type, correction.type])
  expect(told).toEqual(new Set(Object.keys(movementEvents)))
  for (const [, event] of ofEachSlot) expect(validateSubmitted(event)).not.toHaveProperty('refused')
})
