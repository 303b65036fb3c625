import { type LotPlace, lotId } from '@athar/projections/lineage/lot-place.ts'
import { type Direction, trace, type Walked } from '@athar/projections/lineage/trace.ts'
import type { FoundLineage, Way } from './lineage-answer.ts'
import type { LotReader } from './lot-reader.ts'
import { type WalkBounds, walkLineage } from './walk-lineage.ts'

export interface LineageAsked {
  readonly directions: readonly Direction[]
  readonly bounds: WalkBounds
}

/** The whole lineage of a lot, for those who read what everybody said. */
export async function wholeLineage(
  reader: LotReader,
  place: LotPlace,
  { directions, bounds }: LineageAsked,
): Promise<FoundLineage> {
  const root = lotId(place)
  let found: FoundLineage = { place, grams: undefined, truncated: false }
  for (const direction of directions) {
    const walked = await walkLineage(reader, place, direction, bounds)
    const grams = walked.nodes.get(root)?.grams
    const way = wayOf(root, grams, walked, walked)
    found = { ...found, grams, truncated: found.truncated || walked.truncated, [direction]: way }
  }
  return found
}

/** One way: `shown` is what may be seen of it, `followed` how far the mass is followed. */
export function wayOf(root: string, grams: number | undefined, shown: Walked, followed: Walked): Way {
  const traced = trace(shown, root, grams ?? 0)
  const ends = followed === shown ? traced.ends : trace(followed, root, grams ?? 0).ends
  return { walked: shown, traced, ends }
}
