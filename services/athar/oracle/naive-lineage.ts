import type { FoldedEvent } from '@athar/projections/projection.ts'
import { naiveBooks } from './naive-books.ts'

/**
 * Lineage once more, as naively as it can be said: every movement, treatment and lot is a vessel that mixes, and what is in
 * each is worked out over and over, in fractions, until nothing changes any more. What is in a circle is not worked out.
 */

/** Shares by origin or fate, such as `produced movement MV-1` or `stock S-1`. They add up to one. */
export type Shares = ReadonlyMap<string, number>

/** Grams that flow from one place to another. Places that are no vessels are origins or fates. */
interface NaiveFlow {
  readonly from: string
  readonly to: string
  readonly grams: number
}

export interface NaiveLineage {
  /** By lot, `lot <site> <lot>`: all that came in, or all that went out of it when that is more. */
  readonly masses: ReadonlyMap<string, number>
  readonly origins: ReadonlyMap<string, Shares>
  readonly fates: ReadonlyMap<string, Shares>
}

export function naiveLineage(events: readonly FoldedEvent[]): NaiveLineage {
  const said = [...Map.groupBy(events, vesselOf)].flatMap(([vessel, events]) => flowsAround(vessel, events))
  const flows = [...said, ...restsOf(said)]
  const backwards = flows.map(({ from, to, grams }) => ({ from: to, to: from, grams }))
  const lots = new Set(flows.flatMap(({ from, to }) => [from, to]).filter(place => place.startsWith('lot ')))
  return {
    masses: new Map([...lots].map(lot => [lot, sumOf(flows.filter(({ to }) => to === lot))])),
    origins: mixtures(flows),
    fates: mixtures(backwards),
  }
}

/** What an event is about. A lot is at a site. */
function vesselOf({ family, subject, data }: FoldedEvent): string {
  const { site } = data as { readonly site?: string } // every event of a lot has it
  return family === 'lot' ? `lot ${site} ${subject}` : `${family} ${subject}`
}

/** What the books of a vessel have below zero flows into it, what they have above zero flows out. */
function flowsAround(vessel: string, events: readonly FoldedEvent[]): readonly NaiveFlow[] {
  const sums = new Map<string, number>()
  for (const [account, grams] of naiveBooks(events)) {
    const [kind, site, code, lot] = account.split(' ')
    // A lot may be booked under several codes, and its stock is not another place. Of its own books it is the vessel.
    if (kind === 'stock' || (kind === 'lot' && vessel.startsWith('lot '))) continue
    const place = kind === 'lot' && code !== undefined ? `lot ${site} ${lot}` : account
    sums.set(place, (sums.get(place) ?? 0) + grams)
  }
  return [...sums].flatMap(([place, grams]) => {
    const named = ['produced', 'transit', 'discrepancy'].includes(place) ? `${place} ${vessel}` : place
    if (grams > 0) return [{ from: vessel, to: named, grams }]
    return grams < 0 ? [{ from: place === 'adjusted' ? `adjusted ${vessel}` : named, to: vessel, grams: -grams }] : []
  })
}

/** What is left in a lot is in stock; what was taken beyond what came was there, and nobody has told of it. */
function restsOf(flows: readonly NaiveFlow[]): readonly NaiveFlow[] {
  const left = new Map<string, number>()
  for (const { from, to, grams } of flows) {
    left.set(to, (left.get(to) ?? 0) + grams)
    left.set(from, (left.get(from) ?? 0) - grams)
  }
  return [...left].flatMap(([place, grams]) => {
    if (!place.startsWith('lot ') || grams === 0) return []
    const site = place.split(' ')[1]
    return grams > 0
      ? [{ from: place, to: `stock ${site}`, grams }]
      : [{ from: `rest ${place}`, to: place, grams: -grams }]
  })
}

/** What is in each vessel, by where it came from: all of them mixed anew until nothing changes. */
function mixtures(flows: readonly NaiveFlow[]): ReadonlyMap<string, Shares> {
  const into = Map.groupBy(flows, ({ to }) => to)
  const vessels = [...into.keys()].filter(place => /^(lot|movement|treatment) /.test(place))
  const known = new Map<string, Shares>()
  let waiting = vessels
  while (waiting.length > 0) {
    const ready = waiting.filter(vessel =>
      (into.get(vessel) ?? []).every(({ from }) => known.has(from) || !vessels.includes(from)),
    )
    if (ready.length === 0) break
    for (const vessel of ready) known.set(vessel, mixed(into.get(vessel) ?? [], known))
    waiting = waiting.filter(vessel => !known.has(vessel))
  }
  return known
}

function mixed(flows: readonly NaiveFlow[], known: ReadonlyMap<string, Shares>): Shares {
  const whole = sumOf(flows)
  const shares = new Map<string, number>()
  for (const { from, grams } of flows)
    for (const [place, share] of known.get(from) ?? [[from, 1] as const])
      shares.set(place, (shares.get(place) ?? 0) + (grams / whole) * share)
  return shares
}

function sumOf(flows: readonly NaiveFlow[]): number {
  return flows.reduce((sum, { grams }) => sum + grams, 0)
}
