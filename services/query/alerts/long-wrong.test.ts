import type { PermitHolder } from '@athar/events/directory/directory.ts'
import { permitGranted } from '@athar/events/testing/directory-events.ts'
import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import { UnusableView, type ViewReader } from '@athar/infra/view-store/port.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { foldArrived } from '@athar/projections/testing/fold-in-memory.ts'
import { expect, test } from 'vitest'
import { folded } from '../testing/folded-view.ts'
import { alertsPage } from './alerts-page.ts'
import type { AlertsQuery } from './alerts-query.ts'
import { looksMax } from './wrong-since.ts'

/** Each of these accounts has been wrong from its first moment on, for as many moments as are looked at. */
async function ledgerOf(accounts: readonly string[], grams: number): Promise<ViewReader> {
  const store = await new MemoryViewStores().open('custody', { name: 'custody', version: 1 })
  if (store instanceof UnusableView) throw store
  const firstMs = Date.parse('2026-11-01T08:00:00Z')
  const journal = Array.from({ length: looksMax }, (_, index) => ({
    position: index + 1,
    atMs: firstMs + index,
    amount: grams,
  }))
  const postings = new Map(accounts.map(account => [account, journal]))
  const nothing = { documents: new Map(), entriesAdded: [], entriesRemoved: [], tallies: new Map() }
  await store.commit({ ...nothing, postings }, { from: 0, to: looksMax })
  return store
}

/** The names of what each page tells. */
async function pagesOf(kind: AlertsQuery['kinds'][number], ledger: ViewReader, holders: readonly PermitHolder[]) {
  const grants = holders.map((holder, index) =>
    permitGranted({ holder, capacityKg: 1, validFrom: '2026-01-01' }, { id: `g${index}`, subject: `P-${index}` }),
  )
  const directory = folded(foldArrived([directoryProjection], grants))
  const query = { kinds: [kind], open: true, nowMs: Date.parse('2026-11-22T20:00:00Z'), language: 'en' } as const
  const views = { alerts: ledger, directory, lineage: ledger, 'mass-ledger': ledger }
  const pages: (readonly string[])[] = []
  let page = await alertsPage(views, query, { limit: 100 })
  pages.push(page.items.map(({ site = '' }) => site))
  while (page.next !== undefined) {
    page = await alertsPage(views, query, { limit: 100, after: page.next })
    pages.push(page.items.map(({ site = '' }) => site))
  }
  return pages
}

test('a page ends where many moments were looked at, and the next one goes on with the next stock', async () => {
  const ledger = await ledgerOf(['stock/S-1/170405', 'stock/S-2/170405'], -1)
  expect(await pagesOf('negative-stock', ledger, [])).toEqual([['S-1'], ['S-2'], []])
})

test('a page ends where many moments were looked at, and the next one goes on with the next lot', async () => {
  const ledger = await ledgerOf(['lot/S-1/170405/L-1', 'lot/S-2/170405/L-1'], -1)
  expect(await pagesOf('lot-overdrawn', ledger, [])).toEqual([['S-1'], ['S-2'], []])
})

test('a page ends where many moments were looked at, and the next one goes on with the next site', async () => {
  const ledger = await ledgerOf(['held/S-1', 'held/S-2'], 1_000)
  const holders = [{ site: 'S-1' }, { site: 'S-2' }]
  expect(await pagesOf('over-capacity', ledger, holders)).toEqual([['S-1'], ['S-2'], []])
})
