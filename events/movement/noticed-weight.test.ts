import fc from 'fast-check'
import { describe, test } from 'vitest'
import { otherPlant } from '../testing/cast.ts'
import { clock } from '../testing/events.ts'
import { given } from '../testing/given.ts'
import { declared, pickedUp, received, redirected, turnedAway } from '../testing/movement-events.ts'
import { warning } from '../warnings.ts'

describe('weight-differs', () => {
  const taken = pickedUp({ kg: 5000 })

  test('over 2 % and 20 kg: the bound itself is allowed', () => {
    given(declared(), taken)
      .when(received({ netKg: 4900, acceptedKg: 4900 }))
      .thenRecorded()
    given(declared(), taken)
      .when(received({ netKg: 4899.999, acceptedKg: 4899.999 }))
      .thenRecorded(warning('weight-differs', { received: 4899.999, takenOver: 5000, percent: 2, kg: 20 }))
  })

  test('not within 20 kg, however many percent', () => {
    given(declared({ kg: 100 }), pickedUp())
      .when(received({ netKg: 120, acceptedKg: 120 }))
      .thenRecorded()
  })

  test('exactly when both bounds are passed', () => {
    const mass = fc.integer({ min: 1, max: 3_000_000 })
    fc.assert(
      fc.property(mass, mass, (takenGrams, foundGrams) => {
        const apart = Math.abs(takenGrams - foundGrams)
        const noticed = apart * 50 > takenGrams && apart > 20_000 ? (['weight-differs'] as const) : []
        given(declared(), pickedUp({ kg: takenGrams / 1000 }))
          .when(received({ netKg: foundGrams / 1000, acceptedKg: foundGrams / 1000 }))
          .thenRecorded(...noticed)
      }),
    )
  })

  test('against the declaration when the pick-up does not say', () => {
    given(declared({ kg: 2000 }), pickedUp())
      .when(received())
      .thenRecorded('weight-differs')
  })

  test('against what the receipt before refused, on a second leg', () => {
    const second = received({ site: otherPlant.site, leg: 2 }, { id: 'second', time: clock('13:00') })
    const partly = received({
      outcome: 'partly-accepted',
      acceptedKg: 400,
      refusedKg: 600,
      reason: { code: 'site-full' },
    })
    const history = [declared(), pickedUp(), redirected()]
    given(...history, turnedAway())
      .when(second)
      .thenRecorded()
    given(...history, partly)
      .when(second)
      .thenRecorded(warning('weight-differs', { received: 1000, takenOver: 600, percent: 2, kg: 20 }))
  })

  test('not when nobody said how much was taken over', () => {
    given(pickedUp()).when(received()).thenRecorded('declaration-missing')
  })
})
