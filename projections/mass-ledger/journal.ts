import type { Posting } from '../projection.ts'
import { accountName } from './accounts.ts'
import type { LotFlow } from './lot-flows.ts'

/** The postings of a document while they are written. What moves nothing is not written. */
export class Journal {
  readonly postings: Posting[] = []

  post(account: string, amount: number, atMs: number): void {
    if (amount !== 0) this.postings.push({ account, amount, atMs })
  }

  /**
   * Books what entered or left lots: in the stock of its code, in the lot, and in all that the site holds. Flows of one stock
   * that stand side by side are booked in one sum.
   */
  postStock(flows: readonly LotFlow[]): void {
    let stockGrams = 0
    let heldGrams = 0
    for (const [place, { site, code, lot, grams, atMs }] of flows.entries()) {
      this.post(accountName.lot(site, code, lot), grams, atMs)
      stockGrams += grams
      heldGrams += grams
      const next = flows[place + 1]
      const isSameSite = next !== undefined && next.site === site && next.atMs === atMs
      if (!isSameSite || next.code !== code) {
        this.post(accountName.stock(site, code), stockGrams, atMs)
        stockGrams = 0
      }
      if (!isSameSite) {
        this.post(accountName.held(site), heldGrams, atMs)
        heldGrams = 0
      }
    }
  }
}
