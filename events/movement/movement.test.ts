import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SubmittedEvent } from '../envelope.ts'
import { movementStory } from '../testing/arbitrary-movement.ts'
import { producer, secondCarrier, steel } from '../testing/cast.ts'
import { clock } from '../testing/events.ts'
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
import { isCustody, partyOf } from './fact.ts'
import { announcedWaste, type Movement, movementOf, originSite, partiesOf } from './movement.ts'
import { evolveMovement, initialMovement } from './state.ts'

function read(...events: readonly SubmittedEvent[]): Movement {
  return movementOf(events.reduce(evolveMovement, initialMovement))
}

test('a movement of which nothing is said has empty slots', () => {
  const empty = { handOvers: [], receipts: [], redirections: [], incidents: [] }
  expect(read()).toEqual({ statements: [], ...empty, corrections: [] })
})

test('each event is found in its slot', () => {
  const movement = read(declared(), pickedUp(), handedOver(), received(), redirected(), incident(), cancelled())
  expect(movement).toMatchObject({
    declaration: { id: 'declared' },
    pickUp: { id: 'picked-up' },
    cancellation: { id: 'cancelled' },
    handOvers: [{ id: 'handed-over' }],
    receipts: [{ id: 'received' }],
    redirections: [{ id: 'redirected' }],
    incidents: [{ id: 'incident' }],
  })
})

test('whoever speaks of custody has a part in the movement: what he has said he can read', () => {
  fc.assert(
    fc.property(movementStory, events => {
      const state = events.reduce(evolveMovement, initialMovement)
      const parties = partiesOf(movementOf(state))
      const speakers = state.facts.filter(isCustody).flatMap(fact => partyOf(fact) ?? [])
      expect(
        speakers.filter(party => !parties.has(party)),
        'not told by eachParty',
      ).toEqual([])
    }),
  )
})

test('its statements are all that is in the slots, in order of time, as they count today', () => {
  const { statements } = read(received(), corrected(declared(), { kg: 900 }, { time: clock('08:05') }), declared())
  expect(statements.map(({ id }) => id)).toEqual(['declared', 'received'])
  expect(statements[0]?.data).toMatchObject({ kg: 900 })
})

test('receipts are in order of time, whatever their legs and their arrival', () => {
  const second = received({ site: 'S-OTHER', leg: 2 }, { id: 'second', time: clock('16:00') })
  expect(read(second, turnedAway()).receipts.map(({ id }) => id)).toEqual(['turned-away', 'second'])
})

describe('where it comes from and what it is', () => {
  const undeclared = pickedUp({ fromSite: 'S-X', waste: { code: '200301' } })

  test('the declaration says', () => {
    expect(originSite(read(declared(), undeclared))).toBe(producer.site)
    expect(announcedWaste(read(declared(), undeclared))).toEqual(steel)
  })

  test('else the pick-up', () => {
    expect(originSite(read(undeclared))).toBe('S-X')
    expect(announcedWaste(read(undeclared))).toEqual({ code: '200301' })
  })

  test('else nobody', () => {
    expect(originSite(read(received()))).toBeUndefined()
    expect(announcedWaste(read(received()))).toBeUndefined()
  })

  test('as corrected', () => {
    const correction = corrected(declared(), { waste: { code: '170401' } }, { time: clock('08:10') })
    expect(announcedWaste(read(declared(), correction))).toEqual({ code: '170401' })
  })
})

test('every site and carrier that any event names is a party', () => {
  const movement = read(
    declared({ carriers: ['C-NAMED'] }),
    pickedUp(),
    handedOver(),
    redirected({ fromSite: 'S-A', toSite: 'S-B' }),
    received({ site: 'S-C' }),
  )
  expect([...partiesOf(movement)].sort()).toEqual([
    'carrier:C-FIRST',
    'carrier:C-NAMED',
    `carrier:${secondCarrier}`,
    'site:S-A',
    'site:S-B',
    'site:S-C',
    'site:S-PLANT',
    'site:S-PRODUCER',
  ])
})
