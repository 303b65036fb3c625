import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { carrier, otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { lineageProjection } from '@athar/projections/lineage/lineage-projection.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { lotAnswer } from './lot-answer.ts'
import { LotReader } from './lot-reader.ts'
import { lotSchema } from './lot-schema.ts'
import { lotReads } from './reads.ts'
import { LotsInMemory } from './testing/lots-in-memory.ts'

let served: ServedReads | undefined

afterEach(async () => {
  await served?.stop()
  served = undefined
})

async function serve(...events: readonly SubmittedEvent[]): Promise<ServedReads> {
  served = await ServedReads.start(
    lotReads,
    ViewsInMemory.of([lineageProjection, directoryProjection], [...registeredSites, ...events]),
  )
  return served
}

const story = [
  declared(),
  pickedUp(),
  received(),
  stockAdjusted({ kg: -50 }, { subject: 'MV-1', time: clock('12:30') }),
  treated({ inputs: [{ lot: 'MV-1', code: '170405', kg: 700 }] }, { time: clock('13:00') }),
]

describe('a lot', () => {
  test('says what gave to it, what took from it, and what is left', async () => {
    const response = await (await serve(...story)).get('/v1/lots/MV-1')
    expect(lotSchema.parse(await response.json())).toEqual({
      lot: 'MV-1',
      site: 'S-PLANT',
      code: '170405',
      kg: { in: 1000, out: 750, left: 250 },
      from: [{ kind: 'movement', name: 'MV-1', code: '170405', kg: 1000, time: '2026-11-22T11:00:00.000Z' }],
      to: [
        { kind: 'adjustment', code: '170405', kg: 50, time: '2026-11-22T11:30:00.000Z' },
        { kind: 'treatment', name: 'T-1', code: '170405', kg: 700, time: '2026-11-22T12:00:00.000Z' },
      ],
    })
  })

  test('from which more was taken than had come has less than nothing left', async () => {
    const response = await (await serve(treated())).get('/v1/lots/L-1')
    expect(lotSchema.parse(await response.json())).toMatchObject({ kg: { in: 0, out: 1000, left: -1000 } })
  })

  test('that nobody has told of is not there', async () => {
    expect((await (await serve(...story)).get('/v1/lots/L-NONE')).status).toBe(404)
  })

  test('of a name that several sites use is asked for with its site', async () => {
    const reads = await serve(lotProduced({ site: producer.site }, { subject: 'MV-1' }), ...story)
    const unnamed = await reads.get('/v1/lots/MV-1')
    expect(unnamed.status).toBe(400)
    expect(await unnamed.json()).toMatchObject({ detail: expect.stringContaining('S-PLANT, S-PRODUCER') })
    const named = await reads.get(`/v1/lots/MV-1?site=${producer.site}`)
    expect(await named.json()).toMatchObject({ site: producer.site, kg: { left: 1000 } })
    expect((await reads.get('/v1/lots/MV-1?site=S-NOWHERE')).status).toBe(404)
  })

  test('is read by the holder of its site, and is not there for others', async () => {
    const reads = await serve(...story)
    expect((await reads.getAs([plant.organisation], '/v1/lots/MV-1')).status).toBe(200)
    expect((await reads.getAs([producer.organisation, carrier, otherPlant.organisation], '/v1/lots/MV-1')).status).toBe(
      404,
    )
  })

  test('of a name that others use too is their own for each of them', async () => {
    const reads = await serve(lotProduced({ site: producer.site }, { subject: 'MV-1' }), ...story)
    const response = await reads.getAs([producer.organisation], '/v1/lots/MV-1')
    expect(await response.json()).toMatchObject({ site: producer.site })
  })

  test('of a plain name that many plants use is found by the one whose site comes last', async () => {
    const taking = { inputs: [{ lot: '1', code: '170405', kg: 10 }], outputs: undefined }
    const elsewhere = Array.from({ length: 45 }, (_, index) =>
      treated({ ...taking, site: `S-A${index}` }, { subject: `T-${index}`, id: `treated-${index}` }),
    )
    const reads = await serve(...elsewhere, treated(taking, { subject: 'T-OWN' }))
    for (const path of ['/v1/lots/1', '/v1/lots/1/lineage']) {
      const response = await reads.getAs([plant.organisation], path)
      expect(await response.json(), path).toMatchObject({ site: plant.site })
    }
  })

  test('with more documents than are shown says so; with more than are counted it does not say what is left', async () => {
    const takings = ['T-1', 'T-2', 'T-3'].map(subject =>
      treated({ inputs: [{ lot: 'L-1', code: '170405', kg: 10 }], outputs: undefined }, { subject, id: subject }),
    )
    const lots = LotsInMemory.of(lotProduced(), ...takings)
    const place = { lot: 'L-1', site: plant.site }
    const short = await lotAnswer(new LotReader(lots), place, { shownMax: 2 })
    expect(short).toMatchObject({ kg: { left: 970 }, truncated: true })
    expect(short.to).toHaveLength(2)
    expect(await lotAnswer(new LotReader(lots), place, { partsMax: 2 })).not.toHaveProperty('kg')
  })
})
