import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { carrier, plant } from '@athar/events/testing/cast.ts'
import { registeredSites, siteRegistered } from '@athar/events/testing/directory-events.ts'
import { declared, incident, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { stockAdjusted, treated } from '@athar/events/testing/stock-events.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reads } from './read-routes.ts'
import { arbitraryAsking, pathWith } from './testing/arbitrary-asking.ts'
import { ServedReads } from './testing/served-reads.ts'
import { namesInSmallWorld, smallWorld } from './testing/small-world.ts'
import { ViewsInMemory } from './testing/views-in-memory.ts'

/** Sites and carriers that have no part in anything of the small world, before and after its names. */
const sites = ['S-A', 'S-PLANT0', 'S-Z']
const carriers = ['C-A', 'C-Z']
const movements = ['MX-1', 'MX-2', 'MX-3']
/** Lots are called by anybody as he likes: also as those of somebody else. */
const lots = ['L-1', 'L-2', 'MV-1', 'MV-2', 'MX-1', 'LX-1']

const site = fc.constantFrom(...sites)
const kg = fc.integer({ min: 1, max: 5_000 })
const around = fc.record({ subject: fc.constantFrom(...movements), id: fc.uuid() })

/** What others say of what is theirs alone. */
const otherEvent: fc.Arbitrary<SubmittedEvent> = fc.oneof(
  fc.tuple(site, site, kg, around).map(([fromSite, toSite, kg, of]) => declared({ fromSite, toSite, kg }, of)),
  fc.tuple(fc.constantFrom(...carriers), around).map(([carrier, of]) => pickedUp({ carrier }, of)),
  fc.tuple(site, kg, around).map(([at, kg, of]) => received({ site: at, netKg: kg, acceptedKg: kg }, of)),
  fc.tuple(kg, around).map(([lostKg, of]) => incident({ lostKg }, of)),
  fc
    .tuple(site, kg, fc.constantFrom(...lots), fc.uuid())
    .map(([at, kg, subject, id]) => stockAdjusted({ site: at, kg }, { subject, id })),
  fc.tuple(site, kg, fc.constantFrom(...lots), fc.uuid()).map(([at, kg, lot, id]) => {
    const inputs = [{ lot, code: '170405', kg }]
    return treated(
      { site: at, operation: 'R4', inputs, outputs: undefined, lossKg: undefined },
      { subject: `TX-${id}`, id },
    )
  }),
)

/** Where others are, which is public, and what happened in the small world, with something of others after each of its events. */
function worldWith(others: readonly SubmittedEvent[]): readonly SubmittedEvent[] {
  const directory = [...registeredSites, ...sites.map(each => siteRegistered(each, { organisation: `O-${each}` }))]
  return [...directory, ...smallWorld.flatMap((own, index) => [own, others[index] ?? own])]
}

const others = fc.array(otherEvent, { minLength: smallWorld.length, maxLength: smallWorld.length })

/** What one who stands for the plant and its carrier may name: what is theirs, what is of others, and what is nowhere. */
const names = [...namesInSmallWorld, ...sites, ...carriers, ...movements, ...lots, 'X-NOWHERE']
const asking = fc.constantFrom(...reads).chain(read =>
  arbitraryAsking(read.path, read.operation, {
    paths: names.map(name => pathWith(read.path, name)),
    names,
    cursors: () => cursors,
  }),
)
/** Cursors that answers have given so far. */
const cursors: string[] = []

/** All that comes back, but the moment at which it does. */
async function answerOf(served: ServedReads, organisations: readonly string[], path: string, accept: string) {
  const key = served.key({ role: 'party', organisations: new Set(organisations) })
  const response = await served.get(path, { key, accept })
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return { status: response.status, headers, body: await response.text() }
}

test('a party is answered the same, whatever others say of what is theirs alone', { timeout: 60_000 }, async () => {
  const seen = new Set<number>()
  const now = () => Date.parse('2026-11-30T12:00:00Z')
  await fc.assert(
    fc.asyncProperty(
      others,
      others,
      fc.array(asking, { minLength: 100, maxLength: 100 }),
      async (some, different, asked) => {
        const one = await ServedReads.start(reads, ViewsInMemory.of(catalogue, worldWith(some)), { now })
        const other = await ServedReads.start(reads, ViewsInMemory.of(catalogue, worldWith(different)), { now })
        try {
          for (const organisations of [[plant.organisation, carrier], ['O-PRODUCER'], ['O-NOBODY'], []])
            for (const { path, accept } of asked) {
              const answer = await answerOf(one, organisations, path, accept)
              expect(await answerOf(other, organisations, path, accept), `${organisations} ${path}`).toEqual(answer)
              seen.add(answer.status)
              const next = /"next":"([\w-]+)"/.exec(answer.body)?.[1]
              if (next !== undefined) cursors.push(next)
            }
        } finally {
          await Promise.all([one.stop(), other.stop()])
        }
      },
    ),
    { numRuns: 10 },
  )
  expect(seen).toContain(200)
  expect(seen).toContain(404)
})
