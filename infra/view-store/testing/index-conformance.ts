import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames } from '../names.ts'
import type { IndexPlace, IndexRange, ViewReader, ViewStore } from '../port.ts'
import { changes, commitEach } from './changes.ts'

const index = 'movements:all'

/** Ordered indexes. */
export function indexConformance(current: () => { readonly store: ViewStore }): void {
  describe('an index', () => {
    test('is ordered by sort, code unit by code unit, then by key', async () => {
      const { store } = current()
      const sorts = ['', '!', '0', '00', '1', 'A', 'B', 'a', 'aa', '~', 'é', 'ﻻ', 'م', '\uffff']
      const places = sorts.flatMap(sort => ['k', 'K', 'k1', 'ك'].map(key => ({ sort, key })))
      await commitEach(store, changes({ added: shuffled(places).map(place => ({ index, ...place })) }))
      const inOrder = places.toSorted(compare)
      expect((await store.list(index, { limit: 1_000 })).entries).toEqual(inOrder)
      expect((await store.list(index, { limit: 1_000, descending: true })).entries).toEqual(inOrder.toReversed())
    })

    test('holds what was added to it and not to another, until it is removed', async () => {
      const { store } = current()
      const [one, two, three] = [place('1', 'M1'), place('2', 'M2'), place('2', 'M3')]
      await commitEach(
        store,
        changes({ added: [one, two, three, { ...one, index: 'movements:all2' }] }),
        changes({ added: [one], removed: [two, place('9', 'never there')] }),
      )
      expect((await store.list(index, { limit: 10 })).entries).toEqual([one, three].map(placeOf))
      expect((await store.list('movements:all2', { limit: 10 })).entries).toEqual([placeOf(one)])
      expect((await store.list('movements', { limit: 10 })).entries).toEqual([])
    })

    test('keeps an entry that is removed and added at once', async () => {
      const { store } = current()
      const one = place('1', 'M1')
      await commitEach(store, changes({ added: [one] }), changes({ added: [one], removed: [one] }))
      expect((await store.list(index, { limit: 10 })).entries).toEqual([placeOf(one)])
    })

    test('says that there is more only when there is', async () => {
      const { store } = current()
      const [one, two] = [place('1', 'M1'), place('2', 'M2')]
      await commitEach(store, changes({ added: [one, two] }))
      expect(await store.list(index, { limit: 1 })).toEqual({ entries: [placeOf(one)], next: placeOf(one) })
      expect(await store.list(index, { limit: 2 })).toEqual({ entries: [one, two].map(placeOf) })
      expect(await store.list(index, { limit: 1, after: placeOf(one) })).toEqual({ entries: [placeOf(two)] })
      expect(await store.list(index, { limit: 1, after: placeOf(two) })).toEqual({ entries: [] })
      expect(await store.list(index, { limit: 1, before: '2' })).toEqual({ entries: [placeOf(one)] })
    })

    test('gives any range in pages of any size, in both directions, nothing twice and nothing left out', async () => {
      const { store } = current()
      const places = Array.from({ length: 60 }, (_, number) => ({ sort: `${number % 12}`, key: `M${number}` }))
      await commitEach(store, changes({ added: places.map(each => ({ index, ...each })) }))
      const sort = fc.option(fc.constantFrom('', '0', '05', '1', '10', '3', '99'), { nil: undefined })
      const direction = fc.boolean()
      await fc.assert(
        fc.asyncProperty(
          sort,
          sort,
          direction,
          fc.integer({ min: 1, max: 70 }),
          async (from, before, descending, limit) => {
            const range = {
              ...(from !== undefined && { from }),
              ...(before !== undefined && { before }),
              descending,
              limit,
            }
            const wanted = places
              .filter(each => (from === undefined || each.sort >= from) && (before === undefined || each.sort < before))
              .toSorted((one, other) => (descending ? compare(other, one) : compare(one, other)))
            expect(await allPages(store, range)).toEqual(wanted)
          },
        ),
      )
    })

    test('goes on after a place outside of the range as if it began there', async () => {
      const { store } = current()
      const places = ['1', '2', '3', '4'].map(sort => ({ sort, key: 'M' }))
      await commitEach(store, changes({ added: places.map(each => ({ index, ...each })) }))
      const sorts = async (range: Omit<IndexRange, 'limit'>) =>
        (await store.list(index, { ...range, limit: 10 })).entries.map(each => each.sort)
      const at = (sort: string) => ({ sort, key: 'M' })
      expect(await sorts({ from: '2', before: '4', after: at('1') })).toEqual(['2', '3'])
      expect(await sorts({ from: '2', before: '4', after: at('4') })).toEqual([])
      expect(await sorts({ from: '2', before: '4', after: at('4'), descending: true })).toEqual(['3', '2'])
      expect(await sorts({ from: '2', before: '4', after: at('1'), descending: true })).toEqual([])
    })

    test('is paged through rightly while commits add and remove: what stays is met once', async () => {
      const { store } = current()
      const staying = Array.from({ length: 40 }, (_, number) => place(String(number * 10 + 100), `M${number}`))
      const leaving = staying.map(each => ({ ...each, key: `${each.key}-leaves` }))
      await commitEach(store, changes({ added: [...staying, ...leaving] }))
      const met: string[] = []
      let after: IndexPlace | undefined
      do {
        const page = await store.list(index, { limit: 7, ...(after && { after }) })
        met.push(...page.entries.map(({ key }) => key))
        after = page.next
        // What is next, and the place itself, go away; others come before and after it.
        const removed = leaving.filter(({ sort }) => sort >= (after?.sort ?? '')).slice(0, 3)
        const added = [place('050', `early-${met.length}`), place('499', `late-${met.length}`)]
        await commitEach(store, changes({ removed, added }))
      } while (after !== undefined)
      expect(met.filter(key => /^M\d+$/.test(key))).toEqual(staying.map(({ key }) => key))
      expect(new Set(met).size).toBe(met.length)
    })
  })
}

async function allPages(view: ViewReader, range: IndexRange): Promise<readonly IndexPlace[]> {
  const found: IndexPlace[] = []
  let after: IndexPlace | undefined
  do {
    const page = await view.list(index, { ...range, ...(after && { after }) })
    expect(page.entries.length).toBeLessThanOrEqual(range.limit)
    found.push(...page.entries)
    after = page.next
  } while (after !== undefined)
  return found
}

function place(sort: string, key: string) {
  return { index, sort, key }
}

function placeOf({ sort, key }: IndexPlace): IndexPlace {
  return { sort, key }
}

function compare(one: IndexPlace, other: IndexPlace): number {
  return compareNames(one.sort, other.sort) || compareNames(one.key, other.key)
}

/** Every seventh, round and round: any order but the right one. */
function shuffled<Thing>(things: readonly Thing[]): readonly Thing[] {
  return Array.from({ length: 7 }, (_, start) => things.filter((_thing, place) => place % 7 === start)).flat()
}
