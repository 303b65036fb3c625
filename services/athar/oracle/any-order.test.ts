import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { type FoldedInMemory, fold } from '@athar/projections/testing/fold-in-memory.ts'
import { Random } from '@athar/scripts/simulate/random.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simulatedEvents } from '../testing/simulated-log.ts'

// What is given to an event when it arrives, and so depends on the order.
const givenOnArrival = new Set(['position', 'revision', 'recordedAt'])

const world = simulatedEvents(1_000).map(json => JSON.parse(json) as SubmittedEvent) // what the simulator has written

/** All projections but the registers, which are in order of recording by law. They have properties of their own. */
const folds = [...Map.groupBy(catalogue, projection => projection.fold)].filter(([{ name }]) => name !== 'registers')

test('a simulated world that arrives in any order, with duplicates, ends in the same views', {
  timeout: 60_000,
}, () => {
  const expected = viewsOf(world)
  expect(expected.documents.length).toBeGreaterThan(300)
  fc.assert(
    fc.property(fc.nat(), seed => {
      const views = viewsOf(inAnyOrder(seed))
      for (const kind of ['documents', 'entries', 'accounts', 'sums'] as const)
        expect(views[kind]).toEqual(expected[kind])
    }),
    { numRuns: 4 },
  )
})

/** The seed is shown when it fails, and not a thousand events. */
function inAnyOrder(seed: number): readonly SubmittedEvent[] {
  const random = new Random(seed, 'life')
  const again = world.filter(() => random.chance(0.1))
  const placed = [...world, ...again].map(event => ({ event, place: random.share() }))
  return placed.sort((one, other) => one.place - other.place).map(({ event }) => event)
}

function viewsOf(events: readonly SubmittedEvent[]) {
  // Recorded at one moment: what is recorded late depends on that, and on nothing else.
  const told = arrived(events, { recordedAt: () => '2026-11-22T23:00:00.000Z' })
  const folded = folds.map(([, projections]) => fold(projections, told))
  return {
    documents: folded.flatMap(each => [...each.documents()].map(([key, document]) => [key, withoutArrival(document)])),
    entries: folded.flatMap(each => each.indexes().map(index => [index, each.entries(index)])),
    accounts: folded.flatMap(journalsOf),
    sums: folded.flatMap(each => [...each.tallies()]),
  }
}

/** What every account holds at every time, as it is known in the end. */
function journalsOf(folded: FoldedInMemory) {
  return [...folded.accounts().keys()].flatMap(account => {
    const moved = new Map<number, number>()
    for (const { atMs, amount } of folded.journal(account)) moved.set(atMs, (moved.get(atMs) ?? 0) + amount)
    const times = [...moved].filter(([, amount]) => amount !== 0).sort(([one], [other]) => one - other)
    return times.length === 0 ? [] : [[account, times]]
  })
}

function withoutArrival(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document, (name, value) => (givenOnArrival.has(name) ? undefined : value)))
}
