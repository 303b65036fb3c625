import { otherPlant, plant, producer } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import { declared, incident, pickedUp, received, turnedAway } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { brought, told } from './testing/lot-stories.ts'
import { LotsInMemory } from './testing/lots-in-memory.ts'

test('a lot comes from the movement that brought it, and is in stock until somebody takes it', async () => {
  const { kg, nodes, edges, origins, fates } = await LotsInMemory.of(...brought('MV-1', 1000)).lineage('MV-1')
  expect(kg).toBe(1000)
  expect(told(origins)).toEqual(['movement S-PRODUCER MV-1: 1000 kg, 1'])
  expect(told(fates)).toEqual(['stock S-PLANT: 1000 kg, 1'])
  expect(nodes).toEqual([
    {
      id: 'lot/S-PLANT/MV-1',
      kind: 'lot',
      name: 'MV-1',
      site: 'S-PLANT',
      code: '170405',
      kg: 1000,
      throughKg: 1000,
      time: '2026-11-22T11:00:00.000Z',
    },
    {
      id: 'movement/MV-1',
      kind: 'movement',
      name: 'MV-1',
      site: 'S-PRODUCER',
      code: '170405',
      kg: 1000,
      throughKg: 1000,
      time: '2026-11-22T08:00:00.000Z',
    },
  ])
  expect(edges).toEqual([{ from: 'movement/MV-1', to: 'lot/S-PLANT/MV-1', kg: 1000 }])
})

test('the waste of a factory goes through two treatments and ends where they sent it', async () => {
  const lots = LotsInMemory.of(
    ...brought('MV-1', 1000),
    // 600 kg are recycled, 300 kg go on as residue, 100 kg are lost.
    treated(
      {
        inputs: [{ lot: 'MV-1', code: '170405', kg: 1000 }],
        outputs: [{ lot: 'L-2', waste: { code: '191212' }, kg: 300 }],
        lossKg: 100,
      },
      { subject: 'T-1', id: 't-1' },
    ),
    ...brought('MV-2', 300, { from: plant.site, to: otherPlant.site, lots: ['L-2'] }),
    treated(
      {
        site: otherPlant.site,
        operation: 'D10',
        inputs: [{ lot: 'MV-2', code: '191212', kg: 250 }],
        outputs: undefined,
      },
      { subject: 'T-2', id: 't-2' },
    ),
  )
  const { fates, nodes } = await lots.lineage('MV-1', { directions: ['downstream'] })
  expect(told(fates)).toEqual([
    'fate R4 S-PLANT: 600 kg, 0.6',
    'fate D10 S-OTHER: 250 kg, 0.25',
    'loss S-PLANT: 100 kg, 0.1',
    'stock S-OTHER: 50 kg, 0.05',
  ])
  expect(nodes.map(({ id, throughKg }) => `${id} ${throughKg}`)).toEqual([
    'lot/S-PLANT/MV-1 1000',
    'treatment/T-1 1000',
    'lot/S-PLANT/L-2 300',
    'movement/MV-2 300',
    'lot/S-OTHER/MV-2 300',
    'treatment/T-2 250',
  ])
  const back = await lots.lineage('MV-2', { directions: ['upstream'] })
  expect(told(back.origins)).toEqual(['movement S-PRODUCER MV-1: 300 kg, 1'])
})

