import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import { otherPlant, plant } from '@athar/events/testing/cast.ts'
import { permitGranted, permitWithdrawn } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { type ReadableView, UnusableView } from '@athar/infra/view-store/port.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { alertKinds } from '@athar/projections/alerts/alert-kinds.ts'
import { alertsProjection } from '@athar/projections/alerts/alerts-projection.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { lineageProjection } from '@athar/projections/lineage/lineage-projection.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { FoldedInMemory } from '@athar/projections/testing/fold-in-memory.ts'
import type { AlertAnswer } from '@athar/query/alerts/alert-answer.ts'
import { alertsPage } from '@athar/query/alerts/alerts-page.ts'
import type { AlertViews } from '@athar/query/alerts/alerts-query.ts'
import { folded } from '@athar/query/testing/folded-view.ts'
import { readEvent } from '@athar/views/read-event.ts'
import { Views } from '@athar/views/views.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { naiveAlerts } from './naive-alerts.ts'

/** All alerts there are, page by page, as the naive ones are called, and since when. */
async function alertsIn(views: AlertViews, nowMs: number): Promise<ReadonlyMap<string, string>> {
  const query = { kinds: alertKinds, open: true, nowMs, language: 'en' } as const
  const alerts: AlertAnswer[] = []
  let page = await alertsPage(views, query, { limit: 250 })
  alerts.push(...page.items)
  while (page.next !== undefined) {
    page = await alertsPage(views, query, { limit: 250, after: page.next })
    alerts.push(...page.items)
  }
  const found = new Map(alerts.map(({ id, since }) => [id, since]))
  expect(found.size).toBe(alerts.length)
  return found
}

function expectSame(found: ReadonlyMap<string, string>, naive: ReadonlyMap<string, string>): void {
  expect([...found].sort()).toEqual([...naive].sort())
}

/** What the sites of small worlds may hold, by permits that begin, end and are stopped around the day on which all of it happens. */
const permits: fc.Arbitrary<readonly SubmittedEvent[]> = fc
  .array(
    fc.record({
      site: fc.constantFrom(plant.site, otherPlant.site),
      capacityKg: fc.integer({ min: 1, max: 20_000 }),
      period: fc.constantFrom(
        { validFrom: '2026-01-01', validTo: '2026-11-21' },
        { validFrom: '2026-01-01', validTo: '2026-11-22' },
        { validFrom: '2026-01-01', validTo: '2027-12-31' },
        { validFrom: '2026-11-22', validTo: '2026-11-24' },
        { validFrom: '2026-11-23', validTo: '2027-12-31' },
        { validFrom: '2026-11-25', validTo: '2027-12-31' },
      ),
      withdrawnFrom: fc.option(fc.constantFrom('12:20', '12:30', '12:40'), { nil: undefined }),
    }),
    { maxLength: 5 },
  )
  .map(granted =>
    granted.flatMap(({ site, withdrawnFrom, capacityKg, period }, index) => {
      const subject = `P-${index}`
      const data = { holder: { site }, kind: 'treatment', capacityKg, ...period } as const
      const grant = permitGranted(data, { id: `granted-${index}`, subject })
      if (withdrawnFrom === undefined) return [grant]
      return [grant, permitWithdrawn(clock(withdrawnFrom), { id: `withdrawn-${index}`, subject })]
    }),
  )

test('in a small world, in any order, the alerts are what the naive rules find', async () => {
  const noonMs = Date.parse('2026-11-22T12:30:00+01:00')
  const hours = fc.constantFrom(0, 71, 72, 100)
  const world = fc.tuple(smallWorld, permits).map(parts => parts.flat())
  await fc.assert(
    fc.asyncProperty(world.chain(arrivalsOf), hours, async (told, hours) => {
      const events = arrived(told)
      const nowMs = noonMs + hours * 3_600_000
      expectSame(await alertsIn(viewsOf(events), nowMs), naiveAlerts(events, nowMs))
    }),
    { numRuns: 150 },
  )
})

function viewsOf(events: readonly FoldedEvent[]): AlertViews {
  const custody = new FoldedInMemory([alertsProjection, lineageProjection, massLedgerProjection])
  const directory = new FoldedInMemory([directoryProjection])
  for (const event of events) {
    custody.take(event)
    directory.take(event)
  }
  return {
    alerts: folded(custody),
    lineage: folded(custody),
    'mass-ledger': folded(custody),
    directory: folded(directory),
  }
}

describe('in a simulated world, from the log through the runner and the store to the answer,', () => {
  let folder: string
  let log: SqliteEventLog
  let custody: ReadableView
  let directory: ReadableView
  let events: readonly FoldedEvent[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-oracle-'))
    await recordSimulatedEvents(join(folder, 'log.sqlite'), 5_000)
    log = await SqliteEventLog.open(join(folder, 'log.sqlite'))
    events = (await Array.fromAsync(log.readAll(0))).flat().map(readEvent)
    const stores = new SqliteViewStores(join(folder, 'views'))
    const projections = [alertsProjection, lineageProjection, massLedgerProjection, directoryProjection]
    const views = await Views.open({ log, stores, projections })
    await views.catchUp()
    await views.close()
    const opened = new Map<string, ReadableView>()
    for (const name of await stores.names()) {
      const view = await stores.openForReading(name)
      if (view instanceof UnusableView) throw view
      opened.set((await view.describe()).fold.name, view)
    }
    custody = viewOf(opened, 'custody')
    directory = viewOf(opened, 'directory')
  })

  afterAll(async () => {
    await custody.close()
    await directory.close()
    await log.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('the alerts are what the naive rules find, at the end and in the middle of it', async () => {
    const lastMs = Math.max(...events.map(({ timeMs }) => timeMs))
    for (const nowMs of [lastMs, lastMs - 10 * 86_400_000, lastMs + 30 * 86_400_000]) {
      const found = await custody.snapshot(alerts =>
        directory.snapshot(view =>
          alertsIn({ alerts, lineage: alerts, 'mass-ledger': alerts, directory: view }, nowMs),
        ),
      )
      expectSame(found, naiveAlerts(events, nowMs))
      const kinds = new Set([...found.keys()].map(id => id.slice(0, id.indexOf('/'))))
      expect(kinds.size).toBeGreaterThan(15) // the world has something of nearly every kind
    }
  })
})

function viewOf(opened: ReadonlyMap<string, ReadableView>, fold: string): ReadableView {
  const view = opened.get(fold)
  if (view === undefined) throw new Error(`nothing serves the fold of ${fold}`)
  return view
}
