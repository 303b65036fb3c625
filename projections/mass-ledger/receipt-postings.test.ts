import { steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import { declared, pickedUp, received, turnedAway } from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { books, lotsLeft } from './testing/books.ts'

const partly = (acceptedKg: number, refusedKg: number) =>
  ({
    netKg: acceptedKg + refusedKg,
    outcome: 'partly-accepted',
    acceptedKg,
    refusedKg,
    reason: { code: 'site-full' },
  }) as const

const secondLeg = { id: 'received-later', time: clock('15:00') }

describe('a receipt', () => {
  test('takes the load off the road and puts it in stock', () => {
    expect(books(declared(), pickedUp(), received())).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PLANT/170405': 1000,
    })
  })

  test('makes a lot that is called as the movement', () => {
    expect(lotsLeft(declared(), pickedUp(), received())).toEqual({ 'S-PLANT/170405/MV-1': 1000 })
  })

  test('makes a lot that is called as it says', () => {
    expect(lotsLeft(declared(), pickedUp(), received({ lot: 'L-77' }))).toEqual({ 'S-PLANT/170405/L-77': 1000 })
  })

  test('of less than was taken over leaves a discrepancy', () => {
    expect(books(declared(), pickedUp(), received({ netKg: 980, acceptedKg: 980 }))).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PLANT/170405': 980,
      'discrepancy/S-PRODUCER': 20,
    })
  })

  test('of more than was taken over leaves one below zero', () => {
    expect(books(declared(), pickedUp(), received({ netKg: 1010, acceptedKg: 1010 }))).toMatchObject({
      'discrepancy/S-PRODUCER': -10,
    })
  })

  test('that finds another waste is booked under what it found', () => {
    expect(books(declared(), pickedUp(), received({ waste: { code: '191212' } }))).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PLANT/191212': 1000,
    })
  })

  test('whose pick-up nobody has told takes the road below zero: that is the missing pick-up', () => {
    expect(books(received())).toEqual({ 'transit/unknown': -1000, 'stock/S-PLANT/unknown': 1000 })
  })

  test('is mended by a pick-up that comes after it', () => {
    const told = [declared(), pickedUp({ kg: 1005 }), received()]
    expect(books(...told.toReversed())).toEqual(books(...told))
    expect(books(...told)).toMatchObject({ 'discrepancy/S-PRODUCER': 5 })
  })

  test('of a waste that nobody announced is booked under what the gate found', () => {
    expect(books(received({ waste: steel }))).toMatchObject({ 'stock/S-PLANT/170405': 1000 })
  })

  test('is booked under what the pick-up says when nobody declared', () => {
    expect(books(pickedUp({ kg: 1000, fromSite: 'S-SHOP', waste: steel }), received())).toMatchObject({
      'stock/S-PLANT/170405': 1000,
    })
  })
})

describe('a load that is turned away', () => {
  test('stays on the road', () => {
    expect(books(declared(), pickedUp(), turnedAway())).toEqual({
      'produced/S-PRODUCER': -1000,
      'transit/S-PRODUCER': 1000,
    })
  })

  test('leaves at the first gate what that one found missing', () => {
    expect(books(declared(), pickedUp(), turnedAway({ netKg: 990, refusedKg: 990 }))).toEqual({
      'produced/S-PRODUCER': -1000,
      'transit/S-PRODUCER': 990,
      'discrepancy/S-PRODUCER': 10,
    })
  })

  test('arrives at the second gate', () => {
    const second = received({ site: 'S-OTHER', leg: 2, netKg: 995, acceptedKg: 995 }, secondLeg)
    expect(books(declared(), pickedUp(), turnedAway(), second)).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-OTHER/170405': 995,
      'discrepancy/S-PRODUCER': 5,
    })
  })

  test('in part leaves the other part in stock', () => {
    expect(books(declared(), pickedUp(), received(partly(300, 700)))).toEqual({
      'produced/S-PRODUCER': -1000,
      'transit/S-PRODUCER': 700,
      'stock/S-PLANT/170405': 300,
    })
  })

  test('in part should arrive elsewhere with what was turned away, and no more', () => {
    const second = received({ site: 'S-OTHER', leg: 2, netKg: 690, acceptedKg: 690 }, secondLeg)
    expect(books(declared(), pickedUp(), received(partly(300, 700)), second)).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PLANT/170405': 300,
      'stock/S-OTHER/170405': 690,
      'discrepancy/S-PRODUCER': 10,
    })
  })

  test('in part and taken in elsewhere makes a lot at each site', () => {
    const second = received({ site: 'S-OTHER', leg: 2, netKg: 700, acceptedKg: 700 }, secondLeg)
    expect(lotsLeft(declared(), pickedUp(), received(partly(300, 700)), second)).toEqual({
      'S-OTHER/170405/MV-1': 700,
      'S-PLANT/170405/MV-1': 300,
    })
  })

  test('and comes back is stock of the site it came from', () => {
    const back = received({ site: 'S-PRODUCER', leg: 2 }, secondLeg)
    expect(books(declared(), pickedUp(), turnedAway(), back)).toEqual({
      'produced/S-PRODUCER': -1000,
      'stock/S-PRODUCER/170405': 1000,
    })
  })

  test('is off the road at the second gate even when nobody has told of the pick-up', () => {
    const second = received({ site: 'S-OTHER', leg: 2, netKg: 995, acceptedKg: 995 }, secondLeg)
    expect(books(declared(), turnedAway(), second)).toEqual({
      'transit/S-PRODUCER': -1000,
      'stock/S-OTHER/170405': 995,
      'discrepancy/S-PRODUCER': 5,
    })
  })

  test('is booked by time, whichever gate tells first', () => {
    const second = received({ site: 'S-OTHER', leg: 2, netKg: 995, acceptedKg: 995 }, secondLeg)
    const told = [declared(), pickedUp(), turnedAway(), second]
    expect(books(...told.toReversed())).toEqual(books(...told))
  })
})
