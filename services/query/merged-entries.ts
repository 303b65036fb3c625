import type { IndexPlace, IndexRange, ViewReader } from '@athar/infra/view-store/port.ts'

/** A part of an index. */
export interface IndexPart extends Pick<IndexRange, 'from' | 'before'> {
  readonly index: string
}

export interface MergeOrder {
  /** Goes on after this place, in the direction of the list. */
  readonly after?: IndexPlace | undefined
  readonly descending?: boolean | undefined
}

/** Entries that are fetched at first, of all parts together, and the least of each: a page takes some of each. */
const fetchedAtFirst = 200
const fetchedMin = 10

/**
 * Several parts of indexes as one list in one order, each place once, however many of them have it. Fetches of each part
 * little more than what is taken of it.
 */
export async function* mergedEntries(
  view: Pick<ViewReader, 'list'>,
  parts: readonly IndexPart[],
  order: MergeOrder = {},
): AsyncGenerator<IndexPlace, void, undefined> {
  const limit = Math.max(fetchedMin, Math.ceil(fetchedAtFirst / parts.length))
  const tails = parts.map(part => new Tail(view, part, order, limit))
  await Promise.all(tails.map(tail => tail.fill()))
  const descending = order.descending === true
  for (;;) {
    let first: IndexPlace | undefined
    for (const { head } of tails)
      if (head !== undefined && (first === undefined || inOrder(head, first) < 0 !== descending)) first = head
    if (first === undefined) return
    yield first
    for (const tail of tails) {
      if (tail.head === undefined || inOrder(tail.head, first) !== 0) continue
      tail.drop()
      if (tail.head === undefined) await tail.fill()
    }
  }
}

/** What is left of a part. */
class Tail {
  readonly #view: Pick<ViewReader, 'list'>
  readonly #index: string
  readonly #range: Omit<IndexRange, 'after'>
  #fetched: readonly IndexPlace[] = []
  #dropped = 0
  #next: IndexPlace | undefined
  #hasMore = true

  constructor(
    view: Pick<ViewReader, 'list'>,
    { index, ...range }: IndexPart,
    { after, descending = false }: MergeOrder,
    limit: number,
  ) {
    this.#view = view
    this.#index = index
    this.#range = { ...range, descending, limit }
    this.#next = after
  }

  get head(): IndexPlace | undefined {
    return this.#fetched[this.#dropped]
  }

  drop(): void {
    this.#dropped++
  }

  /** Fetches what follows, once everything that was fetched is dropped. */
  async fill(): Promise<void> {
    if (!this.#hasMore) return
    const { entries, next } = await this.#view.list(this.#index, {
      ...this.#range,
      ...(this.#next && { after: this.#next }),
    })
    this.#fetched = entries
    this.#dropped = 0
    this.#next = next
    this.#hasMore = next !== undefined
  }
}

/** As indexes are ordered: code unit by code unit. */
function inOrder(one: IndexPlace, other: IndexPlace): number {
  if (one.sort !== other.sort) return one.sort < other.sort ? -1 : 1
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  return 0
}
