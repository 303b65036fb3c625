import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { toldTwice } from '@athar/events/testing/arrivals.ts'
import { oil, plant, producer, steel } from '@athar/events/testing/cast.ts'
import { clock } from '@athar/events/testing/events.ts'
import { corrected, declared, pickedUp, received, turnedAway } from '@athar/events/testing/movement-events.ts'
import { treated } from '@athar/events/testing/stock-events.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallWorld } from '../testing/arbitrary-world.ts'
import { foldArrived } from '../testing/fold-in-memory.ts'
import { flowsProjection } from './flows-projection.ts'

function sumsOf(...arrivals: readonly SubmittedEvent[]): Readonly<Record<string, number>> {
  return Object.fromEntries(foldArrived([flowsProjection], arrivals).tallies())
}

const moved = `flows:moved/2026-11/${steel.code}/${producer.site}/${plant.site}/R4`
const taken = `flows:received/2026-11/${steel.code}/R4`

describe('what moves', () => {
  test('is counted when it is accepted, under the operation for which it was sent', () => {
    expect(sumsOf(declared({ plannedOperation: 'R4' }), pickedUp(), received())).toEqual({
      [`${moved}/grams`]: 1_000_000,
      [`${moved}/count`]: 1,
      [`${taken}/grams`]: 1_000_000,
      [`${taken}/count`]: 1,
    })
  })

  test('and is not when it is refused, or on its way', () => {
    expect(sumsOf(declared(), pickedUp())).toEqual({})
    expect(sumsOf(declared(), pickedUp(), turnedAway())).toEqual({})
  })

  test('is counted in the month of the receipt, in Algeria', () => {
    const names = Object.keys(sumsOf(declared(), received({}, { time: '2026-10-31T23:30:00Z' })))
    expect(names.every(name => name.includes('/2026-11/'))).toBe(true)
  })

  test('is counted as what was found at the gate', () => {
    expect(sumsOf(declared(), received({ waste: oil }))).toHaveProperty([`flows:received/2026-11/${oil.code}//grams`])
  })

  test('from nowhere while nobody has said from where; the declaration moves it', () => {
    expect(sumsOf(received())).toHaveProperty([`flows:moved/2026-11///${plant.site}//grams`], 1_000_000)
    expect(sumsOf(received(), declared({ plannedOperation: 'R4' }))).toEqual(
      sumsOf(declared({ plannedOperation: 'R4' }), received()),
    )
  })

  test('is counted as what the first gate found that said so, where nobody announced it', () => {
    const partly = { outcome: 'partly-accepted', acceptedKg: 600, refusedKg: 400, reason: { code: 'other' } } as const
    const rest = received(
      { site: 'S-OTHER', leg: 2, netKg: 400, acceptedKg: 400 },
      { id: 'rest', time: clock('15:00') },
    )
    const sums = sumsOf(received({ ...partly, waste: oil }), rest)
    expect(sums).toMatchObject({
      [`flows:moved/2026-11/${oil.code}//S-OTHER//grams`]: 400_000,
      [`flows:received/2026-11/${oil.code}//count`]: 2,
    })
    expect(sumsOf(rest, received({ ...partly, waste: oil }))).toEqual(sums)
  })

  test('a correction changes a sum by the difference', () => {
    const said = received()
    const right = corrected(said, { netKg: 900, acceptedKg: 900 })
    expect(sumsOf(declared({ plannedOperation: 'R4' }), said, right)).toMatchObject({
      [`${moved}/grams`]: 900_000,
      [`${moved}/count`]: 1,
    })
  })

  test('a load of which two sites take their part is two', () => {
    const partly = { outcome: 'partly-accepted', acceptedKg: 600, refusedKg: 400, reason: { code: 'other' } } as const
    const rest = { site: 'S-OTHER', leg: 2, netKg: 400, acceptedKg: 400 }
    const sums = sumsOf(declared(), received(partly), received(rest, { id: 'rest', time: clock('15:00') }))
    expect(sums).toMatchObject({
      [`flows:moved/2026-11/${steel.code}/${producer.site}/${plant.site}//grams`]: 600_000,
      [`flows:moved/2026-11/${steel.code}/${producer.site}/S-OTHER//grams`]: 400_000,
      [`flows:received/2026-11/${steel.code}//count`]: 2,
    })
  })
})

test('what is treated is counted by lot, site, waste and operation', () => {
  const inputs = [
    { lot: 'L-1', code: steel.code, kg: 600 },
    { lot: 'L-2', code: steel.code, kg: 400.5 },
  ]
  expect(sumsOf(treated({ inputs }))).toEqual({
    [`flows:treated/2026-11/${steel.code}/${plant.site}/R4/grams`]: 1_000_500,
    [`flows:treated/2026-11/${steel.code}/${plant.site}/R4/count`]: 2,
  })
})

test('the same events in any order, with duplicates, come to the same sums', () => {
  fc.assert(
    fc.property(toldTwice(smallWorld), ([once, otherwise]) => {
      expect(sumsOf(...otherwise)).toEqual(sumsOf(...once))
    }),
  )
})

test('what moved from place to place is what was received, in grams and in number', () => {
  fc.assert(
    fc.property(smallWorld, events => {
      const sums = Object.entries(sumsOf(...events))
      for (const measure of ['grams', 'count']) {
        const [moved, taken] = ['flows:moved/', 'flows:received/'].map(kind =>
          sums
            .filter(([name]) => name.startsWith(kind) && name.endsWith(`/${measure}`))
            .reduce((sum, [, amount]) => sum + amount, 0),
        )
        expect(moved).toBe(taken)
      }
    }),
  )
})
