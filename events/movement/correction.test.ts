import { describe, expect, test } from 'vitest'
import type { SubmittedEvent } from '../envelope.ts'
import { carrier, otherPlant, party, plant, producer, secondCarrier } from '../testing/cast.ts'
import { clock } from '../testing/events.ts'
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
} from '../testing/movement-events.ts'
import { type CorrectionStanding, correct, correctionsOf } from './correction.ts'
import { movementOf } from './movement.ts'
import { evolveMovement, initialMovement, type MovementState } from './state.ts'

function recorded(...events: readonly SubmittedEvent[]): MovementState {
  return events.reduce(evolveMovement, initialMovement)
}

/** The corrections of a movement, by id. */
function standings(...events: readonly SubmittedEvent[]): Readonly<Record<string, CorrectionStanding>> {
  return Object.fromEntries(correctionsOf(recorded(...events)).map(({ fact, standing }) => [fact.id, standing]))
}

function pickedUpKg(...events: readonly SubmittedEvent[]): number | undefined {
  return movementOf(recorded(...events)).pickUp?.data.kg
}

const taken = pickedUp({ kg: 1000 })
/** Said by the carrier at 13:00, after the hand-over by the same carrier at 10:00. */
const correction = corrected(taken, { kg: 1010 })
/** The plant's event at 12:00 lies between the pick-up and its correction. */
const between = received()

describe('a correction takes effect at once', () => {
  test('when nothing lies between it and its original', () => {
    expect(standings(taken, correction)).toEqual({ corrected: 'effective' })
    expect(pickedUpKg(taken, correction)).toBe(1010)
  })

  test('when only the same party acted in between', () => {
    expect(standings(taken, handedOver(), correction)).toEqual({ corrected: 'effective' })
  })

  test.each([
    ['before the original', { time: clock('08:59') }],
    ['with the original', { time: taken.time }],
    ['with the correction', { time: correction.time }],
    ['after the correction', { time: clock('13:01') }],
  ])('when the other party acted %s', (_, around) => {
    expect(standings(taken, received({}, around), correction)).toEqual({ corrected: 'effective' })
  })

  test('by the time of events, not by their arrival', () => {
    const late = received({}, { time: clock('13:01') })
    expect(standings(taken, late, correction)).toEqual({ corrected: 'effective' })
    expect(standings(taken, correction, between)).toEqual({ corrected: 'waiting' })
  })

  test('when what lies between speaks for nobody in particular', () => {
    expect(standings(taken, incident(), cancelled({}, { time: clock('11:00') }), correction)).toEqual({
      corrected: 'effective',
    })
  })

  test('when the other party has only answered an earlier correction: that is no custody', () => {
    const first = corrected(taken, { kg: 1005 }, { id: 'first', time: clock('12:30') })
    const answer = approved(first, { site: plant.site }, { time: clock('12:45') })
    expect(standings(taken, first, answer, correction)).toEqual({ first: 'superseded', corrected: 'effective' })
  })

  test('of the producer, when nothing but the producer’s own cancellation lies between', () => {
    const announced = declared()
    const heavier = corrected(announced, { kg: 1010 }, { time: clock('13:00') })
    expect(standings(announced, cancelled({}, { time: clock('11:00') }), heavier)).toEqual({ corrected: 'effective' })
  })

  test('and then replaces the payload where it stands: time and id stay the original’s', () => {
    const [fact] = correct(recorded(taken, correction)).facts
    expect(fact).toMatchObject({ id: taken.id, time: taken.time, data: { carrier, kg: 1010 } })
  })

  test('and what it leaves out is gone: it is the whole payload', () => {
    const weighed = pickedUp({ kg: 1000 })
    expect(movementOf(recorded(weighed, corrected(weighed, { kg: undefined }))).pickUp?.data.kg).toBeUndefined()
  })

  test('and the original stays in the state, for the timeline', () => {
    expect(recorded(taken, correction).facts).toHaveLength(2)
    expect(recorded(taken, correction).facts[0]?.data).toMatchObject({ carrier, kg: 1000 })
  })
})

