import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { movementStory } from '@athar/events/testing/arbitrary-movement.ts'
import { carrier, oil, otherPlant, plant, producer, secondCarrier } from '@athar/events/testing/cast.ts'
import { registeredSites, siteRegistered } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import {
  declared,
  handedOver,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '@athar/events/testing/movement-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { movementRow } from '@athar/projections/movements/movement-row.ts'
import { movementsProjection } from '@athar/projections/movements/movements-projection.ts'
import { documentOf } from '@athar/projections/movements/testing/known-movement.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { movementSummarySchema } from './movement-schemas.ts'
import { movementReads } from './reads.ts'

/** An event in another movement, an hour later each. */
function of(subject: string, ...events: readonly SubmittedEvent[]): readonly SubmittedEvent[] {
  return events.map(event => ({ ...event, subject, id: `${subject}-${event.id}` }))
}

const world = [
  ...registeredSites,
  ...of('MV-ORDINARY', declared({}, { time: clock('08:00') }), pickedUp(), handedOver(), received()),
  ...of('MV-REFUSED', declared({ waste: oil }, { time: clock('08:10') }), pickedUp(), turnedAway()),
  ...of('MV-ONWARDS', declared({}, { time: clock('08:20') }), pickedUp(), turnedAway(), redirected()),
  ...of('MV-DECLARED', declared({ carriers: ['C-THIRD'] }, { time: clock('08:30') })),
  ...of('MV-UNDECLARED', received({ site: otherPlant.site }, { time: clock('11:00') })),
]

let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start(movementReads, ViewsInMemory.of([movementsProjection, directoryProjection], world))
})
afterAll(() => served.stop())

interface PageOfMovements {
  readonly items: readonly { readonly id: string }[]
  readonly next?: string
}

async function idsOf(response: Response): Promise<readonly string[]> {
  expect(response.status).toBe(200)
  const { items } = (await response.json()) as PageOfMovements
  return items.map(({ id }) => id)
}

async function list(query: string): Promise<readonly string[]> {
  return idsOf(await served.get(`/v1/movements?${query}`))
}

test('movements are listed newest first, by the earliest event of each', async () => {
  expect(await list('')).toEqual(['MV-UNDECLARED', 'MV-DECLARED', 'MV-ONWARDS', 'MV-REFUSED', 'MV-ORDINARY'])
})

describe('are found', () => {
  test.each([
    ['by the site they leave', `site=${producer.site}`, ['MV-DECLARED', 'MV-ONWARDS', 'MV-REFUSED', 'MV-ORDINARY']],
    ['by the site they are redirected to, or received at', `site=${otherPlant.site}`, ['MV-UNDECLARED', 'MV-ONWARDS']],
    ['by a carrier that took over', `carrier=${secondCarrier}`, ['MV-ORDINARY']],
    ['by a carrier that is announced', 'carrier=C-THIRD', ['MV-DECLARED']],
    ['by state', 'state=refused', ['MV-REFUSED']],
    ['by code', `code=${oil.code}`, ['MV-REFUSED']],
    ['by what is missing', 'gap=pickup-missing', ['MV-UNDECLARED']],
    ['by all of it together', `site=${plant.site}&carrier=${carrier}&state=in-transit`, ['MV-ONWARDS']],
    ['by site and carrier of different movements: none', `site=${otherPlant.site}&carrier=${secondCarrier}`, []],
    ['by a code and a gap that no movement has both: none', `code=${oil.code}&gap=pickup-missing`, []],
    ['by a site that has none', 'site=S-NOWHERE', []],
    ['by the time they began, from', 'from=2026-11-22T08:20:00%2B01:00&state=in-transit', ['MV-ONWARDS']],
    ['and before', 'to=2026-11-22T08:20:00%2B01:00', ['MV-REFUSED', 'MV-ORDINARY']],
    ['on a day', 'from=2026-11-22&to=2026-11-22&gap=declaration-missing', ['MV-UNDECLARED']],
    ['not on the next', 'from=2026-11-23', []],
  ])('%s', async (_, query, expected) => {
    expect(await list(query)).toEqual(expected)
  })
})

