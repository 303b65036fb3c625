import { CodeLists } from '@athar/events/codes/code-lists.ts'
import { oil, otherPlant, plant } from '@athar/events/testing/cast.ts'
import { declared, handedOver, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { alertsProjectionWith } from './alerts-projection.ts'
import { useName } from './asked-permits.ts'

const projection = alertsProjectionWith(new CodeLists())

describe('a hand-over of hazardous waste', () => {
  const carriedBy = (organisation: string) => useName({ holder: { organisation }, kind: 'transport', code: oil.code })

  test('asks for the permit of whoever takes it over, each time', () => {
    const at = { time: pickedUp().time }
    const back = handedOver({ fromCarrier: 'C-SECOND', toCarrier: 'C-FIRST' }, { id: 'back', ...at })
    const again = handedOver({ fromCarrier: 'C-THIRD', toCarrier: 'C-FIRST' }, { id: 'again', ...at })
    const views = foldArrived(
      [projection],
      [declared({ waste: oil, acceptanceCertificate: 'CAP-1' }), pickedUp(), handedOver(), back, again],
    )
    expect(views.tallies()).toEqual(
      new Map([
        [carriedBy('C-FIRST'), 3],
        [carriedBy('C-SECOND'), 1],
      ]),
    )
    expect(views.entries(carriedBy('C-FIRST'))).toHaveLength(3)
  })

  test('asks for it as well when only a gate has found what it is', () => {
    const views = foldArrived([projection], [handedOver(), received({ waste: oil })])
    expect(views.entries(carriedBy('C-SECOND'))).toHaveLength(1)
  })
})

test('a load whose hazard only a gate has found asks for the permits of all who had it', () => {
  const partly = { outcome: 'partly-accepted', acceptedKg: 600, refusedKg: 400, reason: { code: 'other' } } as const
  const first = received({ ...partly, waste: { code: '191212', hazards: ['HP4'] } })
  const rest = received({ site: otherPlant.site, leg: 2, netKg: 400, acceptedKg: 400 }, { id: 'rest' })
  const uses = [{ organisation: 'C-FIRST' }, { site: plant.site }, { site: otherPlant.site }].map(holder =>
    useName({ holder, kind: 'site' in holder ? 'treatment' : 'transport', code: '191212' }),
  )
  expect(foldArrived([projection], [rest, pickedUp(), first]).tallies()).toEqual(new Map(uses.map(use => [use, 1])))
})
