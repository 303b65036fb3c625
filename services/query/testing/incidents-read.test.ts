import { clock } from '@athar/events/testing/events.ts'
import { declared, incident } from '@athar/events/testing/movement-events.ts'
import { incidentsProjection } from '@athar/projections/testing/incidents/incidents-projection.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { incidentsRead } from './incidents-read.ts'
import { ServedReads } from './served-reads.ts'
import { ViewsInMemory } from './views-in-memory.ts'

let served: ServedReads

beforeAll(async () => {
  const later = incident({ kind: 'spill' }, { id: 'later', subject: 'MV-2', time: clock('13:00') })
  const views = ViewsInMemory.of([incidentsProjection], [declared(), incident({ kind: 'spill' }), later])
  served = await ServedReads.start([incidentsRead], views)
})
afterAll(() => served.stop())

test('the read of the example answers, page by page', async () => {
  const first = (await (await served.get('/v1/incidents?kind=spill&limit=1')).json()) as { readonly next: string }
  expect(first).toEqual({ items: [{ movement: 'MV-2', time: '2026-11-22T12:00:00.000Z' }], next: expect.any(String) })
  const second = await (await served.get(`/v1/incidents?kind=spill&limit=1&cursor=${first.next}`)).json()
  expect(second).toEqual({ items: [{ movement: 'MV-1', time: '2026-11-22T10:00:00.000Z' }] })
})