test('a period that ends before it begins is a mistake, and not an empty list', async () => {
  const response = await served.get('/v1/movements?from=2026-11-22&to=2026-11-20')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'invalid-query',
    detail: 'The parameter "to" must be 2026-11-22 or later, since "from" is 2026-11-22.',
  })
})

test('pages follow each other without a gap', async () => {
  const first = (await (await served.get('/v1/movements?limit=2')).json()) as PageOfMovements
  const second = await idsOf(await served.get(`/v1/movements?limit=3&cursor=${first.next}`))
  expect([...first.items.map(({ id }) => id), ...second]).toEqual(await list(''))
})

test('the list is a table, too', async () => {
  const csv = await (await served.get('/v1/movements?gap=pickup-missing', { accept: 'text/csv' })).text()
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    'id,time,state,from,to,waste.list,waste.code,waste.name,waste.hazards,carriers,kg.declared,kg.pickedUp,kg.received,kg.accepted,kg.refused,kg.lost,kg.discrepancy,gaps,revision',
    'MV-UNDECLARED,2026-11-22T11:00:00+01:00,received,,S-OTHER,,,,,,,,1000,1000,0,0,0,declaration-missing;pickup-missing,0',
  ])
})

describe('a party', () => {
  async function listAs(organisation: string, query = ''): Promise<readonly string[]> {
    return idsOf(await served.getAs([organisation], `/v1/movements?${query}`))
  }

  test('reads those of the sites it holds', async () => {
    expect(await listAs(otherPlant.organisation)).toEqual(['MV-UNDECLARED', 'MV-ONWARDS'])
  })

  test('reads those it carries, or is to carry', async () => {
    expect(await listAs(secondCarrier)).toEqual(['MV-ORDINARY'])
    expect(await listAs('C-THIRD')).toEqual(['MV-DECLARED'])
  })

  test('finds no more of them by naming the site of another', async () => {
    expect(await listAs(secondCarrier, `site=${plant.site}`)).toEqual(['MV-ORDINARY'])
    expect(await listAs(otherPlant.organisation, `site=${producer.site}`)).toEqual(['MV-ONWARDS'])
    expect(await listAs(otherPlant.organisation, `carrier=${secondCarrier}`)).toEqual([])
  })

  test('narrows down its own like anybody', async () => {
    expect(await listAs(plant.organisation, `site=${plant.site}&state=declared`)).toEqual(['MV-DECLARED'])
    expect(await listAs(carrier, `carrier=${carrier}&state=refused`)).toEqual(['MV-REFUSED'])
  })

  test('without a part in any reads none', async () => {
    expect(await listAs('O-STRANGER')).toEqual([])
  })

  test('of very many sites names the one that it asks about', async () => {
    const sites = Array.from({ length: 201 }, (_, number) => siteRegistered(`S-${number}`, { organisation: 'O-MANY' }))
    const views = ViewsInMemory.of(
      [movementsProjection, directoryProjection],
      [...sites, ...of('MV-MANY', declared({ toSite: 'S-7' }))],
    )
    const many = await ServedReads.start(movementReads, views)
    try {
      const refused = await many.getAs(['O-MANY'], '/v1/movements')
      expect(await refused.json()).toMatchObject({ code: 'invalid-query', detail: expect.stringContaining('"site"') })
      expect(await idsOf(await many.getAs(['O-MANY'], '/v1/movements?site=S-7'))).toEqual(['MV-MANY'])
    } finally {
      await many.stop()
    }
  })
})

test.each([
  ['state', 'lost'],
  ['gap', 'weight-differs'],
  ['from', 'yesterday'],
  ['site', 'S 1'],
  ['limit', '0'],
])('a wrong %s is a problem that names it', async (parameter, value) => {
  const response = await served.get(`/v1/movements?${parameter}=${encodeURIComponent(value)}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid-query', detail: expect.stringContaining(parameter) })
})

test('a line of any movement keeps to its description', () => {
  fc.assert(
    fc.property(movementStory, story => {
      const row = movementRow('MV-1', documentOf(...story))
      expect(movementSummarySchema.parse(row)).toEqual(row)
    }),
  )
})
