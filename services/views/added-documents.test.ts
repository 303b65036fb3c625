import { received } from '@athar/events/testing/movement-events.ts'
import { MemoryViewStores } from '@athar/infra/view-store/memory/memory-view-stores.ts'
import { UnusableView } from '@athar/infra/view-store/port.ts'
import { registersFold, registersProjection } from '@athar/projections/registers/registers-projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { fold } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Deriving } from './deriving.ts'
import { FoldWindow } from './fold-window.ts'

const projections = [registersProjection]

/** A window on a store of registers, which add lines whose numbers are not known when a batch is fetched. */
async function openWindow() {
  const store = await new MemoryViewStores().open('registers', registersFold)
  if (store instanceof UnusableView) throw store
  await store.serve([{ name: 'registers', version: 1 }])
  const deriving = new Deriving(projections)
  return { store, window: new FoldWindow({ fold: registersFold, deriving, store, cachedDocumentsMax: 2 }) }
}

test('however events are batched, and after a commit that was lost, the same documents are added as one by one', async () => {
  const world = smallWorld.chain(events => fc.shuffledSubarray([...events], { minLength: events.length }))
  await fc.assert(
    fc.asyncProperty(world, fc.integer({ min: 1, max: 12 }), fc.nat({ max: 3 }), async (arrivals, size, lost) => {
      const events = arrived(arrivals).filter(({ family }) => registersFold.families.includes(family))
      const { store, window } = await openWindow()
      for (let start = 0, to = 0; start < events.length; start += size) {
        const batch = events.slice(start, start + size)
        await window.take(batch)
        if (start / size === lost) {
          window.changes()
          window.drop()
          await window.take(batch)
        }
        const from = to
        to = batch.at(-1)?.position ?? from
        await store.commit(window.changes(), { from, to })
        window.clean()
      }
      const stored = new Map<string, unknown>()
      for await (const { kind, name, value } of store.contents())
        if (kind === 'document') stored.set(name, JSON.parse(value))
      expect(stored).toEqual(fold(projections, events).documents())
    }),
  )
})

test('what is added waits to be stored like what is changed', async () => {
  const { window } = await openWindow()
  await window.take(arrived([received()]))
  expect(window.unstored).toBe(3) // the movement, the line, the end of the register
})
