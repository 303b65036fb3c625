import type { Position } from '@athar/events/envelope.ts'
import type { JournalEntry } from '@athar/infra/view-store/port.ts'
import type { Posting } from '@athar/projections/projection.ts'

interface Sum {
  readonly account: string
  readonly atMs: number
  amount: number
}

/** Up to so many, looking through all of them is quicker than any index. */
const searchedMax = 24

/**
 * What one event has posted: the postings that follow now less those that followed before, summed by account and time.
 * One is used for event after event.
 */
export class PostingDifference {
  readonly #sums: Sum[] = []
  /** The sums by account and time, once there are many. */
  readonly #places = new Map<string, Sum>()

  /** Adds what changed between two lists of postings of one document. */
  add(before: readonly Posting[], now: readonly Posting[]): void {
    let same = 0
    const both = Math.min(before.length, now.length)
    while (same < both && isSame(before[same], now[same])) same++
    for (let index = same; index < before.length; index++) this.#add(before[index], -1)
    for (let index = same; index < now.length; index++) this.#add(now[index], 1)
  }

  /** Journals it under the position of the event, and is empty again. */
  journal(position: Position, journals: Map<string, JournalEntry[]>): void {
    for (const { account, atMs, amount } of this.#sums) {
      if (amount === 0) continue
      const journal = journals.get(account)
      if (journal === undefined) journals.set(account, [{ position, atMs, amount }])
      else journal.push({ position, atMs, amount })
    }
    this.#sums.length = 0
    if (this.#places.size > 0) this.#places.clear()
  }

  #add(posting: Posting | undefined, sign: 1 | -1): void {
    if (posting === undefined || posting.amount === 0) return
    const { account, atMs, amount } = posting
    const known = this.#sums.length <= searchedMax ? this.#search(account, atMs) : this.#lookUp(account, atMs)
    if (known !== undefined) {
      known.amount += sign * amount
      return
    }
    const sum = { account, atMs, amount: sign * amount }
    this.#sums.push(sum)
    if (this.#places.size > 0) this.#places.set(nameOf(sum), sum)
  }

  #search(account: string, atMs: number): Sum | undefined {
    for (const sum of this.#sums) if (sum.atMs === atMs && sum.account === account) return sum
    return undefined
  }

  #lookUp(account: string, atMs: number): Sum | undefined {
    if (this.#places.size === 0) for (const sum of this.#sums) this.#places.set(nameOf(sum), sum)
    return this.#places.get(nameOf({ account, atMs }))
  }
}

function nameOf({ account, atMs }: Pick<Sum, 'account' | 'atMs'>): string {
  return `${atMs} ${account}`
}

function isSame(one: Posting | undefined, other: Posting | undefined): boolean {
  return one?.atMs === other?.atMs && one?.amount === other?.amount && one?.account === other?.account
}
