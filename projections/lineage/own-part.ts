import { type LineageNode, sumOf } from './node.ts'
import type { CutNode, Walked } from './trace.ts'

/**
 * The part of a walk that stands around a party's own lots: it ends at lots that are at the sites of others. The root is
 * looked into when it is its own, or when `withRoot` says so.
 */
export function ownPart(
  walked: Walked,
  root: string,
  isOwn: (site: string) => boolean,
  { withRoot = false } = {},
): Walked {
  const nodes = new Map<string, LineageNode>()
  const cut = new Map<string, CutNode>()
  const reached = new Set([root])
  for (const id of reached) {
    const node = walked.nodes.get(id)
    const known = walked.cut.get(id)
    if (node !== undefined && (node.kind !== 'lot' || isOwn(node.site) || (withRoot && id === root))) {
      nodes.set(id, node)
      for (const { to, end } of walked.direction === 'upstream' ? node.inflows : node.outflows)
        if (end === undefined) reached.add(to)
    } else if (node !== undefined) cut.set(id, cutNode(node))
    else if (known !== undefined) cut.set(id, known)
  }
  return { direction: walked.direction, nodes, cut }
}

function cutNode({ id, kind, subject, site, code, timeMs }: LineageNode): CutNode {
  return { id, kind, subject, site, ...(code !== undefined && { code }), timeMs }
}

/** A lot as those see it who gave a part of it: nothing but that part. */
export function partGivenBy(lot: LineageNode, gave: (node: string) => boolean): LineageNode {
  const inflows = lot.inflows.filter(({ to, end }) => end === undefined && gave(to))
  return { ...lot, inflows, grams: sumOf(inflows) }
}
