import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '@athar/events/limits.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { answerSchemas } from '../openapi/answer-schemas.ts'
import { readServerSentEvents } from '../testing/server-sent-events.ts'
import { TestLedger } from '../testing/test-ledger.ts'

/** Three sites, then a hundred movements of three events. */
const movements = Array.from({ length: 100 }, (_, index) => ({ subject: `MV-${index}` }))
const recorded = [
  ...registeredSites,
  ...movements.flatMap(around => [declared({}, around), pickedUp({}, around), received({}, around)]),
]
const all = recorded.map((_, index) => index + 1)

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
  await ledger.record(...recorded)
})
afterAll(() => ledger.stop())

async function page(query: string) {
  const response = await ledger.get(`/v1/events?${query}`)
  const { items, next } = answerSchemas.FeedPage.parse(await response.json())
  return { items, next, positions: items.map(({ position }) => position) }
}

async function lines(query: string): Promise<readonly number[]> {
  const response = await ledger.get(`/v1/events?${query}`, { accept: 'application/x-ndjson' })
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  const text = await response.text()
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => answerSchemas.RecordedEvent.parse(JSON.parse(line)).position)
}

/** Reads a live feed until it has shown so many events. */
async function live(query: string, count: number, headers: Record<string, string> = {}): Promise<readonly number[]> {
  const response = await ledger.get(`/v1/events?${query}`, { accept: 'text/event-stream', ...headers })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const positions: number[] = []
  for await (const { id, data } of readServerSentEvents(response)) {
    expect(answerSchemas.RecordedEvent.parse(JSON.parse(data)).position).toBe(Number(id))
    positions.push(Number(id))
    if (positions.length === count) break
  }
  return positions
}

