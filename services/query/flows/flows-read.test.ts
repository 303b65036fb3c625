import { limits } from '@athar/events/limits.ts'
import { oil, producer, steel } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { declared, received } from '@athar/events/testing/movement-events.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { flowsProjection } from '@athar/projections/flows/flows-projection.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import type { ViewSource } from '../view-source.ts'
import { flowReads } from './reads.ts'

const views = ViewsInMemory.of(
  [flowsProjection, directoryProjection],
  [
    received({ site: 'S-UNKNOWN' }, { subject: 'MV-3' }), // nobody says from where, and nobody has registered it
    declared({ plannedOperation: 'R4' }),
    received({}),
    declared({ waste: oil }, { subject: 'MV-2' }),
    received({ netKg: 500.25, acceptedKg: 500.25 }, { subject: 'MV-2' }),
    treated(),
    ...registeredSites, // where sites lie may be known last
  ],
)
let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start(flowReads, views, { now: () => Date.parse('2026-11-30T12:00:00Z') })
})
afterAll(() => served.stop())

async function flows(query: string): Promise<{ readonly items: readonly object[] }> {
  return (await served.get(`/v1/flows${query}`)).json() as Promise<{ items: object[] }> // as it is described
}

const wilayaOf = (site: string) =>
  registeredSites.map(({ subject, data }) => (subject === site && 'wilaya' in data ? data.wilaya : '')).join('')
const from = { wilaya: wilayaOf(producer.site) }
const to = { wilaya: wilayaOf('S-PLANT') }

describe('flows', () => {
  test('are one sum when nothing is told apart: of a year, to the present month', async () => {
    expect(await flows('')).toEqual({
      from: '2025-12',
      to: '2026-11',
      items: [{ kg: 2500.25, count: 3 }],
      position: 6 + registeredSites.length,
    })
  })

  test('by wilaya, from where nobody knows first', async () => {
    expect((await flows('?by=wilaya')).items).toEqual([
      { from: {}, to: {}, kg: 1000, count: 1 },
      { from, to, kg: 1500.25, count: 2 },
    ])
  })

  test('by code, operation and month', async () => {
    expect((await flows('?by=month,operation,code')).items).toEqual([
      { month: '2026-11', kg: 1000, count: 1 },
      { month: '2026-11', code: oil.code, kg: 500.25, count: 1 },
      { month: '2026-11', code: steel.code, operation: 'R4', kg: 1000, count: 1 },
    ])
  })

  test('end in treatments', async () => {
    expect((await flows('?kind=treatment&by=wilaya,operation')).items).toEqual([
      { from: to, operation: 'R4', kg: 1000, count: 1 },
    ])
  })

  test('of other months are none', async () => {
    expect(await flows('?from=2026-01&to=2026-10')).toMatchObject({ items: [] })
    expect(await flows('?from=2026-11')).toMatchObject({ from: '2026-11', to: '2026-11', items: [{ count: 3 }] })
  })

  test('as CSV', async () => {
    const text = await (await served.get('/v1/flows?by=wilaya,code', { accept: 'text/csv' })).text()
    expect(text.split('\r\n')).toEqual([
      'from.wilaya,to.wilaya,code,operation,month,kg,count',
      ',,,,,1000,1',
      `${from.wilaya},${to.wilaya},${oil.code},,,500.25,1`,
      `${from.wilaya},${to.wilaya},${steel.code},,,1000,1`,
      '',
    ])
  })

  test('are for those who read what everybody said', async () => {
    expect((await served.getAs([producer.organisation], '/v1/flows')).status).toBe(403)
  })
})

test('many at a time are refused to one key, and not to the others', async () => {
  const going = Promise.withResolvers<void>()
  const slow: ViewSource = {
    reached: (projection, position) => views.reached(projection, position),
    read: (projection, work) => going.promise.then(() => views.read(projection, work)),
  }
  const slowly = await ServedReads.start(flowReads, slow)
  const [greedy, modest] = [slowly.key({ role: 'analyst' }), slowly.key({ role: 'analyst' })]
  const askedBy = (key: string) =>
    fetch(`http://127.0.0.1:${slowly.port}/v1/flows`, { headers: { authorization: `Bearer ${key}` } })
  const answered: Response[] = []
  const many = Array.from({ length: limits.flowsAskedMax }, () => askedBy(greedy).then(answer => answered.push(answer)))
  await vi.waitFor(() => expect(answered).toHaveLength(limits.flowsAskedMax / 2))
  for (const refused of answered) {
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).not.toBeNull()
    expect(await refused.json()).toMatchObject({ code: 'flows-full' })
  }
  const other = askedBy(modest)
  going.resolve()
  expect((await other).status).toBe(200)
  await Promise.all(many)
  expect(answered.filter(({ status }) => status === 200)).toHaveLength(limits.flowsAskedMax / 2)
  expect((await askedBy(greedy)).status).toBe(200)
  await slowly.stop()
})

describe('a question that cannot be answered names the parameter', () => {
  test.each([
    ['?by=site', '"by"', 'wilaya, code, operation, month'],
    ['?by=code,code', '"by"', 'each once'],
    ['?from=2026-13', '"from"', 'a month'],
    ['?from=2026-11-01', '"from"', 'a month'],
    ['?from=2026-11&to=2026-10', '"to"', '2026-11 or later'],
    ['?from=2016-11&to=2026-11', '"from"', '2016-12 or later'],
  ])('%s', async (query, parameter, expected) => {
    const response = await served.get(`/v1/flows${query}`)
    expect(response.status).toBe(400)
    const { detail } = (await response.json()) as { detail: string } // a problem has one
    expect(detail).toContain(parameter)
    expect(detail).toContain(expected)
  })
})
