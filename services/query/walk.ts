import { limits } from '@athar/events/limits.ts'
import type { IndexPlace, IndexRange, ViewReader } from '@athar/infra/view-store/port.ts'
import type { Page, PageWanted } from './http/page.ts'
import { MergedEntries } from './merged-entries.ts'

/** A walk through one or more indexes that picks what fits. */
export interface Walk<Item> extends Pick<IndexRange, 'from' | 'before' | 'descending'> {
  /** Walked as one. */
  readonly indexes: readonly string[]
  /** The item of a document, which is JSON; `undefined` when it does not fit. */
  readonly pick: (key: string, json: string) => Item | undefined
}

/** Documents that are fetched at once at least: most of them may be passed over. */
const stepMin = 50

/**
 * A page of what fits. Looks at `limits.pageScanMax` entries at most, or at as many as the page has room for: where more
 * were passed over than that, the page is short, or empty, and has a `next`.
 */
export async function walk<Item>(
  view: Pick<ViewReader, 'get' | 'list'>,
  { indexes, pick, descending, ...range }: Walk<Item>,
  { limit, after }: PageWanted,
): Promise<Page<Item>> {
  const parts = indexes.map(index => ({ index, ...range }))
  const entries = new MergedEntries(view, parts, { after, descending })
  const items: Item[] = []
  let looksLeft = Math.max(limits.pageScanMax, limit)
  let last: IndexPlace | undefined
  while (looksLeft > 0) {
    const places = await entries.take(Math.min(looksLeft, Math.max(limit - items.length, stepMin)))
    const documents = await view.get(places.map(({ key }) => key))
    for (const [index, place] of places.entries()) {
      const json = documents.get(place.key)
      const item = json === undefined ? undefined : pick(place.key, json)
      if (item !== undefined) items.push(item)
      if (items.length < limit) continue
      const goesOn = index < places.length - 1 || (await entries.take(1)).length > 0
      return { items, ...(goesOn && { next: place }) }
    }
    last = places.at(-1)
    if (last === undefined) return { items }
    looksLeft -= places.length
  }
  const goesOn = (await entries.take(1)).length > 0
  return { items, ...(last && goesOn && { next: last }) }
}
