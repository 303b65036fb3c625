import type { End } from './ends.ts'
import type { Flow, LineageNode } from './node.ts'
import { partsOfGram, spread } from './spread.ts'
import { wholeGrams } from './whole-grams.ts'

/** A node that a walk has reached and not looked into. */
export interface CutNode {
  readonly id: string
  readonly kind: LineageNode['kind']
  readonly subject: string
  /** Where it is, and of what, as far as what stands around it tells. */
  readonly site?: string
  readonly code?: string
  readonly timeMs?: number
}

/** What a walk from a lot has found, all in one direction. */
export interface Walked {
  readonly direction: Direction
  /** Those that were looked into, by id, in the order in which they were reached: the root first. */
  readonly nodes: ReadonlyMap<string, LineageNode>
  /** Those that were not: the walk was not to go so deep, or so far. */
  readonly cut: ReadonlyMap<string, CutNode>
}

export type Direction = 'upstream' | 'downstream'

/** Where the mass of a lot comes from, or what became of it. */
export interface Traced {
  /** How much of the mass came or went through each node, to the nearest gram. */
  readonly through: ReadonlyMap<string, number>
  /** The largest first. They add up to the mass, to the gram; what is less than half a gram is left out. */
  readonly ends: readonly TracedEnd[]
  /** All that flows between nodes that were reached, whether of this mass or not. */
  readonly edges: readonly Edge[]
  /** Nodes that are made of each other. */
  readonly circles: readonly (readonly string[])[]
}

export interface TracedEnd {
  readonly end: End
  readonly grams: number
}

/** What flowed from a node to another, in grams. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly grams: number
}

/** Follows a mass from a node, against the flows or with them, to its ends. */
export function trace(walked: Walked, root: string, grams: number): Traced {
  if (grams === 0) return { through: new Map([[root, 0]]), ends: [], edges: [], circles: [] }
  const flowsOf = (node: string) => flowsFrom(walked, node)
  const { through, ends, circles } = spread(root, grams, flowsOf, node => deeper(walked.cut.get(node)))
  const whole = wholeGrams(new Map([...ends].map(([id, { parts }]) => [id, parts])))
  return {
    through: new Map([...through].map(([node, parts]) => [node, nearestGram(parts)])),
    ends: [...ends]
      .map(([id, { end }]) => ({ id, end, grams: whole.get(id) ?? 0 }))
      .filter(({ grams }) => grams > 0)
      .sort((one, other) => other.grams - one.grams || (one.id < other.id ? -1 : 1))
      .map(({ end, grams }) => ({ end, grams })),
    edges: [...through.keys()].flatMap(node => edgesOf(walked, node)),
    circles,
  }
}

function flowsFrom({ direction, nodes }: Walked, node: string): readonly Flow[] | undefined {
  const found = nodes.get(node)
  return direction === 'upstream' ? found?.inflows : found?.outflows
}

function edgesOf(walked: Walked, node: string): readonly Edge[] {
  const flows = (flowsFrom(walked, node) ?? []).filter(({ end }) => end === undefined)
  return flows.map(({ to, grams }) =>
    walked.direction === 'upstream' ? { from: to, to: node, grams } : { from: node, to, grams },
  )
}

function deeper(node: CutNode | undefined): End {
  if (node === undefined) return { kind: 'deeper' }
  const { kind, site, subject } = node
  return { kind: 'deeper', ...(site !== undefined && { site }), [kind]: subject }
}

function nearestGram(parts: bigint): number {
  return Number((parts + (1n << (partsOfGram - 1n))) >> partsOfGram)
}
