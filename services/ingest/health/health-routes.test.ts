import { declared } from '@athar/events/testing/movement-events.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestLedger } from '../testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
})
afterAll(() => ledger.stop())

async function figures(): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${ledger.url}/metrics`)).text()
  const samples = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return new Map(samples.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test.each(['/livez', '/readyz', '/metrics'])('%s answers without a key', async path => {
  expect((await fetch(`${ledger.url}${path}`)).status).toBe(200)
})

test('a ledger whose thread has gone is not ready, and says why', async () => {
  const other = await TestLedger.start()
  try {
    await other.gate.close()
    const response = await fetch(`${other.url}/readyz`)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      code: 'ledger-unavailable',
      detail: expect.stringContaining('the ledger has stopped'),
    })
    expect((await fetch(`${other.url}/livez`)).status).toBe(200)
  } finally {
    await other.stop()
  }
})

describe('the figures', () => {
  test('count requests by route and status, and what no route answers together', async () => {
    const before = await figures()
    await ledger.get('/v1/codes/none')
    await fetch(`${ledger.url}/nowhere`)
    await fetch(`${ledger.url}/nowhere/else`)
    const after = await figures()
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(grown('athar_http_requests_total{route="GET /v1/codes/:list",status="404"}')).toBe(1)
    expect(grown('athar_http_requests_total{route="none",status="404"}')).toBe(2)
  })

  test('count verdicts by outcome and code, of single events and of batches', async () => {
    const before = await figures()
    const event = JSON.stringify(declared())
    await ledger.post(event)
    await ledger.post(event)
    await ledger.post(JSON.stringify(declared({ kg: 3 })))
    await ledger.post(`${event}\n{}\n[\n`, { 'content-type': 'application/x-ndjson' })
    await ledger.post(`${event}\n{}\n`, { 'content-type': 'application/x-ndjson' }, '?atomic=true')
    const after = await figures()
    const grown = (labels: string) => {
      const name = `athar_verdicts_total{${labels}}`
      return (after.get(name) ?? 0) - (before.get(name) ?? 0)
    }
    expect(grown('outcome="recorded",code=""')).toBe(1)
    expect(grown('outcome="duplicate",code=""')).toBe(2)
    expect(grown('outcome="rejected",code="id-reused"')).toBe(1)
    expect(grown('outcome="rejected",code="invalid-event"')).toBe(2)
    expect(grown('outcome="rejected",code="not-json"')).toBe(1)
    expect(grown('outcome="rejected",code="not-tried"')).toBe(1)
    expect(after.get('athar_head_position')).toBe(1)
  })

  test('count the feeds that are open', async () => {
    const reading = new AbortController()
    const headers = { accept: 'text/event-stream', authorization: `Bearer ${ledger.service}` }
    await fetch(`${ledger.url}/v1/events`, { headers, signal: reading.signal })
    expect((await figures()).get('athar_feeds_open')).toBe(1)
    reading.abort()
    await expect.poll(async () => (await figures()).get('athar_feeds_open')).toBe(0)
  })
})
