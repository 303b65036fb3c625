import { carrier, plant, producer } from '@athar/events/testing/cast.ts'
import {
  permitGranted,
  permitWithdrawn,
  registeredSites,
  siteRegistered,
} from '@athar/events/testing/directory-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { organisationRegistered } from '@athar/projections/directory/testing/organisations.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { organisationSchema, siteSchema } from './directory-answers.ts'
import { holdersOfSites, permitsGrantedTo } from './directory-documents.ts'
import { directoryReads } from './reads.ts'

const nowMs = Date.parse('2026-11-22T12:00:00+01:00')
const landfill = siteRegistered('S-CET', {
  name: 'CET de Béjaïa',
  wilaya: '06',
  organisation: plant.organisation,
  kinds: ['landfill', 'treatment'],
  location: { lat: 36.7, lon: 5.06 },
})

const views = ViewsInMemory.of(
  [directoryProjection],
  [
    ...registeredSites,
    landfill,
    organisationRegistered(plant.organisation, { identifiers: { rc: '16/00-0123456B09' } }),
    permitGranted({ holder: { site: plant.site }, kind: 'treatment', capacityKg: 5_000 }, { subject: 'P-SITE' }),
    permitGranted({ holder: { organisation: plant.organisation }, kind: 'treatment' }, { subject: 'P-HOLDER' }),
    permitWithdrawn('2026-10-01T00:00:00+01:00', { subject: 'P-HOLDER' }),
  ],
)
let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start(directoryReads, views, { now: () => nowMs })
})
afterAll(() => served.stop())

describe('a site', () => {
  test('reads as it is registered, with who holds it and what it may do', async () => {
    const site = siteSchema.parse(await (await served.get(`/v1/sites/${plant.site}`)).json())
    expect(site).toMatchObject({
      id: plant.site,
      name: 'Hamici',
      wilaya: '16',
      organisation: { id: plant.organisation, name: 'Traitement Mitidja SPA' },
      permits: [
        { id: 'P-SITE', capacityKg: 5_000, inForce: true },
        { id: 'P-HOLDER', inForce: false, notInForceBecause: 'withdrawn from 2026-10-01T00:00:00+01:00' },
      ],
    })
  })

  test('says why a permit is not in force in the language asked for', async () => {
    const response = await served.get(`/v1/sites/${plant.site}`, { 'accept-language': 'fr' })
    const { permits } = siteSchema.parse(await response.json())
    expect(permits[1]?.notInForceBecause).toBe('retirée à partir du 2026-10-01T00:00:00+01:00')
  })

  test('of which the organisation is not registered has its name only', async () => {
    const site = siteSchema.parse(await (await served.get(`/v1/sites/${producer.site}`)).json())
    expect(site.organisation).toEqual({ id: producer.organisation })
  })

  test('that is not there is not found', async () => {
    expect((await served.get('/v1/sites/S-NOWHERE')).status).toBe(404)
  })
})

describe('an organisation', () => {
  test('reads as it is registered, with its permits', async () => {
    const response = await served.getAs([carrier], `/v1/organisations/${plant.organisation}`)
    expect(organisationSchema.parse(await response.json())).toMatchObject({
      id: plant.organisation,
      roles: ['operator'],
      identifiers: { rc: '16/00-0123456B09' },
      permits: [{ id: 'P-HOLDER' }],
    })
  })

  test('that is not there is not found', async () => {
    expect((await served.get('/v1/organisations/O-NONE')).status).toBe(404)
  })
})

describe('sites are listed', () => {
  test.each([
    ['all, in order of name', '', ['S-CET', 'S-OTHER', 'S-PLANT', 'S-PRODUCER']],
    ['by wilaya', 'wilaya=06', ['S-CET']],
    ['by holder', `organisation=${plant.organisation}`, ['S-CET', 'S-PLANT']],
    ['by holder and wilaya', `organisation=${plant.organisation}&wilaya=16`, ['S-PLANT']],
    ['by kind', 'kind=landfill', ['S-CET']],
    ['by wilaya and kind that none has both', 'wilaya=16&kind=landfill', []],
    ['by how the name begins, whatever its accents', 'name=cet%20de%20bejai', ['S-CET']],
    ['by name within a wilaya', 'name=h&wilaya=16', ['S-OTHER', 'S-PLANT', 'S-PRODUCER']],
  ])('%s', async (_, query, expected) => {
    const response = await served.get(`/v1/sites?${query}`)
    expect(response.status).toBe(200)
    const { items } = (await response.json()) as { readonly items: readonly { readonly id: string }[] }
    expect(items.map(({ id }) => id)).toEqual(expected)
  })

  test('as a table, too', async () => {
    const csv = await (await served.get('/v1/sites?wilaya=06', { accept: 'text/csv' })).text()
    expect(csv.split('\r\n')).toEqual([
      'id,name,organisation,wilaya,commune,kinds,location.lat,location.lon,registered',
      'S-CET,CET de Béjaïa,O-PLANT,06,,landfill;treatment,36.7,5.06,2026-11-22T07:00:00+01:00',
      '',
    ])
  })

  test('page after page, also when the name that is asked for has a question mark in it', async () => {
    const asked = ['S-1', 'S-2'].map(site => siteRegistered(site, { name: `CET ? ${site}` }))
    const alike = await ServedReads.start(directoryReads, ViewsInMemory.of([directoryProjection], asked))
    const first = await alike.get('/v1/sites?limit=1&name=CET%20?%20S', { accept: 'text/csv' })
    const next = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    expect(await (await alike.get(next, { accept: 'text/csv' })).text()).toContain('\r\nS-2,CET ? S-2,')
    await alike.stop()
  })

  test('a wilaya that never was is a problem that names the parameter', async () => {
    const response = await served.get('/v1/sites?wilaya=99')
    expect(await response.json()).toMatchObject({ code: 'invalid-query', detail: expect.stringContaining('wilaya') })
  })
})

describe('other reads ask of the directory', () => {
  test('who holds some sites', async () => {
    const holders = await views.read('directory', view => holdersOfSites(view, [plant.site, 'S-NOWHERE', 'S-CET']))
    expect([...holders]).toEqual([
      [plant.site, plant.organisation],
      ['S-CET', plant.organisation],
    ])
  })

  test('what permits a holder has, more than are fetched at once', async () => {
    const numbers = Array.from({ length: 1_001 }, (_, number) => `P-${String(number).padStart(4, '0')}`)
    const grants = numbers.map(subject => permitGranted({}, { subject, id: `granted-${subject}` }))
    const many = ViewsInMemory.of([directoryProjection], grants)
    const found = await many.read('directory', view => permitsGrantedTo(view, { organisation: carrier }))
    expect(found.map(({ granted }) => granted?.subject)).toEqual(numbers)
  })
})
