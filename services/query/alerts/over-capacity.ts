import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { directoryIndex } from '@athar/projections/directory/directory-projection.ts'
import { directoryKey, type PermitDocument } from '@athar/projections/directory/documents.ts'
import { accountName } from '@athar/projections/mass-ledger/accounts.ts'
import { permitDocuments, permitsGrantedTo } from '../directory/directory-documents.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { kgOf } from '../kilograms.ts'
import { type AlertAnswer, alertAnswer } from './alert-answer.ts'
import { type AlertsQuery, type AlertViews, FittingSites } from './alerts-query.ts'
import { type PermittedCapacity, permittedCapacities } from './permitted-capacity.ts'
import { looksMax, type Rule, type WrongSince, wrongSince } from './wrong-since.ts'

/** Permits that one page looks at: each is held against what is at its site. */
const permitsMax = 50

/**
 * Sites that hold more than their permits allow, in order of the first of these permits. What a site may hold is what all of
 * its permits that are in force now and say how much allow together; permits of its organisation name no place and are left out.
 */
export async function overCapacityPage(
  views: AlertViews,
  query: AlertsQuery,
  { limit, after }: PageWanted,
): Promise<Page<AlertAnswer>> {
  const index =
    query.site === undefined ? directoryIndex.permitsWithCapacity : directoryIndex.permitsOf({ site: query.site })
  const page = await views.directory.list(index, { limit: Math.min(limit, permitsMax), ...(after && { after }) })
  const permits = await permitDocuments(
    views.directory,
    page.entries.map(({ key }) => key),
  )
  const sites = new FittingSites(views.directory, query)
  await sites.lookUp(permits.map(siteOf))

  const items: AlertAnswer[] = []
  let looks = 0
  for (const permit of permits) {
    const site = siteOf(permit)
    if (site === undefined || !sites.fits(site)) continue
    const own = await permitsGrantedTo(views.directory, { site })
    if (own.find(saysHowMuch)?.granted?.subject !== permit.granted?.subject) continue // the site has its turn once
    const found = await overCapacityAt(views['mass-ledger'], site, own, query)
    if (found === undefined) continue
    items.push(found.alert)
    looks += found.since.looks
    const key = directoryKey('permit', permit.granted?.subject ?? '')
    const next = looks >= looksMax ? page.entries.find(entry => entry.key === key) : undefined
    if (next !== undefined) return { items, next }
  }
  return { items, ...(page.next && { next: page.next }) }
}

async function overCapacityAt(
  ledger: ViewReader,
  site: string,
  permits: readonly PermitDocument[],
  query: AlertsQuery,
): Promise<{ readonly alert: AlertAnswer; readonly since: WrongSince } | undefined> {
  const capacities = permittedCapacities(permits, query.nowMs)
  const allowed = capacities[0]?.grams
  if (allowed === undefined) return undefined
  const account = accountName.held(site)
  const held = await ledger.balance(account)
  if (held <= allowed) return undefined
  const since = await wrongSince(ledger, account, capacities.map(neverMore))
  if (since === undefined) return undefined
  const alert = alertAnswer(
    {
      kind: 'over-capacity',
      name: site,
      sinceMs: since.sinceMs,
      positions: since.positions,
      cases: [{ site, kg: kgOf(held), capacity: kgOf(allowed) }],
      about: { site, account },
    },
    query,
  )
  return { alert, since }
}

/** Where nobody says how much, nothing is too much. */
function neverMore({ fromMs, grams = Infinity, positions }: PermittedCapacity): Rule {
  return { fromMs, isWrong: balance => balance > grams, positions }
}

function saysHowMuch({ granted }: PermitDocument): boolean {
  return granted?.data.capacityKg !== undefined
}

function siteOf({ granted }: PermitDocument): string | undefined {
  const holder = granted?.data.holder
  return holder !== undefined && 'site' in holder ? holder.site : undefined
}
