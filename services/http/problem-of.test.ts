import { LedgerUnavailable } from '@athar/ledger/ledger-unavailable.ts'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { problemOf, sendProblem } from './problem-reply.ts'

const server = fastify({ logger: false })
const logged = vi.fn()

beforeAll(() => {
  server.setErrorHandler((error, request, reply) => {
    request.log.error = logged
    return sendProblem(request, reply, problemOf(error, request))
  })
  server.get('/full-disk', () => {
    throw new LedgerUnavailable('disk-full', 'no space left on device')
  })
  server.get('/mistake', () => {
    throw new Error('a secret of the inside')
  })
})
afterAll(() => server.close())

test('a log that cannot write is a 503 that says why, to be tried again', async () => {
  const { statusCode, headers, json } = await server.inject('/full-disk')
  expect(statusCode).toBe(503)
  expect(headers['retry-after']).toBe('1')
  expect(json()).toMatchObject({ code: 'ledger-unavailable', detail: expect.stringContaining('disk-full') })
  expect(logged).not.toHaveBeenCalled() // hundreds a second meet with it: who watches the ledger tells it once
})

test('what nobody foresaw says no more than under which id it is logged', async () => {
  const { statusCode, body, json } = await server.inject('/mistake')
  expect(statusCode).toBe(500)
  expect(json().code).toBe('internal-error')
  expect(body).not.toContain('secret')
  const reqId: unknown = logged.mock.lastCall?.[0].reqId
  expect(json().detail).toContain(reqId)
})
