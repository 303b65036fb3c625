import { describe, test } from 'vitest'
import { otherPlant, plant, producer, secondCarrier } from '../testing/cast.ts'
import { clock } from '../testing/events.ts'
import { given } from '../testing/given.ts'
import {
  cancelled,
  corrected,
  declared,
  handedOver,
  incident,
  pickedUp,
  received,
  redirected,
  turnedAway,
} from '../testing/movement-events.ts'
import { warning } from '../warnings.ts'

describe('declaration-missing', () => {
  test.each([pickedUp(), redirected(), incident()])('while nobody has declared: $id', event => {
    given().when(event).thenRecorded('declaration-missing')
    given(declared()).when(event).thenRecorded()
  })

  test('not on a cancellation, which is one of nothing', () => {
    given().when(cancelled()).thenRecorded()
  })
})

describe('pickup-missing', () => {
  test.each([handedOver(), received()])('while nobody has picked up: $id', event => {
    given(declared()).when(event).thenRecorded('pickup-missing')
    given(declared(), pickedUp()).when(event).thenRecorded()
  })
})

describe('after-cancellation', () => {
  const noticed = warning('after-cancellation', { by: 'cancelled' })
  const pickedUpToo = pickedUp({}, { id: 'picked-up-all-the-same' })

  test.each([handedOver(), received(), redirected(), incident()])('on what comes after: $id', event => {
    given(declared(), cancelled(), pickedUpToo).when(event).thenRecorded(noticed)
  })

  test('on the pick-up itself', () => {
    given(declared(), cancelled()).when(pickedUpToo).thenRecorded(noticed)
  })

  test('not on the declaration, which is what was cancelled', () => {
    given(cancelled()).when(declared()).thenRecorded()
  })
})

describe('unexpected-site', () => {
  const elsewhere = received({ site: otherPlant.site })
  const noticed = warning('unexpected-site', { site: otherPlant.site, expected: plant.site })

  test('at a site that neither the declaration nor a redirection names', () => {
    given(declared(), pickedUp()).when(elsewhere).thenRecorded(noticed)
  })

  test('not where a redirection leads', () => {
    given(declared(), pickedUp(), redirected()).when(elsewhere).thenRecorded()
  })

  test('not while nobody has said where the load goes', () => {
    given(pickedUp()).when(elsewhere).thenRecorded('declaration-missing')
  })

  test('not when a refused load comes home', () => {
    const home = received({ site: producer.site, leg: 2 }, { id: 'home', time: clock('13:00') })
    given(declared(), pickedUp(), turnedAway()).when(home).thenRecorded()
    given(declared(), pickedUp(), received()).when(home).thenRecorded('unexpected-site', 'weight-differs')
  })
})

describe('unexpected-carrier', () => {
  const onwards = handedOver(
    { fromCarrier: secondCarrier, toCarrier: 'C-THIRD' },
    { id: 'onwards', time: clock('11:00') },
  )

  test('when the declaration names others', () => {
    const noticed = warning('unexpected-carrier', { carrier: 'C-FIRST', expected: secondCarrier })
    given(declared({ carriers: [secondCarrier] }))
      .when(pickedUp())
      .thenRecorded(noticed)
    given(declared({ carriers: [secondCarrier, 'C-FIRST'] }))
      .when(pickedUp())
      .thenRecorded()
  })

  test('when a carrier hands over what it never held', () => {
    given(declared(), pickedUp({ carrier: secondCarrier }))
      .when(handedOver())
      .thenRecorded(warning('unexpected-carrier', { carrier: 'C-FIRST', expected: secondCarrier }))
  })

  test('not when it was handed over to that carrier before', () => {
    given(declared(), pickedUp(), handedOver()).when(onwards).thenRecorded()
  })

  test('not because a later hand-over arrived first', () => {
    given(declared(), onwards).when(handedOver()).thenRecorded('pickup-missing')
  })
})

describe('time-order', () => {
  const early = { time: clock('08:30') }

  test('when a receipt is said to be before the pick-up', () => {
    given(declared(), pickedUp())
      .when(received({}, early))
      .thenRecorded(warning('time-order', { event: 'receipt', other: 'pick-up' }))
  })

  test('says the same when it is the pick-up that comes second', () => {
    given(declared(), received({}, early))
      .when(pickedUp())
      .thenRecorded(warning('time-order', { event: 'receipt', other: 'pick-up' }))
  })

  test('when a hand-over is before the pick-up, or after a receipt', () => {
    given(declared(), pickedUp())
      .when(handedOver({}, early))
      .thenRecorded(warning('time-order', { event: 'hand-over', other: 'pick-up' }))
    given(declared(), pickedUp(), received())
      .when(handedOver({}, { time: clock('12:30') }))
      .thenRecorded(warning('time-order', { event: 'receipt', other: 'hand-over' }))
  })

  test('not when times are equal, and not because arrival runs backwards', () => {
    given(declared(), pickedUp())
      .when(received({}, { time: pickedUp().time }))
      .thenRecorded()
    given(declared(), received()).when(pickedUp()).thenRecorded()
  })

  test('compares instants, not texts', () => {
    given(declared(), pickedUp())
      .when(received({}, { time: '2026-11-22T08:01:00Z' }))
      .thenRecorded()
  })
})

describe('recorded-late', () => {
  test('more than 48 hours after it happened, not at 48', () => {
    given().when(declared(), { now: '2026-11-24T08:00:00+01:00' }).thenRecorded()
    given()
      .when(declared(), { now: '2026-11-24T08:00:01+01:00' })
      .thenRecorded(warning('recorded-late', { hours: 48, limit: 48 }))
  })

  test('on corrections too', () => {
    given(declared())
      .when(corrected(declared(), { kg: 900 }), { now: '2026-11-25T00:00:00Z' })
      .thenRecorded('recorded-late')
  })
})
