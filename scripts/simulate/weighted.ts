import type { Random } from './random.ts'

/** Items that are drawn in proportion to their weights. */
export class Weighted<Item> {
  readonly #items: readonly Item[]
  readonly #upTo: readonly number[]
  readonly #total: number

  constructor(items: readonly Item[], weightOf: (item: Item) => number) {
    if (items.length === 0) throw new RangeError('there is nothing to draw from')
    let total = 0
    this.#items = items
    this.#upTo = items.map(item => {
      total += weightOf(item)
      return total
    })
    this.#total = total
  }

  draw(random: Random): Item {
    const at = random.share() * this.#total
    let place = 0
    while (place < this.#upTo.length - 1 && at >= (this.#upTo[place] ?? 0)) place++
    const item = this.#items[place]
    if (item === undefined) throw new RangeError('a draw outside of the items')
    return item
  }
}
