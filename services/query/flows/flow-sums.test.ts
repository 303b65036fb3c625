import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { movementOf, originSite } from '@athar/events/movement/movement.ts'
import { evolveMovement, initialMovement } from '@athar/events/movement/state.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { flowsProjection } from '@athar/projections/flows/flows-projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { foldArrived } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { folded } from '../testing/folded-view.ts'
import {
  type FlowGrouping,
  type FlowKind,
  type FlowsAsked,
  type FlowViews,
  flowGroupings,
  flowSums,
  TooManyGroups,
  TooManySums,
} from './flow-sums.ts'

const months = ['2026-11']

function viewsOf(events: readonly SubmittedEvent[]): FlowViews {
  return {
    flows: folded(foldArrived([flowsProjection], events)),
    directory: folded(foldArrived([directoryProjection], registeredSites)),
  }
}

function sumsBy(events: readonly SubmittedEvent[], by: readonly FlowGrouping[], kind: FlowKind = 'movement') {
  return flowSums(viewsOf(events), { kind, by: new Set(by), months })
}

/** Grams that were accepted, found in a naive way, by what `name` makes of a receipt. */
function accepted(
  events: readonly SubmittedEvent[],
  name: (flow: { from: string | undefined; to: string; code: string | undefined }) => string,
): ReadonlyMap<string, number> {
  const movements = Map.groupBy(
    arrived(events).filter(({ family }) => family === 'movement'),
    ({ subject }) => subject,
  )
  const sums = new Map<string, number>()
  for (const its of movements.values()) {
    const movement = movementOf(its.reduce(evolveMovement, initialMovement))
    const said = [movement.declaration, movement.pickUp, ...movement.receipts].map(fact => fact?.data.waste?.code)
    const first = said.find(code => code !== undefined)
    for (const { data } of movement.receipts) {
      if (data.acceptedKg === 0) continue
      const key = name({ from: originSite(movement), to: data.site, code: data.waste?.code ?? first })
      sums.set(key, (sums.get(key) ?? 0) + Math.round(data.acceptedKg * 1000))
    }
  }
  return sums
}

/** As `registeredSites` has them. */
const wilayas = new Map(registeredSites.map(({ subject, data }) => [subject, (data as { wilaya?: string }).wilaya]))

describe('flows are what gates accepted,', () => {
  test('by wilaya, as the directory has it', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorld, async events => {
        const groups = await sumsBy(events, ['wilaya'])
        const found = new Map(groups.map(({ fromWilaya, toWilaya, grams }) => [`${fromWilaya} ${toWilaya}`, grams]))
        expect(found).toEqual(
          accepted(events, ({ from, to }) => `${from === undefined ? from : wilayas.get(from)} ${wilayas.get(to)}`),
        )
      }),
    )
  })

  test('by code', async () => {
    await fc.assert(
      fc.asyncProperty(smallWorld, async events => {
        const groups = await sumsBy(events, ['code'])
        expect(new Map(groups.map(({ code, grams }) => [`${code}`, grams]))).toEqual(
          accepted(events, ({ code }) => `${code}`),
        )
      }),
    )
  })
})

test('however they are told apart, they are the same grams and the same number', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, fc.subarray([...flowGroupings]), async (events, by) => {
      for (const kind of ['movement', 'treatment'] as const) {
        const [all] = await sumsBy(events, [], kind)
        const groups = await sumsBy(events, by, kind)
        expect(groups.reduce((sum, { grams }) => sum + grams, 0)).toBe(all?.grams ?? 0)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all?.count ?? 0)
      }
    }),
  )
})

test('each group is told once, and has what was asked to be told apart and no more', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, fc.subarray([...flowGroupings]), async (events, by) => {
      const groups = await sumsBy(events, by)
      const names = groups.map(({ grams: _grams, count: _count, ...name }) => JSON.stringify(name))
      expect(new Set(names).size).toBe(names.length)
      for (const { code, operation, month } of groups) {
        if (!by.includes('code')) expect(code).toBeUndefined()
        if (!by.includes('operation')) expect(operation).toBeUndefined()
        expect(month).toBe(by.includes('month') ? '2026-11' : undefined)
      }
    }),
  )
})

test('months that nobody asks for are not in them', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, async events => {
      const asked = { kind: 'movement', by: new Set(flowGroupings), months: ['2026-10', '2026-12'] } as const
      expect(await flowSums(viewsOf(events), asked)).toEqual([])
    }),
    { numRuns: 10 },
  )
})

describe('a country whose sums never end', () => {
  const { directory } = viewsOf([])
  let told = 0
  const flows = {
    ...viewsOf([]).flows,
    tallies: async ({ prefix, limit }: { prefix: string; limit: number }) =>
      Array.from({ length: limit }, () => ({ tally: `${prefix}170405/S-${++told}/S-PLANT/R${told}/grams`, total: 1 })),
  }
  const asked: FlowsAsked = { kind: 'movement', by: new Set(['wilaya']), months }

  beforeEach(() => {
    told = 0
  })

  test('is refused, with the month in which there are too many', async () => {
    const sums = flowSums({ flows, directory }, asked, { sumsMax: 10_000 })
    await expect(sums).rejects.toThrow(new TooManySums('2026-11'))
    expect(told).toBeLessThan(15_000)
  })

  test('is refused when too much of it is told apart', async () => {
    const byOperation: FlowsAsked = { ...asked, by: new Set(['wilaya', 'operation']) }
    await expect(flowSums({ flows, directory }, byOperation, { groupsMax: 5_000 })).rejects.toThrow(TooManyGroups)
    expect(told).toBeLessThan(10_000)
  })

  test('is added up no further when the caller has gone', async () => {
    await flowSums({ flows, directory }, asked, { isAbandoned: () => told > 5_000 })
    expect(told).toBeLessThan(10_000)
  })
})
