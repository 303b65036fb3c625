import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import { corrected, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustodyDocument } from '../custody/documents.ts'
import { lotFlowsOf } from '../mass-ledger/lot-flows.ts'
import { smallWorld } from '../testing/arbitrary-world.ts'
import { arrived } from '../testing/arrived.ts'
import { fold, foldArrived } from '../testing/fold-in-memory.ts'
import { lineageProjection } from './lineage-projection.ts'
import { lotAmountsOf } from './lot-amounts.ts'
import { entriesAfter, entriesAt, entryOf, lotEntries, readEntry } from './lot-entries.ts'
import { lotIn } from './testing/lot-in.ts'

test('a treatment is found by every lot that it took from and gave to', () => {
  const views = foldArrived([lineageProjection], [lotProduced(), treated()])
  const atMs = Date.parse('2026-11-22T11:00:00+01:00')
  const [taken, given] = views.entries(lotEntries)
  expect(taken).toEqual({ key: 'treatment/T-1', sort: `L-1/S-PLANT/out/${atMs}/1000000/170405` })
  expect(given?.key).toBe('treatment/T-1')
  expect(readEntry(given?.sort ?? '')).toEqual({
    site: 'S-PLANT',
    direction: 'in',
    atMs,
    grams: 100_000,
    code: '191212',
  })
})

test('a movement is found by the lots that were taken, and by the one it made when that has a name of its own', () => {
  const taking = declared({
    lots: [
      { lot: 'L-1', kg: 600 },
      { lot: 'L-2', kg: 400 },
    ],
  })
  expect(lotsFound(taking, pickedUp(), received())).toEqual(['L-1', 'L-2'])
  expect(lotsFound(declared(), pickedUp(), received({ lot: 'L-9' }))).toEqual(['L-9'])
})

test('the lot that is called as its movement, and the lot itself, need no entry', () => {
  expect(lotsFound(declared(), pickedUp(), received(), lotProduced(), stockAdjusted())).toEqual([])
})

test('a corrected receipt is found by the lot that it names now', () => {
  const original = received()
  expect(lotsFound(declared(), pickedUp(), original, corrected(original, { lot: 'L-9' }))).toEqual(['L-9'])
})

test('every lot that a document moves has its entry, unless the document is called as the lot', () => {
  fc.assert(
    fc.property(smallWorld, events => {
      for (const [key, document] of fold([lineageProjection], arrived(events)).documents()) {
        const custody = document as CustodyDocument
        const amounts = custody.kind === 'lot' ? [] : lotAmountsOf(lotFlowsOf(key, custody))
        const expected = amounts.filter(({ lot }) => key !== `movement/${lot}`).map(entryOf)
        expect(lineageProjection.indexes?.(key, document)).toEqual(expected)
      }
    }),
  )
})

test('the same events in any order, with duplicates, give the same entries', () => {
  const told = smallWorld.chain(events => fc.tuple(arrivalsOf(events), arrivalsOf(events)))
  fc.assert(
    fc.property(told, ([once, otherwise]) => {
      const views = foldArrived([lineageProjection], once)
      const others = foldArrived([lineageProjection], otherwise)
      expect(others.entries(lotEntries)).toEqual(views.entries(lotEntries))
    }),
  )
})

test('the entries of a lot, and those at one site, are ranges of their own, whatever lots and sites are called', () => {
  const reference = fc.stringMatching(/^[A-Za-z0-9\-_.:]{1,4}$/)
  const place = fc.record({ lot: reference, site: reference })
  fc.assert(
    fc.property(place, place, (one, other) => {
      const { sort } = entryOf({ ...one, code: '170405', grams: 5, atMs: 0 })
      const isIn = ({ from, before }: { readonly from: string; readonly before: string }) =>
        sort >= from && sort < before
      expect(isIn(entriesAt(other))).toBe(one.lot === other.lot && one.site === other.site)
      expect(isIn(entriesAfter({ lot: other.lot }))).toBe(one.lot === other.lot)
      expect(isIn(entriesAfter(one))).toBe(false)
    }),
  )
})

/** The lots by which what was told is found. */
function lotsFound(...told: Parameters<typeof foldArrived>[1]): readonly string[] {
  return foldArrived([lineageProjection], told)
    .entries(lotEntries)
    .map(({ sort }) => lotIn(sort))
}
