import { describe, expect, test } from 'vitest'
import { UnusableView, ViewStoreFailure, WrongCheckpoint } from './port.ts'
import { accountConformance } from './testing/account-conformance.ts'
import { changes, commitEach, contentsOf } from './testing/changes.ts'
import { changesBetween } from './testing/generated-history.ts'
import { indexConformance } from './testing/index-conformance.ts'
import { snapshotConformance } from './testing/snapshot-conformance.ts'
import { eachWithStore, type OpenStores, opened, testFold } from './testing/stores-under-test.ts'

/** What every view store keeps to, whatever it is made of (DESIGN §6). */
export function viewStoreConformance(adapter: string, open: OpenStores): void {
  describe(`view store: ${adapter}`, () => {
    const current = eachWithStore(open)

    test('an empty store is at position 0, serves nothing and holds nothing', async () => {
      const { store } = current()
      expect(await store.checkpoint()).toBe(0)
      expect(await store.describe()).toEqual({ fold: testFold, projections: [] })
      expect(await store.get(['movement/M1'])).toEqual(new Map())
      expect(await store.list('movements:all', { limit: 10 })).toEqual({ entries: [] })
      expect(await store.balance('stock/S1/150101')).toBe(0)
      expect(await store.accounts({ prefix: '', limit: 10 })).toEqual([])
      expect(await store.journal('stock/S1/150101', { offset: 0, limit: 10 })).toEqual([])
      expect(await store.moments('stock/S1/150101', { limit: 10 })).toEqual([])
      expect(await store.entriesAt('stock/S1/150101', { atMs: 0, limit: 10 })).toEqual([])
      expect(await store.tallies({ prefix: '', limit: 10 })).toEqual([])
      expect(await contentsOf(store)).toEqual([])
    })

    test('documents come back as they went in, and the newest takes the place of the one before', async () => {
      const { store } = current()
      const arabic = '{"name":"مركز الردم التقني","sign":"☣😀","quote":"\\""}'
      await commitEach(
        store,
        changes({ documents: { 'site/S1': '{}', 'site/S2': arabic } }),
        changes({ documents: { 'site/S1': '{"second":true}' } }),
      )
      const found = await store.get(['site/S2', 'site/S1', 'site/S3', 'site/S1'])
      expect(found).toEqual(new Map(Object.entries({ 'site/S1': '{"second":true}', 'site/S2': arabic })))
    })

    test('many documents, and long ones, are fetched in one go', async () => {
      const { store } = current()
      const documents = Array.from({ length: 1_000 }, (_, index) => [
        `lot/L${index}`,
        `{"n":"${'x'.repeat(index * 20)}"}`,
      ])
      await commitEach(store, changes({ documents: Object.fromEntries(documents) }))
      expect([...(await store.get(documents.map(([key = '']) => key)))].sort()).toEqual(documents.sort())
    })

    test('whatever key is asked for, alone or among others, once or again, only what is there under it is answered', async () => {
      const { store } = current()
      const keys = ['lot/a', 'lot/a"b', 'lot/a\\', "lot/a'", 'lot/é\n']
      await commitEach(store, changes({ documents: Object.fromEntries(keys.map(key => [key, JSON.stringify(key)])) }))
      const unwritable = ['lot/a\0', 'lot/a\0b', 'lot/\ud800', '', 'lot/']
      const all = [...keys, ...unwritable, ...keys]
      expect(await store.get(all)).toEqual(new Map(keys.map(key => [key, JSON.stringify(key)])))
      for (const key of all)
        expect((await store.get([key])).get(key)).toBe(keys.includes(key) ? JSON.stringify(key) : undefined)
    })

    test('sums grow, shrink and vanish at zero', async () => {
      const { store } = current()
      await commitEach(store, changes({ tallies: { 'flow/16': 5, 'flow/31': -2, other: 1, nothing: 0 } }))
      expect(await store.tallies({ prefix: 'flow/', limit: 10 })).toEqual([
        { tally: 'flow/16', total: 5 },
        { tally: 'flow/31', total: -2 },
      ])
      await commitEach(store, changes({ tallies: { 'flow/16': -5, 'flow/31': 1 } }))
      expect(await store.tallies({ prefix: '', limit: 10 })).toEqual([
        { tally: 'flow/31', total: -1 },
        { tally: 'other', total: 1 },
      ])
      expect(await store.tallies({ prefix: '', after: 'flow/31', limit: 10 })).toEqual([{ tally: 'other', total: 1 }])
      expect(await store.tallies({ prefix: '', limit: 1 })).toEqual([{ tally: 'flow/31', total: -1 }])
    })

    test('sums beyond what is counted exactly are rounded, and stop nobody', async () => {
      const { store } = current()
      const amount = 2 ** 53 - 1
      const [position, huge] = [await store.checkpoint(), Array.from({ length: 3_000 }, () => amount)]
      await commitEach(
        store,
        ...huge.map((_, index) =>
          changes({
            tallies: { all: amount },
            postings: { a: [{ position: position + index + 1, atMs: index, amount }] },
          }),
        ),
      )
      const about = 3_000 * amount
      const isNear = (sum = 0) => expect(Math.abs(sum / about - 1)).toBeLessThan(1e-9)
      isNear((await store.tallies({ prefix: '', limit: 10 }))[0]?.total)
      isNear((await store.accounts({ prefix: '', limit: 10 }))[0]?.total)
      isNear(await store.balance('a', { asOfMs: 3_000 }))
      isNear(2 * (await store.balance('a', { asOfMs: 1_499, knownAt: 2_900 })))
      isNear(2 * (await store.balance('a', { knownAt: 1_500 })))
    })

    test('the hash of the last event stays with the position', async () => {
      const { store } = current()
      await store.commit(changes(), { from: 0, to: 7, hash: 'aa' })
      expect(await store.describe()).toEqual({ fold: testFold, projections: [], hash: 'aa' })
      await store.serve([{ name: 'stock', version: 1 }])
      await store.commit(changes(), { from: 7, to: 9, hash: 'bb' })
      expect(await store.describe()).toMatchObject({ projections: [{ name: 'stock' }], hash: 'bb' })
      await store.commit(changes(), { from: 9, to: 10 })
      expect(await store.describe()).not.toHaveProperty('hash')
    })

    test('a commit moves on from where the store is, and from nowhere else', async () => {
      const { store } = current()
      await store.commit(changesBetween(0, 7), { from: 0, to: 7 })
      const before = await contentsOf(store)
      for (const from of [0, 6, 8])
        await expect(store.commit(changesBetween(7, 9), { from, to: 9 })).rejects.toThrow(WrongCheckpoint)
      expect(await contentsOf(store)).toEqual(before)
      await store.commit(changes(), { from: 7, to: 12 })
      expect(await store.checkpoint()).toBe(12)
    })

    const atPosition = (position: number) => changes({ postings: { a: [{ position, atMs: 1, amount: 1 }] } })
    test.each([
      ['goes back', changes(), { from: 3, to: 2 }],
      ['posts before its step', atPosition(3), { from: 3, to: 4 }],
      ['posts after its step', atPosition(5), { from: 3, to: 4 }],
      ['posts half a gram', changes({ postings: { a: [{ position: 4, atMs: 1, amount: 0.5 }] } }), { from: 3, to: 4 }],
      ['posts at no time', changes({ postings: { a: [{ position: 4, atMs: NaN, amount: 1 }] } }), { from: 3, to: 4 }],
      ['adds half a gram', changes({ tallies: { a: 0.5 } }), { from: 3, to: 4 }],
      ['names a document unorderably', changes({ documents: { 'site/😀': '{}' } }), { from: 3, to: 4 }],
      ['names an index unorderably', changes({ added: [{ index: '\0', sort: '', key: '' }] }), { from: 3, to: 4 }],
      ['names a sort unorderably', changes({ added: [{ index: '', sort: '😀', key: '' }] }), { from: 3, to: 4 }],
      ['names a key unorderably', changes({ removed: [{ index: '', sort: '', key: '😀' }] }), { from: 3, to: 4 }],
      ['names an account unorderably', changes({ postings: { '😀': [] } }), { from: 3, to: 4 }],
      ['names a sum unorderably', changes({ tallies: { '😀': 1 } }), { from: 3, to: 4 }],
    ])('a commit that %s is refused, with all that comes with it', async (_what, wrong, step) => {
      const { store } = current()
      const right = changesBetween(0, 3)
      await store.commit({ ...right, tallies: new Map([['flow/a', 5]]) }, { from: 0, to: 3 })
      const before = await contentsOf(store)
      const documents = new Map([...wrong.documents, ['site/NEW', '{}']])
      const entriesAdded = [...wrong.entriesAdded, { index: 'new', sort: '1', key: 'site/NEW' }]
      await expect(store.commit({ ...wrong, documents, entriesAdded }, step)).rejects.toThrow(RangeError)
      expect(await contentsOf(store)).toEqual(before)
      expect(await store.checkpoint()).toBe(3)
      await commitEach(store, changes({ added: ['newer', 'new'].map(index => ({ index, sort: index, key: '' })) }))
      expect(await store.list('new', { limit: 10 })).toEqual({ entries: [{ sort: 'new', key: '' }] })
    })

    test('what it serves can be said anew, and stays when it is opened again', async () => {
      const { store, stores } = current()
      const stopped = { position: 3, at: 4, key: 'movement/M1', reason: 'لا يمكن' }
      await store.serve([{ name: 'movements', version: 1 }])
      await commitEach(store, changesBetween(0, 1))
      await store.serve([
        { name: 'alerts', version: 2, stopped },
        { name: 'lineage', version: 1 },
      ])
      const contents = await contentsOf(store)
      await store.close()
      const again = await opened(stores)
      expect(await again.describe()).toEqual({
        fold: testFold,
        projections: [
          { name: 'alerts', version: 2, stopped },
          { name: 'lineage', version: 1 },
        ],
      })
      expect(await again.checkpoint()).toBe(1)
      expect(await contentsOf(again)).toEqual(contents)
      await again.close()
    })

    test('a store of another fold, or of another version of it, is of no use', async () => {
      const { store, stores } = current()
      await store.close()
      for (const fold of [
        { name: 'directory', version: 1 },
        { name: 'custody', version: 2 },
      ]) {
        const unusable = await stores.open('custody', fold)
        expect(unusable).toBeInstanceOf(UnusableView)
        expect(unusable).toMatchObject({ reason: 'other-fold', message: expect.stringContaining('custody') })
      }
      await (await opened(stores)).close()
    })

    test('stores have names, stand beside each other and can be removed', async () => {
      const { store, stores } = current()
      const beside = await opened(stores, 'beside', { name: 'directory', version: 3 })
      await commitEach(beside, changesBetween(0, 1))
      expect(await stores.names()).toEqual(['beside', 'custody'])
      expect(await contentsOf(store)).toEqual([])
      await beside.close()
      await stores.remove('beside')
      expect(await stores.names()).toEqual(['custody'])
      const anew = await opened(stores, 'beside')
      expect(await contentsOf(anew)).toEqual([])
      await anew.close()
      await stores.remove('never there')
    })

    test('a store that is closed says so', async () => {
      const { store } = current()
      await store.close()
      await store.close()
      const closed = { name: ViewStoreFailure.name, reason: 'closed' }
      await expect(store.checkpoint()).rejects.toMatchObject(closed)
      await expect(store.get(['a'])).rejects.toMatchObject(closed)
      await expect(store.commit(changes(), { from: 0, to: 1 })).rejects.toMatchObject(closed)
      await expect(store.serve([])).rejects.toMatchObject(closed)
      await expect(store.snapshot(async () => 1)).rejects.toMatchObject(closed)
      await expect(contentsOf(store)).rejects.toMatchObject(closed)
    })

    indexConformance(current)
    accountConformance(current, open)
    snapshotConformance(current, open)
  })
}