describe('what is put together', () => {
  const grouped = [
    ...brought('MV-1', 600),
    ...brought('MV-2', 300, { from: 'S-OTHER-PRODUCER' }),
    treated(
      {
        operation: 'R13',
        inputs: [
          { lot: 'MV-1', code: '170405', kg: 600 },
          { lot: 'MV-2', code: '170405', kg: 300 },
        ],
        outputs: [{ lot: 'L-GROUP', waste: { code: '170405' }, kg: 900 }],
      },
      { subject: 'T-GROUP', id: 't-group' },
    ),
  ]

  test('has of each in proportion to mass', async () => {
    const { origins } = await LotsInMemory.of(...grouped).lineage('L-GROUP')
    expect(told(origins)).toEqual([
      `movement S-PRODUCER MV-1: 600 kg, ${600 / 900}`,
      `movement S-OTHER-PRODUCER MV-2: 300 kg, ${300 / 900}`,
    ])
  })

  test('has of each in that proportion after it is split, and splits each alike', async () => {
    const split = treated(
      {
        operation: 'R12',
        inputs: [{ lot: 'L-GROUP', code: '170405', kg: 900 }],
        outputs: [
          { lot: 'L-A', waste: { code: '170405' }, kg: 450 },
          { lot: 'L-B', waste: { code: '170405' }, kg: 450 },
        ],
      },
      { subject: 'T-SPLIT', id: 't-split' },
    )
    const ended = treated(
      { inputs: [{ lot: 'L-A', code: '170405', kg: 450 }], outputs: undefined },
      { subject: 'T-END', id: 't-end' },
    )
    const lots = LotsInMemory.of(...grouped, split, ended)
    expect(told((await lots.lineage('L-B')).origins)).toEqual([
      `movement S-PRODUCER MV-1: 300 kg, ${300 / 450}`,
      `movement S-OTHER-PRODUCER MV-2: 150 kg, ${150 / 450}`,
    ])
    expect(told((await lots.lineage('MV-2')).fates)).toEqual([
      'fate R4 S-PLANT: 150 kg, 0.5',
      'stock S-PLANT: 150 kg, 0.5',
    ])
  })

  test('a third of a gram of each of three origins is a gram of one of them, and nothing is lost or made', async () => {
    const thirds = ['MV-1', 'MV-2', 'MV-3']
    const { origins, kg } = await LotsInMemory.of(
      ...thirds.flatMap(movement => brought(movement, 1)),
      treated(
        {
          inputs: thirds.map(lot => ({ lot, code: '170405', kg: 1 })),
          outputs: [{ lot: 'L-GRAM', waste: { code: '191212' }, kg: 0.001 }],
        },
        { subject: 'T-GRAM', id: 't-gram' },
      ),
    ).lineage('L-GRAM')
    expect(kg).toBe(0.001)
    expect(told(origins)).toEqual(['movement S-PRODUCER MV-1: 0.001 kg, 1'])
  })
})

