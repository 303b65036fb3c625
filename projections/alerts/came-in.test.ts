import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { oil, otherPlant, plant, steel } from '@athar/events/testing/cast.ts'
import { pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { lotProduced, stockAdjusted } from '@athar/events/testing/stock-events.ts'
import { describe, expect, test } from 'vitest'
import { custodyFold } from '../custody/custody-fold.ts'
import type { CustodyDocument } from '../custody/documents.ts'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { cameIn } from './came-in.ts'

const custody = [{ name: 'custody', version: 1, fold: custodyFold }]

/** The codes as which a lot came in, by what was said in one document. */
function codesOf(key: string, place: { readonly site: string; readonly lot: string }, ...events: SubmittedEvent[]) {
  const document = foldArrived(custody, events).document(key) as CustodyDocument // the fold of custody writes no others
  return cameIn(key, document, place).map(({ waste }) => waste.code)
}

describe('a lot that keeps its name at two sites', () => {
  test('came in at each as what was counted there', () => {
    const here = stockAdjusted({ kg: 10, code: oil.code }, { id: 'here' })
    const there = stockAdjusted({ kg: 20, site: otherPlant.site, code: '191212' }, { id: 'there' })
    const events = [lotProduced(), here, there]
    expect(codesOf('lot/L-1', { site: plant.site, lot: 'L-1' }, ...events)).toEqual([steel.code, oil.code])
    expect(codesOf('lot/L-1', { site: otherPlant.site, lot: 'L-1' }, ...events)).toEqual(['191212'])
  })

  test('came in at each as what its gate found', () => {
    const half = { netKg: 500, acceptedKg: 500, lot: 'L-7' }
    const events = [
      pickedUp(),
      received({ ...half, waste: steel }),
      received({ ...half, site: otherPlant.site, waste: oil }, { id: 'received-there' }),
    ]
    expect(codesOf('movement/MV-1', { site: plant.site, lot: 'L-7' }, ...events)).toEqual([steel.code])
    expect(codesOf('movement/MV-1', { site: otherPlant.site, lot: 'L-7' }, ...events)).toEqual([oil.code])
  })
})

test('a count that found less has brought nothing in', () => {
  expect(codesOf('lot/L-1', { site: plant.site, lot: 'L-1' }, stockAdjusted())).toEqual([])
})
