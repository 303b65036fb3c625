import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { type ReadableView, UnusableView } from '@athar/infra/view-store/port.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'
import { balance } from '@athar/query/stock/balance.ts'
import { type CodeInStock, siteStock, siteStockAt } from '@athar/query/stock/site-stock.ts'
import { usualPace } from '@athar/views/pace.ts'
import { readEvent } from '@athar/views/read-event.ts'
import { Views } from '@athar/views/views.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { naiveBooks } from './naive-books.ts'

const eventCount = 4_000
/** Commits of a few hundred events, so that journals grow in many steps. */
const pace = { ...usualPace, live: { events: 300, documents: 300 }, farBehind: { events: 700, documents: 700 } }

let folder: string
let log: SqliteEventLog
let stored: ReadableView
let events: readonly FoldedEvent[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-oracle-'))
  await recordSimulatedEvents(join(folder, 'log.sqlite'), eventCount)
  log = await SqliteEventLog.open(join(folder, 'log.sqlite'))
  events = (await Array.fromAsync(log.readAll(0))).flat().map(readEvent)
  const stores = new SqliteViewStores(join(folder, 'views'))
  const views = await Views.open({ log, stores, projections: [massLedgerProjection], pace })
  await views.catchUp()
  await views.close()
  const [name = ''] = await stores.names()
  const opened = await stores.openForReading(name)
  if (opened instanceof UnusableView) throw opened
  stored = opened
})

afterAll(async () => {
  await stored.close()
  await log.close()
  await rm(folder, { recursive: true, force: true })
})

/** Moments on either side of what happened, and positions on either side of what was recorded; or neither. */
const moment = fc.record({
  event: fc.option(fc.nat(eventCount - 1), { nil: undefined }),
  offsetMs: fc.constantFrom(-1, 0, 1),
  knownAt: fc.option(fc.nat(eventCount), { nil: undefined }),
})

describe('in a simulated world, from the log through the runner and the store to the answer,', () => {
  test('the stock of every site is what the naive books say', async () => {
    const naive = naiveBooks(events)
    const stocks = await stored.snapshot(view => Promise.all(sites().map(site => siteStock(view, site))))
    expect(stocks).toEqual(sites().map(site => naiveStock(naive, site)))
    expect(stocks.filter(stock => stock.length > 0).length).toBeGreaterThan(5)
  })

  test('the stock of every site at any time, as known at any position, is what they say', async () => {
    await fc.assert(
      fc.asyncProperty(moment, async ({ event, offsetMs, knownAt }) => {
        const asOfMs = event === undefined ? undefined : (events[event]?.timeMs ?? 0) + offsetMs
        const naive = naiveBooks(events, { asOfMs, knownAt })
        const at = { ...(asOfMs !== undefined && { asOfMs }), ...(knownAt !== undefined && { knownAt }) }
        const stocks = await stored.snapshot(view => Promise.all(sites().map(site => siteStockAt(view, site, at))))
        expect(stocks).toEqual(sites().map((site, place) => withLotsAsIn(stocks[place] ?? [], naiveStock(naive, site))))
      }),
      { numRuns: 60 },
    )
  })

  test('the balance of everything is what they say, and nothing', async () => {
    const { kinds, fates, sumGrams } = await stored.snapshot(balance)
    const naive = naiveBooks(events)
    for (const kind of ['produced', 'transit', 'loss', 'discrepancy', 'adjusted'] as const)
      expect(kinds[kind]).toBe(naive.get(kind) ?? 0)
    expect(kinds.stock).toBe(sumOf(naive, 'stock '))
    const fateNames = [...naive.keys()].filter(name => name.startsWith('fate '))
    expect(Object.fromEntries([...fates].map(([operation, grams]) => [`fate ${operation}`, grams]))).toEqual(
      Object.fromEntries(fateNames.map(name => [name, naive.get(name)])),
    )
    expect(fates.size).toBeGreaterThan(2)
    expect(sumGrams).toBe(0)
  })
})

/** Every site where anything could ever be in stock. */
function sites(): readonly string[] {
  const named = events.flatMap(({ data }) => {
    const { site, fromSite } = data as { readonly site?: string; readonly fromSite?: string } // some payloads have them
    return [site, fromSite]
  })
  return [...new Set([...named, 'unknown'])].filter(site => site !== undefined).sort()
}

function naiveStock(books: ReadonlyMap<string, number>, site: string): readonly CodeInStock[] {
  return [...books]
    .filter(([name]) => name.startsWith(`stock ${site} `))
    .map(([name, grams]) => {
      const code = name.slice(`stock ${site} `.length)
      const lots = [...books.keys()].filter(lot => lot.startsWith(`lot ${site} ${code} `)).length
      return { code, grams, lots }
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1))
}

/** Where a site has had too many lots to look into the past of each, their number is left out. */
function withLotsAsIn(found: readonly CodeInStock[], expected: readonly CodeInStock[]): readonly CodeInStock[] {
  if (found.every(({ lots }) => lots !== undefined)) return expected
  return expected.map(({ code, grams }) => ({ code, grams }))
}

function sumOf(books: ReadonlyMap<string, number>, prefix: string): number {
  return [...books].reduce((sum, [name, grams]) => (name.startsWith(prefix) ? sum + grams : sum), 0)
}
