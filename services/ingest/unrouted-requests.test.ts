import { connect } from 'node:net'
import { rawExchange } from '@athar/http/testing/raw-request.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerSchemas } from './openapi/answer-schemas.ts'
import { TestLedger } from './testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
})
afterAll(() => ledger.stop())

/** The problem that bytes are answered with, and the head before it. */
async function refusal(bytes: string) {
  const answer = await rawExchange(ledger.port, bytes)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8')
  return { head, problem: answerSchemas.Problem.parse(JSON.parse(body)) }
}

test('an expectation that nobody meets is a problem, in the language asked for', async () => {
  const { head, problem } = await refusal(
    'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 200-ok\r\nAccept-Language: fr\r\n\r\n',
  )
  expect(head).toContain('HTTP/1.1 417 Expectation Failed')
  expect(head).toContain('content-language: fr')
  expect(problem).toMatchObject({ status: 417, code: 'expectation-failed', detail: expect.stringContaining('200-ok') })
})

test.each([
  ['no host', ''],
  ['two hosts', 'Host: a\r\nHost: b\r\n'],
])('a request that names %s is a problem', async (_, hosts) => {
  const { head, problem } = await refusal(`GET /livez HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)
  expect(head).toContain('HTTP/1.1 400 Bad Request')
  expect(problem).toMatchObject({ code: 'malformed-request', detail: expect.stringContaining('"Host"') })
})

test('a request of HTTP/1.0 need not name its host', async () => {
  expect(await rawExchange(ledger.port, 'GET /livez HTTP/1.0\r\n\r\n')).toContain('HTTP/1.1 200 OK')
})

test('a tunnel is refused, with a problem', async () => {
  const { head, problem } = await refusal('CONNECT example.dz:443 HTTP/1.1\r\nHost: example.dz\r\n\r\n')
  expect(head).toContain('HTTP/1.1 405 Method Not Allowed')
  expect(head).toContain('allow: GET, ')
  expect(problem).toMatchObject({ code: 'method-not-allowed' })
})

test('who asks for another protocol is answered in this one', async () => {
  const upgrade = 'Connection: Upgrade, close\r\nUpgrade: websocket\r\n'
  expect(await rawExchange(ledger.port, `GET /livez HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)).toContain('200 OK')
})

test('what follows a request and is none does not take its answer away', async () => {
  const answer = await rawExchange(ledger.port, 'GET /livez HTTP/1.1\r\nHost: x\r\n\r\n@@@\r\n\r\n')
  expect(answer).toContain('HTTP/1.1 200 OK')
  expect(answer).toContain('alive')
})

test('who asks for a tunnel and is gone at once harms nobody', async () => {
  for (let times = 0; times < 20; times++) {
    const socket = connect(ledger.port, '127.0.0.1')
    await new Promise<void>(resolve => {
      socket.on('error', () => undefined)
      socket.on('close', () => resolve())
      socket.write(`CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n${'x'.repeat(100_000)}`, () => socket.resetAndDestroy())
    })
  }
  expect((await ledger.get('/livez')).status).toBe(200)
})
