/**
 * A lot as lineage follows it. Its site is part of it: two sites may each take in a part of one movement under the same
 * name, and a lot may keep its number when it moves.
 */
export interface LotPlace {
  readonly site: string
  readonly lot: string
}

/** `lot/S-CET-003/L-1`: the lot as a node of a lineage. No reference has a slash in it. */
export function lotId({ site, lot }: LotPlace): string {
  return `lot/${site}/${lot}`
}