describe('a correction across another party’s event', () => {
  test('waits for that party, and nothing changes meanwhile', () => {
    expect(correctionsOf(recorded(taken, between, correction))).toMatchObject([
      { standing: 'waiting', answerableBy: ['site:S-PLANT'] },
    ])
    expect(pickedUpKg(taken, between, correction)).toBe(1000)
  })

  test('takes effect when that party approves', () => {
    const said = [taken, between, correction, approved(correction, { site: plant.site })]
    expect(standings(...said)).toEqual({ corrected: 'effective' })
    expect(pickedUpKg(...said)).toBe(1010)
  })

  test('falls when that party declines', () => {
    const said = [taken, between, correction, declined(correction, { site: plant.site })]
    expect(standings(...said)).toEqual({ corrected: 'declined' })
    expect(pickedUpKg(...said)).toBe(1000)
  })

  test('takes effect when one of several parties approves, whatever another one answers and when', () => {
    const swap = handedOver({ fromCarrier: secondCarrier, toCarrier: 'C-THIRD' })
    const yes = approved(correction, { site: plant.site }, { time: clock('13:20') })
    const no = declined(correction, { carrier: secondCarrier }, { time: clock('13:10') })
    expect(standings(taken, swap, between, correction, yes)).toEqual({ corrected: 'effective' })
    expect(standings(taken, swap, between, correction, no)).toEqual({ corrected: 'declined' })
    expect(standings(taken, swap, between, correction, yes, no)).toEqual({ corrected: 'effective' })
    expect(standings(taken, swap, between, correction, no, yes)).toEqual({ corrected: 'effective' })
  })

  test('waits for the producer who has cancelled, whenever the site of origin becomes known', () => {
    const cancellation = cancelled({}, { time: clock('11:00') })
    const standing = [{ standing: 'waiting', answerableBy: [`site:${producer.site}`] }]
    expect(correctionsOf(recorded(declared(), taken, cancellation, correction))).toMatchObject(standing)
    expect(correctionsOf(recorded(taken, cancellation, correction, declared()))).toMatchObject(standing)
  })

  test('is not answered by a party that has nothing in between', () => {
    const answers = [
      approved(correction, { site: otherPlant.site }),
      approved(correction, { carrier }, { id: 'approved-by-himself' }),
    ]
    expect(standings(taken, between, correction, ...answers)).toEqual({ corrected: 'waiting' })
  })

  test('is not answered by the answer to another correction', () => {
    const other = corrected(taken, { kg: 900 }, { id: 'other', time: clock('13:05') })
    expect(standings(taken, between, correction, other, approved(other, { site: plant.site }))).toEqual({
      corrected: 'waiting',
      other: 'effective',
    })
  })

  test('may be approved before it arrives', () => {
    expect(standings(approved(correction, { site: plant.site }), between, taken, correction)).toEqual({
      corrected: 'effective',
    })
  })
})

describe('of several corrections of one original', () => {
  const second = corrected(taken, { kg: 1020 }, { id: 'second', time: clock('13:40') })

  test('the newest by time counts, and supersedes the others', () => {
    expect(standings(taken, correction, second)).toEqual({ corrected: 'superseded', second: 'effective' })
    expect(standings(taken, second, correction)).toEqual({ corrected: 'superseded', second: 'effective' })
    expect(pickedUpKg(taken, second, correction)).toBe(1020)
  })

  test('one that waits supersedes nothing', () => {
    const beforeGate = corrected(taken, { kg: 1005 }, { id: 'before-gate', time: clock('11:00') })
    expect(standings(taken, beforeGate, between, correction)).toEqual({
      'before-gate': 'effective',
      corrected: 'waiting',
    })
    expect(pickedUpKg(taken, beforeGate, between, correction)).toBe(1005)
  })

  test('of equal time, the greater id counts', () => {
    const twin = corrected(taken, { kg: 1030 }, { id: 'corrected-2' })
    expect(standings(taken, twin, correction)).toEqual({ corrected: 'superseded', 'corrected-2': 'effective' })
  })

  test('each original has its own', () => {
    const ofDeclaration = corrected(declared(), { kg: 1005 }, { id: 'other', time: clock('08:10') })
    expect(standings(declared(), taken, correction, ofDeclaration)).toEqual({
      other: 'effective',
      corrected: 'effective',
    })
  })
})

