import type { IndexPlace } from '@athar/infra/view-store/port.ts'
import type { AlertKind } from '@athar/projections/alerts/alert-kinds.ts'
import { usePrefix } from '@athar/projections/alerts/asked-permits.ts'
import type { Page, PageWanted } from '../http/page.ts'
import type { AlertAnswer } from './alert-answer.ts'
import type { AlertsQuery, AlertViews } from './alerts-query.ts'
import { documentAlertsPage, documentKinds } from './document-alerts.ts'
import { negativeStockPage } from './negative-stock.ts'
import { overCapacityPage } from './over-capacity.ts'
import { overdrawnLotKinds, overdrawnLotsPage } from './overdrawn-lots.ts'
import { permitAlertsPage } from './permit-alerts.ts'

/** A part of the list that is found in a way of its own. */
interface Section {
  /** In cursors; letters. */
  readonly name: string
  readonly kinds: readonly AlertKind[]
  page(views: AlertViews, query: AlertsQuery, wanted: PageWanted): Promise<Page<AlertAnswer>>
}

const documents: Section = { name: 'documents', kinds: documentKinds, page: documentAlertsPage }

/** One after the other: what happened, newest first; then what is found by holding accounts and permits against each other. */
const sections: readonly Section[] = [
  documents,
  { name: 'stocks', kinds: ['negative-stock'], page: negativeStockPage },
  { name: 'lots', kinds: overdrawnLotKinds, page: overdrawnLotsPage },
  { name: 'capacity', kinds: ['over-capacity'], page: overCapacityPage },
  {
    name: 'carried',
    kinds: ['permit-missing', 'permit-expired'],
    // A carrier has its permit as an organisation, which is in no place.
    page: async (views, query, wanted) =>
      query.site === undefined && query.wilaya === undefined
        ? permitAlertsPage(views, query, usePrefix.carried, wanted)
        : { items: [] },
  },
  {
    name: 'received',
    kinds: ['permit-missing', 'permit-expired'],
    page: (views, query, wanted) =>
      permitAlertsPage(
        views,
        query,
        query.site === undefined ? usePrefix.received : usePrefix.receivedAt(query.site),
        wanted,
      ),
  },
  {
    name: 'treated',
    kinds: ['treated-without-permit'],
    page: (views, query, wanted) =>
      permitAlertsPage(
        views,
        query,
        query.site === undefined ? usePrefix.treated : usePrefix.treatedAt(query.site),
        wanted,
      ),
  },
]

/**
 * A page of alerts. Each section looks at so much and no more; when it has not come to its end with that, the page ends there,
 * short or even empty, with a `next`.
 */
export async function alertsPage(
  views: AlertViews,
  query: AlertsQuery,
  { limit, after }: PageWanted,
): Promise<Page<AlertAnswer>> {
  const begun = after && beganAt(after)
  const asked = sectionsFor(query)
  const items: AlertAnswer[] = []
  const first = asked.findIndex(({ name }) => name === begun?.section)
  for (const section of asked.slice(Math.max(first, 0))) {
    if (items.length === limit) return { items, next: { sort: section.name, key: '' } }
    const goesOn = section.name === begun?.section && begun.place && { after: begun.place }
    const page = await section.page(views, query, { limit: limit - items.length, ...goesOn })
    items.push(...page.items)
    if (page.next !== undefined) return { items, next: placeIn(section, page.next) }
  }
  return { items }
}

/** Nothing but deadlines can be not so yet, and those are of documents. */
function sectionsFor({ kinds, open }: AlertsQuery): readonly Section[] {
  return sections.filter(section => (open || section === documents) && section.kinds.some(kind => kinds.includes(kind)))
}

/** A place in a section is written `<section>/<sort>`; without a slash it is the beginning of the section. */
function placeIn({ name }: Section, { sort, key }: IndexPlace): IndexPlace {
  return { sort: `${name}/${sort}`, key }
}

function beganAt({ sort, key }: IndexPlace): { readonly section: string; readonly place?: IndexPlace } {
  const end = sort.indexOf('/')
  if (end === -1) return { section: sort }
  return { section: sort.slice(0, end), place: { sort: sort.slice(end + 1), key } }
}
