import { otherPlant, producer } from '@athar/events/testing/cast.ts'
import { lotId } from '@athar/projections/lineage/lot-place.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeLineage } from './find-lineage.ts'
import { lineageAnswer } from './lineage-answer.ts'
import { LotReader } from './lot-reader.ts'
import { partyLineage, type SitesHeld } from './party-lineage.ts'
import { LotsInMemory } from './testing/lots-in-memory.ts'
import { walkBounds } from './walk-lineage.ts'

const both = { directions: ['upstream', 'downstream'], bounds: walkBounds } as const

/** The party that stands for the producer and the other plant. */
const own: ReadonlySet<string> = new Set([producer.site, otherPlant.site])
const held: SitesHeld = async sites => new Set([...sites].filter(site => own.has(site)))

function gramsOf(kg: number): number {
  return Math.round(kg * 1000)
}

test('what a party sees adds up to its part of the lot, and is no more than the whole', async () => {
  await fc.assert(
    fc.asyncProperty(smallWorld, async events => {
      const lots = LotsInMemory.of(...events)
      for (const place of await lots.lots()) {
        const reader = new LotReader(lots)
        const part = await partyLineage(reader, place, both, held)
        if (part === undefined) continue
        const { kg = 0, origins = [], fates = [] } = lineageAnswer(part)
        for (const ends of [origins, fates])
          expect(ends.reduce((sum, end) => sum + gramsOf(end.kg), 0)).toBe(gramsOf(kg))
        expect(kg).toBeLessThanOrEqual(lineageAnswer(await wholeLineage(reader, place, both)).kg ?? 0)
      }
    }),
    { numRuns: 200 },
  )
})

test('a party looks into no lot at the site of another, and sees none of it but what it carried there itself', async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(smallWorld, async events => {
      const lots = LotsInMemory.of(...events)
      for (const place of await lots.lots()) {
        const part = await partyLineage(new LotReader(lots), place, both, held)
        if (part === undefined) continue
        const { nodes, edges, kg = 0 } = lineageAnswer(part)
        const root = lotId(place)
        for (const { id, kind, site, cut } of nodes) {
          if (kind !== 'lot' || own.has(site ?? '')) continue
          if (id !== root) expect(cut).toBe(true)
          else expect(edges.filter(({ from }) => from === id)).toEqual([])
          seen++
        }
        if (own.has(place.site)) continue
        const carried = edges.filter(({ to }) => to === root)
        expect(carried.reduce((sum, edge) => sum + gramsOf(edge.kg), 0)).toBe(gramsOf(kg))
        const bringers = nodes.filter(({ id }) => carried.some(({ from }) => from === id))
        for (const { site } of bringers) expect(own.has(site ?? '')).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
  expect(seen).toBeGreaterThan(0)
})
