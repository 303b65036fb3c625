import type { AccountTotal } from '@athar/infra/view-store/port.ts'
import { type Account, accountOf } from '@athar/projections/mass-ledger/accounts.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { type AlertAnswer, alertAnswer, type Finding } from './alert-answer.ts'
import { type AlertsQuery, type AlertViews, FittingSites } from './alerts-query.ts'
import { looksMax, type Rule, type WrongSince, wrongSince } from './wrong-since.ts'

/** Each takes a look into its journal. */
const alertsMax = 25

const neverBelowZero: Rule = { fromMs: -Infinity, isWrong: balance => balance < 0, positions: [] }

interface Accounts {
  readonly stock: Extract<Account, { readonly kind: 'stock' }>
  readonly lot: Extract<Account, { readonly kind: 'lot' }>
}
type KindBelowZero = keyof Accounts

/** An account below zero, since when, and what happened then. */
export interface BelowZero<Kind extends KindBelowZero> {
  readonly account: Accounts[Kind]
  readonly total: AccountTotal
  readonly since: WrongSince
}

/** A page of the accounts of a kind that are below zero, in order of name, each as `found` tells it; `undefined`: it fits not. */
export async function belowZeroPage<Kind extends KindBelowZero>(
  { directory, 'mass-ledger': ledger }: AlertViews,
  query: AlertsQuery,
  { kind, prefix }: { readonly kind: Kind; readonly prefix: string },
  { limit, after }: PageWanted,
  found: (below: BelowZero<Kind>) => Promise<Finding | undefined> | Finding,
): Promise<Page<AlertAnswer>> {
  const wanted = Math.min(limit, alertsMax)
  const totals = await ledger.accounts({ prefix, only: 'negative', limit: wanted, ...(after && { after: after.key }) })
  const sites = new FittingSites(directory, query)
  await sites.lookUp(totals.map(({ account }) => ofKind(kind, account)?.site))

  const items: AlertAnswer[] = []
  let looks = 0
  for (const total of totals) {
    const account = ofKind(kind, total.account)
    if (account === undefined || !sites.fits(account.site)) continue
    const since = await wrongSince(ledger, total.account, [neverBelowZero])
    if (since === undefined) continue
    const finding = await found({ account, total, since })
    if (finding !== undefined) items.push(alertAnswer(finding, query))
    looks += since.looks
    if (looks >= looksMax) return { items, next: { sort: '', key: total.account } }
  }
  const last = totals.at(-1)
  return { items, ...(last && totals.length === wanted && { next: { sort: '', key: last.account } }) }
}

function ofKind<Kind extends KindBelowZero>(kind: Kind, name: string): Accounts[Kind] | undefined {
  const account = accountOf(name)
  return account?.kind === kind ? (account as Accounts[Kind]) : undefined // it has just been looked at
}
