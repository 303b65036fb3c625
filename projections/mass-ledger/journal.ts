import type { Posting } from '../projection.ts'
import { accountName } from './accounts.ts'
import type { Book } from './book.ts'
import type { LotFlow } from './lot-flows.ts'

/** The postings of a document while they are written. What moves nothing is not written. */
export class Journal implements Book {
  readonly postings: Posting[] = []

  produced(site: string, grams: number, atMs: number): void {
    if (grams !== 0) this.#post(accountName.produced(site), grams, atMs)
  }

  transit(site: string, grams: number, atMs: number): void {
    if (grams !== 0) this.#post(accountName.transit(site), grams, atMs)
  }

  fate(site: string, operation: string, grams: number, atMs: number): void {
    if (grams !== 0) this.#post(accountName.fate(site, operation), grams, atMs)
  }

  loss(site: string, grams: number, atMs: number): void {
    if (grams !== 0) this.#post(accountName.loss(site), grams, atMs)
  }

  discrepancy(site: string, grams: number, atMs: number): void {
    if (grams !== 0) this.#post(accountName.discrepancy(site), grams, atMs)
  }

  adjusted(site: string, grams: number, atMs: number): void {
    if (grams !== 0) this.#post(accountName.adjusted(site), grams, atMs)
  }

  /**
   * Books flows in the stock of their code, in the lot, and in all that the site holds. Flows of one stock that stand side by
   * side are booked in one sum.
   */
  stock(flows: readonly LotFlow[]): void {
    let stockGrams = 0
    let heldGrams = 0
    for (let place = 0; place < flows.length; place++) {
      const flow = flows[place]
      if (flow === undefined) continue
      const { site, code, lot, grams, atMs } = flow
      if (grams !== 0) this.#post(accountName.lot(site, code, lot), grams, atMs)
      stockGrams += grams
      heldGrams += grams
      const next = flows[place + 1]
      const isSameSite = next !== undefined && next.site === site && next.atMs === atMs
      if (!isSameSite || next.code !== code) {
        if (stockGrams !== 0) this.#post(accountName.stock(site, code), stockGrams, atMs)
        stockGrams = 0
      }
      if (!isSameSite) {
        if (heldGrams !== 0) this.#post(accountName.held(site), heldGrams, atMs)
        heldGrams = 0
      }
    }
  }

  #post(account: string, amount: number, atMs: number): void {
    this.postings.push({ account, amount, atMs })
  }
}
