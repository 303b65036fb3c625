import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { LotsInMemory } from './testing/lots-in-memory.ts'

const code = '170405'

/** So many movements of 10 kg, received into one lot. */
function heap(movements: number): readonly SubmittedEvent[] {
  return Array.from({ length: movements }, (_, index) => {
    const subject = `MV-${String(index).padStart(4, '0')}`
    return [
      declared({ kg: 10 }, { subject, id: `declared-${subject}` }),
      pickedUp({}, { subject, id: `picked-up-${subject}` }),
      received({ netKg: 10, acceptedKg: 10, lot: 'L-HEAP' }, { subject, id: `received-${subject}` }),
    ]
  }).flat()
}

/** L-0 is treated into L-1, that into L-2, and so on: nothing is lost. */
function chain(lots: number): readonly SubmittedEvent[] {
  const steps = Array.from({ length: lots }, (_, index) =>
    treated(
      {
        operation: 'R12',
        inputs: [{ lot: `L-${index}`, code, kg: 100 }],
        outputs: [{ lot: `L-${index + 1}`, waste: { code }, kg: 100 }],
      },
      { subject: `T-${index}`, id: `t-${index}` },
    ),
  )
  return [lotProduced({ kg: 100 }, { subject: 'L-0' }), ...steps]
}

describe('a depth', () => {
  test('is counted from lot to lot; what lies beyond is deeper', async () => {
    const { origins, fates, nodes, truncated } = await LotsInMemory.of(...chain(9)).lineage('L-5', { depth: 2 })
    expect(origins).toEqual([{ kind: 'deeper', site: 'S-PLANT', lot: 'L-3', kg: 100, share: 1 }])
    expect(fates).toEqual([{ kind: 'deeper', site: 'S-PLANT', lot: 'L-7', kg: 100, share: 1 }])
    expect(nodes.map(({ name, cut }) => `${name}${cut ? ' cut' : ''}`)).toEqual([
      'L-5',
      'T-4',
      'L-4',
      'T-3',
      'L-3 cut',
      'T-5',
      'L-6',
      'T-6',
      'L-7 cut',
    ])
    expect(truncated).toBeUndefined()
  })

  test('that reaches all there is cuts nothing off', async () => {
    const { origins } = await LotsInMemory.of(...chain(3)).lineage('L-3', { depth: 4 })
    expect(origins).toEqual([{ kind: 'production', site: 'S-PLANT', lot: 'L-0', kg: 100, share: 1 }])
  })

  test('is not needed to go a thousand treatments back', async () => {
    const { origins, nodes } = await LotsInMemory.of(...chain(1_000)).lineage('L-1000', { directions: ['upstream'] })
    expect(origins).toEqual([{ kind: 'production', site: 'S-PLANT', lot: 'L-0', kg: 100, share: 1 }])
    expect(nodes).toHaveLength(2_001)
  })
})

describe('where there is more than may be looked into', () => {
  test('the movements beyond are origins that are deeper, and nothing is missing', async () => {
    const { kg, origins, truncated } = await LotsInMemory.of(...heap(30)).lineage('L-HEAP', { nodesMax: 11 })
    expect(kg).toBe(300)
    expect(Map.groupBy(origins ?? [], ({ kind }) => kind).get('movement')).toHaveLength(10)
    expect(Map.groupBy(origins ?? [], ({ kind }) => kind).get('deeper')).toHaveLength(20)
    expect(truncated).toBe(true)
  })

  test('a lot further on with too many documents is not looked into', async () => {
    const into = treated(
      {
        operation: 'R12',
        inputs: [{ lot: 'L-HEAP', code, kg: 300 }],
        outputs: [{ lot: 'L-NEXT', waste: { code }, kg: 300 }],
      },
      { subject: 'T-1' },
    )
    const { origins, truncated } = await LotsInMemory.of(...heap(30), into).lineage('L-NEXT', { linksMax: 20 })
    expect(origins).toEqual([{ kind: 'deeper', site: 'S-PLANT', lot: 'L-HEAP', kg: 300, share: 1 }])
    expect(truncated).toBe(true)
  })

  test('of a lot that is itself too large nothing is said but that', async () => {
    const { kg, nodes, origins, fates, truncated } = await LotsInMemory.of(...heap(30)).lineage('L-HEAP', {
      linksMax: 20,
    })
    expect({ kg, origins, fates, truncated }).toEqual({ kg: undefined, origins: [], fates: [], truncated: true })
    expect(nodes).toEqual([
      { id: 'lot/S-PLANT/L-HEAP', kind: 'lot', name: 'L-HEAP', site: 'S-PLANT', throughKg: 0, cut: true },
    ])
  })
})

test('a level of the walk asks for its documents at once, and for entries once a lot', async () => {
  const lots = LotsInMemory.of(...heap(100))
  await lots.lineage('L-HEAP', { directions: ['upstream'] })
  // To find its site: its own documents, its first entry, and nothing after it. Then the entries, and the documents.
  expect(lots.asked).toEqual({ lists: 3, gets: 2, keys: 102 })
})
