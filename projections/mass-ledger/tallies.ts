import type { Posting, Tally } from '../projection.ts'
import { accountPrefix, type BookedKind, bookedKinds } from './accounts.ts'

/** The sums of the mass ledger, which answer without adding up accounts. In grams. */
export const tallyName = {
  /** All accounts of a kind. Fates are told apart by operation. */
  ofKind: (kind: Exclude<BookedKind, 'fate'>) => `mass-ledger:${kind}`,
  fate: (operation: string) => `mass-ledger:fate:${operation}`,
  /** A code at a site: the stock account again, found by code. */
  stockOf: (code: string, site: string) => `mass-ledger:stock-of:${code}/${site}`,
} as const

export const tallyPrefix = {
  fates: 'mass-ledger:fate:',
  /** All stocks, in order of code, then site. */
  stocks: 'mass-ledger:stock-of:',
  stocksOf: (code: string) => `mass-ledger:stock-of:${code}/`,
} as const

/** The kinds but `fate`, each with what its accounts begin with, and its sum. */
const plainKinds = bookedKinds
  .filter(kind => kind !== 'fate')
  .map(kind => ({ prefix: accountPrefix.ofKind(kind), tally: tallyName.ofKind(kind) }))
const stockPrefix = accountPrefix.ofKind('stock')
const fatePrefix = accountPrefix.ofKind('fate')

/** What the postings of a document add to the sums. */
export function talliesOf(postings: readonly Posting[]): readonly Tally[] {
  const sums: { readonly tally: string; amount: number }[] = []
  for (const { account, amount } of postings) {
    if (account.startsWith(fatePrefix)) {
      add(sums, tallyName.fate(account.slice(account.lastIndexOf('/') + 1)), amount)
      continue
    }
    for (const { prefix, tally } of plainKinds) {
      if (!account.startsWith(prefix)) continue
      add(sums, tally, amount)
      if (prefix !== stockPrefix) break
      const end = account.lastIndexOf('/')
      add(sums, tallyName.stockOf(account.slice(end + 1), account.slice(prefix.length, end)), amount)
      break
    }
  }
  return sums
}

/** A document adds to few sums: looking through them is quicker than any index. */
function add(sums: { readonly tally: string; amount: number }[], tally: string, amount: number): void {
  for (const sum of sums)
    if (sum.tally === tally) {
      sum.amount += amount
      return
    }
  sums.push({ tally, amount })
}

/** The place of a stock that the name of its sum tells; `undefined` when it is the name of another sum. */
export function stockOfTally(name: string): { readonly code: string; readonly site: string } | undefined {
  if (!name.startsWith(tallyPrefix.stocks)) return undefined
  const [code, site] = name.slice(tallyPrefix.stocks.length).split('/')
  return code === undefined || site === undefined ? undefined : { code, site }
}
