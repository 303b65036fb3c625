import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import type { Fold, Projection } from '../projection.ts'
import { arrived } from './arrived.ts'
import { fold, foldArrived } from './fold-in-memory.ts'

interface Pile {
  kg: number
}

/** A pile a movement: each event with a mass sets how high it is. */
const piles: Fold = {
  name: 'piles',
  version: 1,
  families: ['movement'],
  reads: event => [event.subject],
  apply(event, documents) {
    const { kg, netKg } = event.data as { kg?: number; netKg?: number } // what the events of these tests have
    const pile = (documents.get(event.subject) as Pile | undefined) ?? { kg: 0 }
    pile.kg = kg ?? netKg ?? pile.kg
    documents.set(event.subject, pile)
  },
}

const heights: Projection = {
  name: 'heights',
  version: 1,
  fold: piles,
  indexes: (_key, document) => [{ index: 'heights:by-kg', sort: String((document as Pile).kg).padStart(5, '0') }],
  postings: (key, document) => [
    { account: key, amount: (document as Pile).kg, atMs: 5 },
    { account: 'nothing', amount: 0, atMs: 5 },
  ],
  tallies: (_key, document) => [{ tally: 'heights:kg', amount: (document as Pile).kg }],
}

const told = [declared({ kg: 10 }), pickedUp({ kg: 8 }), received({ netKg: 8, acceptedKg: 8 })]

describe('folding in memory', () => {
  test('journals after each event what is posted now and was not before', () => {
    expect(foldArrived([heights], told).journal('MV-1')).toEqual([
      { position: 1, atMs: 5, amount: 10 },
      { position: 2, atMs: 5, amount: -2 },
    ])
  })

  test('answers as of a time and as known at a position', () => {
    const folded = foldArrived([heights], told)
    expect(folded.balance('MV-1')).toBe(8)
    expect(folded.balance('MV-1', { knownAt: 1 })).toBe(10)
    expect(folded.balance('MV-1', { asOfMs: 4 })).toBe(0)
    expect([...folded.accounts()]).toEqual([['MV-1', 8]])
  })

  test('has entries and sums of what the documents are now', () => {
    const folded = foldArrived([heights], [...told, declared({ kg: 3 }, { subject: 'MV-2' })])
    expect(folded.entries('heights:by-kg')).toEqual([
      { sort: '00003', key: 'MV-2' },
      { sort: '00008', key: 'MV-1' },
    ])
    expect([...folded.tallies()]).toEqual([['heights:kg', 11]])
  })

  test('leaves an event that is sent again out, and numbers the others', () => {
    const events = arrived([declared(), declared(), pickedUp(), declared({}, { subject: 'MV-2' })])
    expect(events.map(({ position, stream, revision }) => [position, stream, revision])).toEqual([
      [1, 'movement-MV-1', 0],
      [2, 'movement-MV-1', 1],
      [3, 'movement-MV-2', 0],
    ])
  })

  test('keeps a document that was changed in place only when it was set', () => {
    const forgetful: Fold = {
      ...piles,
      apply(event, documents) {
        if (documents.get(event.subject) === undefined) documents.set(event.subject, { kg: 1 })
        else (documents.get(event.subject) as Pile).kg = 99
      },
    }
    expect(foldArrived([{ ...heights, fold: forgetful }], told).document('MV-1')).toEqual({ kg: 1 })
  })

  test('stops a fold that touches what it has not named', () => {
    const greedy: Fold = { ...piles, apply: (_event, documents) => documents.set('another', {}) }
    expect(() => foldArrived([{ ...heights, fold: greedy }], told)).toThrow('touches another')
  })

  test('asks again for documents that documents name', () => {
    const chained: Fold = {
      ...piles,
      reads: (event, loaded) => [event.subject, ...(loaded.get('MV-1') === undefined ? [] : ['next'])],
      apply(event, documents) {
        documents.set(event.subject, { kg: 1 })
        if (event.revision > 0) documents.set('next', { kg: 2 })
      },
    }
    expect([
      ...fold([{ ...heights, fold: chained }], arrived(told))
        .documents()
        .keys(),
    ]).toEqual(['MV-1', 'next'])
  })

  test.each([
    ['an index that is not named after its projection', { ...heights, indexes: () => [{ index: 'by-kg', sort: '1' }] }],
    [
      'a place that not all stores order alike',
      { ...heights, indexes: () => [{ index: 'heights:by-kg', sort: '😀' }] },
    ],
  ])('refuses %s', (_, projection) => {
    expect(() => foldArrived([projection], told).indexes()).toThrow(RangeError)
  })

  test('refuses a sum that is not named after its projection', () => {
    const projection = { ...heights, tallies: () => [{ tally: 'kg', amount: 1 }] }
    expect(() => foldArrived([projection], told).tallies()).toThrow('kg does not begin with "heights:"')
  })
})
