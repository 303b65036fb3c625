import { steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  cancelled,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { books, booksAt, journalOf, lotsLeft } from './testing/books.ts'

const secondLeg = { id: 'received-later', time: clock('15:00') }

describe('before anything has left', () => {
  test('a declaration moves nothing', () => {
    expect(books(declared())).toEqual({})
  })

  test('a declaration that is withdrawn moves nothing', () => {
    expect(books(declared(), cancelled())).toEqual({})
  })
})

describe('a pick-up', () => {
  test('puts what the carrier took over on the road', () => {
    expect(books(declared({ kg: 1000 }), pickedUp({ kg: 990.5 }))).toEqual({
      'produced/S-PRODUCER': -990.5,
      'transit/S-PRODUCER': 990.5,
    })
  })

  test('that was not weighed takes over what was declared', () => {
    expect(books(declared({ kg: 1000 }), pickedUp())).toMatchObject({ 'transit/S-PRODUCER': 1000 })
  })

  test('is on the road from the moment it happened', () => {
    const journal = journalOf(declared(), pickedUp())
    expect(booksAt(journal, clock('08:59'))).toEqual({})
    expect(booksAt(journal, clock('09:00'))).toMatchObject({ 'transit/S-PRODUCER': 1000 })
  })

  test('that nobody declared says itself where the waste is from', () => {
    expect(books(pickedUp({ kg: 700, fromSite: 'S-SHOP', waste: steel }))).toEqual({
      'produced/S-SHOP': -700,
      'transit/S-SHOP': 700,
    })
  })

  test('that says neither is booked as coming from an unknown site', () => {
    expect(books(pickedUp({ kg: 700 }))).toEqual({ 'produced/unknown': -700, 'transit/unknown': 700 })
  })

  test('of a mass that nobody has told moves nothing as long as that is so', () => {
    expect(books(pickedUp())).toEqual({})
  })

  test('of a mass that nobody has told took over what the first receipt found', () => {
    expect(books(pickedUp(), received({ netKg: 640, acceptedKg: 640 }))).toEqual({
      'produced/unknown': -640,
      'stock/S-PLANT/unknown': 640,
    })
  })

  test('happened, even when the declaration had been withdrawn', () => {
    expect(books(declared(), cancelled(), pickedUp())).toMatchObject({ 'transit/S-PRODUCER': 1000 })
  })

  test('and a hand-over and a redirection leave it on the road', () => {
    expect(books(declared(), pickedUp(), handedOver(), redirected())).toMatchObject({ 'transit/S-PRODUCER': 1000 })
  })
})

describe('a pick-up of declared lots', () => {
  const ofLots = declared({
    kg: 1000,
    lots: [
      { lot: 'L-1', kg: 600 },
      { lot: 'L-2', kg: 400 },
    ],
  })

  test('takes them from the stock of the site, and nothing is produced', () => {
    expect(books(ofLots, pickedUp())).toEqual({ 'stock/S-PRODUCER/170405': -1000, 'transit/S-PRODUCER': 1000 })
    expect(lotsLeft(ofLots, pickedUp())).toEqual({ 'S-PRODUCER/170405/L-1': -600, 'S-PRODUCER/170405/L-2': -400 })
  })

  test('of another mass takes of each in proportion to what was declared of it', () => {
    expect(lotsLeft(ofLots, pickedUp({ kg: 900 }))).toEqual({
      'S-PRODUCER/170405/L-1': -540,
      'S-PRODUCER/170405/L-2': -360,
    })
  })

  test('takes to the gram what it took, though a third of it is no whole gram', () => {
    const thirds = declared({ lots: ['L-1', 'L-2', 'L-3'].map(lot => ({ lot, kg: 1 })) })
    expect(lotsLeft(thirds, pickedUp({ kg: 1 }))).toEqual({
      'S-PRODUCER/170405/L-1': -0.334,
      'S-PRODUCER/170405/L-2': -0.333,
      'S-PRODUCER/170405/L-3': -0.333,
    })
  })

  test('that is not told yet has taken nothing from them', () => {
    expect(books(ofLots, received())).toEqual({ 'transit/S-PRODUCER': -1000, 'stock/S-PLANT/170405': 1000 })
  })
})

describe('an incident', () => {
  test('books what was lost as the loss of the site it comes from', () => {
    expect(books(declared(), pickedUp(), incident({ lostKg: 42.5 }))).toEqual({
      'produced/S-PRODUCER': -1000,
      'transit/S-PRODUCER': 957.5,
      'loss/S-PRODUCER': 42.5,
    })
  })

  test('without a loss moves nothing', () => {
    expect(books(declared(), pickedUp(), incident())).toEqual(books(declared(), pickedUp()))
  })

  test('explains what does not arrive', () => {
    const told = [declared(), pickedUp(), incident({ lostKg: 42.5 }), received({ netKg: 957.5, acceptedKg: 957.5 })]
    expect(books(...told)).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PLANT/170405': 957.5,
      'loss/S-PRODUCER': 42.5,
    })
  })

  test('explains it too when the clock of the gate was wrong and the loss seems to come after', () => {
    const told = [
      declared(),
      pickedUp(),
      incident({ lostKg: 42.5 }, { time: clock('12:05') }),
      received({ netKg: 957.5, acceptedKg: 957.5 }),
    ]
    expect(books(...told)).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PLANT/170405': 957.5,
      'loss/S-PRODUCER': 42.5,
    })
  })

  test('on the second leg is missing at the second gate, not at the first', () => {
    const journal = journalOf(
      declared(),
      pickedUp(),
      turnedAway(),
      incident({ lostKg: 100 }, { time: clock('13:00') }),
      received({ site: 'S-OTHER', leg: 2, netKg: 900, acceptedKg: 900 }, secondLeg),
    )
    expect(booksAt(journal, clock('12:30'))).toMatchObject({ 'transit/S-PRODUCER': 1000 })
    expect(booksAt(journal, clock('13:00'))).toMatchObject({ 'transit/S-PRODUCER': 900, 'loss/S-PRODUCER': 100 })
    expect(booksAt(journal)).toEqual({
      'produced/S-PRODUCER': -1000,
      'loss/S-PRODUCER': 100,
      'stock/S-OTHER/170405': 900,
    })
  })

  test('after a refusal takes from what is still on the road', () => {
    expect(
      books(declared(), pickedUp(), turnedAway(), incident({ lostKg: 100 }, { time: clock('13:00') })),
    ).toMatchObject({ 'transit/S-PRODUCER': 900, 'loss/S-PRODUCER': 100 })
  })

  test('of which more is told than of the pick-up takes the road below zero', () => {
    expect(books(declared(), incident({ lostKg: 42.5 }))).toEqual({
      'transit/S-PRODUCER': -42.5,
      'loss/S-PRODUCER': 42.5,
    })
  })
})
