import { arrivalsOf } from '@athar/events/testing/arrivals.ts'
import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import { UnusableView } from '@athar/infra/view-store/port.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import type { Fold, FoldedEvent } from '@athar/projections/projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentsOf } from './testing/contents.ts'
import { ViewBuilder } from './view-builder.ts'

const folds = [...new Set(catalogue.map(({ fold }) => fold))]

test.each(folds.map(fold => [fold.name, fold] as const))(
  'documents of %s are the same, byte for byte, whether they stayed in memory or were read again for each event',
  async (_, fold) => {
    await fc.assert(
      fc.asyncProperty(smallWorld.chain(arrivalsOf), async told => {
        const events = arrived(told)
        expect(await folded(fold, events, { eventsAtOnce: 1 })).toEqual(
          await folded(fold, events, { eventsAtOnce: events.length }),
        )
      }),
    )
  },
)

async function folded(
  fold: Fold,
  events: readonly FoldedEvent[],
  { eventsAtOnce }: { readonly eventsAtOnce: number },
): Promise<readonly string[]> {
  const { name, version } = fold
  const store = await new MemoryViewStores().open(name, { name, version })
  if (store instanceof UnusableView) throw store
  const projections = catalogue.filter(each => each.fold === fold)
  await store.serve(projections.map(({ name, version }) => ({ name, version })))
  const builder = await ViewBuilder.open({ store, fold, projections, cachedDocumentsMax: 0 })
  for (let first = 0; first < events.length; first += eventsAtOnce) {
    const some = events.slice(first, first + eventsAtOnce)
    await builder.take(some, some.at(-1)?.position ?? 0)
    await builder.commit()
  }
  return contentsOf(store)
}
