/**
 * Where mass comes from, beyond which nothing is known of it.
 * - `movement`: a site gave it to a carrier, who took it from no lot. `production`: a site made the lot.
 * - `adjusted`: a count found more in the lot than the books. `discrepancy`: more arrived than was taken over.
 * - `unrecorded`: more left the lot, or the road, than had come: whoever brought it has not told yet.
 * - `deeper`: it comes from a lot or a movement that the walk did not look into.
 * - `circle`: lots that were made of nothing but each other.
 */
export const originKinds = [
  'movement',
  'production',
  'adjusted',
  'discrepancy',
  'unrecorded',
  'deeper',
  'circle',
] as const

export type OriginKind = (typeof originKinds)[number]

/**
 * What became of mass.
 * - `stock`: it is still there. `transit`: it is on the road. `fate`: an operation has put an end to it. `loss`: it was lost.
 * - `adjusted`: a count found it missing. `discrepancy`: less arrived than was taken over.
 * - `deeper`, `circle`: as for origins.
 */
export const fateKinds = ['stock', 'transit', 'fate', 'loss', 'adjusted', 'discrepancy', 'deeper', 'circle'] as const

export type FateKind = (typeof fateKinds)[number]

/** An origin or a fate: what it is, and as much of where as there is to say. */
export interface End {
  readonly kind: OriginKind | FateKind
  readonly site?: string
  readonly lot?: string
  readonly movement?: string
  readonly treatment?: string
  readonly operation?: string
}

/** The same text for the same end, unlike any node: so that its masses add up. */
export function endId({ kind, site, lot, movement, treatment, operation }: End): string {
  return ['end', kind, site, lot, movement, treatment, operation].map(part => part ?? '').join('/')
}
