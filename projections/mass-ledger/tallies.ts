import type { Tally } from '../projection.ts'
import { rememberedOfTwo } from '../remembered.ts'
import type { BookedKind } from './accounts.ts'
import type { Book } from './book.ts'
import type { LotFlow } from './lot-flows.ts'

/** Stocks whose names are remembered, some 200 bytes each. */
const stocksMax = 50_000

/** The sums of the mass ledger, which answer without adding up accounts. In grams. */
export const tallyName = {
  /** All accounts of a kind. Fates are told apart by operation. */
  ofKind: (kind: Exclude<BookedKind, 'fate'>) => `mass-ledger:${kind}`,
  fate: (operation: string) => `mass-ledger:fate:${operation}`,
  /** A code at a site: the stock account again, found by code. */
  stockOf: rememberedOfTwo((code, site) => `mass-ledger:stock-of:${code}/${site}`, stocksMax),
} as const

export const tallyPrefix = {
  fates: 'mass-ledger:fate:',
  /** All stocks, in order of code, then site. */
  stocks: 'mass-ledger:stock-of:',
  stocksOf: (code: string) => `mass-ledger:stock-of:${code}/`,
} as const

const produced = tallyName.ofKind('produced')
const stock = tallyName.ofKind('stock')
const transit = tallyName.ofKind('transit')
const loss = tallyName.ofKind('loss')
const discrepancy = tallyName.ofKind('discrepancy')
const adjusted = tallyName.ofKind('adjusted')

/** What a document adds to the sums, while it is added up. */
export class Sums implements Book {
  readonly #sums: { readonly tally: string; amount: number }[] = []

  get tallies(): readonly Tally[] {
    return this.#sums
  }

  produced(_site: string, grams: number): void {
    this.#add(produced, grams)
  }

  transit(_site: string, grams: number): void {
    this.#add(transit, grams)
  }

  fate(_site: string, operation: string, grams: number): void {
    this.#add(tallyName.fate(operation), grams)
  }

  loss(_site: string, grams: number): void {
    this.#add(loss, grams)
  }

  discrepancy(_site: string, grams: number): void {
    this.#add(discrepancy, grams)
  }

  adjusted(_site: string, grams: number): void {
    this.#add(adjusted, grams)
  }

  stock(flows: readonly LotFlow[]): void {
    for (const { site, code, grams } of flows) {
      this.#add(stock, grams)
      this.#add(tallyName.stockOf(code, site), grams)
    }
  }

  /** A document adds to few sums: looking through them is quicker than any index. */
  #add(tally: string, grams: number): void {
    if (grams === 0) return
    for (const sum of this.#sums)
      if (sum.tally === tally) {
        sum.amount += grams
        return
      }
    this.#sums.push({ tally, amount: grams })
  }
}

/** The place of a stock that the name of its sum tells; `undefined` when it is the name of another sum. */
export function stockOfTally(name: string): { readonly code: string; readonly site: string } | undefined {
  if (!name.startsWith(tallyPrefix.stocks)) return undefined
  const [code, site] = name.slice(tallyPrefix.stocks.length).split('/')
  return code === undefined || site === undefined ? undefined : { code, site }
}
