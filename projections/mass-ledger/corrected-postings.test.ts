import { clock } from '@athar/events/testing/events.ts'
import { approved, corrected, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { expect, test } from 'vitest'
import { books, booksAt, journalOf } from './testing/books.ts'

test('a corrected receipt moves the difference, at the time of the receipt', () => {
  const receipt = received({ netKg: 980, acceptedKg: 980 })
  const journal = journalOf(declared(), pickedUp(), receipt, corrected(receipt, { netKg: 990, acceptedKg: 990 }))
  expect(booksAt(journal)).toMatchObject({ 'stock/S-PLANT/170405': 990, 'discrepancy/S-PRODUCER': 10 })
  expect(booksAt(journal, clock('12:00'))).toEqual(booksAt(journal))
})

test('what a correction changes was not known before it', () => {
  const receipt = received({ netKg: 980, acceptedKg: 980 })
  const journal = journalOf(declared(), pickedUp(), receipt, corrected(receipt, { netKg: 990, acceptedKg: 990 }))
  expect(journal.balance('stock/S-PLANT/170405', { knownAt: 3 })).toBe(980_000)
  expect(journal.balance('stock/S-PLANT/170405', { knownAt: 4 })).toBe(990_000)
})

test('a correction that waits for an answer moves nothing, and its approval moves the difference', () => {
  const pickUp = pickedUp({ kg: 1000 })
  const correction = corrected(pickUp, { kg: 1100 })
  const told = [declared(), pickUp, received(), correction]
  expect(books(...told)).toEqual(books(declared(), pickUp, received()))
  expect(books(...told, approved(correction, { site: 'S-PLANT' }))).toMatchObject({
    'produced/S-PRODUCER': -1100,
    'discrepancy/S-PRODUCER': 100,
  })
})

test('a declaration that is corrected in time moves the whole movement to its place', () => {
  const declaration = declared()
  const correction = corrected(declaration, { waste: { code: '191212' }, kg: 800 }, { time: clock('08:30') })
  expect(books(declaration, pickedUp(), received(), correction)).toEqual({
    'produced/S-PRODUCER': -800,
    'stock/S-PLANT/191212': 1000,
    'discrepancy/S-PRODUCER': -200,
  })
})
