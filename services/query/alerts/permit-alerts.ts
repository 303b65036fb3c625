import { codeLists } from '@athar/events/codes/code-lists.ts'
import type { PermitHolder } from '@athar/events/directory/directory.ts'
import type { Position } from '@athar/events/envelope.ts'
import type { Values } from '@athar/events/language.ts'
import { permitWarning } from '@athar/events/permit-check.ts'
import type { IndexPlace, TallyTotal, ViewReader } from '@athar/infra/view-store/port.ts'
import type { AlertKind } from '@athar/projections/alerts/alert-kinds.ts'
import { permitsAsked } from '@athar/projections/alerts/alerts-projection.ts'
import { type PermitUse, useName, useOf } from '@athar/projections/alerts/asked-permits.ts'
import { gapsIn } from '@athar/projections/alerts/permit-gaps.ts'
import type { CustodyDocument } from '@athar/projections/custody/documents.ts'
import type { PermitDocument } from '@athar/projections/directory/documents.ts'
import { directoryOf } from '@athar/projections/directory/known-directory.ts'
import { timeOfKey, timesBetween } from '@athar/projections/sort-keys.ts'
import { holdersOfSites, permitsGrantedTo } from '../directory/directory-documents.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { type AlertAnswer, alertAnswer } from './alert-answer.ts'
import { type AlertsQuery, type AlertViews, FittingSites } from './alerts-query.ts'

/** Uses that one page looks at: each is held against the permits of its holder. */
const usesMax = 50
/** Times that are counted, and events that are named as proof. */
const timesMax = 100
const positionsMax = 5

/**
 * Who did what without a permit in force: one alert for a holder, a kind of permit and a waste, and for a treatment its
 * operation, however often it was done. In order of the names of uses that begin with `prefix`.
 */
export async function permitAlertsPage(
  views: AlertViews,
  query: AlertsQuery,
  prefix: string,
  { limit, after }: PageWanted,
): Promise<Page<AlertAnswer>> {
  const wanted = Math.min(limit, usesMax)
  const tallies = await views.alerts.tallies({ prefix, limit: wanted, ...(after && { after: after.key }) })
  const sites = new FittingSites(views.directory, query)
  const uses = tallies.flatMap(used)
  await sites.lookUp(uses.map(({ use }) => siteOf(use)))
  const fitting = uses.filter(({ use }) => sites.fits(siteOf(use)))
  const permits = await PermitsOfHolders.of(
    views.directory,
    fitting.map(({ use }) => use.holder),
  )

  const items: AlertAnswer[] = []
  for (const { use, times } of fitting) {
    const found = await alertAbout(views.alerts, use, times, permits, query)
    if (found !== undefined) items.push(found)
  }
  const last = tallies.at(-1)
  return { items, ...(last && tallies.length === wanted && { next: { sort: '', key: last.tally } }) }
}

function used({ tally, total }: TallyTotal): readonly { readonly use: PermitUse; readonly times: number }[] {
  const use = useOf(tally)
  return use === undefined ? [] : [{ use, times: total }]
}

function siteOf({ holder }: PermitUse): string | undefined {
  return 'site' in holder ? holder.site : undefined
}

async function alertAbout(
  view: ViewReader,
  use: PermitUse,
  times: number,
  permits: PermitsOfHolders,
  query: AlertsQuery,
): Promise<AlertAnswer | undefined> {
  const { documents, holders } = permits.for(use.holder)
  const gaps = gapsIn(documents, use)
  const neverCovered = gaps.length === 1
  const entriesMax = neverCovered ? positionsMax : timesMax // its tally has counted them
  const entries: IndexPlace[] = []
  for (const { fromMs, beforeMs } of gaps) {
    const range = timesBetween(finite(fromMs), finite(beforeMs))
    const page = await view.list(useName(use), { ...range, limit: entriesMax - entries.length })
    entries.push(...page.entries)
    if (entries.length === entriesMax) break
  }
  const [first] = entries
  if (first === undefined) return undefined

  const sinceMs = timeOfKey(first.sort)
  const said = verdictOn(use, documents, holders, sinceMs)
  if (!query.kinds.includes(said.kind)) return undefined
  const count = neverCovered ? times : entries.length
  const name = useName(use)
  return alertAnswer(
    {
      kind: said.kind,
      name: name.slice(name.indexOf('/') + 1),
      sinceMs,
      cases: [said.values],
      positions: await positionsOf(view, use, entries.slice(0, positionsMax)),
      about: { ...aboutUse(use), count, ...(!neverCovered && count === timesMax && { countIsLeast: true }) },
    },
    query,
  )
}

