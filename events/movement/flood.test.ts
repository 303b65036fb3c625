import { describe, test } from 'vitest'
import { limits } from '../limits.ts'
import { carrier, party, plant, service } from '../testing/cast.ts'
import { registeredSites } from '../testing/directory-events.ts'
import { clock } from '../testing/events.ts'
import { given } from '../testing/given.ts'
import { declared, handedOver, incident, pickedUp, received } from '../testing/movement-events.ts'
import { warning } from '../warnings.ts'

function manyOf<Each>(count: number, make: (index: number) => Each): readonly Each[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

describe('a movement of which somebody says very much', () => {
  const full = manyOf(limits.movementEventsMax, index => incident({}, { id: `incident-${index}` }))
  const told = [...registeredSites, ...full]

  test('takes no more from parties, and says so', () => {
    given(...told)
      .when(pickedUp(), { speaker: party(carrier) })
      .thenRefused('movement-full', { movement: 'MV-1', limit: limits.movementEventsMax })
  })

  test('takes what is missing from a service', () => {
    given(...told)
      .when(received(), { speaker: service })
      .thenRecordedFlaggedOrNot()
  })

  test('tells a stranger nothing of it', () => {
    given(...told)
      .when(received(), { speaker: party(carrier) })
      .thenRefused('not-your-party', { party: `site:${plant.site}` })
  })

  test('is warned of in one sentence, however many it names', () => {
    const swaps = manyOf(500, index => handedOver({ toCarrier: `C-${index}` }, { id: `swap-${1_000 + index}` }))
    const expected = 'C-FIRST, C-0, C-1, C-2, C-3, C-4, C-5, C-6, C-7, C-8, …'
    given(declared(), pickedUp(), ...swaps)
      .when(handedOver({ fromCarrier: 'C-NOBODY', toCarrier: 'C-ELSE' }, { time: clock('11:00') }))
      .thenRecorded(warning('unexpected-carrier', { carrier: 'C-NOBODY', expected }))
  })
})
