import { limits } from '@athar/events/limits.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reads } from './read-routes.ts'
import { ServedReads } from './testing/served-reads.ts'
import { ViewsInMemory } from './testing/views-in-memory.ts'

/** Each is valid: a thousand lots of the greatest mass. Ten of them together are more grams than are counted exactly. */
const mountains = Array.from({ length: 12 }, (_, number) =>
  treated(
    {
      inputs: Array.from({ length: limits.lotsMax }, (_, index) => ({
        lot: `L-${number}-${index}`,
        code: '170405',
        kg: limits.massKgMax,
      })),
      outputs: undefined,
    },
    { id: `mountain-${number}`, subject: `T-${number}` },
  ),
)

let served: ServedReads
beforeAll(async () => {
  const views = ViewsInMemory.of(catalogue, [...registeredSites, ...mountains])
  served = await ServedReads.start(reads, views)
})
afterAll(() => served.stop())

test.each([
  '/v1/balance',
  '/v1/stock',
  '/v1/stock?by=site',
  '/v1/sites/S-PLANT/stock',
  '/v1/sites/S-PLANT/stock?asOf=2026-11-22T12:00:00Z',
  '/v1/sites/S-PLANT/stock?knownAt=8',
  '/v1/alerts',
  '/v1/alerts?site=S-PLANT',
  '/v1/flows',
  '/v1/flows?by=code&kind=treatment',
  '/v1/lots/L-1-1',
  '/v1/lots/L-1-1/lineage',
  '/v1/sites/S-PLANT/registers/treatment',
])('%s answers after somebody has told of masses that there cannot be', async path => {
  const answer = await served.get(path)
  expect(answer.status, await answer.text()).toBe(200)
})
