import { plant } from '@athar/events/testing/cast.ts'
import { declared } from '@athar/events/testing/movement-events.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { toyProjection, toysRead } from '../testing/toy-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'

const names = Array.from({ length: 600 }, (_, index) => `MV-${String(index).padStart(3, '0')}`)
const events = arrived([...names, 'MV-050-b', 'MV-590-b'].map(subject => declared({}, { subject, id: subject })))
const views = new ViewsInMemory([toyProjection])
for (const event of events.slice(0, names.length)) views.take(event)
let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start([toysRead], views)
})
afterAll(() => served.stop())

async function page(query: string) {
  const response = await served.get(`/toys?${query}`)
  expect(response.status).toBe(200)
  const { items, next } = (await response.json()) as { items: { name: string }[]; next?: string }
  return { names: items.map(({ name }) => name), next }
}

describe('pages', () => {
  test('have a hundred items, and say where the next one begins', async () => {
    const first = await page('')
    expect(first.names).toEqual(names.slice(0, 100))
    expect((await page(`cursor=${first.next}`)).names).toEqual(names.slice(100, 200))
  })

  test('have as many items as are asked for, and the last one has no next', async () => {
    expect(await page('limit=1000')).toEqual({ names, next: undefined })
    const short = await page('limit=7&order=down')
    expect(short.names).toEqual(names.slice(-7).reverse())
    expect((await page(`limit=3&order=down&cursor=${short.next}`)).names).toEqual(names.slice(-10, -7).reverse())
  })

  test.each([
    'limit=0',
    'limit=1001',
    'limit=ten',
    'cursor=',
    'cursor=x',
    'cursor=%00',
    'order=sideways',
    'small=perhaps',
  ])('with %s there is none, and the parameter is named', async query => {
    const response = await served.get(`/toys?${query}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`\\"${query.split('=', 1)[0]}\\"`)
  })

  test('do not go on in another query', async () => {
    const { next } = await page('order=down')
    expect((await served.get(`/toys?order=up&cursor=${next}`)).status).toBe(400)
    expect((await served.get(`/toys?limit=5&order=down&minPosition=1&cursor=${next}`)).status).toBe(200)
  })

  test('are not asked for by a parameter that is not known, and the answer does not take its name for a value', async () => {
    const detail = /^The parameter "ordre" must be left out, as only these are known here: .*order.*\.$/
    expect(await (await served.get('/toys?ordre=up')).json()).toMatchObject({ detail: expect.stringMatching(detail) })
  })

  test('are not for a party when they are about everybody', async () => {
    expect((await served.getAs([plant.organisation], '/toys')).status).toBe(403)
  })

  test('can be rows and lines too, which say in a header where the next one begins', async () => {
    const rows = await served.get('/toys?limit=2', { accept: 'text/csv' })
    expect(await rows.text()).toBe('name,is.small\r\nMV-000,\r\nMV-001,\r\n')
    const next = /^<(.+)>; rel="next"$/.exec(rows.headers.get('link') ?? '')?.[1] ?? ''
    const lines = await served.get(next, { accept: 'application/x-ndjson' })
    expect(await lines.text()).toBe('{"name":"MV-002"}\n{"name":"MV-003"}\n')
    expect(toysRead.operation.responses[200]?.headers).toHaveProperty('Link')
  })
})

describe('an export', () => {
  test('is the whole list, as lines', async () => {
    const response = await served.get('/toys', { accept: 'application/x-ndjson' })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(response.headers.get('athar-position')).toBe(String(names.length))
    expect(await response.text()).toBe(names.map(name => `{"name":"${name}"}\n`).join(''))
  })

  test('is the whole list, as rows under one header', async () => {
    const response = await served.get('/toys?order=down', { accept: 'text/csv' })
    const rows = (await response.text()).split('\r\n')
    expect(rows[0]).toBe('name,is.small')
    expect(rows.slice(1, -1)).toEqual(names.map(name => `${name},`).reverse())
  })

  test('goes on from a cursor', async () => {
    const { next } = await page('limit=598')
    const response = await served.get(`/toys?cursor=${next}`, { accept: 'text/csv' })
    expect(await response.text()).toBe('name,is.small\r\nMV-598,\r\nMV-599,\r\n')
  })

  test('of which only the head is asked has no body', async () => {
    const headers = { authorization: `Bearer ${served.key({ role: 'analyst' })}`, accept: 'text/csv' }
    const response = await fetch(`${served.url}/toys`, { method: 'HEAD', headers })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})

test('while events arrive, pages go on where they were: nothing twice, nothing missed', async () => {
  const first = await page('limit=100')
  for (const event of events.slice(names.length)) views.take(event)
  const rest = await page(`limit=1000&cursor=${first.next}`)
  expect([...first.names, ...rest.names]).toEqual([...names, 'MV-590-b'].sort())
})
