import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { movementOf, originSite } from '@athar/events/movement/movement.ts'
import { evolveMovement, initialMovement } from '@athar/events/movement/state.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallWorld } from '../testing/arbitrary-world.ts'
import { arrived } from '../testing/arrived.ts'
import { canonicalJson } from './canonical-json.ts'
import type { RegisterLine } from './register-line.ts'
import { ToldRegisters } from './testing/told-registers.ts'

describe('the same events in any order, with duplicates,', () => {
  test('come to the same statements: only numbers, positions and what stands corrected differ', () => {
    fc.assert(
      fc.property(toldTwice(smallWorld), ([once, otherwise]) => {
        expect(new ToldRegisters(...otherwise).statements).toStrictEqual(new ToldRegisters(...once).statements)
      }),
      { numRuns: 300 },
    )
  })

  test('give registers without a gap, whose hashes hang together', () => {
    fc.assert(fc.property(toldTwice(smallWorld), ([once]) => new ToldRegisters(...once).check()))
  })
})

test('the same log gives the same lines, to the byte', () => {
  fc.assert(
    fc.property(smallWorld, events => {
      const [one, other] = [new ToldRegisters(...events), new ToldRegisters(...events)]
      expect(JSON.stringify([...other.views.documents()])).toBe(JSON.stringify([...one.views.documents()]))
    }),
    { numRuns: 30 },
  )
})

test('lines stand in the form in which they are hashed', () => {
  fc.assert(
    fc.property(smallWorld, events => {
      for (const line of new ToldRegisters(...events).allLines) expect(JSON.stringify(line)).toBe(canonicalJson(line))
    }),
  )
})

test('every pick-up from a known site, every receipt and every treatment is stated as it counts today, and nothing else', () => {
  fc.assert(
    fc.property(toldTwice(smallWorld), ([events]) => {
      const { statements } = new ToldRegisters(...events)
      const stated = new Map([...statements].map(([place, said]) => [place, massAndCode((said as RegisterLine).entry)]))
      expect(stated).toEqual(new Map(dueIn(events).sort()))
    }),
  )
})

test('a correcting line points at the newest line about the same event', () => {
  fc.assert(
    fc.property(smallWorld, events => {
      const told = new ToldRegisters(...events)
      for (const { site, register } of told.registers) {
        const newest = new Map<string, number>()
        for (const { event, movement, treatment, number, correctsNumber } of told.lines(site, register)) {
          const about = `${movement ?? treatment} ${event.id}`
          expect(correctsNumber).toBe(newest.get(about))
          newest.set(about, number)
        }
      }
    }),
  )
})

type MassAndCode = readonly [kg: number | undefined, code: string | undefined]

/** Of a treatment no one code. */
function massAndCode(entry: RegisterLine['entry']): MassAndCode {
  return [entry?.kg, entry !== undefined && 'waste' in entry ? entry.waste?.code : undefined]
}

/** What should be stated, found in a naive way, by place. */
function dueIn(events: readonly SubmittedEvent[]): (readonly [string, MassAndCode])[] {
  const folded = arrived(events)
  const movements = Map.groupBy(
    folded.filter(({ family }) => family === 'movement'),
    ({ subject }) => subject,
  )
  const stated: (readonly [string, MassAndCode])[] = []
  for (const [subject, its] of movements) {
    const movement = movementOf(its.reduce(evolveMovement, initialMovement))
    const { declaration, pickUp, receipts } = movement
    const codes = [declaration, pickUp, ...receipts].map(fact => fact?.data.waste?.code)
    const code = codes.find(said => said !== undefined)
    const from = originSite(movement)
    if (pickUp !== undefined && from !== undefined)
      stated.push([`${from} outgoing ${subject} ${pickUp.id}`, [pickUp.data.kg ?? declaration?.data.kg, code]])
    for (const { id, data } of receipts)
      stated.push([`${data.site} incoming ${subject} ${id}`, [data.netKg, data.waste?.code ?? code]])
  }
  for (const { family, id, subject, data } of folded) {
    if (family !== 'treatment') continue
    const { site, inputs } = data as { site: string; inputs: { kg: number }[] }
    const kg = inputs.reduce((sum, { kg }) => sum + Math.round(kg * 1000), 0) / 1000
    stated.push([`${site} treatment ${subject} ${id}`, [kg, undefined]])
  }
  return stated
}
