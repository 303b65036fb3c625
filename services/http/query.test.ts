import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf, sendProblem } from './problem-reply.ts'
import { queryOf } from './query.ts'

const server = fastify({ logger: false })

beforeAll(() => {
  server.setErrorHandler((error, request, reply) => sendProblem(request, reply, problemOf(error, request)))
  server.get('/some', async request => queryOf(request, ['site', 'code']))
  server.get('/none', async request => queryOf(request, []))
})
afterAll(() => server.close())

test('parameters that are known are read', async () => {
  expect((await server.inject('/some?code=A1:2.1.5&site=S-1')).json()).toEqual({ site: 'S-1', code: 'A1:2.1.5' })
})

test.each([
  [
    'that nobody knows is told which there are',
    '/some?sites=S-1',
    'The parameter "sites" must be left out, as only these are known here: site, code.',
  ],
  [
    'where there are none is told to leave it out',
    '/none?site=S-1',
    'The parameter "site" must be left out: there are no parameters here.',
  ],
  ['that is given twice is told so', '/some?site=S-1&site=S-2', 'The parameter "site" must be given once.'],
])('a parameter %s', async (_, url, detail) => {
  const response = await server.inject(url)
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ code: 'invalid-query', detail })
})
