import { fateKinds, originKinds } from '@athar/projections/lineage/ends.ts'
import { type LotPlace, lotId } from '@athar/projections/lineage/lot-place.ts'
import type { LineageNode } from '@athar/projections/lineage/node.ts'
import type { CutNode, Edge, Traced, TracedEnd, Walked } from '@athar/projections/lineage/trace.ts'
import { kgOf } from '../kilograms.ts'
import type { LineageAnswer } from './lineage-schema.ts'

/** One way of a lineage, upstream or downstream. */
export interface Way {
  /** What is shown of it. */
  readonly walked: Walked
  /** What of the lot came or went there. */
  readonly traced: Traced
  /** Where it came from or ended in all, whether the nodes on the way are shown or not. */
  readonly ends: readonly TracedEnd[]
}

/** What was found of a lot. */
export interface FoundLineage {
  readonly place: LotPlace
  /** What was traced: the whole lot, or a party's part of it. Absent: the lot is too large to be looked into. */
  readonly grams: number | undefined
  readonly upstream?: Way | undefined
  readonly downstream?: Way | undefined
  readonly truncated: boolean
}

type NodeAnswer = LineageAnswer['nodes'][number]

/** The answer, in the words of the wire. */
export function lineageAnswer({ place, grams, upstream, downstream, truncated }: FoundLineage): LineageAnswer {
  const ways = [upstream, downstream].filter(way => way !== undefined)
  const edges = edgesOf(ways)
  const circles = circlesOf(ways)
  return {
    lot: place.lot,
    site: place.site,
    ...(grams !== undefined && { kg: kgOf(grams) }),
    nodes: nodesOf(lotId(place), grams, ways, edges),
    edges: edges.map(({ from, to, grams }) => ({ from, to, kg: kgOf(grams) })),
    ...(upstream && { origins: upstream.ends.map(end => endAnswer(originKinds, end, grams ?? 0)) }),
    ...(downstream && { fates: downstream.ends.map(end => endAnswer(fateKinds, end, grams ?? 0)) }),
    ...(circles.length > 0 && { circles }),
    ...(truncated && { truncated }),
  }
}

/** Only in a circle is there the same edge both ways. */
function edgesOf(ways: readonly Way[]): readonly Edge[] {
  const edges = ways.flatMap(({ traced }) => traced.edges)
  return [...new Map(edges.map(edge => [`${edge.from} ${edge.to}`, edge])).values()]
}

function circlesOf(ways: readonly Way[]): string[][] {
  const circles = ways.flatMap(({ traced }) => traced.circles)
  return [...new Map(circles.map(circle => [circle.join(' '), [...circle]])).values()]
}

function nodesOf(
  root: string,
  rootGrams: number | undefined,
  ways: readonly Way[],
  edges: readonly Edge[],
): NodeAnswer[] {
  const carried = carriedBy(edges)
  const answers = new Map<string, NodeAnswer>()
  for (const { walked, traced } of ways) {
    for (const node of walked.nodes.values())
      if (answers.get(node.id)?.cut ?? true) answers.set(node.id, nodeAnswer(node, node.grams, traced))
    for (const node of walked.cut.values())
      if (!answers.has(node.id)) answers.set(node.id, { ...nodeAnswer(node, carried.get(node.id), traced), cut: true })
  }
  const first = answers.get(root)
  if (first === undefined) return [...answers.values()]
  answers.delete(root)
  return [{ ...first, ...(rootGrams !== undefined && { kg: kgOf(rootGrams) }) }, ...answers.values()]
}

function nodeAnswer(node: LineageNode | CutNode, grams: number | undefined, { through }: Traced): NodeAnswer {
  const { id, kind, subject, site, code, timeMs } = node
  return {
    id,
    kind,
    name: subject,
    ...(site !== undefined && { site }),
    ...(code !== undefined && { code }),
    ...('operation' in node && { operation: node.operation }),
    ...(grams !== undefined && { kg: kgOf(grams) }),
    throughKg: kgOf(through.get(id) ?? 0),
    ...(timeMs !== undefined && { time: new Date(timeMs).toISOString() }),
  }
}

/** By node: what all its edges in or all its edges out carry, whichever is more. */
function carriedBy(edges: readonly Edge[]): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  const taken = new Map<string, number>()
  for (const { from, to, grams } of edges) {
    given.set(from, (given.get(from) ?? 0) + grams)
    taken.set(to, (taken.get(to) ?? 0) + grams)
  }
  return new Map([...given.keys(), ...taken.keys()].map(id => [id, Math.max(given.get(id) ?? 0, taken.get(id) ?? 0)]))
}

function endAnswer<Kind extends string>(kinds: readonly Kind[], { end, grams }: TracedEnd, wholeGrams: number) {
  const kind = kinds.find(each => each === end.kind)
  if (kind === undefined) throw new Error(`no lineage ends in ${end.kind} there`)
  return { ...end, kind, kg: kgOf(grams), share: grams / wholeGrams }
}
