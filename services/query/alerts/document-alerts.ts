import { codeLists } from '@athar/events/codes/code-lists.ts'
import { limits } from '@athar/events/limits.ts'
import type { IndexPlace, ViewReader } from '@athar/infra/view-store/port.ts'
import { type AlertKind, alertKinds } from '@athar/projections/alerts/alert-kinds.ts'
import { alertAt, alertIndex, isListedBySite } from '@athar/projections/alerts/alerts-projection.ts'
import { type DocumentAlert, siteInSort } from '@athar/projections/alerts/document-alert.ts'
import { type CustodyDocument, subjectOf } from '@athar/projections/custody/documents.ts'
import { timeKey } from '@athar/projections/sort-keys.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { type IndexPart, MergedEntries } from '../merged-entries.ts'
import { type AlertAnswer, alertAnswer } from './alert-answer.ts'
import { type AlertsQuery, type AlertViews, FittingSites } from './alerts-query.ts'

/** The kinds that are true by the clock: their entries stand where their deadlines run out. */
const deadlines: readonly AlertKind[] = ['in-transit-too-long']
/** The kinds that follow from several documents, and are found otherwise. */
const derived: readonly AlertKind[] = [
  'permit-missing',
  'permit-expired',
  'treated-without-permit',
  'negative-stock',
  'lot-overdrawn',
  'lot-code-differs',
  'hazardous-lot-recoded',
  'over-capacity',
]

export const documentKinds = alertKinds.filter(kind => !derived.includes(kind))

/** Entries whose sites are looked up together, at the least. */
const stepMin = 25

/** What is wrong with single movements, treatments and lots, newest first. */
export async function documentAlertsPage(
  views: AlertViews,
  query: AlertsQuery,
  wanted: PageWanted,
): Promise<Page<AlertAnswer>> {
  const { items, next } = await entriesPage(views, query, wanted)
  return { items: await answersOf(views.alerts, items, query), ...(next && { next }) }
}

/** The entries of a page. Their documents are not needed to tell which fit. */
async function entriesPage(
  { alerts, directory }: AlertViews,
  query: AlertsQuery,
  { limit, after }: PageWanted,
): Promise<Page<IndexPlace>> {
  const sites = new FittingSites(directory, query)
  const entries = new MergedEntries(alerts, partsOf(query), { after, descending: true })
  const items: IndexPlace[] = []
  let looksLeft = Math.max(limits.pageScanMax, limit)
  let last: IndexPlace | undefined
  while (looksLeft > 0) {
    const step = await entries.take(Math.min(looksLeft, Math.max(limit - items.length, stepMin)))
    await sites.lookUp(step.map(({ sort }) => siteInSort(sort)))
    for (const [index, entry] of step.entries()) {
      if (sites.fits(siteInSort(entry.sort))) items.push(entry)
      if (items.length < limit) continue
      const goesOn = index < step.length - 1 || (await entries.take(1)).length > 0
      return { items, ...(goesOn && { next: entry }) }
    }
    last = step.at(-1)
    if (last === undefined) return { items }
    looksLeft -= step.length
  }
  const goesOn = (await entries.take(1)).length > 0
  return { items, ...(last && goesOn && { next: query.site === undefined ? last : placePast(last, query.site) }) }
}

/**
 * Where a list of one site goes on after an entry that may be of another: before the next entries of that site, none of which
 * it passes over. Cursors can be read by who gets them, and he may be a party: he must not find in them what happened at the
 * sites of others. Entries are sorted by time, then site (`sortOf`), and walked from the last to the first.
 */
function placePast(entry: IndexPlace, site: string): IndexPlace {
  if (siteInSort(entry.sort) === site) return entry
  const time = entry.sort.slice(0, entry.sort.indexOf('/') + 1)
  const afterOwn = `${time}${site}${afterSlash}`
  return { sort: entry.sort > afterOwn ? afterOwn : time, key: '' }
}

/** The sign after the slash that ends a site in a sort. */
const afterSlash = String.fromCharCode('/'.charCodeAt(0) + 1)

/** Which parts of which indexes. Of deadlines only what has run out is open, and nothing else is not open. */
function partsOf({ kinds, site, open, nowMs }: AlertsQuery): readonly IndexPart[] {
  const afterNow = timeKey(nowMs + 1)
  return kinds
    .filter(kind => documentKinds.includes(kind) && (open || deadlines.includes(kind)))
    .map(kind => {
      const index =
        site === undefined || !isListedBySite(kind) ? alertIndex.ofKind(kind) : alertIndex.atSite(kind, site)
      if (!deadlines.includes(kind)) return { index }
      return open ? { index, before: afterNow } : { index, from: afterNow }
    })
}

/** Reads the documents of entries, and asks each again for what stands there. */
async function answersOf(
  view: ViewReader,
  entries: readonly IndexPlace[],
  query: AlertsQuery,
): Promise<readonly AlertAnswer[]> {
  const found = await view.get([...new Set(entries.map(({ key }) => key))])
  const documents = new Map<string, CustodyDocument>()
  for (const [key, json] of found) documents.set(key, JSON.parse(json) as CustodyDocument) // the fold of custody wrote it
  const answers: AlertAnswer[] = []
  for (const { sort, key } of entries) {
    const document = documents.get(key)
    if (document === undefined) continue
    const alert = alertAt(sort, document, codeLists)
    if (alert !== undefined) answers.push(answerOf(alert, document, key, query))
  }
  return answers
}

function answerOf(
  alert: DocumentAlert,
  document: CustodyDocument,
  key: string,
  { language, nowMs }: AlertsQuery,
): AlertAnswer {
  const { kind, event, site, cases, sinceMs, positions, rules } = alert
  const subject = subjectOf(key)
  const about = { ...(site !== undefined && { site }), [document.kind]: subject }
  return alertAnswer(
    { kind, name: `${subject}/${event}`, sinceMs, rules, cases, positions, about },
    { language, nowMs, isDeadline: deadlines.includes(kind) },
  )
}
