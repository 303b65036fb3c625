import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { oil, otherPlant, plant, steel } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { corrected, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { type AlertPage, alertsIn, given, kindsOf, pageAt } from './testing/served-alerts.ts'

const kinds = '?kind=lot-overdrawn,lot-code-differs,hazardous-lot-recoded'

async function alertsAfter(...events: readonly SubmittedEvent[]) {
  return alertsIn(await given(events), kinds)
}

/** A treatment that ends so much of a lot, under a code. */
function taken(lot: string, kg: number, code: string, around: { readonly id?: string; readonly time?: string } = {}) {
  const { id = `taken-${lot}` } = around
  return treated({ inputs: [{ lot, code, kg }], outputs: undefined }, { subject: id, id, ...around })
}

describe('a lot of which more was taken than was ever in it', () => {
  const others = lotProduced({ kg: 5000 }, { subject: 'L-9', id: 'others' })

  test('is told, though its site has enough of other lots of the code', async () => {
    const reads = await given([lotProduced(), others, taken('L-1', 1200, steel.code)])
    expect(await alertsIn(reads, '?kind=negative-stock')).toEqual([])
    expect(await alertsIn(reads, kinds)).toEqual([
      {
        id: 'lot-overdrawn/S-PLANT/170405/L-1',
        kind: 'lot-overdrawn',
        label: 'lot overdrawn',
        open: true,
        site: plant.site,
        lot: 'L-1',
        account: 'lot/S-PLANT/170405/L-1',
        code: steel.code,
        since: '2026-11-22T10:00:00.000Z',
        detail: '200 kg more of 170405 have been taken out of lot L-1 at S-PLANT than came into it',
        rule: { name: 'lot-overdrawn', version: '2026-1' },
        positions: [3],
      },
    ])
  })

  test('is told whoever took it: a pick-up, or a count', async () => {
    const sentOn = [
      declared({ fromSite: plant.site, toSite: otherPlant.site, lots: [{ lot: 'L-1', kg: 1000 }] }),
      pickedUp(),
    ]
    expect(kindsOf(await alertsAfter(others, ...sentOn))).toEqual(['lot-overdrawn'])
    expect(kindsOf(await alertsAfter(others, stockAdjusted()))).toEqual(['lot-overdrawn'])
  })

  test('is in order when what came in is recorded, or what was said of it is corrected', async () => {
    expect(await alertsAfter(taken('L-1', 1000, steel.code), others, lotProduced())).toEqual([])
    const receipt = received()
    const mended = corrected(receipt, { netKg: 1200, acceptedKg: 1200 })
    const told = [declared(), pickedUp(), receipt, taken('MV-1', 1200, steel.code)]
    expect(kindsOf(await alertsAfter(...told))).toEqual(['lot-overdrawn'])
    expect(await alertsAfter(...told, mended)).toEqual([])
  })

  test('is told to its site, in the language asked for, and in its wilaya', async () => {
    const reads = await given([...registeredSites, others, taken('L-1', 1000, steel.code)])
    const response = await reads.get(`/v1/alerts${kinds}`, { 'accept-language': 'fr' })
    const { items } = (await response.json()) as AlertPage // what the description says of it
    expect(items).toMatchObject([
      {
        label: 'lot à découvert',
        detail: 'il est sorti du lot L-1 de S-PLANT 1000 kg de 170405 de plus qu’il n’y en est entré',
      },
    ])
    const own = await reads.getAs([plant.organisation], `/v1/alerts${kinds}&site=${plant.site}`)
    expect(await own.json()).toMatchObject({ items: [{ lot: 'L-1' }] })
    expect(await alertsIn(reads, `${kinds}&site=${otherPlant.site}`)).toEqual([])
    expect(await alertsIn(reads, `${kinds}&wilaya=16`)).toHaveLength(1)
    expect(await alertsIn(reads, `${kinds}&wilaya=31`)).toEqual([])
  })
})

describe('a lot that was taken under another code', () => {
  test('than it came in as is told with both, and with what proves it', async () => {
    expect(await alertsAfter(lotProduced(), taken('L-1', 300, '191202'))).toMatchObject([
      {
        id: 'lot-code-differs/S-PLANT/191202/L-1',
        detail: '300 kg more of lot L-1 at S-PLANT were taken as 191202 than came in as such; it came in as 170405',
        positions: [1, 2],
      },
    ])
  })

  test('is one of hazardous waste that goes by a name that is not, in whatever order that is told', async () => {
    const load = [declared({ waste: oil, acceptanceCertificate: 'CAP-1' }), pickedUp(), received()]
    const events = [...load, taken('MV-1', 400, '191202', { time: clock('13:00') })]
    for (const told of [events, events.toReversed()])
      expect(await alertsAfter(...told)).toMatchObject([
        {
          id: 'hazardous-lot-recoded/S-PLANT/191202/MV-1',
          since: '2026-11-22T12:00:00.000Z',
          detail:
            '400 kg more of lot MV-1 at S-PLANT were taken as 191202, which is not hazardous, than came in as such; ' +
            'it came in as hazardous waste 130205',
        },
      ])
  })

  test('is hazardous by what was said of it as well', async () => {
    const toxic = lotProduced({ waste: { ...steel, hazards: ['HP6'] } })
    expect(kindsOf(await alertsAfter(toxic, taken('L-1', 300, '191202')))).toEqual(['hazardous-lot-recoded'])
  })

  test('hides no hazard when that code is hazardous too', async () => {
    const hazardous = lotProduced({ waste: oil })
    expect(kindsOf(await alertsAfter(hazardous, taken('L-1', 300, '130208')))).toEqual(['lot-code-differs'])
  })

  test('is told though some of it came in under that code, and however much more of another gave to it', async () => {
    const little = Array.from({ length: 12 }, (_, index) =>
      treated(
        {
          inputs: [{ lot: `L-${index}`, code: '191202', kg: 1 }],
          outputs: [{ lot: 'MIX', waste: { code: '191202' }, kg: 1 }],
        },
        { subject: `T-${index}`, id: `little-${index}`, time: clock('09:00') },
      ),
    )
    const hidden = treated(
      { inputs: [{ lot: 'L-OIL', ...oil, kg: 500 }], outputs: [{ lot: 'MIX', waste: oil, kg: 500 }] },
      { subject: 'T-OIL', id: 'oil', time: clock('10:00') },
    )
    const alerts = await alertsAfter(...little, hidden, taken('MIX', 500, '191202', { time: clock('12:00') }))
    expect(alerts.filter(({ lot }) => lot === 'MIX')).toMatchObject([{ kind: 'hazardous-lot-recoded', code: '191202' }])
  })
})

test('each kind is found alone, page by page', async () => {
  const reads = await given([
    lotProduced(),
    lotProduced({ waste: oil }, { subject: 'L-2', id: 'oil' }),
    ...['L-1', 'L-2', 'L-3'].map(lot => taken(lot, 100, '191202')),
  ])
  for (const [kind, lot] of [
    ['lot-code-differs', 'L-1'],
    ['hazardous-lot-recoded', 'L-2'],
    ['lot-overdrawn', 'L-3'],
  ] as const) {
    const found: (string | undefined)[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page = await pageAt(reads, `?kind=${kind}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)
      found.push(...page.items.map(alert => alert.lot))
      cursor = page.next
    }
    expect(found).toEqual([lot])
  }
})
