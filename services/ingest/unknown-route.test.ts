import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestLedger } from './testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
})
afterAll(() => ledger.stop())

function ask(method: string, path: string, key = ledger.service): Promise<Response> {
  return fetch(`${ledger.url}${path}`, { method, headers: { authorization: `Bearer ${key}` } })
}

describe('a path that is not there', () => {
  test.each([
    '/',
    '/v1',
    '/v1/',
    '/v1/event',
    '/v1/events/',
    '/V1/events',
    '//v1/events',
    '/livez/x',
    '/%zz',
    '/v1/%ff',
  ])('%s', async path => {
    const response = await ask('GET', path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not-found', status: 404 })
  })

  test('is not judged by its body', async () => {
    const response = await fetch(`${ledger.url}/nowhere`, {
      method: 'POST',
      body: '<x/>',
      headers: { 'content-type': 'a/b' },
    })
    expect(response.status).toBe(404)
  })

  test('under /v1 is not told apart from one that is there, without a key', async () => {
    const there = await ask('GET', '/v1/events', 'x')
    const nowhere = await ask('GET', '/v1/nowhere', 'x')
    const otherMethod = await ask('DELETE', '/v1/events', 'x')
    expect([there.status, nowhere.status, otherMethod.status]).toEqual([401, 401, 401])
    expect(await nowhere.text()).toBe(await there.text())
  })
})

describe('a path that is there for other methods', () => {
  test.each([
    ['DELETE', '/v1/events', 'GET, HEAD, OPTIONS, POST'],
    ['PATCH', '/v1/movements/MV-1/events?x=1', 'GET, HEAD, OPTIONS'],
    ['POST', '/v1/codes/low', 'GET, HEAD, OPTIONS'],
    ['PUT', '/livez', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/metrics', 'GET, HEAD, OPTIONS'],
  ])('%s %s', async (method, path, allowed) => {
    const response = await ask(method, path)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allowed)
    expect(await response.json()).toMatchObject({
      code: 'method-not-allowed',
      detail: expect.stringContaining(allowed),
    })
  })

  test('says which they are when asked with OPTIONS', async () => {
    const response = await ask('OPTIONS', '/v1/events')
    expect(response.status).toBe(204)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST')
  })
})

test('no answer says what software gave it', async () => {
  for (const path of ['/v1/events', '/nowhere', '/livez', '/docs']) {
    const { headers } = await ask('GET', path)
    for (const name of ['server', 'x-powered-by', 'via']) expect(headers.has(name)).toBe(false)
  }
})
