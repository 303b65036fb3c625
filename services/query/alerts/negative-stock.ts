import { accountOf, accountPrefix } from '@athar/projections/mass-ledger/accounts.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { kgOf } from '../kilograms.ts'
import { type AlertAnswer, alertAnswer } from './alert-answer.ts'
import { type AlertsQuery, type AlertViews, FittingSites } from './alerts-query.ts'
import { looksMax, type Rule, wrongSince } from './wrong-since.ts'

/** Each takes a look into its journal. */
const alertsMax = 25

const neverBelowZero: Rule = { fromMs: -Infinity, isWrong: balance => balance < 0, positions: [] }

/** Stocks below zero, in order of site and code: more has left than came in, so something is not recorded, or wrong. */
export async function negativeStockPage(
  { directory, 'mass-ledger': ledger }: AlertViews,
  query: AlertsQuery,
  { limit, after }: PageWanted,
): Promise<Page<AlertAnswer>> {
  const wanted = Math.min(limit, alertsMax)
  const prefix = query.site === undefined ? accountPrefix.ofKind('stock') : accountPrefix.stocksOf(query.site)
  const stocks = await ledger.accounts({ prefix, only: 'negative', limit: wanted, ...(after && { after: after.key }) })
  const sites = new FittingSites(directory, query)
  await sites.lookUp(stocks.map(({ account }) => siteOf(account)))

  const items: AlertAnswer[] = []
  let looks = 0
  for (const { account, total } of stocks) {
    const stock = accountOf(account)
    if (stock?.kind !== 'stock' || !sites.fits(stock.site)) continue
    const since = await wrongSince(ledger, account, [neverBelowZero])
    if (since === undefined) continue
    const { sinceMs, positions } = since
    const { site, code } = stock
    items.push(
      alertAnswer(
        {
          kind: 'negative-stock',
          name: `${site}/${code}`,
          sinceMs,
          positions,
          cases: [{ site, code, kg: kgOf(total) }],
          about: { site, account, code },
        },
        query,
      ),
    )
    looks += since.looks
    if (looks >= looksMax) return { items, next: { sort: '', key: account } }
  }
  const last = stocks.at(-1)
  return { items, ...(last && stocks.length === wanted && { next: { sort: '', key: last.account } }) }
}

function siteOf(account: string): string | undefined {
  const stock = accountOf(account)
  return stock?.kind === 'stock' ? stock.site : undefined
}
