import { comparePlaces } from '@athar/infra/view-store/names.ts'
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

/** Entries that are fetched of a part at once, at the least. */
const fetchedMin = 10

/**
 * Several parts of indexes as one list in one order, each place once, however many of them have it. Fetches of each part
 * little more than what is taken of it.
 */
export class MergedEntries {
  readonly #parts: readonly IndexPart[]
  readonly #tailOf: (part: IndexPart, limit: number) => Tail
  readonly #isAhead: (one: IndexPlace, other: IndexPlace) => boolean
  /** Those that are not at their end, the one that comes next last. `undefined` before anything is taken. */
  #tails: Tail[] | undefined
  #last: IndexPlace | undefined

  constructor(view: Pick<ViewReader, 'list'>, parts: readonly IndexPart[], order: MergeOrder = {}) {
    this.#parts = parts
    this.#tailOf = (part, limit) => new Tail(view, part, order, limit)
    this.#isAhead = order.descending
      ? (one, other) => comparePlaces(one, other) > 0
      : (one, other) => comparePlaces(one, other) < 0
  }

  /** The next places: `count` of them, or all that are left. */
  async take(count: number): Promise<readonly IndexPlace[]> {
    this.#tails ??= await this.#begin(count)
    const places: IndexPlace[] = []
    while (places.length < count) {
      const tail = this.#tails.pop()
      if (tail?.head === undefined) break
      const place = tail.head
      if (this.#last === undefined || comparePlaces(place, this.#last) !== 0) places.push(place)
      this.#last = place
      tail.drop()
      if (tail.head === undefined) await tail.fill()
      this.#putBack(this.#tails, tail)
    }
    return places
  }

  /** A page takes some of each part: of most no more than twice its share. */
  async #begin(count: number): Promise<Tail[]> {
    const share = Math.ceil((2 * count) / this.#parts.length)
    const limit = Math.max(fetchedMin, Math.min(share, count + 1))
    const all = this.#parts.map(part => this.#tailOf(part, limit))
    await Promise.all(all.map(tail => tail.fill()))
    const tails: Tail[] = []
    for (const tail of all) this.#putBack(tails, tail)
    return tails
  }

  #putBack(tails: Tail[], tail: Tail): void {
    const { head } = tail
    if (head === undefined) return
    const place = tails.findLastIndex(other => other.head !== undefined && !this.#isAhead(other.head, head))
    tails.splice(place + 1, 0, tail)
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
