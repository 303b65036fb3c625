import type { IndexEntry } from '../projection.ts'
import { timeKey, timeOfKey } from '../sort-keys.ts'
import type { LotAmount } from './lot-amounts.ts'
import type { LotPlace } from './lot-place.ts'

/** What the index of a lot says of a document: enough to weigh the lot without reading the document. */
export interface LotEntry {
  readonly site: string
  /** Whether the document gave to the lot or took from it. */
  readonly direction: 'in' | 'out'
  readonly atMs: number
  /** Above zero. */
  readonly grams: number
  readonly code: string
}

/** Every document that gave to a lot or took from it, at whatever site; but for the movement that is called as the lot. */
export function indexOfLot(lot: string): string {
  return `lineage:${lot}`
}

/** `S-CET-003/in/1795330860000/1835500/170405`: by site, then what came in before what went out, then by time. */
export function entryOf({ lot, site, code, grams, atMs }: LotAmount): IndexEntry {
  const direction = grams > 0 ? 'in' : 'out'
  return { index: indexOfLot(lot), sort: `${site}/${direction}/${timeKey(atMs)}/${Math.abs(grams)}/${code}` }
}

/** Reads the sort of an entry. Throws when it is of another index: then the view is not what this version has made. */
export function readEntry(sort: string): LotEntry {
  const [site, direction, time, grams, code] = sort.split('/')
  if (site === undefined || time === undefined || code === undefined || (direction !== 'in' && direction !== 'out'))
    throw new Error(`"${sort}" is no entry of a lot`)
  return { site, direction, atMs: timeOfKey(time), grams: Number(grams), code }
}

/** The part of the index of a lot that is about one site. */
export function entriesAt({ site }: LotPlace): { readonly from: string; readonly before: string } {
  return { from: `${site}/`, before: afterSite(site) }
}

/** Where the part of the next site begins: `0` follows `/`. */
export function afterSite(site: string): string {
  return `${site}0`
}
