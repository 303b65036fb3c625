import type { IndexEntry } from '../projection.ts'
import { timeKey, timeOfKey } from '../sort-keys.ts'
import type { LotAmount } from './lot-amounts.ts'
import type { LotPlace } from './lot-place.ts'

/** What an entry says of a document and a lot: enough to weigh the lot without reading the document. */
export interface LotEntry {
  readonly site: string
  /** Whether the document gave to the lot or took from it. */
  readonly direction: 'in' | 'out'
  readonly atMs: number
  /** Above zero. */
  readonly grams: number
  readonly code: string
}

/**
 * Every document that gave to a lot or took from it, at whatever site; but for the movement that is called as the lot. One
 * index holds the entries of all lots: an index for each lot would be a name to keep for nearly every entry.
 */
export const lotEntries = 'lineage:lots'

/** `L-17/S-CET-003/in/1795330860000/1835500/170405`: by lot, site, what came in before what went out, then by time. */
export function entryOf({ lot, site, code, grams, atMs }: LotAmount): IndexEntry {
  const direction = grams > 0 ? 'in' : 'out'
  const sort = `${lot}/${site}/${direction}/${timeKey(atMs)}/${Math.abs(grams)}/${code}`
  return { index: lotEntries, sort }
}

/** Reads the sort of an entry. Throws when it is of another index: then the view is not what this version has made. */
export function readEntry(sort: string): LotEntry {
  const [, site, direction, time, grams, code] = sort.split('/')
  if (site === undefined || time === undefined || code === undefined || (direction !== 'in' && direction !== 'out'))
    throw new Error(`"${sort}" is no entry of a lot`)
  return { site, direction, atMs: timeOfKey(time), grams: Number(grams), code }
}

/** The part of the index that is about a lot at one site. No reference has a slash, and `0` follows it. */
export function entriesAt({ lot, site }: LotPlace): { readonly from: string; readonly before: string } {
  return { from: `${lot}/${site}/`, before: `${lot}/${site}0` }
}

/** The part of the index that is about a lot, at the sites after `site` in order of name, or at all of them. */
export function entriesAfter({ lot, site }: { readonly lot: string; readonly site?: string | undefined }): {
  readonly from: string
  readonly before: string
} {
  return { from: site === undefined ? `${lot}/` : `${lot}/${site}0`, before: `${lot}0` }
}
