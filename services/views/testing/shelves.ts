import type { StockPayloads } from '@athar/events/stock/schema.ts'
import { lotProduced, stockAdjusted } from '@athar/events/testing/stock-events.ts'
import type { Fold, FoldedEvent, Projection } from '@athar/projections/projection.ts'

/**
 * A small fold for tests: lots, and the shelves that they lie on, a shelf a site. An adjustment may lie on another site than
 * the lot: then the lot moves there, so that an event touches a document that only another document names.
 */
export interface Lot {
  readonly kind: 'lot'
  readonly shelf: string
  readonly kgs: readonly number[]
  readonly timeMs: number
  readonly words: string
}

export interface Shelf {
  readonly kind: 'shelf'
  lots: string[]
}

/** What the fold throws over. */
export const indigestible = 'indigestible'

export const shelvesFold: Fold = {
  name: 'shelves',
  version: 1,
  families: ['lot'],
  reads(event, loaded) {
    const key = `lot/${event.subject}`
    const lot = loaded.get(key) as Lot | undefined // of this key the fold sets nothing else
    const named = [key, `shelf/${siteOf(event)}`]
    return lot === undefined ? named : [...named, `shelf/${lot.shelf}`]
  },
  apply(event, documents) {
    const key = `lot/${event.subject}`
    const words = wordsOf(event)
    const known = documents.get(key) as Lot | undefined // of this key the fold sets nothing else
    const site = siteOf(event)
    const shelf = (documents.get(`shelf/${site}`) as Shelf | undefined) ?? { kind: 'shelf', lots: [] } // nor of this
    if (!shelf.lots.includes(event.subject)) shelf.lots.push(event.subject)
    documents.set(`shelf/${site}`, shelf)
    if (words === indigestible) throw new Error('this cannot be digested')
    if (known !== undefined && known.shelf !== site) {
      const former = documents.get(`shelf/${known.shelf}`) as Shelf // it holds this lot
      former.lots = former.lots.filter(lot => lot !== event.subject)
      documents.set(`shelf/${known.shelf}`, former)
    }
    const kgs = [...(known?.kgs ?? []), kgOf(event)]
    documents.set(key, { kind: 'lot', shelf: site, kgs, timeMs: event.timeMs, words } satisfies Lot)
  },
}

/** Where lots are and how heavy; its postings change for all that was posted before when a lot moves. */
export function weights(changes: Partial<Projection> = {}): Projection {
  return {
    name: 'weights',
    version: 1,
    fold: shelvesFold,
    indexes: (_, document) =>
      isLot(document) ? [{ index: 'weights:by-shelf', sort: `${document.shelf} ${sumOf(document.kgs)}` }] : [],
    postings: (_, document) =>
      isLot(document)
        ? document.kgs.flatMap((kg, index) => [
            { account: `shelf:${document.shelf}`, amount: kg, atMs: document.timeMs - index },
            { account: 'elsewhere', amount: -kg, atMs: document.timeMs - index },
          ])
        : [],
    ...changes,
  }
}

/** How many lots lie on each shelf. */
export function counts(changes: Partial<Projection> = {}): Projection {
  return {
    name: 'counts',
    version: 1,
    fold: shelvesFold,
    indexes: (key, document) => (isLot(document) ? [] : [{ index: 'counts:shelves', sort: key }]),
    tallies: (key, document) => (isLot(document) ? [] : [{ tally: `counts:${key}`, amount: lotsOn(document).length }]),
    ...changes,
  }
}

/** Like another projection, but that it throws over lots of which these words were said last. */
export function throwingOver(words: string, projection: Projection, part: 'indexes' | 'postings'): Projection {
  function making<Part>(derive: ((key: string, document: unknown) => readonly Part[]) | undefined) {
    return (key: string, document: unknown): readonly Part[] => {
      if (isLot(document) && document.words === words) throw new Error(`nobody knows what "${words}" means`)
      return derive?.(key, document) ?? []
    }
  }
  const { indexes, postings } = projection
  return part === 'indexes'
    ? { ...projection, indexes: making(indexes) }
    : { ...projection, postings: making(postings) }
}

/** A lot is made, or counted again, on a shelf. */
export function lotOn(shelf: string, lot: string, kg: number, id: string, words?: string) {
  const around = { subject: lot, id }
  return words === undefined
    ? lotProduced({ site: shelf, kg }, around)
    : stockAdjusted({ site: shelf, kg, reason: words }, around)
}

function isLot(document: unknown): document is Lot {
  return (document as Lot | Shelf).kind === 'lot' // of this fold there are only these two
}

function lotsOn(document: unknown): readonly string[] {
  return (document as Shelf).lots // asked of what is no lot
}

function siteOf(event: FoldedEvent): string {
  return (event.data as StockPayloads['waste.lot.produced']).site // both events of the family have it
}

function kgOf(event: FoldedEvent): number {
  return (event.data as StockPayloads['waste.lot.produced']).kg // both events of the family have it
}

function wordsOf(event: FoldedEvent): string {
  const isCount = event.type === 'waste.stock.adjusted'
  return isCount ? (event.data as StockPayloads['waste.stock.adjusted']).reason : ''
}

function sumOf(kgs: readonly number[]): number {
  return kgs.reduce((sum, kg) => sum + kg, 0)
}
