import { eventTypeOf } from '@athar/events/catalogue.ts'
import { recordedPrefix } from '@athar/events/envelope.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { corrected, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { FeedFilter } from './feed-filter.ts'
import type { PlacedEvent } from './framing.ts'

function stored(stream: string, json: string, position = 1): PlacedEvent {
  const head = { stream, revision: 0, recordedAt: '2026-11-22T06:41:00.000Z', recordedBy: 'service:test' }
  return { position, bytes: Buffer.from(`${recordedPrefix(head)}${json}}`) }
}

function isWanted(wanted: ConstructorParameters<typeof FeedFilter>[0], event: PlacedEvent): boolean {
  return new FeedFilter(wanted).of([event]).length === 1
}

function typeNamed(name: string) {
  const definition = eventTypeOf(name)
  if (definition === undefined) throw new Error(`${name} is no event type`)
  return { name, definition }
}

const declaration = stored('movement-MV-1', JSON.stringify(declared()))

describe('by type', () => {
  const type = typeNamed('waste.movement.declared')

  test('an event of the type is found', () => expect(isWanted({ type }, declaration)).toBe(true))

  test('another that mentions the type is not', () => {
    const mention = received({ reason: { code: 'other', text: '"waste.movement.declared"' } })
    expect(isWanted({ type }, stored('movement-MV-1', JSON.stringify(mention)))).toBe(false)
  })

  test('one whose sender wrote the type with escapes is found', () => {
    const escaped = JSON.stringify(declared()).replace('waste.movement.declared', 'waste.movement.decl\\u0061red')
    expect(isWanted({ type }, stored('movement-MV-1', escaped))).toBe(true)
  })
})

describe('by stream', () => {
  test('its own events are found', () => expect(isWanted({ stream: 'movement-MV-1' }, declaration)).toBe(true))
  test('those of a longer name are not', () => expect(isWanted({ stream: 'movement-MV' }, declaration)).toBe(false))
})

describe('by site', () => {
  test.each(['S-PRODUCER', 'S-PLANT'])('a declaration names %s', site => {
    expect(isWanted({ site }, declaration)).toBe(true)
  })

  test('a part of a name is not the name', () => expect(isWanted({ site: 'S-PLAN' }, declaration)).toBe(false))

  test('a pick-up that names no site is not found', () => {
    expect(isWanted({ site: 'S-PLANT' }, stored('movement-MV-1', JSON.stringify(pickedUp())))).toBe(false)
  })

  test('a carrier of that name is not the site', () => {
    const pickUp = JSON.stringify(pickedUp({ carrier: 'S-PLANT' }))
    expect(isWanted({ site: 'S-PLANT' }, stored('movement-MV-1', pickUp))).toBe(false)
  })

  test('a correction that names it within is found', () => {
    const correction = JSON.stringify(corrected(declared(), { toSite: 'S-OTHER' }))
    expect(isWanted({ site: 'S-OTHER' }, stored('movement-MV-1', correction))).toBe(true)
  })

  test('its registration is found', () => {
    const [registration] = registeredSites
    expect(isWanted({ site: 'S-PRODUCER' }, stored('site-S-PRODUCER', JSON.stringify(registration)))).toBe(true)
  })
})

test('all that is asked for must hold', () => {
  const type = typeNamed('waste.movement.declared')
  expect(isWanted({ type, site: 'S-PLANT', stream: 'movement-MV-1' }, declaration)).toBe(true)
  expect(isWanted({ type, site: 'S-PLANT', stream: 'movement-MV-2' }, declaration)).toBe(false)
  expect(isWanted({ type, site: 'S-OTHER' }, declaration)).toBe(false)
})

test('families are narrowed by type and by stream, so that other blocks of the log are passed over', () => {
  expect(new FeedFilter({}).families).toBeUndefined()
  expect(new FeedFilter({ site: 'S-1' }).families).toBeUndefined()
  expect(new FeedFilter({ type: typeNamed('waste.lot.produced') }).families).toEqual(['lot'])
  expect(new FeedFilter({ stream: 'permit-P-1' }).families).toEqual(['permit'])
})
