import { declared } from '@athar/events/testing/movement-events.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestLedger } from '../testing/test-ledger.ts'

/** Some twelve megabytes: more than the kernel keeps for a connection. */
const events = 6_000
const batchEvents = 1_000
/** More, in each form, than may read the log at the same time (`readersMax` of the feed). */
const readersPerForm = 10

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
  const { data: _declaration, ...around } = declared()
  const data = { reason: 'x'.repeat(1_900) }
  for (let from = 0; from < events; from += batchEvents)
    await ledger.record(
      ...Array.from({ length: batchEvents }, (_, index) => ({
        ...around,
        type: 'waste.movement.cancelled',
        subject: `MV-${from + index}`,
        data,
      })),
    )
})
afterAll(() => ledger.stop())

test('readers that do not read hold nobody up, and miss nothing', async () => {
  const query = `/v1/events?limit=${events}`
  const slow = await Promise.all([
    ...Array.from({ length: readersPerForm }, () => ledger.get(query, { accept: 'application/x-ndjson' })),
    ...Array.from({ length: readersPerForm }, () => ledger.get(query, { accept: 'text/event-stream' })),
  ])
  const positions = Array.from({ length: events }, (_, index) => index + 1)
  const quick = await ledger.get(query, { accept: 'application/x-ndjson' })
  expect(positionsIn(await quick.text())).toEqual(positions)
  for (const response of slow) expect(positionsIn(await response.text())).toEqual(positions)
})

function positionsIn(text: string): readonly number[] {
  return [...text.matchAll(/\{"position":(\d+),/g)].map(([, position]) => Number(position))
}
