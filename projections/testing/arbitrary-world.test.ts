import { deciders, streamOf } from '@athar/events/catalogue.ts'
import { arrivalsOf, record } from '@athar/events/testing/arrivals.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallWorld } from './arbitrary-world.ts'
import { arrived } from './arrived.ts'

describe('the worlds that these tests make up', () => {
  test('may be recorded in any order', () => {
    fc.assert(
      fc.property(smallWorld.chain(arrivalsOf), events => {
        const familyOf = new Map(arrived(events).map(({ family, id, subject }) => [`${subject} ${id}`, family]))
        const streams = Map.groupBy(events, ({ subject, id }) => {
          const family = familyOf.get(`${subject} ${id}`) ?? 'movement'
          return streamOf(family, subject)
        })
        for (const [stream, told] of streams) {
          const [family] = stream.split('-')
          const decider = Object.entries(deciders).find(([name]) => name === family)?.[1]
          expect(() => decider && record(decider, told)).not.toThrow()
        }
      }),
    )
  })

  test('have whatever there is in them', () => {
    const seen = new Set<string>()
    for (const events of fc.sample(smallWorld, 200)) {
      for (const { type, data } of events) {
        seen.add(type)
        if (type === 'waste.movement.declared') seen.add(`declared lots: ${Object(data).lots !== undefined}`)
        if (type === 'waste.movement.received') seen.add(`found: ${Object(data).waste !== undefined}`)
        if (type === 'waste.movement.incident-reported') seen.add(`lost: ${Object(data).lostKg !== undefined}`)
        if (type === 'waste.treatment.performed') seen.add(`outputs: ${Object(data).outputs !== undefined}`)
      }
      const movements = new Set(events.filter(({ type }) => type.includes('.movement.')).map(({ subject }) => subject))
      if (movements.size > 1) seen.add('several movements')
    }
    for (const property of ['declared lots', 'found', 'lost', 'outputs'])
      expect(seen).toEqual(new Set([...seen, `${property}: true`, `${property}: false`]))
    expect(seen).toContain('several movements')
    expect(seen).toContain('waste.movement.corrected')
    expect(seen).toContain('waste.stock.adjusted')
    expect(seen).toContain('waste.lot.produced')
  })
})
