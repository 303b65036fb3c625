import { type End, endId } from './ends.ts'

/**
 * A lot, or what mixes lots: a movement or a treatment. What flows in and what flows out are equal to the gram: where the
 * books do not say where the rest came from or went, an end stands for it.
 */
export interface LineageNode {
  /** `lot/<site>/<lot>`, `movement/<movement>`, `treatment/<treatment>`. */
  readonly id: string
  readonly kind: 'lot' | 'movement' | 'treatment'
  /** The lot, movement or treatment, as events call it. */
  readonly subject: string
  /** Where it is; of a movement, where it comes from. */
  readonly site: string
  /** Of a treatment, which may take in several: none. */
  readonly code?: string
  readonly operation?: string
  /** When it began to be. */
  readonly timeMs: number
  /** What flows in, which is what flows out. */
  readonly grams: number
  readonly inflows: readonly Flow[]
  readonly outflows: readonly Flow[]
}

/** Mass that comes from or goes to another node, or an end. Above zero. */
export interface Flow {
  readonly grams: number
  /** The id of the node or of the end: of each there is one flow at most. */
  readonly to: string
  /** Absent: a node. */
  readonly end?: End
}

/** What flows between nodes, in an order that depends on nothing else. Amounts of zero are left out. */
export function flowsOf(
  nodes: readonly { readonly id: string; readonly grams: number }[],
  ends: readonly { readonly end: End; readonly grams: number }[],
): readonly Flow[] {
  const flows: Flow[] = []
  for (const { id, grams } of nodes) if (grams !== 0) flows.push({ to: id, grams })
  for (const { end, grams } of ends) if (grams !== 0) flows.push({ to: endId(end), grams, end })
  return flows.sort((one, other) => (one.to < other.to ? -1 : 1))
}

/** What flows together, in grams. */
export function sumOf(flows: readonly { readonly grams: number }[]): number {
  let sum = 0
  for (const { grams } of flows) sum += grams
  return sum
}

/** The node, once it is sure that nothing is lost in it. Throws when it is not: the shares of a lineage would not add up. */
export function balanced(node: Omit<LineageNode, 'grams'>): LineageNode {
  const grams = sumOf(node.inflows)
  const outGrams = sumOf(node.outflows)
  if (grams !== outGrams) throw new Error(`${grams} g flow into ${node.id}, and ${outGrams} g out of it`)
  return { ...node, grams }
}
