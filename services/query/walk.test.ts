import { limits } from '@athar/events/limits.ts'
import type { IndexPage, IndexPlace, IndexRange, ViewReader } from '@athar/infra/view-store/port.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page } from './http/page.ts'
import { MergedEntries } from './merged-entries.ts'
import { type Walk, walk } from './walk.ts'

/** A view of nothing but indexes; the document of a key is the key. */
class ViewOfIndexes implements Pick<ViewReader, 'get' | 'list'> {
  readonly #indexes: Readonly<Record<string, readonly IndexPlace[]>>
  fetched = 0

  constructor(indexes: Readonly<Record<string, readonly IndexPlace[]>>) {
    this.#indexes = indexes
  }

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.fetched += keys.length
    return new Map(keys.map(key => [key, key]))
  }

  async list(index: string, { descending, after, limit }: IndexRange): Promise<IndexPage> {
    const inOrder = [...(this.#indexes[index] ?? [])].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1))
    if (descending) inOrder.reverse()
    const rest = inOrder.filter(place => after === undefined || textOf(place) < textOf(after) === (descending ?? false))
    const isAfter = after === undefined ? rest : rest.filter(place => textOf(place) !== textOf(after))
    const entries = isAfter.slice(0, limit)
    const last = entries.at(-1)
    return { entries, ...(last && isAfter.length > limit && { next: last }) }
  }
}

function textOf({ sort, key }: IndexPlace): string {
  return `${sort} ${key}`
}

function viewOf(indexes: Readonly<Record<string, readonly IndexPlace[]>>): ViewOfIndexes & ViewReader {
  return new ViewOfIndexes(indexes) as ViewOfIndexes & ViewReader // walks ask for nothing else
}

/** Reads page after page to the end. */
async function pagesOf<Item>(view: ViewReader, asked: Walk<Item>, limit: number): Promise<readonly Page<Item>[]> {
  const pages: Page<Item>[] = []
  for (;;) {
    const after = pages.at(-1)?.next
    const page = await walk(view, asked, { limit, ...(after && { after }) })
    pages.push(page)
    if (page.next === undefined) return pages
  }
}

const place = fc.record({ sort: fc.constantFrom('1', '2', '3'), key: fc.constantFrom('a', 'b', 'c', 'd', 'e') })
const index = fc.uniqueArray(place, { selector: textOf })

const many = Array.from({ length: 3 * limits.pageScanMax + 10 }, (_, number) => ({
  sort: String(number).padStart(5, '0'),
  key: `k-${number}`,
}))

describe('several indexes as one', () => {
  test('in either direction, page by page: every entry once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(index, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        async (lists, descending, limit) => {
          let after: IndexPlace | undefined
          const names = lists.map((_, name) => `index-${name}`)
          const view = viewOf(Object.fromEntries(lists.map((list, name) => [`index-${name}`, list])))
          const parts = names.map(index => ({ index }))
          const read: string[] = []
          for (;;) {
            const entries = new MergedEntries(view, parts, { descending, after })
            const places = [...(await entries.take(limit)), ...(await entries.take(1))]
            if (places.length === 0) break
            read.push(...places.map(textOf))
            after = places.at(-1)
          }
          const all = [...new Set(lists.flat().map(textOf))].sort()
          expect(read).toEqual(descending ? all.reverse() : all)
        },
      ),
    )
  })

  test('longer than what is fetched at once are read to the end', async () => {
    const [even, odd] = [0, 1].map(rest => many.filter((_, number) => number % 2 === rest))
    const view = viewOf({ even: even ?? [], odd: odd ?? [] })
    const entries = new MergedEntries(view, [{ index: 'even' }, { index: 'odd' }])
    expect([await entries.take(10), await entries.take(many.length)].flat()).toEqual(many)
  })

  test('of none is empty', async () => {
    expect(await new MergedEntries(viewOf({}), []).take(10)).toEqual([])
  })
})

describe('a walk', () => {
  test('picks what fits, in pages that leave nothing out and take nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        index,
        fc.subarray(['a', 'b', 'c', 'd', 'e']),
        fc.integer({ min: 1, max: 7 }),
        async (list, fitting, limit) => {
          const pick = (key: string) => (fitting.includes(key) ? key : undefined)
          const pages = await pagesOf(viewOf({ list }), { indexes: ['list'], pick }, limit)
          const expected = list.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1)).map(({ key }) => key)
          expect(pages.flatMap(({ items }) => items)).toEqual(expected.filter(key => fitting.includes(key)))
          for (const { items } of pages) expect(items.length).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })

  test('looks at no more than its budget, and says where to go on when nothing fits', async () => {
    const view = viewOf({ list: many })
    const page = await walk(view, { indexes: ['list'], pick: () => undefined }, { limit: 10 })
    expect(page).toEqual({ items: [], next: many[limits.pageScanMax - 1] })
    expect(view.fetched).toBe(limits.pageScanMax)
  })

  test('comes to the end over pages that are empty', async () => {
    const last = many.at(-1)?.key
    const pick = (key: string) => (key === last ? key : undefined)
    const pages = await pagesOf(viewOf({ list: many }), { indexes: ['list'], pick }, 10)
    expect(pages.map(({ items }) => items.length)).toEqual([0, 0, 0, 1])
  })

  test('fetches little more than it answers when everything fits', async () => {
    const view = viewOf({ list: many })
    const { items } = await walk(view, { indexes: ['list'], pick: key => key }, { limit: 100 })
    expect(items).toHaveLength(100)
    expect(view.fetched).toBe(100)
  })

  test('ends without a next when the last entry fills the page', async () => {
    const pick = (key: string) => key
    expect(
      await walk(viewOf({ list: many.slice(0, 10) }), { indexes: ['list'], pick }, { limit: 10 }),
    ).not.toHaveProperty('next')
  })
})
