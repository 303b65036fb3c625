import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { carrier, otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { lineageProjection } from '@athar/projections/lineage/lineage-projection.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServedReads } from '../testing/served-reads.ts'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { type LineageAnswer, lineageSchema } from './lineage-schema.ts'
import { lotReads } from './reads.ts'

const code = '170405'

function moved(subject: string, from: string, to: string, kg: number, more: { lot?: string; taken?: string } = {}) {
  const lots = more.taken === undefined ? {} : { lots: [{ lot: more.taken, kg }] }
  return [
    declared({ fromSite: from, toSite: to, kg, ...lots }, { subject, id: `declared-${subject}` }),
    pickedUp({}, { subject, id: `picked-up-${subject}` }),
    received({ site: to, netKg: kg, acceptedKg: kg, lot: more.lot }, { subject, id: `received-${subject}` }),
  ]
}

/**
 * The plant receives 600 kg of the producer and 300 kg of the other plant into one lot, recycles half of it, and sends the
 * rest on to the other plant, which burns it.
 */
const story: readonly SubmittedEvent[] = [
  ...moved('MV-1', producer.site, plant.site, 600, { lot: 'L-IN' }),
  ...moved('MV-2', otherPlant.site, plant.site, 300, { lot: 'L-IN' }),
  treated({ inputs: [{ lot: 'L-IN', code, kg: 900 }], outputs: [{ lot: 'L-OUT', waste: { code }, kg: 450 }] }),
  ...moved('MV-3', plant.site, otherPlant.site, 450, { taken: 'L-OUT' }),
  treated(
    { site: otherPlant.site, operation: 'D10', inputs: [{ lot: 'MV-3', code, kg: 450 }], outputs: undefined },
    { subject: 'T-2', id: 'burnt' },
  ),
]

let reads: ServedReads

beforeAll(async () => {
  const views = ViewsInMemory.of([lineageProjection, directoryProjection], [...registeredSites, ...story])
  reads = await ServedReads.start(lotReads, views)
})

afterAll(() => reads.stop())

async function lineage(organisation: string, lot: string): Promise<LineageAnswer> {
  const response = await reads.getAs([organisation], `/v1/lots/${lot}/lineage`)
  return lineageSchema.parse(await response.json())
}

function names({ nodes }: LineageAnswer): readonly string[] {
  return nodes.map(({ name, kg, cut }) => `${name} ${kg}${cut ? ' cut' : ''}`)
}

describe('a producer', () => {
  test('proves where its part of a lot of others ended, and sees no other part', async () => {
    const answer = await lineage(producer.organisation, 'L-IN')
    expect(answer.kg).toBe(600)
    expect(answer.origins).toEqual([{ kind: 'movement', site: producer.site, movement: 'MV-1', kg: 600, share: 1 }])
    expect(answer.fates).toEqual([
      { kind: 'fate', site: otherPlant.site, operation: 'D10', kg: 300, share: 0.5 },
      { kind: 'fate', site: plant.site, operation: 'R4', kg: 300, share: 0.5 },
    ])
    expect(names(answer)).toEqual(['L-IN 600', 'MV-1 600'])
    expect(answer.edges).toEqual([{ from: 'movement/MV-1', to: 'lot/S-PLANT/L-IN', kg: 600 }])
  })

  test('does not see a lot further on', async () => {
    expect((await reads.getAs([producer.organisation], '/v1/lots/L-OUT/lineage')).status).toBe(404)
  })
})

describe('the holder of the site', () => {
  test('sees what stands around its own lots, and where all of it ended', async () => {
    const answer = await lineage(plant.organisation, 'L-IN')
    expect(names(answer)).toEqual([
      'L-IN 900',
      'MV-1 600',
      'MV-2 300',
      'T-1 900',
      'L-OUT 450',
      'MV-3 450',
      'MV-3 450 cut',
    ])
    expect(answer.fates?.map(({ kind, site, kg }) => `${kind} ${site} ${kg}`)).toEqual([
      'fate S-OTHER 450',
      'fate S-PLANT 450',
    ])
  })

  test('does not see what is behind the lots that others sent', async () => {
    const { origins } = await lineage(otherPlant.organisation, 'MV-3')
    expect(origins).toEqual([{ kind: 'deeper', site: plant.site, lot: 'L-OUT', kg: 450, share: 1 }])
  })
})

test('who has no part in a lot does not see it', async () => {
  for (const path of ['/v1/lots/L-IN/lineage', '/v1/lots/L-IN'])
    expect((await reads.getAs([carrier], path)).status).toBe(404)
})

test.each(['inspector', 'analyst', 'authority', 'service'] as const)('%s sees all of it', async role => {
  const response = await reads.get('/v1/lots/MV-3/lineage', { key: reads.key({ role }) })
  const { origins } = lineageSchema.parse(await response.json())
  expect(origins?.map(({ movement, kg }) => `${movement} ${kg}`)).toEqual(['MV-1 300', 'MV-2 150'])
})

test.each([
  ['direction=sideways', 'direction'],
  ['depth=0', 'depth'],
  ['depth=deep', 'depth'],
  ['site=S/1', 'site'],
  ['asOf=2026-01-01', 'asOf'],
])('%s is a problem that names the parameter', async (query, parameter) => {
  const response = await reads.get(`/v1/lots/L-IN/lineage?${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid-query', detail: expect.stringContaining(parameter) })
})

test('only the way that is asked for is answered', async () => {
  const upstream = await (await reads.get('/v1/lots/L-IN/lineage?direction=upstream')).json()
  expect(upstream).toHaveProperty('origins')
  expect(upstream).not.toHaveProperty('fates')
  const downstream = await (await reads.get('/v1/lots/L-IN/lineage?direction=downstream')).json()
  expect(downstream).toHaveProperty('fates')
  expect(downstream).not.toHaveProperty('origins')
})
