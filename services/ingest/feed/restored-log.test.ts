import { declared } from '@athar/events/testing/movement-events.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestLedger } from '../testing/test-ledger.ts'

/** Of a log that went on to position 3 and was restored from a backup. */
let restored: TestLedger

beforeAll(async () => {
  restored = await TestLedger.start()
  await restored.record(declared({}, { subject: 'MV-1' }), declared({}, { subject: 'MV-2' }))
})
afterAll(() => restored.stop())

test.each([
  ['after', 'application/json', { query: 'after=3' }],
  ['after', 'application/x-ndjson', { query: 'after=3' }],
  ['Last-Event-ID', 'text/event-stream', { query: '', lastEventId: '3' }],
])('who has read on asks with %s as %s, and is told instead of missing what comes', async (_, accept, asked) => {
  const { query, lastEventId } = { lastEventId: undefined, ...asked }
  const response = await restored.get(`/v1/events?${query}`, {
    accept,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'invalid-query',
    detail: expect.stringContaining('a position that is recorded: up to 2'),
  })
})
