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
import { afterSite, entriesAt, entryOf, indexOfLot, readEntry } from './lot-entries.ts'

test('a treatment is found by every lot that it took from and gave to', () => {
  const views = foldArrived([lineageProjection], [lotProduced(), treated()])
  const atMs = Date.parse('2026-11-22T11:00:00+01:00')
  expect(views.indexes()).toEqual(['lineage:L-1', 'lineage:L-2'])
  expect(views.entries('lineage:L-1')).toEqual([{ key: 'treatment/T-1', sort: `S-PLANT/out/${atMs}/1000000/170405` }])
  expect(views.entries('lineage:L-2').map(({ sort }) => readEntry(sort))).toEqual([
    { site: 'S-PLANT', direction: 'in', atMs, grams: 100_000, code: '191212' },
  ])
})

test('a movement is found by the lots that were taken, and by the one it made when that has a name of its own', () => {
  const taking = declared({
    lots: [
      { lot: 'L-1', kg: 600 },
      { lot: 'L-2', kg: 400 },
    ],
  })
  expect(foldArrived([lineageProjection], [taking, pickedUp(), received()]).indexes()).toEqual([
    'lineage:L-1',
    'lineage:L-2',
  ])
  expect(foldArrived([lineageProjection], [declared(), pickedUp(), received({ lot: 'L-9' })]).indexes()).toEqual([
    'lineage:L-9',
  ])
})

test('the lot that is called as its movement, and the lot itself, need no entry', () => {
  const events = [declared(), pickedUp(), received(), lotProduced(), stockAdjusted()]
  expect(foldArrived([lineageProjection], events).indexes()).toEqual([])
})

test('a corrected receipt is found by the lot that it names now', () => {
  const original = received()
  const events = [declared(), pickedUp(), original, corrected(original, { lot: 'L-9' })]
  expect(foldArrived([lineageProjection], events).indexes()).toEqual(['lineage:L-9'])
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
      expect(others.indexes()).toEqual(views.indexes())
      for (const index of views.indexes()) expect(others.entries(index)).toEqual(views.entries(index))
    }),
  )
})

test('the entries at a site are a range of their own, whatever the sites are called', () => {
  const site = fc.stringMatching(/^[A-Za-z0-9\-_.:]{1,4}$/)
  fc.assert(
    fc.property(site, site, (one, other) => {
      const { sort } = entryOf({ lot: 'L-1', site: one, code: '170405', grams: 5, atMs: 0 })
      const { from, before } = entriesAt({ lot: 'L-1', site: other })
      expect(sort >= from && sort < before).toBe(one === other)
      expect(sort < afterSite(one)).toBe(true)
    }),
  )
  expect(indexOfLot('L-1')).toBe('lineage:L-1')
})