describe('a correction that arrives before its original', () => {
  test('is recorded and unmatched, and counts once the original is there', () => {
    given(declared()).when(correction).thenRecorded()
    expect(standings(correction)).toEqual({ corrected: 'unmatched' })
    expect(standings(correction, taken)).toEqual({ corrected: 'effective' })
    expect(pickedUpKg(correction, taken)).toBe(1010)
  })

  test('stays unmatched when the original is of another party', () => {
    const byAnother = pickedUp({ carrier: secondCarrier, kg: 1000 })
    expect(standings(correction, byAnother)).toEqual({ corrected: 'unmatched' })
    expect(pickedUpKg(correction, byAnother)).toBe(1000)
  })

  test('stays unmatched when the original is of another kind', () => {
    expect(standings(correction, declared({}, { id: taken.id }))).toEqual({ corrected: 'unmatched' })
  })

  test('is said by the party its payload names', () => {
    given()
      .when(correction, { speaker: party(carrier) })
      .thenRecorded()
    given()
      .when(correction, { speaker: party(secondCarrier) })
      .thenRefused('not-your-party', { party: 'the party whose event it corrects' })
  })

  test('is refused when its payload is whole for no type', () => {
    given()
      .when(corrected(taken, { vehicle: undefined }))
      .thenInvalid('/data/data', 'corrects-no-type')
  })
})

describe('a correction is refused', () => {
  test('when it corrects a correction: it names the original', () => {
    given(taken, correction)
      .when({ ...correction, id: 'again', data: { ...correction.data, corrects: correction.id } })
      .thenInvalid('/data/corrects', 'corrects-correction')
  })

  test('when it corrects an answer', () => {
    const answer = approved(correction, { site: plant.site })
    given(taken, between, correction, answer)
      .when({ ...correction, id: 'again', data: { ...correction.data, corrects: answer.id } })
      .thenInvalid('/data/corrects', 'corrects-correction')
  })

  test.each([
    ['the party of a pick-up', pickedUp(), { carrier: secondCarrier }, 'pick-up, of carrier:C-FIRST'],
    ['the site of a declaration', declared(), { fromSite: 'S-OTHER' }, 'declaration, of site:S-PRODUCER'],
    ['the gate of a receipt', received(), { site: 'S-OTHER' }, 'receipt at S-PLANT, leg 1, of site:S-PLANT'],
    ['the leg of a receipt', received(), { leg: 2 }, 'receipt at S-PLANT, leg 1, of site:S-PLANT'],
    [
      'the way of a hand-over',
      handedOver(),
      { toCarrier: 'C-THIRD' },
      'hand-over C-FIRST to C-SECOND, of carrier:C-FIRST',
    ],
    ['the way of a redirection', redirected(), { toSite: 'S-X' }, 'redirection S-PLANT to S-OTHER'],
  ])('when it moves %s', (_, original, changes, slot) => {
    given(declared({}, { id: 'the-declaration', subject: 'MV-2' }), original)
      .when(corrected(original, changes))
      .thenInvalid('/data/data', 'correction-moves', { slot })
  })

  test('when its payload breaks the schema of the original: pointers lead into it', () => {
    given(taken)
      .when(corrected(taken, { kg: 0.0001, wheels: 4 }))
      .thenInvalid('/data/data/kg', 'too-many-decimals')
    given(taken)
      .when(corrected(taken, { wheels: 4 }))
      .thenInvalid('/data/data/wheels', 'unknown-field')
  })

  test('when its payload breaks the arithmetic of the original', () => {
    given(between)
      .when(corrected(between, { netKg: 1000.001 }))
      .thenInvalid('/data/data/netKg', 'sum-differs')
  })

  test('when it hides a field named __proto__, which copies of an object lose', () => {
    const data = { ...taken.data }
    Object.defineProperty(data, '__proto__', { value: { kg: 1 }, enumerable: true })
    given(taken)
      .when({ ...correction, data: { ...correction.data, data } })
      .thenInvalid('/data/data/__proto__', 'unknown-field')
  })
})

test('leg 1 may be said or left out: the slot is the same', () => {
  given(declared(), taken, between)
    .when(corrected(between, { leg: 1 }))
    .thenRecorded()
})

test('a movement without corrections is read as it is', () => {
  const state = recorded(taken, between)
  expect(correct(state).facts).toBe(state.facts)
  expect(correctionsOf(state)).toEqual([])
})
