import { plant, producer } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { declared } from '@athar/events/testing/movement-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { toyProjection, toyRead, toysBySiteRead, toysOfSiteRead } from '../testing/toy-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'

const events = [...registeredSites, declared()]
const views = ViewsInMemory.of([toyProjection, directoryProjection], events)
let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start([toyRead, toysOfSiteRead, toysBySiteRead], views)
})
afterAll(() => served.stop())

async function problemOf(asked: Promise<Response>) {
  const response = await asked
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return (await response.json()) as { status: number; code: string; detail: string }
}

describe('an answer', () => {
  test('says where its views stand, and is not to be kept', async () => {
    const response = await served.get('/toys/MV-1')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ name: 'MV-1' })
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('athar-position')).toBe(String(events.length))
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('stands where the view does that is furthest behind', async () => {
    const behind = new ViewsInMemory([toyProjection])
    const both: ViewsInMemory = Object.create(views, {
      read: {
        value: (projection: string, work: Parameters<ViewsInMemory['read']>[1]) =>
          (projection === 'toys' ? behind : views).read(projection, work),
      },
    })
    const reads = await ServedReads.start([toysOfSiteRead], both)
    const response = await reads.get(`/sites/${plant.site}/toys`)
    expect(response.headers.get('athar-position')).toBe('0')
    await reads.stop()
  })

  test('is CSV for who wants that, when it is about a list', async () => {
    const response = await served.get(`/sites/${plant.site}/toys`, { accept: 'text/csv' })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await response.text()).toBe("name\r\n'=1+1\r\n")
  })

  test('leaves no snapshot open', () => {
    expect(views.open).toBe(0)
  })
})

describe('is refused', () => {
  test.each([
    ['what is not there', '/toys/MV-NONE', 404, 'not-found', 'lot MV-NONE'],
    ['what cannot be there', '/toys/%D8%A3', 404, 'not-found', ''],
    ['a parameter that nobody knows', '/toys/MV-1?colour=red', 400, 'invalid-query', '"colour"'],
    ['a parameter of lists', '/toys/MV-1?limit=1', 400, 'invalid-query', '"limit"'],
    ['a parameter given twice', '/toys-by-site?site=S-1&site=S-2', 400, 'invalid-query', '"site"'],
    ['a parameter that is empty', '/toys-by-site?site=', 400, 'invalid-query', '"site"'],
    ['a position that is none', '/toys/MV-1?minPosition=-1', 400, 'invalid-query', '"minPosition"'],
    ['a position that is ahead', '/toys/MV-1?minPosition=99', 503, 'view-behind', '99'],
  ])('%s', async (_, path, status, code, said) => {
    const problem = await problemOf(served.get(path))
    expect(problem).toMatchObject({ status, code })
    expect(problem.detail).toContain(said)
  })

  test('who brings no key, before anything is looked at', async () => {
    expect(await problemOf(served.get('/toys/MV-1', { key: 'none' }))).toMatchObject({ status: 401 })
  })

  test('a form that there is none in', async () => {
    expect(await problemOf(served.get('/toys/MV-1', { accept: 'text/csv' }))).toMatchObject({ status: 406 })
  })

  test('what no view serves yet, with when to ask again', async () => {
    const reads = await ServedReads.start([toyRead], new ViewsInMemory([directoryProjection]))
    const response = await reads.get('/toys/MV-1')
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await problemOf(Promise.resolve(response))).toMatchObject({ status: 503, code: 'view-unavailable' })
    await reads.stop()
  })
})

describe('a party', () => {
  test('reads what is about a site of its own', async () => {
    expect((await served.getAs([plant.organisation], `/sites/${plant.site}/toys`)).status).toBe(200)
    expect((await served.getAs([plant.organisation], `/toys-by-site?site=${plant.site}`)).status).toBe(200)
  })

  test('learns of a site of another no more than of one that is not there', async () => {
    for (const path of [(site: string) => `/sites/${site}/toys`, (site: string) => `/toys-by-site?site=${site}`]) {
      const other = await problemOf(served.getAs([plant.organisation], path(producer.site)))
      const none = await problemOf(served.getAs([plant.organisation], path('S-NONE')))
      expect(other).toMatchObject({ status: 404, code: 'not-found' })
      expect(other.detail.replace(producer.site, '')).toBe(none.detail.replace('S-NONE', ''))
    }
  })

  test('names a site where others need not', async () => {
    expect((await served.get('/toys-by-site')).status).toBe(200)
    const problem = await problemOf(served.getAs([plant.organisation], '/toys-by-site'))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-query' })
    expect(problem.detail).toContain('"site"')
  })
})
