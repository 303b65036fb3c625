import { oil, otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { registeredSites, siteRegistered } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { cancelled, declared, pickedUp, received, turnedAway } from '@athar/events/testing/movement-events.ts'
import { stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { alertKinds } from '@athar/projections/alerts/alert-kinds.ts'
import { describe, expect, test } from 'vitest'
import type { AlertAnswer } from './alert-answer.ts'
import { type AlertPage, alertsIn, given, kindsOf, pageAt } from './testing/served-alerts.ts'

describe('what happened', () => {
  const short = received({ netKg: 900, acceptedKg: 900 })

  test('is told with where, since when, by which rule, and what proves it', async () => {
    const reads = await given([declared(), pickedUp(), short])
    expect(await alertsIn(reads)).toEqual([
      {
        id: 'weight-differs/MV-1/received',
        kind: 'weight-differs',
        label: 'weight differs',
        open: true,
        site: plant.site,
        movement: 'MV-1',
        since: '2026-11-22T11:00:00.000Z',
        detail: 'received 900 kg, taken over 1000 kg: more than 2 % and 20 kg apart',
        rule: { name: 'weight-differs', version: '2026-1' },
        positions: [1, 3],
      },
    ])
  })

  test('is told in the language of the caller', async () => {
    const reads = await given([declared(), pickedUp(), turnedAway()])
    const response = await reads.get('/v1/alerts', { 'accept-language': 'fr' })
    const { items } = (await response.json()) as AlertPage
    expect(items[0]).toMatchObject({
      label: 'chargement refusé non réorienté',
      detail: 'S-PLANT a refusé 1000 kg, qui n’ont été ni réorientés ni reçus ailleurs',
    })
  })

  test('comes newest first, and is found by kind and by site', async () => {
    const reads = await given([
      declared({ waste: oil }),
      cancelled({}, { time: clock('09:30') }),
      pickedUp(),
      received({ site: otherPlant.site }),
    ])
    expect(kindsOf(await alertsIn(reads, '?kind=unexpected-site,after-cancellation,certificate-missing'))).toEqual([
      'unexpected-site',
      'after-cancellation',
      'after-cancellation',
      'certificate-missing',
    ])
    expect(kindsOf(await alertsIn(reads, `?site=${producer.site}`))).toEqual([
      'after-cancellation',
      'certificate-missing',
    ])
  })

  test('is gone when it is put right', async () => {
    expect(await alertsIn(await given([received(), pickedUp(), declared()]))).toEqual([])
  })

  test('is found by wilaya, as the sites are registered', async () => {
    const reads = await given([
      ...registeredSites,
      siteRegistered(
        otherPlant.site,
        { organisation: otherPlant.organisation, wilaya: '31' },
        { id: 'moved', time: clock('07:30') },
      ),
      received({ netKg: 900, acceptedKg: 900 }),
      received({ site: otherPlant.site }, { subject: 'MV-2', id: 'elsewhere' }),
    ])
    const inOran = await alertsIn(reads, '?kind=pickup-missing&wilaya=31')
    expect(inOran.map(({ movement }) => movement)).toEqual(['MV-2'])
  })
})

describe('deadlines', () => {
  const onTheWay = [declared(), pickedUp()]

  test('are alerts from the moment at which they run out', async () => {
    expect(await alertsIn(await given(onTheWay, '2026-11-25T07:59:59.999Z'))).toEqual([])
    expect(await alertsIn(await given(onTheWay, '2026-11-25T08:00:00Z'))).toMatchObject([
      {
        kind: 'in-transit-too-long',
        open: true,
        since: '2026-11-25T08:00:00.000Z',
        site: producer.site,
        positions: [2],
      },
    ])
  })

  test('are all that is not open: what has ended is not listed, nor what has no deadline', async () => {
    const late = declared({ toSite: plant.site }, { subject: 'MV-2', id: 'declared-2' })
    const reads = await given([
      declared(),
      pickedUp(),
      received(),
      late,
      received({ netKg: 900, acceptedKg: 900 }, { subject: 'MV-2', id: 'short' }),
    ])
    expect(await alertsIn(reads, '?open=false')).toEqual([])
    expect(await alertsIn(reads, '?open=false&kind=weight-differs,lot-overdrawn')).toEqual([])
  })

  test('that have not run out are told when asked for, and nothing else is', async () => {
    const reads = await given([...onTheWay, received({}, { subject: 'MV-2', id: 'undeclared' })])
    expect(await alertsIn(reads, '?open=false')).toMatchObject([
      { kind: 'in-transit-too-long', open: false, since: '2026-11-25T08:00:00.000Z' },
    ])
    expect(await alertsIn(reads, `?open=false&site=${producer.site}`)).toHaveLength(1)
    expect(await alertsIn(reads, `?open=false&site=${plant.site}`)).toEqual([])
  })
})

describe('pages', () => {
  const everywhere = [
    ...registeredSites,
    ...Array.from({ length: 7 }, (_, index) =>
      received({ site: plant.site }, { subject: `MV-${index}`, id: `received-${index}`, time: clock(`12:0${index}`) }),
    ),
    pickedUp({ waste: oil }, { subject: 'MV-9', id: 'carried' }),
    ...['L-1', 'L-2'].map((subject, index) =>
      stockAdjusted({ kg: -5000, site: index === 0 ? plant.site : otherPlant.site }, { subject, id: subject }),
    ),
    treated(),
  ]

  test.each([1, 2, 3, 5])('of %d hold everything once', async limit => {
    const reads = await given(everywhere)
    const whole = await alertsIn(reads)
    const walked: AlertAnswer[] = []
    let query = `?limit=${limit}`
    for (let page = await pageAt(reads, query); ; page = await pageAt(reads, query)) {
      expect(page.items.length).toBeLessThanOrEqual(limit)
      walked.push(...page.items)
      if (page.next === undefined) break
      query = `?limit=${limit}&cursor=${page.next}`
    }
    expect(walked).toEqual(whole)
    expect(new Set(walked.map(({ id }) => id)).size).toBe(walked.length)
    expect(new Set(kindsOf(whole))).toEqual(
      new Set([
        ...['pickup-missing', 'declaration-missing', 'negative-stock', 'lot-overdrawn'],
        ...['permit-missing', 'treated-without-permit'],
      ]),
    )
  })

  test('are rows of CSV too', async () => {
    const reads = await given([received()])
    const response = await reads.get('/v1/alerts?kind=pickup-missing', { accept: 'text/csv' })
    expect((await response.text()).split('\r\n')).toMatchObject([
      expect.stringMatching(/^id,kind,label,open,site,movement/),
      expect.stringMatching(/^pickup-missing\/MV-1\/received,pickup-missing,pick-up missing,true,S-PLANT,MV-1/),
      '',
    ])
  })
})

describe('who may read', () => {
  test('a party names a site of its own, and reads of no other', async () => {
    const reads = await given([...registeredSites, received()])
    const asPlant = (query: string) => reads.getAs([plant.organisation], `/v1/alerts${query}`)
    expect((await asPlant(`?site=${plant.site}`)).status).toBe(200)
    expect((await asPlant('')).status).toBe(400)
    expect((await asPlant(`?site=${otherPlant.site}`)).status).toBe(404)
  })

  test('what is no kind is refused, with those there are', async () => {
    const reads = await given([])
    const response = await reads.get('/v1/alerts?kind=boredom')
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toContain(alertKinds[0])
  })
})