describe('on the way', () => {
  test('a refused load makes no lot; what the next site takes in is followed from there', async () => {
    const lots = LotsInMemory.of(
      declared(),
      pickedUp(),
      turnedAway(),
      received({ site: otherPlant.site, leg: 2 }, { id: 'second', time: clock('13:00') }),
    )
    expect(told((await lots.lineage('MV-1')).fates)).toEqual(['stock S-OTHER: 1000 kg, 1'])
    await expect(lots.lineage('MV-1', { site: plant.site })).rejects.toMatchObject({ problem: { code: 'not-found' } })
  })

  test('a load taken in at two sites is two lots of one name', async () => {
    const part = { outcome: 'partly-accepted', acceptedKg: 600, refusedKg: 400, reason: { code: 'other' } } as const
    const rest = { site: otherPlant.site, leg: 2, netKg: 400, acceptedKg: 400 } as const
    const lots = LotsInMemory.of(
      declared(),
      pickedUp(),
      received(part),
      received(rest, { id: 'rest', time: clock('13:00') }),
    )
    await expect(lots.lineage('MV-1')).rejects.toMatchObject({
      problem: { code: 'invalid-query', values: { parameter: 'site' } },
    })
    const { kg, origins } = await lots.lineage('MV-1', { site: otherPlant.site })
    expect(kg).toBe(400)
    expect(told(origins)).toEqual(['movement S-PRODUCER MV-1: 400 kg, 1'])
  })

  test('what is lost, on the road or missing is a fate of the lots that were taken', async () => {
    const load = [
      lotProduced({ site: producer.site, kg: 2000 }),
      declared({ lots: [{ lot: 'L-1', kg: 1000 }] }),
      pickedUp(),
      incident({ lostKg: 100 }),
    ]
    expect(told((await LotsInMemory.of(...load).lineage('L-1')).fates)).toEqual([
      'stock S-PRODUCER: 1000 kg, 0.5',
      'transit S-PRODUCER MV-1: 900 kg, 0.45',
      'loss S-PRODUCER: 100 kg, 0.05',
    ])
    const arrivedLess = received({ netKg: 880, acceptedKg: 880 })
    expect(told((await LotsInMemory.of(...load, arrivedLess).lineage('L-1')).fates)).toEqual([
      'stock S-PRODUCER: 1000 kg, 0.5',
      'stock S-PLANT: 880 kg, 0.44',
      'loss S-PRODUCER: 100 kg, 0.05',
      'discrepancy S-PRODUCER MV-1: 20 kg, 0.01',
    ])
  })

  test('what arrives beyond what was taken over is an origin of its own', async () => {
    const { origins } = await LotsInMemory.of(
      declared(),
      pickedUp(),
      received({ netKg: 1250, acceptedKg: 1250 }),
    ).lineage('MV-1')
    expect(told(origins)).toEqual([
      'movement S-PRODUCER MV-1: 1000 kg, 0.8',
      'discrepancy S-PRODUCER MV-1: 250 kg, 0.2',
    ])
  })

  test('what arrives without a pick-up comes from nobody knows where, until the pick-up is told', async () => {
    const events = [declared(), received()]
    expect(told((await LotsInMemory.of(...events).lineage('MV-1')).origins)).toEqual([
      'unrecorded S-PRODUCER MV-1: 1000 kg, 1',
    ])
    expect(told((await LotsInMemory.of(...events, pickedUp()).lineage('MV-1')).origins)).toEqual([
      'movement S-PRODUCER MV-1: 1000 kg, 1',
    ])
  })

  test('a lot that keeps its number when it moves is no circle', async () => {
    const lots = LotsInMemory.of(
      lotProduced({ site: producer.site }),
      declared({ lots: [{ lot: 'L-1', kg: 1000 }] }),
      pickedUp(),
      received({ lot: 'L-1' }),
    )
    const { origins, circles } = await lots.lineage('L-1', { site: plant.site })
    expect(told(origins)).toEqual(['production S-PRODUCER L-1: 1000 kg, 1'])
    expect(circles).toBeUndefined()
  })
})

describe('a lot that was counted', () => {
  const found = (kg: number, id: string) => stockAdjusted({ kg }, { id })

  test('has what was found more as an origin, and what was missing as a fate', async () => {
    const more = await LotsInMemory.of(lotProduced({ kg: 900 }), found(100, 'more')).lineage('L-1')
    expect(told(more.origins)).toEqual(['production S-PLANT L-1: 900 kg, 0.9', 'adjusted S-PLANT L-1: 100 kg, 0.1'])
    const less = await LotsInMemory.of(lotProduced({ kg: 900 }), found(-90, 'less')).lineage('L-1')
    expect(told(less.fates)).toEqual(['stock S-PLANT: 810 kg, 0.9', 'adjusted S-PLANT: 90 kg, 0.1'])
  })

  test('counts as all counts together say', async () => {
    const { kg, origins } = await LotsInMemory.of(
      lotProduced({ kg: 900 }),
      found(100, 'more'),
      found(-100, 'less'),
    ).lineage('L-1')
    expect(kg).toBe(900)
    expect(told(origins)).toEqual(['production S-PLANT L-1: 900 kg, 1'])
  })
})

test('of a lot from which more was taken than had come, the rest comes from nobody knows where', async () => {
  const { kg, origins, fates } = await LotsInMemory.of(
    lotProduced({ kg: 600 }),
    treated({ inputs: [{ lot: 'L-1', code: '170405', kg: 1000 }], outputs: undefined }),
  ).lineage('L-1')
  expect(kg).toBe(1000)
  expect(told(origins)).toEqual(['production S-PLANT L-1: 600 kg, 0.6', 'unrecorded S-PLANT L-1: 400 kg, 0.4'])
  expect(told(fates)).toEqual(['fate R4 S-PLANT: 1000 kg, 1'])
})
