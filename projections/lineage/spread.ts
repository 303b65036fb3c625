import { groupsFrom } from './circles.ts'
import { type End, endId } from './ends.ts'
import type { Flow } from './node.ts'

/**
 * Parts of a gram in which mass is counted while it is shared out: 2⁴⁰, about a trillionth of a gram each. Every share is
 * rounded to one part, and all shares of a node add up to what is shared out, so nothing is lost however far it goes; over
 * ten thousand steps a share is off by a hundred-millionth of a gram at most, which no gram is rounded differently for.
 */
export const partsOfGram = 40n

/** Mass spread over flows: how much reaches each node and each end, in parts of a gram. */
export interface Spread {
  /** Of each node that was reached, the root included. The nodes of a circle are one pool: each has all that reaches it. */
  readonly through: ReadonlyMap<string, bigint>
  /** By id. They add up to what was spread. */
  readonly ends: ReadonlyMap<string, { readonly end: End; readonly parts: bigint }>
  /** Nodes that flow into each other, in order of id. Only wrong data, or a lot that is filled again, make one. */
  readonly circles: readonly (readonly string[])[]
}

/**
 * Spreads mass from a node over its flows in proportion to them, and on from node to node. Of a node without flows,
 * because nobody has looked further (`flowsOf` answers undefined), `endOf` says what end it is.
 *
 * Nodes in a circle are one pool: what flows into any of them leaves by all flows that leave the circle, in proportion.
 * When none does, it stays in an end of kind `circle`.
 */
export function spread(
  root: string,
  grams: number,
  flowsOf: (node: string) => readonly Flow[] | undefined,
  endOf: (node: string) => End,
): Spread {
  const nodesAfter = (node: string) => (flowsOf(node) ?? []).filter(({ end }) => end === undefined).map(({ to }) => to)
  const groups = groupsFrom(root, nodesAfter)
  const through = new Map<string, bigint>([[root, BigInt(grams) << partsOfGram]])
  const ends = new Map<string, { readonly end: End; readonly parts: bigint }>()
  const circles: (readonly string[])[] = []

  function reachEnd(end: End, parts: bigint): void {
    const id = endId(end)
    ends.set(id, { end, parts: (ends.get(id)?.parts ?? 0n) + parts })
  }

  for (const group of groups.toReversed()) {
    const parts = group.reduce((sum, node) => sum + (through.get(node) ?? 0n), 0n)
    const leaving = group.length === 1 ? flowsOf(group[0] ?? root) : flowsLeaving(group, flowsOf)
    if (group.length > 1) {
      circles.push(group.toSorted())
      for (const node of group) through.set(node, parts)
    }
    if (leaving === undefined) reachEnd(endOf(group[0] ?? root), parts)
    else if (leaving.length === 0) reachEnd({ kind: 'circle' }, parts)
    else
      shareOut(parts, leaving, ({ to, end }, share) => {
        if (end !== undefined) reachEnd(end, share)
        else through.set(to, (through.get(to) ?? 0n) + share)
      })
  }
  return { through, ends, circles: circles.sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1)) }
}

/** The flows out of a circle, all to the same place as one, in order of where they go. */
function flowsLeaving(
  group: readonly string[],
  flowsOf: (node: string) => readonly Flow[] | undefined,
): readonly Flow[] {
  const inside = new Set(group)
  const leaving = new Map<string, Flow>()
  for (const flow of group.flatMap(node => flowsOf(node) ?? [])) {
    if (inside.has(flow.to)) continue
    const known = leaving.get(flow.to)
    leaving.set(flow.to, known ? { ...known, grams: known.grams + flow.grams } : flow)
  }
  return [...leaving.values()].sort((one, other) => (one.to < other.to ? -1 : 1))
}

/** Each share is what the flows up to it have, less what those before it have: so they add up, whatever is rounded. */
function shareOut(parts: bigint, flows: readonly Flow[], take: (flow: Flow, share: bigint) => void): void {
  let whole = 0n
  for (const { grams } of flows) whole += BigInt(grams)
  let gone = 0n
  let flown = 0n
  for (const flow of flows) {
    flown += BigInt(flow.grams)
    const share = (parts * flown) / whole - gone
    gone += share
    take(flow, share)
  }
}
