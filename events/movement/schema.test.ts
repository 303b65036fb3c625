import { describe, test } from 'vitest'
import { carrier, plant } from '../testing/cast.ts'
import { given } from '../testing/given.ts'
import { declared, handedOver, redirected } from '../testing/movement-events.ts'

describe('a declaration names only once', () => {
  test('a carrier', () => {
    given()
      .when(declared({ carriers: [carrier, 'C-OTHER', carrier] }))
      .thenInvalid('/data/carriers/2', 'repeated', { value: carrier })
  })

  test('a lot that the load is taken from', () => {
    const half = { lot: 'L-1', kg: 500 }
    given()
      .when(declared({ lots: [half, half] }))
      .thenInvalid('/data/lots/1', 'repeated', { value: 'L-1' })
  })
})

describe('a load goes from one to another', () => {
  test('when it is handed over', () => {
    given()
      .when(handedOver({ toCarrier: carrier }))
      .thenInvalid('/data/toCarrier', 'same-place', { other: 'fromCarrier' })
  })

  test('when it is redirected', () => {
    given()
      .when(redirected({ toSite: plant.site }))
      .thenInvalid('/data/toSite', 'same-place', { other: 'fromSite' })
  })
})
