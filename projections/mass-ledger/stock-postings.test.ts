import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { books, journalOf, lotsLeft } from './testing/books.ts'

describe('a lot', () => {
  test('that a site has produced is in its stock', () => {
    expect(books(lotProduced())).toEqual({ 'produced/S-PLANT': -1000, 'stock/S-PLANT/170405': 1000 })
    expect(lotsLeft(lotProduced())).toEqual({ 'S-PLANT/170405/L-1': 1000 })
  })

  test('of which a count found less is adjusted', () => {
    expect(books(lotProduced(), stockAdjusted({ kg: -35.5 }))).toEqual({
      'produced/S-PLANT': -1000,
      'stock/S-PLANT/170405': 964.5,
      'adjusted/S-PLANT': 35.5,
    })
  })

  test('of which a count found more is adjusted', () => {
    expect(books(stockAdjusted({ kg: 12 }))).toEqual({ 'stock/S-PLANT/170405': 12, 'adjusted/S-PLANT': -12 })
  })

  test('that was counted twice keeps both counts', () => {
    expect(lotsLeft(lotProduced(), stockAdjusted({ kg: -1 }), stockAdjusted({ kg: -2 }, { id: 'again' }))).toEqual({
      'S-PLANT/170405/L-1': 997,
    })
  })

  test('that is counted before anyone told of its production shows what is missing', () => {
    expect(lotsLeft(stockAdjusted({ kg: -35.5 }))).toEqual({ 'S-PLANT/170405/L-1': -35.5 })
  })
})

describe('a treatment', () => {
  test('takes its inputs from stock, puts its outputs there, and ends the rest by its operation', () => {
    expect(books(treated())).toEqual({
      'stock/S-PLANT/170405': -1000,
      'stock/S-PLANT/191212': 100,
      'fate/S-PLANT/R4': 900,
    })
    expect(lotsLeft(treated())).toEqual({ 'S-PLANT/170405/L-1': -1000, 'S-PLANT/191212/L-2': 100 })
  })

  test('books what was lost as a loss', () => {
    expect(books(treated({ lossKg: 12.5 }))).toMatchObject({ 'loss/S-PLANT': 12.5, 'fate/S-PLANT/R4': 887.5 })
  })

  test('that only groups ends nothing', () => {
    const grouped = treated({
      operation: 'R12',
      inputs: [
        { lot: 'L-1', code: '170405', kg: 600 },
        { lot: 'L-2', code: '170405', kg: 400 },
      ],
      outputs: [{ lot: 'L-3', waste: { code: '170405' }, kg: 1000 }],
    })
    expect(books(grouped)).toEqual({})
    expect(lotsLeft(grouped)).toEqual({
      'S-PLANT/170405/L-1': -600,
      'S-PLANT/170405/L-2': -400,
      'S-PLANT/170405/L-3': 1000,
    })
  })

  test('of several codes takes each from its own stock', () => {
    const mixed = treated({
      inputs: [
        { lot: 'L-1', code: '170405', kg: 600 },
        { lot: 'L-2', code: '191202', kg: 400 },
        { lot: 'L-3', code: '170405', kg: 50 },
      ],
      outputs: undefined,
    })
    expect(books(mixed)).toEqual({
      'stock/S-PLANT/170405': -650,
      'stock/S-PLANT/191202': -400,
      'fate/S-PLANT/R4': 1050,
    })
  })
})

test('a site holds all its stocks together', () => {
  const journal = journalOf(lotProduced(), treated(), stockAdjusted({ kg: 5 }))
  expect(journal.balance('held/S-PLANT')).toBe(105_000)
})