describe('a page', () => {
  test('holds a thousand events when the caller does not say', async () => {
    expect(await page('')).toMatchObject({ positions: all, next: all.length })
  })

  test('shows the event as it was sent, and what the ledger says of it', async () => {
    const { items } = await page('after=3&limit=1')
    expect(items).toEqual([
      {
        position: 4,
        stream: 'movement-MV-0',
        revision: 0,
        recordedAt: expect.any(String),
        recordedBy: expect.stringMatching(/^service:[a-z2-7]{10}$/),
        event: recorded[3],
      },
    ])
  })

  test('after the head is empty and goes on where it was', async () => {
    expect(await page(`after=${all.length}`)).toMatchObject({ positions: [], next: all.length })
  })

  test('by page of any size, everything comes once', async () => {
    for (const limit of [1, 7, 100, 303, 10_000]) {
      const seen: number[] = []
      for (let after = 0; after < all.length; ) {
        const { positions, next } = await page(`after=${after}&limit=${limit}`)
        seen.push(...positions)
        after = next
      }
      expect(seen).toEqual(all)
    }
  })

  test('by type', async () => {
    const { items, next } = await page('type=waste.movement.received')
    expect(items.map(({ event }) => event.type)).toEqual(movements.map(() => 'waste.movement.received'))
    expect(next).toBe(all.length)
  })

  test('by type with a limit goes on behind the last one', async () => {
    const first = await page('type=waste.movement.received&limit=2')
    expect(first).toMatchObject({ positions: [6, 9], next: 9 })
    expect(await page(`type=waste.movement.received&limit=1&after=${first.next}`)).toMatchObject({ positions: [12] })
  })

  test('by stream', async () => {
    expect(await page('stream=movement-MV-1')).toMatchObject({ positions: [7, 8, 9], next: all.length })
    expect(await page('stream=movement-MV-1&after=7&limit=1')).toMatchObject({ positions: [8], next: 8 })
    expect(await page('stream=movement-NONE')).toMatchObject({ positions: [], next: all.length })
  })

  test('by site, with its registration', async () => {
    const { positions } = await page('site=S-PRODUCER&limit=3')
    expect(positions).toEqual([1, 4, 7])
  })

  test.each([
    'limit=0',
    `limit=${limits.feedItemsMax + 1}`,
    'limit=1e3',
    'after=-1',
    'after=1&after=2',
    'after=99999999999999999',
    'type=waste.movement',
    'type=toString',
    'stream=%22',
    `site=${'x'.repeat(65)}`,
    'unknown=1',
    '__proto__=1',
  ])('is refused for %s', async query => {
    const response = await ledger.get(`/v1/events?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-query' })
  })
})

describe('lines', () => {
  test('go to the present head', async () => expect(await lines('')).toEqual(all))
  test('begin after a position', async () => expect(await lines('after=300')).toEqual([301, 302, 303]))
  test('end at a limit', async () => expect(await lines('after=10&limit=2')).toEqual([11, 12]))
  test('are filtered', async () => expect(await lines('stream=movement-MV-2')).toEqual([10, 11, 12]))
})

describe('a live feed', () => {
  test('catches up and goes on with what comes', async () => {
    const watching = live(`after=${all.length - 1}`, 3)
    await nextTurn()
    await ledger.record(declared({}, { subject: 'MV-LIVE' }), pickedUp({}, { subject: 'MV-LIVE' }))
    expect(await watching).toEqual([303, 304, 305])
  })

  test('resumes behind the last event seen, whatever "after" says', async () => {
    expect(await live('after=0', 2, { 'last-event-id': '300' })).toEqual([301, 302])
  })

  test('ends after a limit', async () => expect(await live('after=0&limit=5', Infinity)).toEqual([1, 2, 3, 4, 5]))

  test('is filtered in what was and in what comes', async () => {
    const watching = live('after=290&type=waste.movement.received', 6)
    await ledger.record(declared({}, { subject: 'MV-LIVE-2' }), received({}, { subject: 'MV-LIVE-2' }))
    expect((await watching).slice(0, 5)).toEqual([291, 294, 297, 300, 303])
  })

  test('a resume position that is none is refused', async () => {
    const headers = { accept: 'text/event-stream', 'last-event-id': 'x' }
    expect((await ledger.get('/v1/events', headers)).status).toBe(400)
  })
})

describe('who may read it all', () => {
  test.each(['authority', 'service', 'inspector', 'analyst'] as const)('%s', async role => {
    const authorization = `Bearer ${await ledger.key({ role })}`
    expect((await ledger.get('/v1/events?limit=1', { authorization })).status).toBe(200)
  })

  test.each(['application/json', 'application/x-ndjson', 'text/event-stream'])('not a party, as %s', async accept => {
    const response = await ledger.get('/v1/events', {
      accept,
      authorization: `Bearer ${await ledger.party('C-FIRST')}`,
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'role-may-not' })
  })
})

test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['text/html, application/x-ndjson;q=0.9, */*;q=0.1', 'application/x-ndjson'],
  ['text/*', 'text/event-stream'],
  ['application/*;q=0.5, application/json;q=0', 'application/x-ndjson'],
])('Accept: %s is answered as %s', async (accept, expected) => {
  const response = await ledger.get('/v1/events?limit=1&after=300', accept === undefined ? {} : { accept })
  expect(response.headers.get('content-type')).toContain(expected)
  await response.body?.cancel()
})

test('Accept: text/html is not acceptable, and says what is', async () => {
  const response = await ledger.get('/v1/events', { accept: 'text/html' })
  expect(response.status).toBe(406)
  expect(await response.json()).toMatchObject({
    code: 'not-acceptable',
    detail: expect.stringContaining('text/event-stream'),
  })
})

describe('a key that is closed while its feed is open', () => {
  /** Reads on until the answer breaks off; fetch says so by throwing. */
  async function readToItsEnd(response: Response): Promise<string> {
    try {
      return await response.text()
    } catch {
      return 'broken off'
    }
  }

  test('ends the feed once it is revoked', async () => {
    const key = await ledger.key({ role: 'inspector' })
    const open = await ledger.get('/v1/events', { accept: 'text/event-stream', authorization: `Bearer ${key}` })
    const itsRecord = (await ledger.keys.list()).at(-1)
    await ledger.keys.revoke(itsRecord?.id ?? '', Date.now())
    expect(await readToItsEnd(open)).toBe('broken off')
  })

  test('ends the feed once it has expired', async () => {
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['Date'] })
    const expiresAtMs = Date.now() + 60_000
    const key = await ledger.key({ role: 'analyst', expiresAtMs })
    const open = await ledger.get('/v1/events', { accept: 'text/event-stream', authorization: `Bearer ${key}` })
    expect(open.status).toBe(200)
    vi.setSystemTime(expiresAtMs)
    expect(await readToItsEnd(open)).toBe('broken off')
  })
})

test('HEAD answers the head of the answer', async () => {
  const headers = { authorization: `Bearer ${ledger.service}` }
  const response = await fetch(`${ledger.url}/v1/events`, { method: 'HEAD', headers })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await response.text()).toBe('')
})

describe('while writers write', () => {
  /** A plan: batches by their sizes, and readers by where they begin. */
  const plan = fc.record({
    batches: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 15 }),
    begin: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    limit: fc.integer({ min: 1, max: 50 }),
  })

  test('nothing is missed and nothing comes twice, at any position, in any form', { timeout: 60_000 }, async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(plan, async ({ batches, begin, limit }) => {
        run++
        const head = (await page('after=0&limit=10000')).next
        const end = head + batches.reduce((sum, size) => sum + size, 0)
        const [pageFrom = 0, linesFrom = 0, liveFrom = 0] = begin.map(share => Math.floor(share * head))
        const readers = [pagesUntil(end, pageFrom, limit), linesUntil(end, linesFrom), liveUntil(end, liveFrom)]
        for (const [batch, size] of batches.entries())
          await ledger.record(
            ...Array.from({ length: size }, (_, index) => declared({}, { subject: `MV-${run}-${batch}-${index}` })),
          )
        for (const [index, from] of [pageFrom, linesFrom, liveFrom].entries())
          expect(await readers[index]).toEqual(Array.from({ length: end - from }, (_, place) => from + place + 1))
      }),
      { numRuns: 15 },
    )
  })

  async function pagesUntil(end: number, from: number, limit: number): Promise<readonly number[]> {
    const seen: number[] = []
    for (let after = from; after < end; ) {
      const { positions, next } = await page(`after=${after}&limit=${limit}`)
      seen.push(...positions)
      after = next
    }
    return seen
  }

  async function linesUntil(end: number, from: number): Promise<readonly number[]> {
    const seen: number[] = []
    for (let after = from; after < end; after = seen.at(-1) ?? after) seen.push(...(await lines(`after=${after}`)))
    return seen
  }

  /** Breaks off every so often and resumes, as a reader on a bad connection does. */
  async function liveUntil(end: number, from: number): Promise<readonly number[]> {
    const seen: number[] = []
    for (let after = from; after < end; after = seen.at(-1) ?? after)
      seen.push(...(await live('', Math.min(37, end - after), { 'last-event-id': String(after) })))
    return seen
  }
})
