import { lotProduced, treated } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { told } from './testing/lot-stories.ts'
import { LotsInMemory } from './testing/lots-in-memory.ts'

describe('a lot that is its own ancestor', () => {
  const turned = (lot: string, to: string, kg: number, outKg: number) =>
    treated(
      {
        operation: 'R4',
        inputs: [{ lot, code: '170405', kg }],
        outputs: [{ lot: to, waste: { code: '170405' }, kg: outKg }],
      },
      { subject: `T-${lot}`, id: `t-${lot}` },
    )

  test('has of all that entered the circle, and what enters leaves by all that leaves it', async () => {
    const lots = LotsInMemory.of(
      lotProduced({ kg: 300 }),
      lotProduced({ kg: 100 }, { subject: 'L-2', id: 'second' }),
      turned('L-1', 'L-2', 400, 300),
      turned('L-2', 'L-1', 200, 100),
    )
    const { kg, origins, fates, circles } = await lots.lineage('L-1')
    expect(kg).toBe(400)
    expect(told(origins)).toEqual(['production S-PLANT L-1: 300 kg, 0.75', 'production S-PLANT L-2: 100 kg, 0.25'])
    expect(told(fates)).toEqual(['fate R4 S-PLANT: 200 kg, 0.5', 'stock S-PLANT: 200 kg, 0.5'])
    expect(circles).toEqual([['lot/S-PLANT/L-1', 'lot/S-PLANT/L-2', 'treatment/T-L-1', 'treatment/T-L-2']])
  })

  test('and of nothing else comes from the circle itself', async () => {
    const { origins, fates } = await LotsInMemory.of(
      turned('L-1', 'L-2', 100, 100),
      turned('L-2', 'L-1', 100, 100),
    ).lineage('L-1')
    expect(told(origins)).toEqual(['circle: 100 kg, 1'])
    expect(told(fates)).toEqual(['circle: 100 kg, 1'])
  })

  test('because a treatment put back what it took has given nothing to itself', async () => {
    const { circles, fates } = await LotsInMemory.of(lotProduced(), turned('L-1', 'L-1', 1000, 900)).lineage('L-1')
    expect(circles).toBeUndefined()
    expect(told(fates)).toEqual(['stock S-PLANT: 900 kg, 0.9', 'fate R4 S-PLANT: 100 kg, 0.1'])
  })
})
