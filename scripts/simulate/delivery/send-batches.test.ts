import { DeliveryFailure } from '@athar/ingest/client/ledger-client.ts'
import { expect, test } from 'vitest'
import { arrivals } from '../simulate.ts'
import { world } from '../world.ts'
import { sendBatches } from './send-batches.ts'
import type { SimulationSummary } from './summary.ts'

test('a key of another role ends it with the first batch: the rest would be refused as well', async () => {
  let requests = 0
  const machine = {
    fetch: async () => {
      requests++
      const problem = { code: 'role-may-not', detail: 'an authority registers and grants' }
      return Response.json({ recorded: 9, duplicates: 0, rejected: 1, items: [{ index: 0, problem }] })
    },
    wait: async () => undefined,
    nowMs: () => Date.parse('2026-11-23T12:00:00Z'),
  }
  const options = { url: 'http://127.0.0.1:8080', key: 'secret', batchEvents: 10, speed: Number.POSITIVE_INFINITY }
  const report = {
    summary: { events: 0, bytes: 0 } as SimulationSummary, // what it counts while it sends
    signal: new AbortController().signal,
    advance: () => undefined,
    note: () => undefined,
  }
  const arriving = arrivals(world({ seed: 1, start: '2026-01-01' }), { events: 100 })
  const sending = sendBatches(arriving, Date.parse('2026-01-01T00:00:00Z'), options, machine, report)
  await expect(sending).rejects.toThrow(DeliveryFailure)
  await expect(sending).rejects.toThrow('role service')
  expect(requests).toBeLessThanOrEqual(2) // one more may have been on its way
})
