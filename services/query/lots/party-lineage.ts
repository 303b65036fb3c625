import { type LotPlace, lotId } from '@athar/projections/lineage/lot-place.ts'
import type { LineageNode } from '@athar/projections/lineage/node.ts'
import { ownPart, partGivenBy } from '@athar/projections/lineage/own-part.ts'
import type { Walked } from '@athar/projections/lineage/trace.ts'
import { type LineageAsked, wayOf } from './find-lineage.ts'
import type { FoundLineage } from './lineage-answer.ts'
import type { LotReader } from './lot-reader.ts'
import { walkBounds, walkLineage } from './walk-lineage.ts'

/** Which of some sites a party holds. */
export type SitesHeld = (sites: Iterable<string>) => Promise<ReadonlySet<string>>

/**
 * What a party sees of a lineage. It holds the lot: its own lots, and what stands directly around them. It does not, and a
 * movement from one of its sites gave to the lot: that part of the lot alone, and where it came from. Either way it sees
 * where all of it ended, which a producer must be able to prove, though not through whose hands. `undefined`: nothing.
 */
export async function partyLineage(
  reader: LotReader,
  place: LotPlace,
  { directions, bounds }: LineageAsked,
  held: SitesHeld,
): Promise<FoundLineage | undefined> {
  const root = lotId(place)
  const isHolder = (await held([place.site])).has(place.site)
  const part = isHolder ? undefined : await partGiven(reader, place, held)
  if (!isHolder && part === undefined) return undefined

  let found: FoundLineage = { place, grams: part?.grams, truncated: false }
  for (const direction of directions) {
    const walked = await walkLineage(reader, place, direction, bounds)
    const upstream = direction === 'upstream'
    const partly = upstream && part !== undefined ? withNode(walked, part) : walked
    const own = await held(sitesIn(walked))
    const shown = ownPart(partly, root, site => own.has(site), { withRoot: upstream })
    const grams = part?.grams ?? walked.nodes.get(root)?.grams
    const way = wayOf(root, grams, shown, upstream ? shown : walked)
    found = { ...found, grams, truncated: found.truncated || walked.truncated, [direction]: way }
  }
  return found
}

/** The part of a lot that movements from sites of a party gave to it; `undefined` when none did. */
export async function partGiven(reader: LotReader, place: LotPlace, held: SitesHeld): Promise<LineageNode | undefined> {
  const around = await walkLineage(reader, place, 'upstream', { ...walkBounds, depth: 1 })
  const lot = around.nodes.get(lotId(place))
  if (lot === undefined) return undefined
  const own = await held(sitesIn(around))
  const part = partGivenBy(lot, id => {
    const node = around.nodes.get(id)
    return node?.kind === 'movement' && own.has(node.site)
  })
  return part.grams === 0 ? undefined : part
}

function sitesIn({ nodes, cut }: Walked): readonly string[] {
  return [...nodes.values(), ...cut.values()].flatMap(({ site }) => (site === undefined ? [] : [site]))
}

function withNode(walked: Walked, node: LineageNode): Walked {
  return { ...walked, nodes: new Map([...walked.nodes, [node.id, node]]) }
}
