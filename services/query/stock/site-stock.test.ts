import { limits } from '@athar/events/limits.ts'
import { lotProduced, treated } from '@athar/events/testing/stock-events.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { foldArrived } from '@athar/projections/testing/fold-in-memory.ts'
import { expect, test } from 'vitest'
import { folded } from '../testing/folded-view.ts'
import { siteStock, siteStockAt } from './site-stock.ts'

/** A plant with so many lots of one kilogram. */
function plantWith(lots: number): ViewReader {
  const events = Array.from({ length: lots }, (_, index) => lotProduced({ kg: 1 }, { subject: `L-${index}` }))
  return folded(foldArrived([massLedgerProjection], events))
}

test('a stock with more lots than are counted while somebody waits does not say how many', async () => {
  expect(await siteStock(plantWith(limits.lotsCountedMax), 'S-PLANT')).toEqual([
    { code: '170405', grams: limits.lotsCountedMax * 1000, lots: limits.lotsCountedMax },
  ])
  expect(await siteStock(plantWith(limits.lotsCountedMax + 1), 'S-PLANT')).toEqual([
    { code: '170405', grams: (limits.lotsCountedMax + 1) * 1000 },
  ])
})

test('a stock of a day says it of fewer lots, because it looks into the past of each', async () => {
  const at = { knownAt: 5 }
  expect(await siteStockAt(plantWith(limits.lotsCountedThenMax), 'S-PLANT', at)).toEqual([
    { code: '170405', grams: 5000, lots: 5 },
  ])
  expect(await siteStockAt(plantWith(limits.lotsCountedThenMax + 1), 'S-PLANT', at)).toEqual([
    { code: '170405', grams: 5000 },
  ])
})

test('a lot that is used up is not counted', async () => {
  const view = folded(
    foldArrived([massLedgerProjection], [lotProduced(), lotProduced({ kg: 7 }, { subject: 'L-8' }), treated()]),
  )
  expect(await siteStock(view, 'S-PLANT')).toEqual([
    { code: '170405', grams: 7000, lots: 1 },
    { code: '191212', grams: 100_000, lots: 1 },
  ])
})
