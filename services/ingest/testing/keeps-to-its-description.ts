import type { RouteDescription } from '@athar/http/openapi/described-routes.ts'
import { Description, type SeenAnswer } from '@athar/http/testing/description.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerSchemas } from '../openapi/answer-schemas.ts'
import { openApiDocument } from '../openapi/document.ts'
import { type ArbitraryRequest, arbitraryRequest } from './arbitrary-request.ts'
import type { TestLedger } from './test-ledger.ts'

interface Described {
  /** Starts the ledger, which is stopped afterwards. */
  readonly start: () => Promise<TestLedger>
  /** What it describes beside its own routes. */
  readonly more?: RouteDescription
  /** Things that paths may name, so that what is behind is tried as well. */
  readonly names?: readonly string[]
}

/** Holds a ledger to its description, whatever is asked of it. */
export function keepsToItsDescription({ start, more, names = [] }: Described): void {
  let ledger: TestLedger
  const document = openApiDocument(more)
  const description = new Description(document)

  beforeAll(async () => {
    ledger = await start()
  })
  afterAll(() => ledger.stop())

  test('the description is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test('every reference leads somewhere', () => {
    const text = JSON.stringify(document)
    const references = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name))
    expect(references.size).toBeGreaterThan(20)
    for (const name of references) expect(document.components.schemas).toHaveProperty([name ?? ''])
  })

  test('every route is described, and every description is of a route', () => {
    expect([...ledger.routes].sort()).toEqual([...description.routes].sort())
  })

  test('whatever is asked, the answer is one that is described', { timeout: 120_000 }, async () => {
    const keys = [
      ledger.service,
      ledger.service,
      await ledger.key({ role: 'authority' }),
      await ledger.key({ role: 'analyst' }),
      await ledger.party('O-0042', 'C-204'),
      '',
    ]
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(arbitraryRequest(document.paths, keys, names), async request => {
        const answer = await ask(ledger, request)
        seen.add(`${answer.method} ${answer.status}`)
        expect(surprisesIn(answer, description)).toEqual([])
      }),
      { numRuns: 1_500 },
    )
    // It would say little if it had never got past the door.
    for (const each of ['POST 201', 'POST 200', 'POST 422', 'POST 400', 'GET 200', 'GET 404'])
      expect(seen).toContain(each)
  })

  test('after all of that it is alive, and its log is whole', async () => {
    for (const path of ['/livez', '/readyz']) expect((await fetch(`${ledger.url}${path}`)).status).toBe(200)
    const response = await ledger.get('/v1/events', { accept: 'application/x-ndjson' })
    const lines = (await response.text()).split('\n').slice(0, -1)
    expect(lines.length).toBeGreaterThan(0)
    for (const [index, line] of lines.entries())
      expect(answerSchemas.RecordedEvent.parse(JSON.parse(line)).position).toBe(index + 1)
  })
}

async function ask(ledger: TestLedger, { method, path, headers, body }: ArbitraryRequest): Promise<SeenAnswer> {
  const response = await fetch(`${ledger.url}${path}`, { method, headers, ...(body !== undefined && { body }) })
  const contentType = response.headers.get('content-type') ?? undefined
  const isLive = contentType?.startsWith('text/event-stream') ?? false
  if (isLive) await response.body?.cancel()
  // The path as it was sent: a URL has its dots resolved.
  const sent = new URL(response.url).pathname
  return { method, path: sent, status: response.status, contentType, body: isLive ? '' : await response.text() }
}

/** A path or a method that is not described has three answers. */
function surprisesIn(answer: SeenAnswer, description: Description): readonly string[] {
  const { method, status, contentType, body } = answer
  if (status === 500) return [body] // it is described, and a bug all the same
  if (method === 'HEAD') return body === '' ? [] : ['a body where there is none']
  const surprises = description.surprisesIn(answer)
  if (!surprises.some(surprise => surprise.endsWith('is not described'))) return surprises
  if (status === 204) return method === 'OPTIONS' && body === '' ? [] : surprises
  if (![401, 404, 405].includes(status) || contentType !== 'application/problem+json; charset=utf-8') return surprises
  return description.errorsOf('Problem', JSON.parse(body))
}
