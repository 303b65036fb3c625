import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import type { LineageAnswer } from '@athar/query/lots/lineage-schema.ts'
import { LotsInMemory } from '@athar/query/lots/testing/lots-in-memory.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simulatedEvents } from '../testing/simulated-log.ts'
import { type NaiveLineage, naiveLineage, type Shares } from './naive-lineage.ts'

type Origin = NonNullable<LineageAnswer['origins']>[number]
type Fate = NonNullable<LineageAnswer['fates']>[number]

/** What the naive lineage calls it. */
function nameOfOrigin({ kind, site, lot, movement }: Origin): string {
  const vessel = movement === undefined ? `lot ${site} ${lot}` : `movement ${movement}`
  switch (kind) {
    case 'movement':
    case 'production':
      return `produced ${vessel}`
    case 'unrecorded':
      return movement === undefined ? `rest ${vessel}` : `transit ${vessel}`
    default:
      return `${kind} ${vessel}`
  }
}

function nameOfFate({ kind, site, movement, operation }: Fate): string {
  if (movement !== undefined) return `${kind} movement ${movement}`
  if (operation !== undefined) return `fate ${operation}`
  return kind === 'stock' ? `stock ${site}` : kind
}

/** Holds an answer against what the naive lineage says: rounding to whole grams may change each by less than a gram. */
function expectSame(named: readonly (readonly [string, number])[], shares: Shares | undefined, mass: number): void {
  const sums = new Map<string, { grams: number; rounded: number }>()
  for (const [name, kg] of named) {
    const sum = sums.get(name) ?? { grams: 0, rounded: 0 }
    sums.set(name, { grams: sum.grams + Math.round(kg * 1000), rounded: sum.rounded + 1 })
  }
  for (const name of new Set([...sums.keys(), ...(shares?.keys() ?? [])])) {
    const { grams, rounded } = sums.get(name) ?? { grams: 0, rounded: 1 }
    expect(Math.abs(grams - (shares?.get(name) ?? 0) * mass), name).toBeLessThan(rounded + 1e-3)
  }
}

/** Compares every lot, and answers how many ends were compared. */
async function compare(events: readonly SubmittedEvent[]): Promise<number> {
  const folded = arrived(events)
  const lots = new LotsInMemory(folded)
  const naive: NaiveLineage = naiveLineage(folded)
  let compared = 0
  const places = await lots.lots()
  for (const { lot, site } of places) {
    const vessel = `lot ${site} ${lot}`
    const mass = naive.masses.get(vessel) ?? 0
    const up = await lots.lineage(lot, { site, directions: ['upstream'] })
    const down = await lots.lineage(lot, { site, directions: ['downstream'] })
    expect(Math.round((up.kg ?? 0) * 1000), vessel).toBe(mass)
    const origins = (up.origins ?? []).map(origin => [nameOfOrigin(origin), origin.kg] as const)
    const fates = (down.fates ?? []).map(fate => [nameOfFate(fate), fate.kg] as const)
    if (up.circles === undefined) expectSame(origins, naive.origins.get(vessel), mass)
    if (down.circles === undefined) expectSame(fates, naive.fates.get(vessel), mass)
    compared += origins.length + fates.length
  }
  expect(new Set(places.map(({ lot, site }) => `lot ${site} ${lot}`)).size).toBeGreaterThanOrEqual(naive.masses.size)
  return compared
}

test('in any small world, lineage is what the naive one says', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld.chain(arrivalsOf), async events => {
      await compare(events)
    }),
    { numRuns: 300 },
  )
})

test('in a simulated world of some thousand events, lineage is what the naive one says', async () => {
  const events = simulatedEvents(6_000).map(text => JSON.parse(text) as SubmittedEvent) // as the simulator wrote them
  expect(await compare(events)).toBeGreaterThan(1_000)
})
