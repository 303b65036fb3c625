import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { IndexPage, IndexRange } from '@athar/infra/view-store/port.ts'
import { lineageProjection } from '@athar/projections/lineage/lineage-projection.ts'
import { lotEntries } from '@athar/projections/lineage/lot-entries.ts'
import type { LotPlace } from '@athar/projections/lineage/lot-place.ts'
import { lotIn } from '@athar/projections/lineage/testing/lot-in.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { fold, type Placed } from '@athar/projections/testing/fold-in-memory.ts'
import { type LineageAsked, wholeLineage } from '../find-lineage.ts'
import { findLot } from '../find-lot.ts'
import { lineageAnswer } from '../lineage-answer.ts'
import { type LineageAnswer, lineageSchema } from '../lineage-schema.ts'
import { LotReader, type LotReaderView } from '../lot-reader.ts'
import { type WalkBounds, walkBounds } from '../walk-lineage.ts'

/** What is asked of a lineage; both ways and as deep as it goes when nothing is said. */
export interface Asked extends Partial<WalkBounds> {
  readonly site?: string
  readonly directions?: LineageAsked['directions']
}

/** Lots of events that have arrived in this order, for tests: with the index laid out once, so that large worlds can be asked often. */
export class LotsInMemory implements LotReaderView {
  readonly #documents = new Map<string, string>()
  readonly #entries: readonly Placed[]
  /** Questions to the view. */
  readonly asked = { gets: 0, lists: 0, keys: 0 }

  static of(...events: readonly SubmittedEvent[]): LotsInMemory {
    return new LotsInMemory(arrived(events))
  }

  constructor(events: readonly FoldedEvent[]) {
    const entries: Placed[] = []
    for (const [key, document] of fold([lineageProjection], events).documents()) {
      this.#documents.set(key, JSON.stringify(document))
      for (const { sort } of lineageProjection.indexes?.(key, document) ?? []) entries.push({ sort, key })
    }
    this.#entries = entries.sort((one, other) => (isAfter(one, other) ? 1 : -1))
  }

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.asked.gets++
    this.asked.keys += keys.length
    return new Map(
      keys.flatMap(key => {
        const json = this.#documents.get(key)
        return json === undefined ? [] : [[key, json]]
      }),
    )
  }

  async list(index: string, { from = '', before = '\uffff', after, limit }: IndexRange): Promise<IndexPage> {
    this.asked.lists++
    const all = index === lotEntries ? this.#entries : []
    const first = firstOf(all, place => place.sort >= from && (after === undefined || isAfter(place, after)))
    const end = firstOf(all, ({ sort }) => sort >= before)
    const entries = all.slice(first, Math.min(end, first + limit))
    const last = entries.at(-1)
    return { entries, ...(last && end - first > limit && { next: last }) }
  }

  /** Every lot that any document touches, at each of its sites. */
  async lots(): Promise<readonly LotPlace[]> {
    const names = new Set(this.#entries.map(({ sort }) => lotIn(sort)))
    for (const key of this.#documents.keys()) names.add(key.slice(key.indexOf('/') + 1))
    const reader = new LotReader(this)
    const places: LotPlace[] = []
    for (const lot of [...names].sort())
      for await (const sites of reader.sitesOf(lot, 1)) places.push(...sites.map(site => ({ lot, site })))
    return places
  }

  /** The lineage as the service answers it, held to its schema. */
  async lineage(
    lot: string,
    { site, directions = ['upstream', 'downstream'], ...bounds }: Asked = {},
  ): Promise<LineageAnswer> {
    const reader = new LotReader(this)
    const place = await findLot(reader, { lot, site }, async sites => sites)
    return lineageSchema.parse(
      lineageAnswer(await wholeLineage(reader, place, { directions, bounds: { ...walkBounds, ...bounds } })),
    )
  }
}

function isAfter(one: Placed, other: Placed): boolean {
  return one.sort === other.sort ? one.key > other.key : one.sort > other.sort
}

/** The place of the first entry from which on all are so, by halving. */
function firstOf(entries: readonly Placed[], isSo: (entry: Placed) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (entry !== undefined && isSo(entry)) high = middle
    else low = middle + 1
  }
  return low
}
