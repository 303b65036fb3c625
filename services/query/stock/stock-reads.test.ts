import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { corrected, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { stockReads } from './reads.ts'

const receipt = received({ netKg: 980, acceptedKg: 980 })

/** At the plant: steel from a movement and from a lot of its own, most of it treated. Another site is short of something. */
const told = [
  ...registeredSites, // 1 to 3
  declared(), // 4
  pickedUp(), // 5
  receipt, // 6, at 12:00
  lotProduced({ kg: 1000 }), // 7, at 9:00
  treated(), // 8, at 11:00: all of L-1, of which 100 kg are now 191212
  stockAdjusted({ site: 'S-OTHER', code: '191212', kg: -5 }, { subject: 'L-9' }), // 9, at 10:00
  corrected(receipt, { netKg: 990, acceptedKg: 990 }), // 10
]
const now = clock('20:00')

let reads: ServedReads
beforeAll(async () => {
  const views = ViewsInMemory.of([massLedgerProjection, directoryProjection], told)
  reads = await ServedReads.start(stockReads, views, { now: () => Date.parse(now) })
})
afterAll(() => reads.stop())

const read = async (path: string) => (await reads.get(path)).json()

describe('the stock of a site', () => {
  test('is by code, with its lots and its sum', async () => {
    expect(await read('/v1/sites/S-PLANT/stock')).toEqual({
      site: 'S-PLANT',
      asOf: new Date(now).toISOString(),
      position: 10,
      items: [
        { code: '170405', kg: 990, lots: 1 },
        { code: '191212', kg: 100, lots: 1 },
      ],
      totalKg: 1090,
    })
  })

  test('shows what is below zero', async () => {
    expect(await read('/v1/sites/S-OTHER/stock')).toMatchObject({
      items: [{ code: '191212', kg: -5, lots: 1 }],
      totalKg: -5,
    })
  })

  test('of a day has what is used up now', async () => {
    expect(await read(`/v1/sites/S-PLANT/stock?asOf=${encodeURIComponent(clock('10:00'))}`)).toMatchObject({
      asOf: '2026-11-22T09:00:00.000Z',
      items: [{ code: '170405', kg: 1000, lots: 1 }],
    })
  })

  test('as it was known has what was corrected later', async () => {
    expect(await read('/v1/sites/S-PLANT/stock?knownAt=6')).toMatchObject({
      knownAt: 6,
      items: [{ code: '170405', kg: 980, lots: 1 }],
    })
  })

  test('of a day as it was known on another has neither', async () => {
    const asOf = encodeURIComponent(clock('11:00'))
    expect(await read(`/v1/sites/S-PLANT/stock?asOf=${asOf}&knownAt=7`)).toMatchObject({
      items: [{ code: '170405', kg: 1000, lots: 1 }],
    })
    expect(await read(`/v1/sites/S-PLANT/stock?asOf=${asOf}&knownAt=6`)).toMatchObject({ items: [], totalKg: 0 })
  })

  test('as it will be known is not answered', async () => {
    const answer = await reads.get('/v1/sites/S-PLANT/stock?knownAt=11')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('up to 10') })
  })

  test('that nobody told anything of is empty', async () => {
    expect(await read('/v1/sites/S-NOWHERE/stock')).toMatchObject({ items: [], totalKg: 0 })
  })

  test('is a table as well', async () => {
    const answer = await reads.get('/v1/sites/S-PLANT/stock', { accept: 'text/csv' })
    expect(await answer.text()).toBe('code,kg,lots\r\n170405,990,1\r\n191212,100,1\r\n')
  })

  test('is read by its holder, and is nowhere for others', async () => {
    expect((await reads.getAs(['O-PLANT'], '/v1/sites/S-PLANT/stock')).status).toBe(200)
    expect((await reads.getAs(['O-OTHER'], '/v1/sites/S-PLANT/stock')).status).toBe(404)
  })
})

describe('the stock of all sites', () => {
  test('is by code over all of them', async () => {
    expect(await read('/v1/stock')).toEqual({
      items: [
        { code: '170405', kg: 990, sites: 1 },
        { code: '191212', kg: 95, sites: 2 },
      ],
    })
  })

  test('is by site when that is asked for', async () => {
    expect(await read('/v1/stock?by=site')).toEqual({
      items: [
        { code: '170405', kg: 990, site: 'S-PLANT', wilaya: '16' },
        { code: '191212', kg: -5, site: 'S-OTHER', wilaya: '16' },
        { code: '191212', kg: 100, site: 'S-PLANT', wilaya: '16' },
      ],
    })
  })

  test('is read by authorities and analysts, and by a party of its own site', async () => {
    expect((await reads.getAs(['O-PLANT'], '/v1/stock')).status).toBe(400)
    expect((await reads.getAs(['O-PLANT'], '/v1/stock?site=S-PLANT')).status).toBe(200)
    expect((await reads.getAs(['O-PLANT'], '/v1/stock?site=S-OTHER')).status).toBe(404)
  })
})

test('the balance says where every gram is, and adds up to nothing', async () => {
  expect(await read('/v1/balance')).toEqual({
    producedKg: -2000,
    stockKg: 1085,
    transitKg: 0,
    fateKg: { R4: 900 },
    lossKg: 0,
    discrepancyKg: 10,
    adjustedKg: 5,
    sumGrams: 0,
    position: 10,
  })
})
