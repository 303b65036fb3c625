import { accountPrefix } from '@athar/projections/mass-ledger/accounts.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { kgOf } from '../kilograms.ts'
import type { AlertAnswer } from './alert-answer.ts'
import type { AlertsQuery, AlertViews } from './alerts-query.ts'
import { belowZeroPage } from './below-zero.ts'

/** Stocks below zero, in order of site and code: more has left than came in, so something is not recorded, or wrong. */
export function negativeStockPage(
  views: AlertViews,
  query: AlertsQuery,
  wanted: PageWanted,
): Promise<Page<AlertAnswer>> {
  const prefix = query.site === undefined ? accountPrefix.ofKind('stock') : accountPrefix.stocksOf(query.site)
  return belowZeroPage(views, query, { kind: 'stock', prefix }, wanted, ({ account, total, since }) => {
    const { site, code } = account
    return {
      kind: 'negative-stock',
      name: `${site}/${code}`,
      sinceMs: since.sinceMs,
      positions: since.positions,
      cases: [{ site, code, kg: kgOf(total.total) }],
      about: { site, account: total.account, code },
    }
  })
}
