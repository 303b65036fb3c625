import { jsonSchemas } from '@athar/http/openapi/json-schemas.ts'
import { problemSchema } from '@athar/http/openapi/problem-schema.ts'
import { Description } from '@athar/http/testing/description.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Read } from './http/read.ts'
import { describeReads, reads } from './read-routes.ts'
import { type Asking, arbitraryAsking, pathWith } from './testing/arbitrary-asking.ts'
import { ServedReads } from './testing/served-reads.ts'
import { namesInSmallWorld, smallWorld } from './testing/small-world.ts'
import { ViewsInMemory } from './testing/views-in-memory.ts'

const { paths, schemas } = describeReads()
const description = new Description({
  paths,
  components: { schemas: jsonSchemas({ ...schemas, Problem: problemSchema }) },
})
const views = ViewsInMemory.of(catalogue, smallWorld)
let served: ServedReads
let keys: readonly string[]

beforeAll(async () => {
  served = await ServedReads.start(reads, views)
  keys = [
    served.key({ role: 'service' }),
    served.key({ role: 'inspector' }),
    served.key({ role: 'party', organisations: new Set(['O-PLANT', 'C-FIRST']) }),
    served.key({ role: 'party', organisations: new Set() }),
  ]
})
afterAll(() => served.stop())

/** Cursors are bound to their query: those that go on come of answers. */
const cursors: string[] = []

async function ask({ path, accept }: Asking, key: string) {
  const response = await served.get(path, { key, accept })
  const body = await response.text()
  const contentType = response.headers.get('content-type') ?? undefined
  return { method: 'GET', path: new URL(response.url).pathname, status: response.status, contentType, body }
}

async function pathsThatAnswer({ path }: Read): Promise<readonly string[]> {
  const paths = new Set(namesInSmallWorld.map(name => pathWith(path, name)))
  const statuses = await Promise.all(Array.from(paths, async each => [each, (await served.get(each)).status] as const))
  return statuses.filter(([, status]) => status === 200).map(([each]) => each)
}

describe.each(reads)('$path', read => {
  test('answers whatever it is asked as it is described', { timeout: 60_000 }, async () => {
    const seen = new Set<number>()
    const paths = await pathsThatAnswer(read)
    expect(
      paths,
      'no name of testing/small-world.ts gets a 200: what a list must be asked for has a default here',
    ).not.toEqual([])
    const known = { paths, names: namesInSmallWorld, cursors: () => cursors }
    const asking = arbitraryAsking(read.path, read.operation, known)
    await fc.assert(
      fc.asyncProperty(asking, fc.nat({ max: 3 }), async (asked, index) => {
        const answer = await ask(asked, keys[index] ?? '')
        seen.add(answer.status)
        expect(answer.status, answer.body).not.toBe(500)
        expect(description.surprisesIn(answer)).toEqual([])
        const next = /"next":"([\w-]+)"/.exec(answer.body)?.[1]
        if (next !== undefined) cursors.push(next)
      }),
      { numRuns: 300 },
    )
    expect(seen).toContain(200)
    expect(seen).toContain(400)
  })

  test('finds something in the small world: what is never answered is not held to its description', async () => {
    const paths = await pathsThatAnswer(read)
    const answers = await Promise.all(paths.map(async path => (await served.get(path)).text()))
    const found = answers.some(answer => !answer.includes('"items":[]'))
    expect(found, 'add to testing/small-world.ts an event that this list finds').toBe(true)
  })

  test('names a parameter that it does not know', async () => {
    const response = await served.get(`${pathWith(read.path, 'X-1')}?__proto__=1`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('__proto__')
  })
})

test('after all of that nothing is left open', () => {
  expect(views.open).toBe(0)
  expect(served.exports.count).toBe(0)
})