/** Of receipts and pick-ups in the words of the ledger, which judged them at the moment of recording by the same permits. */
function verdictOn(
  use: PermitUse,
  documents: readonly PermitDocument[],
  holders: readonly PermitHolder[],
  timeMs: number,
): { readonly kind: AlertKind; readonly values: Values } {
  const { holder, kind, code, operation } = use
  const name = 'site' in holder ? holder.site : holder.organisation
  if (operation !== undefined) return { kind: 'treated-without-permit', values: { site: name, code, operation } }
  const warning = permitWarning(directoryOf(documents), kind, holders, code, timeMs)
  if (warning?.code === 'permit-expired') return { kind: warning.code, values: warning.values ?? {} }
  return { kind: 'permit-missing', values: { holder: name, kind, code } }
}

function aboutUse({ holder, code, operation }: PermitUse) {
  return {
    ...('site' in holder ? { site: holder.site, holder: holder.site } : { holder: holder.organisation }),
    code,
    ...(operation !== undefined && { operation }),
  }
}

/** Where the events stand that needed the permit. */
async function positionsOf(
  view: ViewReader,
  use: PermitUse,
  entries: readonly IndexPlace[],
): Promise<readonly Position[]> {
  const name = useName(use)
  const documents = await view.get(entries.map(({ key }) => key))
  const positions = entries.flatMap(({ sort, key }) => {
    const json = documents.get(key)
    if (json === undefined) return []
    const document = JSON.parse(json) as CustodyDocument // the fold of custody wrote it
    const asked = permitsAsked(document, codeLists).find(each => each.sort === sort && useName(each.use) === name)
    return asked === undefined ? [] : positionIn(document, asked.event)
  })
  return positions.sort((one, other) => one - other)
}

function positionIn(document: CustodyDocument, event: string): readonly Position[] {
  if (document.kind === 'treatment') return [document.position]
  if (document.kind === 'lot') return []
  return document.facts.filter(({ id }) => id === event).map(({ position }) => position)
}

function finite(timeMs: number): number | undefined {
  return Number.isFinite(timeMs) ? timeMs : undefined
}

/** The permits of some holders, and of the organisations that hold the sites among them. */
class PermitsOfHolders {
  readonly #byHolder: ReadonlyMap<string, readonly PermitDocument[]>
  readonly #organisationOf: ReadonlyMap<string, string>

  static async of(directory: ViewReader, holders: readonly PermitHolder[]): Promise<PermitsOfHolders> {
    const sites = [...new Set(holders.flatMap(holder => ('site' in holder ? [holder.site] : [])))]
    const organisationOf = await holdersOfSites(directory, sites)
    const all = [...holders, ...[...organisationOf.values()].map(organisation => ({ organisation }))]
    const distinct = new Map(all.map(holder => [JSON.stringify(holder), holder]))
    const permits = await Promise.all(
      Array.from(distinct, async ([name, holder]) => [name, await permitsGrantedTo(directory, holder)] as const),
    )
    return new PermitsOfHolders(new Map(permits), organisationOf)
  }

  private constructor(
    byHolder: ReadonlyMap<string, readonly PermitDocument[]>,
    organisationOf: ReadonlyMap<string, string>,
  ) {
    this.#byHolder = byHolder
    this.#organisationOf = organisationOf
  }

  /** All permits by which a holder may do something. */
  for(holder: PermitHolder): {
    readonly holders: readonly PermitHolder[]
    readonly documents: readonly PermitDocument[]
  } {
    const organisation = 'site' in holder ? this.#organisationOf.get(holder.site) : undefined
    const holders = organisation === undefined ? [holder] : [holder, { organisation }]
    return { holders, documents: holders.flatMap(each => this.#byHolder.get(JSON.stringify(each)) ?? []) }
  }
}
