import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareContents } from '../content-names.ts'
import { MemoryViewStores } from '../memory/memory-view-stores.ts'
import { UnusableView, type ViewReader, type ViewStore, ViewStoreFailure, type ViewStores } from '../port.ts'
import { changes, commitEach, contentsOf } from './changes.ts'
import { changesBetween } from './generated-history.ts'
import { type OpenStores, opened } from './stores-under-test.ts'

/** What readers see of a store, and what two stores have in common. */
export function snapshotConformance(
  current: () => { readonly store: ViewStore; readonly stores: ViewStores },
  open: OpenStores,
): void {
  describe('a snapshot', () => {
    test('sees one position, whatever is committed meanwhile', async () => {
      const { store } = current()
      await store.commit(changesBetween(0, 40), { from: 0, to: 40 })
      const before = await lookAt(store)
      await store.snapshot(async view => {
        await store.commit(changesBetween(40, 90), { from: 40, to: 90 })
        expect(await lookAt(view)).toEqual(before)
        await store.commit(changesBetween(90, 140), { from: 90, to: 140 })
        expect(await lookAt(view)).toEqual(before)
      })
      expect(await store.snapshot(lookAt)).toEqual(await lookAt(store))
      expect((await lookAt(store)).checkpoint).toBe(140)
    })

    test('waits for no other', async () => {
      const { store } = current()
      const depth = async (left: number): Promise<number> =>
        left === 0 ? store.checkpoint() : store.snapshot(() => depth(left - 1))
      expect(await depth(20)).toBe(0)
      const positions = Array.from({ length: 50 }, () => store.snapshot(view => view.checkpoint()))
      expect(new Set(await Promise.all(positions))).toEqual(new Set([0]))
    })

    test('is given back when its reader fails', async () => {
      const { store } = current()
      for (let times = 0; times < 20; times++)
        await expect(store.snapshot(() => Promise.reject(new Error('lost interest')))).rejects.toThrow('lost interest')
      await commitEach(store, changesBetween(0, 1))
      expect(await store.snapshot(view => view.checkpoint())).toBe(1)
    })

    test('answers no more when it has ended', async () => {
      const { store } = current()
      const kept: ViewReader = await store.snapshot(async view => view)
      await store.snapshot(() => expect(kept.checkpoint()).rejects.toThrow(ViewStoreFailure))
    })
  })

  describe('a reader beside the writer', () => {
    test('sees what was committed, and what the store serves', async () => {
      const { store, stores } = current()
      const reader = await stores.openForReading('custody')
      if (reader instanceof UnusableView) throw reader
      expect(await reader.snapshot(view => view.checkpoint())).toBe(0)
      await store.serve([{ name: 'movements', version: 1 }])
      await store.commit(changesBetween(0, 40), { from: 0, to: 40 })
      expect(await reader.snapshot(lookAt)).toEqual(await lookAt(store))
      expect(await reader.describe()).toEqual(await store.describe())
      await reader.close()
      await expect(reader.snapshot(lookAt)).rejects.toMatchObject({ reason: 'closed' })
      expect(await store.checkpoint()).toBe(40)
    })

    test('is told when there is nothing', async () => {
      const { stores } = current()
      expect(await stores.openForReading('nothing')).toMatchObject({ name: 'UnusableView', reason: 'missing' })
    })
  })

  describe('the contents', () => {
    test('are the same however they were batched, and stand in their order', async () => {
      const total = 150
      const oracle = await opened(new MemoryViewStores())
      await oracle.commit(changesBetween(0, total), { from: 0, to: total })
      const wanted = await contentsOf(oracle)
      expect(new Set(wanted.map(({ kind }) => kind)).size).toBe(4)
      expect(wanted.toSorted(compareContents)).toEqual(wanted)
      const steps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 10 })
      const run = async (sizes: readonly number[]) => {
        const tested = await open()
        const store = await opened(tested.stores)
        try {
          for (let from = 0, step = 0; from < total; step++) {
            const to = Math.min(from + (sizes[step % sizes.length] ?? 1), total)
            await store.commit(changesBetween(from, to), { from, to })
            from = to
          }
          expect(await contentsOf(store)).toEqual(wanted)
        } finally {
          await store.close()
          await tested.dispose()
        }
      }
      await fc.assert(fc.asyncProperty(steps, run), { numRuns: 20 })
    })

    test('hold long journals in parts', async () => {
      const { store } = current()
      const journal = Array.from({ length: 2_500 }, (_, number) => ({ position: number + 1, atMs: 7, amount: number }))
      await store.commit(changes({ postings: { a: journal, b: journal.slice(0, 1) } }), { from: 0, to: 2_500 })
      const contents = await contentsOf(store)
      expect(contents.map(({ name }) => name)).toEqual([
        'a\0' + '0000000000',
        'a\0' + '0000001000',
        'a\0' + '0000002000',
        'b\0' + '0000000000',
      ])
      expect(contents.map(({ value }) => value.split('\n').length)).toEqual([1_000, 1_000, 500, 1])
      expect(contents.at(-1)?.value).toBe('1 7 0')
    })
  })
}

/** All kinds of reads at once. */
async function lookAt(view: ViewReader) {
  return {
    checkpoint: await view.checkpoint(),
    documents: await view.get(Array.from({ length: 300 }, (_, number) => `movement/M${number}`)),
    entries: await view.list('movements:site/S1', { limit: 500 }),
    accounts: await view.accounts({ prefix: '', limit: 500 }),
    balance: await view.balance('stock/S1/150101', { asOfMs: 500_000 }),
    journal: await view.journal('stock/S1/150101', { offset: 0, limit: 500 }),
    tallies: await view.tallies({ prefix: '', limit: 500 }),
  }
}
