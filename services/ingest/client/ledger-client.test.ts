import { expect, test } from 'vitest'
import { DeliveryFailure, LedgerClient, type Machine } from './ledger-client.ts'

type Reply = Response | Error

/** A machine whose network gives these replies in turn, and whose clock moves only when somebody waits. */
function machineWith(replies: readonly Reply[]) {
  const requests: RequestInit[] = []
  const waits: number[] = []
  const urls: string[] = []
  let nowMs = 0
  const machine: Machine = {
    fetch: async (url, init) => {
      urls.push(String(url))
      requests.push(init ?? {})
      const reply = replies[Math.min(requests.length, replies.length) - 1]
      if (reply === undefined || reply instanceof Error) throw reply ?? new Error('no reply was planned')
      return reply.clone()
    },
    wait: async ms => {
      waits.push(ms)
      nowMs += ms
    },
    nowMs: () => nowMs,
  }
  return { machine, requests, waits, urls }
}

const address = { url: 'http://127.0.0.1:8080', key: 'secret' }
const running = new AbortController().signal

function answer(recorded: number): Response {
  return Response.json({ recorded, duplicates: 0, rejected: 0, items: [] })
}

function busy(retryAfter?: string): Response {
  return new Response('', { status: 503, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } })
}

test('a batch goes as lines, with the key, and asks only for what was rejected', async () => {
  const { machine, requests, urls } = machineWith([answer(2)])
  const got = await new LedgerClient(address, machine).send('{}\n{}\n', running)
  expect(got.recorded).toBe(2)
  expect(urls).toEqual(['http://127.0.0.1:8080/v1/events'])
  expect(requests[0]).toMatchObject({
    method: 'POST',
    body: '{}\n{}\n',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/x-ndjson', prefer: 'return=minimal' },
  })
})

test('a busy ledger is asked again when it said', async () => {
  const { machine, waits } = machineWith([busy('3'), busy(new Date(5000).toUTCString()), answer(1)])
  const client = new LedgerClient(address, machine)
  await client.send('{}\n', running)
  expect(waits).toEqual([3000, 2000])
  expect(client.repeatedRequests).toBe(2)
})

test('after a network failure the same batch is sent again, after longer and longer pauses', async () => {
  const lost = new TypeError('fetch failed', { cause: new Error('ECONNRESET') })
  const { machine, requests, waits } = machineWith([lost, lost, lost, answer(1)])
  await new LedgerClient(address, machine).send('{"a":1}\n', running)
  expect(new Set(requests.map(request => request.body))).toEqual(new Set(['{"a":1}\n']))
  expect(waits).toEqual([200, 400, 800])
})

test('a ledger that stays silent is given up, and the failure says why', async () => {
  const { machine } = machineWith([new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })])
  const failure = await new LedgerClient(address, machine).send('{}\n', running).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(DeliveryFailure)
  expect(failure).toMatchObject({ reason: 'unreachable', message: expect.stringContaining('ECONNREFUSED') })
})

test.each([
  ['a wrong key', new Response('{"code":"unauthenticated"}', { status: 401 }), 'answers 401'],
  ['a page instead of an answer', new Response('<html>', { status: 200 }), 'is it a ledger?'],
  ['JSON of something else', Response.json({ ok: true }), 'does not answer as a ledger'],
])('%s is not asked again', async (_, reply, message) => {
  const { machine, requests } = machineWith([reply])
  await expect(new LedgerClient(address, machine).send('{}\n', running)).rejects.toThrow(message)
  expect(requests).toHaveLength(1)
})

test('a signal ends the asking', async () => {
  const { machine } = machineWith([busy()])
  await expect(new LedgerClient(address, machine).send('{}\n', AbortSignal.abort())).rejects.toThrow('aborted')
})
