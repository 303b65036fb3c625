import { type CodeLists, codeLists } from '@athar/events/codes/code-lists.ts'
import { custodyFold } from '../custody/custody-fold.ts'
import type { CustodyDocument } from '../custody/documents.ts'
import { readMovement } from '../custody/read-movement.ts'
import type { IndexEntry, Projection, Tally } from '../projection.ts'
import type { AlertKind } from './alert-kinds.ts'
import { type PermitAsked, permitsAskedByMovement, permitsAskedByTreatment, useName } from './asked-permits.ts'
import { type AlertName, alertInSort, type DocumentAlert, sortOf } from './document-alert.ts'
import { movementAlert, movementAlerts } from './movement-alerts.ts'
import { lotAlerts, treatmentAlert, treatmentAlerts } from './stock-alerts.ts'

/** The indexes of alerts, each in the order of `sortOf`: by `since`. All kinds together are all alerts of documents. */
export const alertIndex = {
  ofKind: (kind: AlertKind) => `alerts:kind/${kind}`,
  /** Not for `in-transit-too-long`, see `isListedBySite`. */
  atSite: (kind: AlertKind, site: string) => `alerts:site/${site}/${kind}`,
} as const

/**
 * Whether alerts of a kind have an index for each site. Every load is in `in-transit-too-long` from its pick-up to its
 * receipt, before its deadline too, and few of them ever become an alert: a second entry of each is not worth its price,
 * and those of a site are found by walking through the kind.
 */
export function isListedBySite(kind: AlertKind): boolean {
  return kind !== 'in-transit-too-long'
}

/**
 * What is wrong: of what follows from one document an entry by kind and by site; of permits, who needed which when. Nothing
 * is kept of what has been put right: the documents say how it went. `codes`: the lists that say what is hazardous; views
 * that were built with others must be built again.
 */
export function alertsProjectionWith(codes: CodeLists): Projection {
  /** What was judged last: a store asks for entries and sums of one document after each other. */
  let document: unknown
  let last: Judged | undefined
  function judge(asked: unknown): Judged {
    if (last === undefined || document !== asked) {
      last = judged(asked as CustodyDocument, codes) // the fold of custody sets nothing else, and changes nothing in place
      document = asked
    }
    return last
  }
  return {
    name: 'alerts',
    version: 5,
    readableFrom: 4, // what was an alert then is judged again when it is read
    fold: custodyFold,
    indexes: (_key, document) => entriesOf(judge(document)),
    tallies: (_key, document) => usesOf(judge(document)),
  }
}

function entriesOf({ alerts, asked }: Judged): readonly IndexEntry[] {
  if (alerts.length === 0 && asked.length === 0) return nothing
  const entries: IndexEntry[] = asked.map(({ use, sort }) => ({ index: useName(use), sort }))
  for (const alert of alerts) {
    const sort = sortOf(alert)
    entries.push({ index: alertIndex.ofKind(alert.kind), sort })
    if (alert.site !== undefined && isListedBySite(alert.kind))
      entries.push({ index: alertIndex.atSite(alert.kind, alert.site), sort })
  }
  return entries
}

function usesOf({ asked }: Judged): readonly Tally[] {
  return asked.length === 0 ? nothing : asked.map(({ use }) => ({ tally: useName(use), amount: 1 }))
}

/** With the lists that this process knows. */
export const alertsProjection = alertsProjectionWith(codeLists)

/** All alerts that follow from a document, those of deadlines that have not run out among them. */
export function documentAlerts(document: CustodyDocument, codes: CodeLists): readonly DocumentAlert[] {
  switch (document.kind) {
    case 'movement':
      return movementAlerts(document, codes, readMovement(document))
    case 'treatment':
      return treatmentAlerts(document, codes)
    case 'lot':
      return lotAlerts(document, codes)
  }
}

/**
 * The alert that stands at a place of the indexes, by its document; `undefined` when it does not follow from that. Judges no
 * more than it needs, because a page has a hundred of them.
 */
export function alertAt(sort: string, document: CustodyDocument, codes: CodeLists): DocumentAlert | undefined {
  const alert = alertNamed(alertInSort(sort), document, codes)
  return alert !== undefined && sortOf(alert) === sort ? alert : undefined
}

function alertNamed(name: AlertName, document: CustodyDocument, codes: CodeLists): DocumentAlert | undefined {
  switch (document.kind) {
    case 'movement':
      return movementAlert(name, document, codes, readMovement(document))
    case 'treatment':
      return treatmentAlert(name, document, codes)
    case 'lot':
      return lotAlerts(document, codes).find(({ kind, event }) => kind === name.kind && event === name.event)
  }
}

/** What a document asked of the directory. */
export function permitsAsked(document: CustodyDocument, codes: CodeLists): readonly PermitAsked[] {
  switch (document.kind) {
    case 'movement':
      return permitsAskedByMovement(readMovement(document), codes)
    case 'treatment':
      return permitsAskedByTreatment(document)
    case 'lot':
      return nothing
  }
}

interface Judged {
  readonly alerts: readonly DocumentAlert[]
  readonly asked: readonly PermitAsked[]
}

const nothing: readonly never[] = []

function judged(document: CustodyDocument, codes: CodeLists): Judged {
  return { alerts: documentAlerts(document, codes), asked: permitsAsked(document, codes) }
}
