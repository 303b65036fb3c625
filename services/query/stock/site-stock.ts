import { limits } from '@athar/events/limits.ts'
import type { AccountRange, AccountTotal, BalanceAt, ViewReader } from '@athar/infra/view-store/port.ts'
import { accountOf, accountPrefix } from '@athar/projections/mass-ledger/accounts.ts'

/** One waste in stock at a site. Below zero: more has left than anyone told of coming. */
export interface CodeInStock {
  readonly code: string
  readonly grams: number
  /** Of how many lots something is left, or missing; absent where there are too many to count while somebody waits. */
  readonly lots?: number
}

/** Accounts that are asked for at once. */
const pageLimit = 500

/** What is in stock at a site now, in order of code. What is used up is left out. */
export async function siteStock(view: ViewReader, site: string): Promise<readonly CodeInStock[]> {
  const [stocks, lots] = await Promise.all([
    stocksNow(view, site),
    view.accounts({ prefix: accountPrefix.lotsOf(site), only: 'not-zero', limit: limits.lotsCountedMax + 1 }),
  ])
  return withLots(stocks, codesOf(lots), lots.length > limits.lotsCountedMax)
}

/**
 * The same as it was at a time, or as the ledger knew it at a position, or both. Every stock that the site ever had is looked
 * at: what is used up now was not then.
 */
export async function siteStockAt(view: ViewReader, site: string, at: BalanceAt): Promise<readonly CodeInStock[]> {
  const [stocks, lots] = await Promise.all([
    allAccounts(view, { prefix: accountPrefix.stocksOf(site) }),
    view.accounts({ prefix: accountPrefix.lotsOf(site), limit: limits.lotsCountedThenMax + 1 }),
  ])
  const isTooMany = lots.length > limits.lotsCountedThenMax
  const [stocksThen, lotsThen] = await Promise.all([
    totalsAt(view, stocks, at),
    isTooMany ? [] : totalsAt(view, lots, at),
  ])
  return withLots(stocksThen, codesOf(lotsThen), isTooMany)
}

/** The stocks of a site with something in them, in order of code. */
export function stocksNow(view: ViewReader, site: string): Promise<readonly AccountTotal[]> {
  return allAccounts(view, { prefix: accountPrefix.stocksOf(site), only: 'not-zero' })
}

/** Every account of a range: for those that there is one of for each code at a site. */
async function allAccounts(view: ViewReader, range: Omit<AccountRange, 'limit' | 'after'>): Promise<AccountTotal[]> {
  const all: AccountTotal[] = []
  for (;;) {
    const after = all.at(-1)?.account
    const page = await view.accounts({ ...range, limit: pageLimit, ...(after !== undefined && { after }) })
    all.push(...page)
    if (page.length < pageLimit) return all
  }
}

/** What was in these accounts then; without those that were empty. */
async function totalsAt(
  view: ViewReader,
  accounts: readonly AccountTotal[],
  at: BalanceAt,
): Promise<readonly AccountTotal[]> {
  const totals = await Promise.all(
    accounts.map(async ({ account }) => ({ account, total: await view.balance(account, at) })),
  )
  return totals.filter(({ total }) => total !== 0)
}

function withLots(
  stocks: readonly AccountTotal[],
  lotsByCode: ReadonlyMap<string, number>,
  isTooMany: boolean,
): readonly CodeInStock[] {
  return stocks.map(({ account, total }) => {
    const code = codeOf(account)
    return { code, grams: total, ...(!isTooMany && { lots: lotsByCode.get(code) ?? 0 }) }
  })
}

/** How many of the lot accounts are of each code. */
function codesOf(lots: readonly AccountTotal[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { account } of lots) counts.set(codeOf(account), (counts.get(codeOf(account)) ?? 0) + 1)
  return counts
}

/** The code in the name of a stock or lot account. */
export function codeOf(name: string): string {
  const account = accountOf(name)
  if (account?.kind === 'stock' || account?.kind === 'lot') return account.code
  throw new Error(`${name} is not the account of a stock or of a lot`) // the prefix it was asked for has none such
}
