import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import { type LotPlace, lotId } from '@athar/projections/lineage/lot-place.ts'
import { accountPrefix } from '@athar/projections/mass-ledger/accounts.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { foldArrived } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineageAnswer } from './lineage-schema.ts'
import { lotAnswer } from './lot-answer.ts'
import { LotReader } from './lot-reader.ts'
import { LotsInMemory } from './testing/lots-in-memory.ts'

type Ends = LineageAnswer['origins'] | LineageAnswer['fates']

/** Every lot of a world with its lineage. */
async function lineages(lots: LotsInMemory): Promise<ReadonlyMap<string, LineageAnswer>> {
  const places: readonly LotPlace[] = await lots.lots()
  const answers = await Promise.all(places.map(({ lot, site }) => lots.lineage(lot, { site })))
  return new Map(places.map((place, index) => [lotId(place), answers[index] as LineageAnswer])) // as many as places
}

function gramsOf(kg: number): number {
  return Math.round(kg * 1000)
}

function sumOf(ends: Ends): number {
  return (ends ?? []).reduce((sum, { kg }) => sum + gramsOf(kg), 0)
}

test('of every lot, origins add up to it to the gram, fates too, and shares to one', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, async events => {
      for (const { kg = 0, origins, fates } of (await lineages(LotsInMemory.of(...events))).values()) {
        for (const ends of [origins, fates]) {
          expect(sumOf(ends)).toBe(gramsOf(kg))
          if (kg > 0) expect((ends ?? []).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the same events in any order, with duplicates, give the same lineage', async () => {
  const told = smallWorld.chain(events => fc.tuple(arrivalsOf(events), arrivalsOf(events)))
  await fc.assert(
    fc.asyncProperty(told, async ([once, otherwise]) => {
      expect(await lineages(LotsInMemory.of(...otherwise))).toEqual(await lineages(LotsInMemory.of(...once)))
    }),
    { numRuns: 100 },
  )
})

test('what a lot has of another is what the other has gone into it', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(smallWorld, async events => {
      const known = await lineages(LotsInMemory.of(...events))
      for (const [id, { nodes, edges, circles }] of known) {
        if (circles !== undefined) continue
        const ancestors = reaching(id, edges)
        for (const ancestor of nodes) {
          const downstream = known.get(ancestor.id)
          if (!ancestors.has(ancestor.id) || downstream === undefined || downstream.circles !== undefined) continue
          const here = downstream.nodes.find(node => node.id === id)
          expect(Math.abs(gramsOf(here?.throughKg ?? 0) - gramsOf(ancestor.throughKg))).toBeLessThanOrEqual(1)
          compared++
        }
      }
    }),
    { numRuns: 300 },
  )
  expect(compared).toBeGreaterThan(0)
})

/** The nodes from which edges lead to a node, one after the other. */
function reaching(node: string, edges: LineageAnswer['edges']): ReadonlySet<string> {
  const found = new Set<string>()
  const from = [node]
  for (let at = from.pop(); at !== undefined; at = from.pop())
    for (const edge of edges)
      if (edge.to === at && !found.has(edge.from)) {
        found.add(edge.from)
        from.push(edge.from)
      }
  return found
}

test('what is cut off at a depth is what was there to be cut', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, fc.integer({ min: 1, max: 3 }), async (events, depth) => {
      const lots = LotsInMemory.of(...events)
      for (const { lot, site } of await lots.lots()) {
        const whole = await lots.lineage(lot, { site })
        const { kg = 0, origins, fates, nodes, truncated } = await lots.lineage(lot, { site, depth })
        expect(kg).toBe(whole.kg)
        expect(sumOf(origins)).toBe(gramsOf(kg))
        expect(sumOf(fates)).toBe(gramsOf(kg))
        expect(truncated).toBeUndefined()
        const seen = new Set(whole.nodes.map(({ id }) => id))
        for (const { id } of nodes) expect(seen.has(id)).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('what is left of all lots of a site is what the journal of mass has in its stocks', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, async events => {
      const lots = LotsInMemory.of(...events)
      const reader = new LotReader(lots)
      const left = new Map<string, number>()
      for (const place of await lots.lots()) {
        const { kg } = await lotAnswer(reader, place)
        left.set(place.site, (left.get(place.site) ?? 0) + gramsOf(kg?.left ?? 0))
      }
      const journal = foldArrived([massLedgerProjection], events)
      for (const [site, grams] of left) {
        const stocks = journal.accounts(accountPrefix.stocksOf(site)).values()
        expect(grams).toBe([...stocks].reduce((sum, each) => sum + each, 0))
      }
    }),
    { numRuns: 200 },
  )
})
