import { declared } from '@athar/events/testing/movement-events.ts'
import { silentReader } from '@athar/http/testing/raw-request.ts'
import { expect, test } from 'vitest'
import { readServerSentEvents } from './testing/server-sent-events.ts'
import { TestLedger } from './testing/test-ledger.ts'

/** Well below the time after which an idle connection is closed anyway. */
const soonMs = 10_000

async function stopTime(ledger: TestLedger): Promise<number> {
  const startMs = performance.now()
  await ledger.stop()
  return performance.now() - startMs
}

test('live feeds end, and do not hold the stop up', async () => {
  const ledger = await TestLedger.start()
  await ledger.record(declared())
  const responses = await Promise.all(
    Array.from({ length: 20 }, () => ledger.get('/v1/events', { accept: 'text/event-stream' })),
  )
  const ends = responses.map(async response => {
    const ids: string[] = []
    for await (const { id } of readServerSentEvents(response)) ids.push(id)
    return ids
  })
  expect(await stopTime(ledger)).toBeLessThan(soonMs)
  expect(await Promise.all(ends)).toEqual(responses.map(() => ['1']))
})

test('a reader that reads nothing is cut', async () => {
  const ledger = await TestLedger.start()
  // Some ten megabytes, more than what a kernel buffers for a connection.
  const reason = 'x'.repeat(2_000)
  const batch = Array.from({ length: 5_000 }, (_, index) => {
    const { data: _declared, ...event } = declared({}, { subject: `MV-${index}` })
    return { ...event, type: 'waste.movement.cancelled', data: { reason } }
  })
  for (let from = 0; from < batch.length; from += 1_000) await ledger.record(...batch.slice(from, from + 1_000))
  const head = `GET /v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ledger.service}\r\n`
  const readers = await Promise.all([
    silentReader(ledger.port, `${head}accept: application/x-ndjson\r\n\r\n`),
    silentReader(ledger.port, `${head}accept: text/event-stream\r\n\r\n`),
  ])
  await expect
    .poll(async () => (await (await ledger.get('/metrics')).text()).match(/^athar_feeds_open (\d+)$/m)?.[1])
    .toBe('2')
  expect(await stopTime(ledger)).toBeLessThan(soonMs)
  for (const reader of readers) reader.destroy()
})

test('what was posted is answered, on connections that would stay open', async () => {
  const ledger = await TestLedger.start()
  const posts = Array.from({ length: 200 }, (_, index) =>
    ledger.post(JSON.stringify(declared({}, { subject: `MV-${index}` }))),
  )
  await posts[0]
  const stopping = stopTime(ledger)
  const answered = await Promise.allSettled(posts)
  for (const each of answered) if (each.status === 'fulfilled') expect(each.value.status).toBe(201)
  expect(await stopping).toBeLessThan(soonMs)
})
